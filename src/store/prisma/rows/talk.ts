// A talk between the port and its table: all but its codes, and what was struck out since, is sealed as one piece.
import type { Move, Owed, Struck, Talk } from "../../../ports.ts";
import { unlessDamaged, type Sealer } from "../../seal.ts";

export const TALK_COLUMNS = [
  "key",
  "office",
  "revision",
  "base",
  "intake",
  "draft",
  "receivedAt",
  "lastAt",
  "role",
  "category",
  "district",
  "lang",
  "urgency",
  "dueAt",
  "sealed",
  "struck",
] as const;

const context = (key: string): string => `Talk.sealed:${key}`;

/** A row to be written, with the receipt number that the write takes. */
export function talkRow(move: Move, { seal }: Sealer): Record<string, unknown> & { sealed: string } {
  const { key, office, revision, ...words } = move.talk;
  const sealed = seal(JSON.stringify(words), context(key));
  return { ...move.codes, key, office, revision, base: move.base, ...numberedBy(move), sealed, struck: "" };
}

/** Ids as they stand behind those that were struck out of the same words before. */
export const struckRow = ({ key, base, ids, dueAt }: Struck): Record<string, unknown> => ({
  key,
  base,
  dueAt,
  struck: ids.map((id) => `${encodeURIComponent(id)} `).join(""),
});

/** The record this move files for its talk, and its receipt number. */
export function numberedBy({ filing, codes }: Move): { numbered: string | null; number: string | null } {
  const filed = filing?.intakes.find(({ intake }) => intake.id === codes.intake)?.intake;
  return { numbered: filed?.id ?? null, number: filed?.receiptNo ?? null };
}

/** What is read of a row. The revision may come back as BigInt. */
export interface SealedTalk {
  key: string;
  office: string;
  revision: number | bigint;
  sealed: string;
  /** Ids of what is owed no more, though it still stands in the sealed words. */
  struck: string;
}

/** The key of a row that cannot be opened begins so: it was set aside, and its person is heard anew. */
export const ASIDE = "unreadable:";

/** Opens a row; null where it was damaged. */
export const readableTalk = (row: SealedTalk, sealer: Sealer): Talk | null => unlessDamaged(() => talkOf(row, sealer));

function talkOf(row: SealedTalk, { open }: Sealer): Talk {
  const words = JSON.parse(open(row.sealed, context(row.key))) as Omit<Talk, "key" | "office" | "revision">;
  return {
    key: row.key,
    office: row.office,
    revision: Number(row.revision),
    ...words,
    owed: owedStill(words.owed, row),
  };
}

/** What of it was not struck out since. */
export function owedStill(owed: Owed[], { struck }: SealedTalk): Owed[] {
  if (struck === "") return owed;
  const done = struck.split(" ");
  return owed.filter(({ id }) => !done.includes(encodeURIComponent(id)));
}
