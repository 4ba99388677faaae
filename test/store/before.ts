// A database as the version before left it: the first migration alone, with rows in every table that changed since.
import { expect } from "vitest";
import type { Store } from "../../src/ports.ts";
import type { Sealer } from "../../src/store/seal.ts";
import { entry, filing, message, SECRETS } from "./samples.ts";

const FACTS = {
  subjects: [],
  primaryCategory: "CARE",
  categories: ["CARE"],
  district: "north",
  consents: [],
  answers: [],
};

/** Rows by table, column by column, as that version wrote them. */
export function rowsBefore({ seal }: Sealer): Record<string, Record<string, string | number | null>[]> {
  const at = { receivedAt: 1_000, lastAt: 1_000 };
  const intake = { id: "i1", office: "aoba", talk: "k1", receiptNo: "2026-7KQ4MN", channel: "LINE", ...at };
  const state = { completeness: "PARTIAL", status: "RECEIVED", closeReason: null, urgency: "E2", role: "FAMILY" };
  const codes = { category: "CARE", district: "north", lang: "ja" };
  const staff = { owner: "s1", unread: 1, firstHumanReplyAt: null, linkedFrom: null, revision: 3 };
  const sealed = (column: string, words: unknown) => seal(JSON.stringify(words), `Intake.${column}:i1`);
  const words = { person: SECRETS.person, state: { lang: "ja" }, seen: ["e1"], unfiled: [], owed: [] };
  const filed = {
    filed: 2,
    place: 2,
    ended: 0,
    facts: sealed("facts", { ...FACTS, narrative: SECRETS.story }),
    reporter: sealed("reporter", { role: "FAMILY", anonymous: true, name: "" }),
    contactPlan: sealed("contactPlan", { channels: ["TEL"], phone: SECRETS.phone }),
  };
  const i1 = { ...intake, ...state, ...codes, ...staff, ...filed };
  const said = seal(JSON.stringify({ direction: "in", kind: "text", by: null }), "Message.head:m1");
  return {
    Intake: [
      i1,
      { ...i1, id: "E0-read", receiptNo: null, urgency: "E0", unread: 0, place: 1 },
      { ...i1, id: "E0", receiptNo: null, urgency: "E0", place: 0, receivedAt: 9_000 },
      { ...i1, id: "E1", receiptNo: null, urgency: "E1", place: 0 },
      { ...i1, id: "E1-read", receiptNo: null, urgency: "E1", unread: 0, place: 1 },
    ],
    Message: [
      {
        id: "m1",
        office: "aoba",
        intake: "i1",
        at: 1_000,
        mediaId: null,
        retractedAt: null,
        head: said,
        text: seal(SECRETS.story, "Message.text:m1"),
      },
    ],
    Talk: [
      {
        key: "k2",
        office: "aoba",
        revision: 4,
        base: 3,
        intake: "i2",
        draft: 1,
        ...at,
        role: null,
        category: null,
        district: null,
        lang: "ja",
        dueAt: null,
        sealed: seal(JSON.stringify(words), "Talk.sealed:k2"),
      },
    ],
  };
}

/** INSERT with a place for each value. */
export function insertOf(table: string, row: Record<string, unknown>): string {
  const names = Object.keys(row).map((name) => `"${name}"`);
  return `INSERT INTO "${table}" (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`;
}

/** What stood there is read as it was, and takes what this version adds. */
export async function wentOn({ talks, records }: Store): Promise<void> {
  const before = await records.find("aoba", "i1");
  expect(before).toMatchObject({ status: "RECEIVED", owner: "s1", revision: 3, facts: { narrative: SECRETS.story } });
  expect(before).not.toHaveProperty("confirmed");
  expect(await records.messages("i1")).toEqual([message("m1")]);
  const { rows } = await records.queue({ office: "aoba", show: "open", limit: 9, offset: 0 });
  expect(rows.map(({ id }) => id)).toEqual(["E0", "E0-read", "E1", "E1-read", "i1", "i2"]);
  expect(rows.slice(-2).map(({ urgency }) => urgency)).toEqual(["E2", "E9"]);
  const act = { id: "i1", base: 3, set: { confirmed: { district: "south" } }, entry: entry("x") };
  expect(await records.act(act)).toBe(true);
  await talks.file(filing({ messages: [message("m2", { japanese: "ことば" })] }));
  expect((await records.find("aoba", "i1"))?.confirmed).toEqual({ district: "south" });
  expect((await records.messages("i1")).map(({ japanese }) => japanese)).toEqual([undefined, "ことば"]);
}
