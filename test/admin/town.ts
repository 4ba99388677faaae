// A town for the staff view's tests: an office, two members of staff, a few records, a desk that notes what it was asked.
import type { Answered } from "../../src/desk.ts";
import { readFileSync } from "node:fs";
import { Hono } from "hono";
import { parse } from "yaml";
import { hashPassword } from "../../src/admin/account/password.ts";
import { labelsFor } from "../../src/admin/labels.ts";
import type { Room } from "../../src/admin/room.ts";
import { staffView } from "../../src/admin/view.tsx";
import type { Intake, Message } from "../../src/intake/intake.ts";
import { readBook } from "../../src/book/book.ts";
import { readFiles } from "../../src/book/disk.ts";
import { hotlinesSchema } from "../../src/office/hotlines.ts";
import { officeSchema, type Office } from "../../src/office/office.ts";
import type { Staff, Store } from "../../src/ports.ts";
import { memoryStore } from "../../src/store/memory.ts";

export const NOON = Date.UTC(2026, 10, 24, 3);
const HOUR = 3_600_000;

export const aoba: Office = officeSchema.parse({
  id: "demo",
  name: "あおば市",
  account: "あおば市 くらしの相談",
  invented: true,
  desk: { name: "福祉総合相談課", phone: null, place: null },
  hours: [{ days: ["月", "火", "水", "木", "金"], from: "08:30", to: "17:15" }],
  districts: [
    { code: "kita", label: "北地区" },
    { code: "minami", label: "南地区" },
  ],
});

/** The shipped numbers. */
export const NUMBERS = hotlinesSchema.parse(parse(readFileSync("flows/hotlines.yaml", "utf8")));

/** The shipped words and questions. */
export const FLOW = readBook(await readFiles("flows/"), "demo", "when needed").flow;

/** A record with everything known; the test says what is different. */
export function record(change: Partial<Omit<Intake, "facts">> & { facts?: Partial<Intake["facts"]> } = {}): Intake {
  const { facts, ...rest } = change;
  return {
    id: "01A",
    office: "demo",
    talk: null,
    receiptNo: "2026-7KQ4MN",
    channel: "LINE",
    receivedAt: NOON - 3 * HOUR - 12 * 60_000,
    lastAt: NOON - HOUR,
    completeness: "COMPLETE",
    status: "RECEIVED",
    closeReason: null,
    urgency: "E3",
    lang: "ja",
    owner: null,
    unread: true,
    firstHumanReplyAt: null,
    linkedFrom: null,
    revision: 0,
    reporter: { role: "SELF", anonymous: true, name: "" },
    contactPlan: { channels: ["LINE"], window: "", phone: "", nameToUse: "", avoid: "", text: "" },
    facts: { ...FACTS, ...facts },
    ...rest,
  };
}

const FACTS: Intake["facts"] = {
  subjects: [{ relation: "本人", ageBand: "40-49", district: "kita", aware: "知っている", issueTags: [] }],
  primaryCategory: "INCOME",
  categories: ["INCOME", "HOUSING"],
  district: "kita",
  districtText: "",
  urgencyReasons: [],
  riskTypes: [],
  flags: [],
  needsSupport: [],
  wish: "家賃の相談をしたい",
  proposals: ["自立相談支援機関"],
  consents: [
    {
      scope: "PURPOSE_NOTICE",
      value: "SHOWN",
      textVersion: "ja-1",
      text: "お知らせの文",
      lang: "ja",
      method: "LINE表示",
      at: NOON,
    },
    {
      scope: "RECORD",
      value: "GIVEN",
      textVersion: "ja-1",
      text: "同意の文",
      lang: "ja",
      method: "LINEボタン",
      at: NOON,
    },
  ],
  answers: [{ step: "category", question: "何にいちばん困っていますか。", answer: "お金のこと", at: NOON - 2 * HOUR }],
  safeToPush: true,
  blocked: false,
  narrative: "",
};

let words = 0;
/** One word of the talk. */
export function word(change: Partial<Message> = {}): Message {
  words += 1;
  const plain = {
    office: "demo",
    intake: "01A",
    at: NOON - HOUR,
    direction: "in",
    kind: "text",
    text: "こんにちは",
  } as const;
  return { id: `m${words}`, mediaId: null, retractedAt: null, by: null, ...plain, ...change };
}

export interface Town {
  store: Store;
  room: Room;
  /** Fetches a page as the one signed in. */
  get(path: string): Promise<Response>;
  /** Posts a form as a browser of the same site does; `from` is its address, `more` a cookie it made itself. */
  post(path: string, form: Record<string, string>, from?: string, more?: string): Promise<Response>;
  signInAs(login: string): Promise<void>;
  /** As another browser. */
  forget(): void;
  said: string[];
  /** What the desk says became of an answer. */
  outcome: { is: Answered | "fails" };
  clock: { at: number };
  /** Happens while an answer is being sent. */
  meanwhile: () => Promise<unknown>;
}

const PASSWORD = "correct horse battery";
/** A low cost: the tests are about the pages. That the real cost is used stands in account.test.ts. */
const kept = await hashPassword(PASSWORD, { log2N: 4, r: 8, p: 1 });

/** A staff view over an empty store; `hana` has both rights, `taro` may not see who told us. */
export async function town(change: Partial<Room> = {}): Promise<Town> {
  const store = memoryStore();
  for (const staff of [
    person("hana", "花田", ["desk", "reporter"]),
    person("taro", "太田", ["desk"]),
    person("nobody", "無田", []),
  ])
    await store.staff.save(staff);
  const said: string[] = [];
  const outcome: Town["outcome"] = { is: "sent" };
  const clock = { at: NOON };
  const desk: Room["desk"] = {
    answer: async ({ text }) => {
      if (outcome.is === "fails") throw new Error("the store is down");
      said.push(text);
      await here.meanwhile();
      return outcome.is;
    },
    writeByHand: async (hand) => {
      const intake = record({ id: "hand", receiptNo: "2026-HAND22", ...hand, facts: { narrative: hand.narrative } });
      await keep(store, [intake]);
      return intake;
    },
  };
  const fixed = {
    office: aoba,
    flow: FLOW,
    hotlines: NUMBERS,
    reviews: [
      { lang: "ja", words: { by: null, on: null }, danger: { by: null, on: null } },
      { lang: "en", words: null, danger: { by: "確かめた人", on: "2026-11-20" } },
    ],
    labels: labelsFor("障害", FLOW),
    publicUrl: "http://127.0.0.1:3000",
    alertsReady: true,
    trial: false,
  };
  const room: Room = { store, desk, now: () => clock.at, ...fixed, ...change };
  const here: Town = {
    store,
    room,
    said,
    outcome,
    clock,
    meanwhile: async () => {},
    ...browse(new Hono().route("/admin", staffView(room)), room.publicUrl),
  };
  return here;
}

/** Files records and words as the desk would. */
export async function keep(store: Store, intakes: Intake[], messages: Message[] = []): Promise<void> {
  const filed = intakes.map((intake) => ({ intake, raise: null, talkRevision: 1 }));
  await store.talks.file({ intakes: filed, messages, entries: [], retractions: [] });
}

function person(login: string, name: string, rights: Staff["rights"]): Staff {
  return { id: login, office: "demo", login, name, rights, password: kept, removedAt: null };
}

export function browse(app: Hono, site: string): Pick<Town, "get" | "post" | "signInAs" | "forget"> {
  const cookies = new Map<string, string>();
  const cookie = () => [...cookies].map((pair) => pair.join("=")).join("; ");
  const post: Town["post"] = async (path, form, from = "", more = "") => {
    const headers = { origin: new URL(site).origin, cookie: [cookie(), more].filter(Boolean).join("; ") };
    const body = new URLSearchParams(form);
    return app.request(site + path, { method: "POST", body, headers: { ...headers, "x-forwarded-for": from } });
  };
  return {
    post,
    get: async (path) => app.request(site + path, { headers: { cookie: cookie() } }),
    async signInAs(login) {
      const answer = await post("/admin/sign-in", { login, password: PASSWORD });
      for (const set of answer.headers.getSetCookie()) {
        const [name = "", value = ""] = (set.split(";")[0] ?? "").split("=");
        cookies.set(name, value);
      }
    },
    forget: () => cookies.clear(),
  };
}
