// The one account of the trial: made at every start with a new password, never outside the trial.
import type { Office } from "../../office/office.ts";
import type { Staff, Store } from "../../ports.ts";
import { hashPassword, randomPassword } from "./password.ts";

/** Makes or renews the account `demo` with both rights and ends its sessions. The password is for printing, once. */
export async function seedTrialStaff(
  store: Pick<Store, "staff">,
  office: Office,
  _now: number,
): Promise<{ login: string; password: string }> {
  const password = randomPassword();
  const standing = await store.staff.byLogin(office.id, "demo");
  const id = standing?.id ?? crypto.randomUUID();
  const staff: Staff = { ...demo(id, office), password: await hashPassword(password) };
  await store.staff.save(staff);
  await store.staff.closeSessionsOf(id);
  return { login: staff.login, password };
}

function demo(id: string, office: Office): Staff {
  return {
    id,
    office: office.id,
    login: "demo",
    name: "おためし 職員",
    rights: ["desk", "reporter"],
    password: null,
    removedAt: null,
  };
}
