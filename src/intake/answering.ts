// Before staff's words leave for a telephone that others may hold: what keeps them from being sent.
import type { Problem } from "./act/change.ts";
import { overlong } from "./act/length.ts";
import { mayContact } from "./consent/ledger.ts";
import type { Intake } from "./intake.ts";

/** A text message of LINE holds 5,000; longer than this nobody reads on a telephone. Counted in UTF-16 units, as LINE does. */
export const ANSWER_MAX = 1000;

/** Of a record: whom it reaches, and how they said it may. */
type Reached = Pick<Intake, "facts" | "contactPlan">;

/** What speaks against using LINE now, in words for staff; [] for nothing. It tells nothing of who wrote. */
export function cautions({ facts, contactPlan: { channels, avoid } }: Reached): string[] {
  const contact = mayContact(facts);
  const said = [
    contact.ok ? null : `${contact.why}。`,
    facts.safeToPush ? null : "「今は話せない」とのことでした。ほかの人が見ているかもしれません。",
    channels.includes("NONE") ? "「連絡はいらない」とのことでした。" : null,
    channels.some((channel) => channel !== "NONE") && !channels.includes("LINE")
      ? "LINEではない方法での連絡を選んでいます。"
      : null,
    LINE_NAMED.test(avoid.normalize("NFKC")) ? "LINEでの連絡について、避けてほしいことを書いています。" : null,
  ];
  return said.filter((one) => one !== null);
}

/** 「オンライン」 and 「ガイドライン」 are something else. */
const LINE_NAMED = /LINE|(?<!オン|ガイド)ライン/iu;

/**
 * Words for the resident: what keeps them from being sent. `sure` is the tick 「確かめました」, asked for where something
 * speaks against LINE, or the words would tell much to whoever opens the talk. `why`: asked for, and noted, where they took
 * back that we may contact them.
 */
export function answerProblems(reached: Reached, typed: { text: string; sure: boolean; why: string }): Problem[] {
  const text = typed.text.trim();
  if (text === "") return [{ field: "text", say: "返事を書いてください" }];
  if (text.length > ANSWER_MAX)
    return [{ field: "text", say: `返事は${ANSWER_MAX}文字までです（いま${text.length}文字）` }];
  const contact = mayContact(reached.facts);
  if (!contact.ok && typed.why.trim() === "")
    return [{ field: "why", say: `${contact.why}。それでも返事をする理由を書いてください` }];
  const long = overlong("why", typed.why);
  if (long.length > 0 || typed.sure) return long;
  const against = cautions(reached);
  if (against.length > 0)
    return [{ field: "sure", say: `${against.join("")}連絡のしかたを確かめて、印をつけてください` }];
  const shown = telling(text);
  if (shown.length === 0) return [];
  return [
    { field: "sure", say: `ほかの人に読まれると困る言葉があります（${shown.join("、")}）。よければ印をつけてください` },
  ];
}

/** Words that whoever opens the talk should rather not find there. */
function telling(text: string): string[] {
  const plain = text.normalize("NFKC");
  return ["DV", "虐待", "暴力", "生活保護", "借金", "自殺", "離婚"].filter((word) => plain.includes(word));
}
