// Words of putting right before what is meant instead: 「いや違う、12」「やっぱり電話で」「no wait, 12」「不是5，是12」.
import { withoutMarks } from "../normal.ts";

/** What is left of a text without them; null where there are none, or nothing is left. */
export type Turned = (text: string) => string | null;

/** 「〜it's」 stands only behind another: 「sorry, it's 12」. */
const LATER = "〜";
/** 「…じゃなくて」: so many letters before it are what was wrong. */
const WRONG = "[^\\n]{1,15}?";
const SHORT = 2;
const BETWEEN = "[\\s\\u3000\\p{P}~〜ー]*";

export function turnedOf(turns: string[], spaces: boolean): Turned {
  const edge = spaces ? "(?![\\p{L}\\p{M}\\p{N}])" : "";
  const anyOf = (words: string): string => `(?:(?:${words})${edge}${BETWEEN})`;
  const [later, first] = [
    turns.filter((turn) => turn.startsWith(LATER)),
    turns.filter((turn) => !turn.startsWith(LATER)),
  ];
  if (first.length === 0) return () => null;
  const behind =
    later.length === 0
      ? ""
      : `${anyOf(
          alternatives(
            later.map((turn) => turn.slice(LATER.length)),
            true,
          ),
        )}?`;
  const before = new RegExp(`^${BETWEEN}${anyOf(alternatives(first, spaces))}+${behind}`, "iu");
  return (text) => {
    const typed = text.normalize("NFC").replace(/[’`]/gu, "'").trim();
    const rest = typed.replace(before, "");
    return rest === typed || rest.trim() === "" ? null : rest;
  };
}

// --- internal ---

/** As listed and without marks, the longest first. Where no blank parts words, a short one needs a sign: 「いえ、」. */
function alternatives(turns: string[], anyLength: boolean): string {
  const spelt = [...new Set(turns.flatMap((turn) => [turn.normalize("NFC"), withoutMarks(turn)]))];
  const isShort = (turn: string): boolean => !anyLength && turn.length <= SHORT;
  const long = spelt.filter((turn) => !isShort(turn)).sort((a, b) => b.length - a.length);
  const next = ["[\\s\\u3000\\p{P}]", ...spelt.map(pattern)].join("|");
  return [...long.map(pattern), ...spelt.filter(isShort).map((turn) => `${pattern(turn)}(?=${next})`)].join("|");
}

const pattern = (turn: string): string =>
  turn
    .split("…")
    .map((part) => part.trim().replace(/[.*+?^${}()|[\]\\]/gu, "\\$&"))
    .join(WRONG);
