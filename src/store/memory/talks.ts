// Talks and filing in memory: the rules of the port in their shortest form.
import { withoutWords, type Intake } from "../../intake/intake.ts";
import type { Erasure, Filing, Move, Struck, TalkCodes, TalkStore } from "../../ports.ts";
import { ERASED, inRounds } from "../filing.ts";
import { raised, URGENT } from "../queue.ts";
import { countBefore } from "./before.ts";
import type { Tables } from "./tables.ts";

export function memoryTalks(tables: Tables): TalkStore {
  return {
    async load(keys, events, before = []) {
      const rows = keys.flatMap((key) => tables.talks.get(key) ?? []);
      const asked = before.flatMap((key) => tables.talks.get(key) ?? []);
      const unheard = tables.unheard.all().filter(({ key }) => keys.includes(key));
      const ids = [...events, ...unheard.map(({ arrival }) => arrival.id)];
      return {
        talks: new Map(rows.map(({ talk }) => [talk.key, talk])),
        gone: new Set(ids.filter((id) => tables.gone.has(id))),
        unheard: unheard.map(({ key, arrival }) => ({ key, arrival })),
        before: new Map(asked.map(({ talk, codes }) => [talk.key, waitingBefore(tables, talk.office, codes)])),
      };
    },
    async commit(moves) {
      return new Set(moves.filter((move) => write(tables, move)).map((move) => move.talk.key));
    },
    async strike(struck) {
      return new Set(struck.filter((one) => strike(tables, one)).map(({ key }) => key));
    },
    async keep(unheard) {
      for (const one of unheard) tables.unheard.put(one.arrival.id, one);
    },
    async putOff(ids, dueAt) {
      for (const one of ids.flatMap((id) => tables.unheard.get(id) ?? []))
        tables.unheard.put(one.arrival.id, { ...one, dueAt });
    },
    async heard(ids) {
      for (const id of ids) tables.unheard.drop(id);
    },
    erase: async (erasure) => erase(tables, erasure),
    file: async (filing) => file(tables, filing),
    async due(now, limit) {
      const first = (rows: Due[]): Due[] =>
        rows
          .filter(({ at }) => at <= now)
          .sort(oldest)
          .slice(0, limit);
      const talks = tables.talks
        .all()
        .flatMap(({ talk, codes }) => (codes.dueAt === null ? [] : { key: talk.key, at: codes.dueAt }));
      const unheard = tables.unheard.all().map(({ key, dueAt }) => ({ key, at: dueAt }));
      const ripe = [...first(talks), ...first(unheard)].sort(oldest);
      return [...new Set(ripe.map((row) => row.key))];
    },
  };
}

interface Due {
  key: string;
  at: number;
}

const oldest = (a: Due, b: Due): number => a.at - b.at || (a.key < b.key ? -1 : 1);

function waitingBefore(tables: Tables, office: string, { intake: id, receivedAt, urgency }: TalkCodes): number {
  if (id === null) return 0;
  const place = { id, receivedAt, urgent: URGENT.includes(urgency) };
  const intakes = tables.intakes.all().map(({ intake }) => intake);
  return countBefore(intakes, office, place);
}

const standsAt = (tables: Tables, key: string, base: number): boolean =>
  (tables.talks.get(key)?.talk.revision ?? 0) === base;

function write(tables: Tables, { talk, base, codes, filing }: Move): boolean {
  if (!standsAt(tables, talk.key, base) || filing?.intakes.some(({ intake }) => isTaken(tables, intake))) return false;
  tables.talks.put(talk.key, { talk, codes });
  if (filing) file(tables, filing);
  return true;
}

function strike(tables: Tables, { key, base, ids, dueAt }: Struck): boolean {
  const row = tables.talks.get(key);
  if (row === undefined || row.talk.revision !== base) return false;
  const owed = row.talk.owed.filter(({ id }) => !ids.includes(id));
  tables.talks.put(key, { talk: { ...row.talk, owed, revision: base + 1 }, codes: { ...row.codes, dueAt } });
  return true;
}

/** Has another record the number of this one, which is not filed yet? */
const isTaken = (tables: Tables, { id, office, receiptNo }: Intake): boolean =>
  receiptNo !== null &&
  tables.intakes.get(id) === undefined &&
  tables.intakes.all().some(({ intake }) => intake.office === office && intake.receiptNo === receiptNo);

function erase(tables: Tables, { key, base, leave, seen, intake }: Erasure): boolean {
  if (!standsAt(tables, key, base)) return false;
  for (const message of tables.messages.all().filter((row) => row.intake === intake)) {
    tables.messages.drop(message.id);
    tables.chunks.delete(message.id);
  }
  for (const entry of tables.entries.all().filter((row) => row.intake === intake)) tables.entries.drop(entry.id);
  for (const media of tables.media.all().filter((row) => row.intake === intake)) {
    tables.media.drop(media.id);
    tables.chunks.delete(media.id);
  }
  for (const event of seen) tables.gone.add(event);
  tables.intakes.put(leave.id, { intake: leave, filed: ERASED });
  tables.talks.drop(key);
  return true;
}

function file(tables: Tables, filing: Filing): void {
  const open = (row: { intake: string }): boolean => tables.intakes.get(row.intake)?.filed !== ERASED;
  for (const message of filing.messages.filter(open)) tables.messages.add(message.id, message);
  for (const entry of filing.entries.filter(open)) tables.entries.add(entry.id, entry);
  for (const row of inRounds(filing.intakes).flat()) fileIntake(tables, row);
  for (const row of filing.retractions) retract(tables, row);
}

function fileIntake(tables: Tables, { intake, raise, talkRevision }: Filing["intakes"][number]): void {
  const standing = tables.intakes.get(intake.id);
  if (standing && standing.filed >= talkRevision) return;
  const next = standing ? over(standing.intake, intake, raise) : { ...intake, urgency: raised(intake.urgency, raise) };
  tables.intakes.put(intake.id, { intake: next, filed: talkRevision });
}

/** What the resident's side may change of a record; the rest belongs to staff. */
function over(standing: Intake, told: Intake, raise: Filing["intakes"][number]["raise"]): Intake {
  return {
    ...told,
    receiptNo: told.receiptNo ?? standing.receiptNo,
    lastAt: Math.max(standing.lastAt, told.lastAt),
    status: standing.status,
    closeReason: standing.closeReason,
    urgency: raised(standing.urgency, raise),
    owner: standing.owner,
    unread: true,
    firstHumanReplyAt: standing.firstHumanReplyAt,
    ...(standing.confirmed && { confirmed: standing.confirmed }),
    revision: standing.revision,
  };
}

function retract(tables: Tables, { messageId, at }: Filing["retractions"][number]): void {
  const message = tables.messages.get(messageId);
  if (message) tables.messages.put(messageId, withoutWords(message, message.retractedAt ?? at));
  const media = tables.media.get(messageId);
  if (media) tables.media.put(messageId, { ...media, state: "retracted" });
  tables.chunks.delete(messageId);
}
