// What differs each time a conversation is held: the receipt number, drawn from the record's chance id; and how many wait
// before somebody, in a database that all conversations share. Nothing else, in whatever language it is said.
import type { Words } from "../../src/flow/words.ts";

/** 受付番号：2026-6H3AGQ → 受付番号：（番号）; 先にお待ちの方が14人います → （人数） */
export const masked = (text: string, words: Words[]): string =>
  words.reduce(
    (masking, { say, facts }) =>
      masking
        .replaceAll(
          new RegExp(`(?<=${before(say["done-number"], "receiptNo")})\\d{4}-[0-9A-Z]{6}(?![0-9A-Z])`, "gu"),
          "（番号）",
        )
        .replaceAll(new RegExp(WAITING.map((key) => figures(facts[key])).join("|"), "gu"), "（人数）"),
    text,
  );

const WAITING = ["waiting-none", "waiting-one", "waiting-some"] as const;

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");

/** What stands before a gap in its line. */
const before = (text: string, gap: string): string => literal(text.split(`{{${gap}}}`)[0]?.split("\n").at(-1) ?? "");

const figures = (text: string): string => text.split("{{count}}").map(literal).join("\\d+");
