// Messages and entries between the port and their tables.
import type { Entry as EntryRow, Message as MessageRow } from "#prisma";
import type { Entry, Message } from "../../../intake/intake.ts";
import type { Sealer } from "../../seal.ts";

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

/** A row ready for JSON. The words stand alone, so that they can be taken back without being read. */
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

/** Opens a row. Throws WrongDataKey. */
export function openMessage({ head, text, japanese, ...row }: MessageRow, { open }: Sealer): Message {
  const plain = { ...row, at: Number(row.at), retractedAt: row.retractedAt === null ? null : Number(row.retractedAt) };
  const { direction, kind, by } = JSON.parse(open(head, headOf(row.id))) as Pick<Message, "direction" | "kind" | "by">;
  const words = { text: text === null ? null : open(text, textOf(row.id)) };
  const more = japanese === null ? {} : { japanese: open(japanese, japaneseOf(row.id)) };
  return { ...plain, direction, kind, by, ...words, ...more };
}

/** A row ready for JSON. */
export function entryRow({ by, kind, body, ...plain }: Entry, { seal }: Sealer): Record<string, unknown> {
  return { ...plain, sealed: seal(JSON.stringify({ by, kind, body }), entryOf(plain.id)) };
}

/** Opens a row. Throws WrongDataKey. */
export function openEntry({ sealed, ...row }: EntryRow, { open }: Sealer): Entry {
  const words = JSON.parse(open(sealed, entryOf(row.id))) as Pick<Entry, "by" | "kind" | "body">;
  return { ...row, at: Number(row.at), ...words };
}
