// Records in memory: the queue, the record page, the export.
import type { Entry, Intake, Message } from "../../intake/intake.ts";
import type { Act, QueueFilter, QueueRow, RecordStore } from "../../ports.ts";
import { withConfirmed } from "../../intake/confirmed.ts";
import { hasEnded, waitsForFirst } from "../../intake/acts.ts";
import { asksEnded, counted, draftRow, inQueue, lookedAt, statusesOf } from "../queue.ts";
import { countBefore } from "./before.ts";
import type { Tables } from "./tables.ts";

export function memoryRecords(tables: Tables): RecordStore {
  const intakes = (): Intake[] => tables.intakes.all().map((row) => row.intake);
  return {
    async queue(filter) {
      const all = linesOf(tables, filter.office);
      const since = endedSince(all, filter);
      const isOlder = (row: QueueRow): boolean => hasEnded(row.status) && row.receivedAt < since;
      const rows = all.filter((row) => !isOlder(row) && passes(row, filter)).toSorted(inQueue);
      const page = rows.slice(filter.offset, filter.offset + filter.limit);
      return { rows: page, ...counted(rows.length, filter), older: asksEnded(filter) && all.some(isOlder) };
    },
    async find(office, id) {
      const intake = tables.intakes.get(id)?.intake;
      return intake?.office === office ? intake : null;
    },
    waiting: async (office, place) => countBefore(intakes(), office, place),
    longest: async (office) =>
      linesOf(tables, office)
        .filter(({ waits }) => waits)
        .toSorted(oldestFirst)[0] ?? null,
    findByReceipt: async (office, receiptNo) =>
      intakes()
        .filter((row) => row.office === office && row.receiptNo === receiptNo)
        .sort(oldestFirst),
    messages: async (intake) => inOrder(tables.messages.all(), intake),
    entries: async (intake) => inOrder(tables.entries.all(), intake),
    kept: async (ids) => new Set(ids.filter((id) => tables.messages.get(id) !== undefined)),
    act: async (act) => doAct(tables, act),
    async *all(office, { from = 0, to = Infinity }) {
      const rows = intakes().filter((row) => row.office === office && row.receivedAt >= from && row.receivedAt < to);
      yield* rows.sort(oldestFirst);
    },
    async *drafts(office) {
      const rows = tables.talks.all().filter(({ talk, codes }) => talk.office === office && codes.draft);
      rows.sort((a, b) => a.codes.receivedAt - b.codes.receivedAt || (a.talk.key < b.talk.key ? -1 : 1));
      yield* rows.map(({ talk }) => talk);
    },
    unreadable: async () => 0,
    async talkOf(intake) {
      const filling = tables.talks.all().find(({ codes }) => codes.intake === intake);
      const known = tables.talks.get(tables.intakes.get(intake)?.intake.talk ?? "");
      return (filling ?? known)?.talk ?? null;
    },
  };
}

const oldestFirst = (a: { receivedAt: number; id: string }, b: { receivedAt: number; id: string }): number =>
  a.receivedAt - b.receivedAt || (a.id < b.id ? -1 : 1);

const inOrder = <Row extends Message | Entry>(rows: Row[], intake: string): Row[] =>
  rows.filter((row) => row.intake === intake).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));

function linesOf(tables: Tables, office: string): QueueRow[] {
  const talks = tables.talks.all().filter(({ talk, codes }) => talk.office === office && codes.draft);
  const drafts = talks.flatMap(({ codes }) => (codes.intake === null ? [] : draftRow(codes.intake, codes)));
  const filed = tables.intakes.all().filter(({ intake }) => intake.office === office);
  return [...drafts, ...filed.map(({ intake }) => line(intake))];
}

function line(told: Intake): QueueRow {
  const { facts, reporter, ...intake } = withConfirmed(told);
  const { id, receiptNo, receivedAt, lastAt, status, completeness, urgency, lang, owner, unread, channel, linkedFrom } =
    intake;
  const waits = waitsForFirst(told);
  const codes = { role: reporter.role, category: facts.primaryCategory, district: facts.district };
  return {
    id,
    receiptNo,
    receivedAt,
    lastAt,
    status,
    completeness,
    urgency,
    ...codes,
    lang,
    owner,
    unread,
    channel,
    waits,
    linkedFrom,
  };
}

/** When the last of the newest ended that are looked at came in. */
function endedSince(rows: QueueRow[], filter: QueueFilter): number {
  const times = rows.filter(({ status }) => hasEnded(status)).map(({ receivedAt }) => receivedAt);
  return times.toSorted((a, b) => b - a)[lookedAt(filter) - 1] ?? 0;
}

function passes(row: QueueRow, { show, owner, ...filter }: QueueFilter): boolean {
  const same = (key: "status" | "urgency" | "role" | "category" | "district"): boolean =>
    filter[key] === undefined || filter[key] === row[key];
  const owned = owner === undefined || row.owner === (owner === "none" ? null : owner);
  const shown = statusesOf(show)?.includes(row.status) ?? true;
  return shown && owned && (["status", "urgency", "role", "category", "district"] as const).every(same);
}

function doAct(tables: Tables, { id, base, set, entry }: Act): boolean {
  const standing = tables.intakes.get(id);
  if (standing?.intake.revision !== base) return false;
  tables.intakes.put(id, { ...standing, intake: { ...standing.intake, ...set, revision: base + 1 } });
  tables.entries.add(entry.id, entry);
  return true;
}
