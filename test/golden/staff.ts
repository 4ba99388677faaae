// A member of staff at the real /admin: gets a one-time link, sets a password, and works through the forms.
import type { Office } from "../../src/office/office.ts";
import type { Store } from "../../src/ports.ts";
import { staffCommand } from "../../src/staff.ts";
import { all } from "./only-new.ts";
import type { Place } from "./place.ts";

export interface Clerk {
  page(path: string): Promise<{ status: number; html: string }>;
  /** As it is handed out. */
  file(path: string): Promise<{ status: number; type: string | null; bytes: Buffer }>;
  /** Sends the form of an act on the record's page, with the revision that page was drawn from. */
  act(record: string, act: string, fields: Record<string, string>): Promise<void>;
}

let count = 0;

/** Signs somebody new in. @throws where a step is refused */
export async function clerk(place: Place, office: Office): Promise<Clerk> {
  const cookie = await signedIn(place, await linkFor(place, office));
  const page: Clerk["page"] = async (path) => {
    const response = await fetch(new URL(path, place.url), { headers: { cookie }, redirect: "manual" });
    return { status: response.status, html: await response.text() };
  };
  return {
    page,
    async file(path) {
      const response = await fetch(new URL(path, place.url), { headers: { cookie }, redirect: "manual" });
      const bytes = Buffer.from(await response.arrayBuffer());
      return { status: response.status, type: response.headers.get("content-type"), bytes };
    },
    async act(record, act, fields) {
      const base = /name="base" value="(\d+)"/.exec((await page(`/admin/records/${record}`)).html)?.[1] ?? "";
      const { headers } = await post(place, `/admin/records/${record}/${act}`, { base, ...fields }, cookie);
      if (!headers.get("location")?.includes("done=")) throw new Error(`${act} was not done`);
    },
  };
}

/** The record that came last, among those of this store. */
export async function newest(store: Store, office: string): Promise<string> {
  const ids = await all(store.records.all(office, {}));
  return ids.toSorted((a, b) => b.receivedAt - a.receivedAt)[0]?.id ?? "";
}

// --- helpers ---

async function linkFor(place: Place, office: Office): Promise<string> {
  const lines: string[] = [];
  const { url, store, line } = place;
  const desk = {
    store,
    office,
    publicUrl: url.origin,
    now: line.clock.now,
    print: (text: string) => void lines.push(text),
  };
  await staffCommand(["add", `hanako${(count += 1)}`, "花子", "--reporter"], desk);
  return lines.find((text) => text.startsWith("http")) ?? "";
}

async function signedIn(place: Place, link: string): Promise<string> {
  const password = "みどりの かさと ゆうやけ";
  const { headers } = await post(place, link, { password, again: password }, "");
  const cookie = headers.get("set-cookie")?.split(";")[0];
  if (cookie === undefined) throw new Error("the one-time link was refused");
  return cookie;
}

async function post(place: Place, path: string, fields: Record<string, string>, cookie: string): Promise<Response> {
  const headers = { cookie, origin: place.url.origin };
  return fetch(new URL(path, place.url), {
    method: "POST",
    body: new URLSearchParams(fields),
    headers,
    redirect: "manual",
  });
}
