// Talks, records and words of an invented town, for the store's tests.
import type { Entry, Intake, Message } from "../../src/intake/intake.ts";
import type { Filing, Move, Staff, TalkCodes, Unheard } from "../../src/ports.ts";

/** Words and ids that must never stand in clear in a file. */
export const SECRETS = {
  person: "U0123456789abcdef0123456789abcdef",
  story: "母がひとりで泣いています",
  place: "駅の裏のアパート",
  phone: "でんわはおひるに",
  note: "職員のおぼえがき",
  name: "青葉はなこ",
  login: "hanako@example.jp",
};

export const codes = (more: Partial<TalkCodes> = {}): TalkCodes => ({
  intake: "i1",
  draft: true,
  receivedAt: 1_000,
  lastAt: 1_000,
  role: "SELF",
  category: null,
  district: null,
  lang: "ja",
  urgency: "E9",
  dueAt: null,
  ...more,
});

/** A move of the talk `key` from revision `base` to the next. */
export function move(key: string, base: number, more: Partial<TalkCodes> = {}, words: Message[] = []): Move {
  const talk = { key, office: "aoba", person: SECRETS.person, revision: base + 1, seen: [`e${base}`], unfiled: words };
  return { base, codes: codes(more), talk: { ...talk, state: { flow: SECRETS.story } as never, owed: [] } };
}

/** The same, and what it files. */
export const filedWith = (plain: Move, more: Partial<Filing>): Move => ({ ...plain, filing: filing(more) });

/** Something said, and not heard yet. */
export const unheard = (id: string, key: string, more: Partial<Unheard> = {}): Unheard => ({
  key,
  office: "aoba",
  arrival: {
    id,
    person: SECRETS.person,
    at: 1_000,
    messageId: `m-${id}`,
    replyToken: null,
    standby: false,
    input: { kind: "text", text: SECRETS.story },
  },
  dueAt: 20_000,
  ...more,
});

export const message = (id: string, more: Partial<Message> = {}): Message => ({
  id,
  office: "aoba",
  intake: "i1",
  at: 1_000,
  direction: "in",
  kind: "text",
  text: SECRETS.story,
  mediaId: null,
  retractedAt: null,
  by: null,
  ...more,
});

export const entry = (id: string, more: Partial<Entry> = {}): Entry => ({
  id,
  office: "aoba",
  intake: "i1",
  at: 1_000,
  by: "s1",
  kind: "note",
  body: { text: SECRETS.note },
  ...more,
});

export const intake = (id: string, more: Partial<Intake> = {}): Intake => ({
  id,
  office: "aoba",
  talk: "k1",
  receiptNo: null,
  channel: "LINE",
  receivedAt: 1_000,
  lastAt: 1_000,
  completeness: "PARTIAL",
  status: "RECEIVED",
  closeReason: null,
  urgency: "E9",
  lang: "ja",
  owner: null,
  unread: true,
  firstHumanReplyAt: null,
  linkedFrom: null,
  revision: 1,
  facts: facts(),
  reporter: { role: "FAMILY", anonymous: true, name: "" },
  contactPlan: {
    channels: ["TEL"],
    window: "",
    phone: SECRETS.phone,
    nameToUse: "",
    avoid: "",
    text: SECRETS.phone,
  },
  ...more,
});

/** What was understood, or nothing at all for a wordless record. */
export const facts = (districtText = SECRETS.place): Intake["facts"] => ({
  subjects: [],
  primaryCategory: "CARE",
  categories: ["CARE"],
  district: "north",
  districtText,
  urgencyReasons: [],
  riskTypes: [],
  flags: [],
  needsSupport: [],
  wish: "",
  proposals: [],
  consents: [],
  answers: [],
  safeToPush: true,
  blocked: false,
  narrative: "",
});

export const staff = (id: string, more: Partial<Staff> = {}): Staff => ({
  id,
  office: "aoba",
  login: SECRETS.login,
  name: SECRETS.name,
  rights: ["desk"],
  password: null,
  removedAt: null,
  ...more,
});

/** Filing with only what is given. */
export const filing = (parts: Partial<Filing>): Filing => ({
  messages: [],
  intakes: [],
  entries: [],
  retractions: [],
  ...parts,
});

/** Everything of a list that comes over time. */
export async function gathered<T>(list: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of list) all.push(one);
  return all;
}
