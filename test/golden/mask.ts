// What differs each time a conversation is held: the receipt number, drawn from the record's chance id. Nothing else.

/** 受付番号：2026-6H3AGQ → 受付番号：（番号） */
export const maskReceiptNo = (text: string): string =>
  text.replaceAll(/(?<=受付番号：)\d{4}-[0-9A-Z]{6}(?![0-9A-Z])/g, "（番号）");
