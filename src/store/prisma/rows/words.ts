// Messages and entries between the port and their tables.
import type { Entry as EntryRow, Message as MessageRow } from "#prisma";
import type { Entry, Message } from "../../../intake/intake.ts";
import { unlessDamaged, type Sealer } from "../../seal.ts";

export const MESSAGE_COLUMNS = [
  "id",
  "office",
  "intake",
  "at",
  "mediaId",
  "retractedAt",
  "head",
  "text",
  "japanese",
] as const;
export const ENTRY_COLUMNS = ["id", "office", "intake", "at", "sealed"] as const;

const headOf = (id: string): string => `Message.head:${id}`;
const textOf = (id: string): string => `Message.text:${id}`;
const japaneseOf = (id: string): string => `Message.japanese:${id}`;
const entryOf = (id: string): string => `Entry.sealed:${id}`;

/** A row to be written. The words stand alone, so that they can be taken back without being read. */
export function messageRow(message: Message, { seal }: Sealer): Record<string, unknown> {
  const { direction, kind, by, text, japanese, ...plain } = message;
  const head = seal(JSON.stringify({ direction, kind, by }), headOf(message.id));
  return {
    ...plain,
    head,
    text: text === null ? null : seal(text, textOf(message.id)),
    japanese: japanese === undefined ? null : seal(japanese, japaneseOf(message.id)),
  };
}

type Head = Pick<Message, "direction" | "kind" | "by">;

/** Of a word whose own row does not tell. */
const UNKNOWN: Head = { direction: "in", kind: "other", by: null };

/** Opens a row; one that was damaged says so, and the rest of the talk is read beside it. */
export function openMessage({ head, text, japanese, ...row }: MessageRow, { open }: Sealer): Message {
  const plain = { ...row, at: Number(row.at), retractedAt: row.retractedAt === null ? null : Number(row.retractedAt) };
  const told = unlessDamaged(() => {
    const { direction, kind, by } = JSON.parse(open(head, headOf(row.id))) as Head;
    const more = japanese === null ? {} : { japanese: open(japanese, japaneseOf(row.id)) };
    return { direction, kind, by, text: text === null ? null : open(text, textOf(row.id)), ...more };
  });
  return { ...plain, ...(told ?? { ...UNKNOWN, text: null, damaged: true }) };
}

/** A row to be written. */
export function entryRow({ by, kind, body, ...plain }: Entry, { seal }: Sealer): Record<string, unknown> {
  return { ...plain, sealed: seal(JSON.stringify({ by, kind, body }), entryOf(plain.id)) };
}

/** Opens a row; one that was damaged says so. */
export function openEntry({ sealed, ...row }: EntryRow, { open }: Sealer): Entry {
  const told = unlessDamaged(() => JSON.parse(open(sealed, entryOf(row.id))) as Pick<Entry, "by" | "kind" | "body">);
  return { ...row, at: Number(row.at), ...(told ?? { by: null, kind: "note", body: {}, damaged: true }) };
}
