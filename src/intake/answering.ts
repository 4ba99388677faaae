// Before staff's words leave for a telephone that others may hold: what keeps them from being sent.
import type { Problem } from "./acts.ts";
import type { Facts } from "./intake.ts";

/** A text message of LINE holds 5,000; longer than this nobody reads on a telephone. Counted in UTF-16 units, as LINE does. */
export const ANSWER_MAX = 1000;

/**
 * Words for the resident: what keeps them from being sent. `sure` is the tick 「確かめました」, asked for where the
 * telephone may be in other hands or the words would tell too much on a locked screen.
 */
export function answerProblems(facts: Facts, typed: { text: string; sure: boolean }): Problem[] {
  const text = typed.text.trim();
  if (text === "") return [{ field: "text", say: "返事を書いてください" }];
  if (text.length > ANSWER_MAX)
    return [{ field: "text", say: `返事は${ANSWER_MAX}文字までです（いま${text.length}文字）` }];
  if (typed.sure) return [];
  if (!facts.safeToPush)
    return [{ field: "sure", say: "ほかの人に見られるおそれがあります。連絡のしかたを確かめて、印をつけてください" }];
  const shown = telling(text);
  if (shown.length === 0) return [];
  return [
    { field: "sure", say: `通知で画面に出ると困る言葉があります（${shown.join("、")}）。よければ印をつけてください` },
  ];
}

/** Words that must not stand on a locked screen where somebody else may look. */
function telling(text: string): string[] {
  const plain = text.normalize("NFKC");
  return ["DV", "虐待", "暴力", "生活保護", "借金", "自殺", "離婚"].filter((word) => plain.includes(word));
}
