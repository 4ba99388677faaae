// What differs each time a conversation is held: the receipt number, drawn from the record's chance id; and how many wait
// before somebody, in a database that all conversations share. Nothing else.

/** 受付番号：2026-6H3AGQ → 受付番号：（番号）; 先にお待ちの方が14人います → 先にお待ちの方（人数） */
export const masked = (text: string): string =>
  text
    .replaceAll(/(?<=受付番号：)\d{4}-[0-9A-Z]{6}(?![0-9A-Z])/g, "（番号）")
    .replaceAll(/(?<=先にお待ちの方)(?:はいません|が\d+人います)(?=。)/g, "（人数）");
