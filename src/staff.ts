// `npm run staff -- …`: who may sign in to the staff view. Passwords never pass through here, only one-time links.
import { inviteLink } from "./admin/account/invite.ts";
import { tidyLogin } from "./admin/account/session.ts";
import type { Office } from "./office/office.ts";
import type { Right, Staff, Store } from "./ports.ts";

export interface StaffDesk {
  store: Pick<Store, "staff">;
  office: Office;
  publicUrl: string;
  now: () => number;
  print: (line: string) => void;
}

/** Does what the words say and prints the outcome. Gives the exit code: 0 done, 1 not possible, 2 not understood. */
export async function staffCommand(args: string[], desk: StaffDesk): Promise<number> {
  const [verb = "", ...rest] = args;
  const words = rest.filter((arg) => !arg.startsWith("--"));
  const unknown = rest.find((arg) => arg.startsWith("--") && !(verb === "add" && arg === "--reporter"));
  if (unknown !== undefined) {
    desk.print(`${unknown} という指定はありません。`);
    return usage(desk);
  }
  const rights: Right[] = rest.includes("--reporter") ? ["desk", "reporter"] : ["desk"];
  const login = tidyLogin(words[0] ?? "");
  if (verb === "list") return list(desk);
  if (verb === "add") return add(desk, login, words.slice(1).join(" ").trim(), rights);
  if (verb === "reset") return reset(desk, login);
  if (verb === "remove") return remove(desk, login);
  return usage(desk);
}

async function add(desk: StaffDesk, login: string, name: string, rights: Right[]): Promise<number> {
  if (!/^[a-z0-9][a-z0-9._@-]{1,63}$/.test(login) || name === "") return usage(desk);
  if (await desk.store.staff.byLogin(desk.office.id, login)) return no(desk, `${login} はもうあります。`);
  const staff: Staff = {
    id: crypto.randomUUID(),
    office: desk.office.id,
    login,
    name,
    rights,
    password: null,
    removedAt: null,
  };
  await desk.store.staff.save(staff);
  return printLink(desk, staff);
}

async function reset(desk: StaffDesk, login: string): Promise<number> {
  const staff = await desk.store.staff.byLogin(desk.office.id, login);
  if (!staff) return no(desk, `${login} は見つかりません。`);
  const without = { ...staff, password: null };
  await desk.store.staff.save(without);
  await desk.store.staff.closeSessionsOf(staff.id);
  return printLink(desk, without);
}

async function remove(desk: StaffDesk, login: string): Promise<number> {
  const staff = await desk.store.staff.byLogin(desk.office.id, login);
  if (!staff) return no(desk, `${login} は見つかりません。`);
  await desk.store.staff.save({ ...staff, password: null, removedAt: desk.now() });
  await desk.store.staff.closeSessionsOf(staff.id);
  desk.print(`${staff.name}（${login}）はもうサインインできません。記録に残る名前はそのままです。`);
  return 0;
}

async function list(desk: StaffDesk): Promise<number> {
  const staff = (await desk.store.staff.list(desk.office.id)).filter(({ removedAt }) => removedAt === null);
  if (staff.length === 0)
    desk.print("職員の登録はまだありません。npm run staff -- add <サインイン名> <名前> で作れます。");
  for (const { login, name, rights, password } of staff)
    desk.print(
      [
        login,
        name,
        rights.includes("reporter") ? "相談者も見られる" : "相談者は見られない",
        password ? "" : "パスワード未設定",
      ]
        .filter(Boolean)
        .join("\t"),
    );
  return 0;
}

async function printLink(desk: StaffDesk, staff: Staff): Promise<number> {
  const link = await inviteLink(desk.store.staff, staff, desk.publicUrl, desk.now());
  desk.print(`${staff.name}（${staff.login}）さんに、このリンクを渡してください。24時間のうちに一度だけ使えます。`);
  desk.print(link);
  return 0;
}

function no(desk: StaffDesk, why: string): number {
  desk.print(why);
  return 1;
}

function usage(desk: StaffDesk): number {
  desk.print("使いかた:");
  desk.print("  npm run staff -- add <サインイン名> <名前> [--reporter]   登録して一度だけのリンクを出す");
  desk.print("                     --reporter: だれからの相談かを見られる");
  desk.print("  npm run staff -- reset <サインイン名>    パスワードを消して、新しいリンクを出す");
  desk.print("  npm run staff -- remove <サインイン名>   サインインできなくする");
  desk.print("  npm run staff -- list                    登録を見る");
  desk.print("サインイン名は半角の英数字と . _ @ - で、2文字以上です。");
  return 2;
}
