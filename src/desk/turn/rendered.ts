// What we say, in the language of the talk, and what each bubble says in Japanese: staff read the same as the resident.
import type { Say } from "../../flow/effect.ts";
import { wordsOf, type Flow } from "../../flow/flow.ts";
import { buttonOf, render, renderPart, type Said } from "../../flow/render.ts";
import type { Choice } from "../../flow/input.ts";
import type { State } from "../../flow/state.ts";
import { summaryOf } from "../../flow/steps/check.ts";
import { givenOf } from "./given.ts";

/** A bubble with its meaning, where it was said in another language. */
export interface Bubble extends Said {
  japanese?: string;
}

export interface Rendered {
  bubbles: Bubble[];
  /** Words that must be kept as they were shown, by field; and what they say in Japanese. */
  shown: Record<string, string>;
  meant: Record<string, string>;
}

/** @param waiting how many come before; null where that is not told */
export function rendered(room: Given, state: State, says: Say[], waiting: number | null): Rendered {
  const { said, shown, parts } = render(room.flow, state.lang, says, givenOf(room, state, waiting));
  if (isJapanese(room.flow, state.lang)) return { bubbles: said, shown, meant: {} };
  const [theirs, given] = [{ ...state, lang: "ja" }, givenOf(room, { ...state, lang: "ja" }, waiting)];
  const reread = (say: Say): Say =>
    say.summary === "" || say.question === null ? say : { ...say, summary: summaryOf(room.flow, theirs) };
  const inJapanese = (part: Say[]): string => renderPart(room.flow, "ja", part.map(reread), given);
  return {
    bubbles: said.map((bubble, n) => ({ ...bubble, japanese: inJapanese(parts[n] ?? []) })),
    shown,
    meant: Object.fromEntries(says.flatMap((say) => (say.keep === null ? [] : [[say.keep, inJapanese([say])]]))),
  };
}

/** What stood on the button that was pressed, in Japanese; null where it stood there in Japanese. */
export function pressedIn(room: Given, state: State, { step, value, label }: Choice): string | null {
  if (isJapanese(room.flow, state.lang)) return null;
  const given = givenOf(room, { ...state, lang: "ja" }, null);
  const known = step === "lang" ? room.flow.words[value]?.japanese : undefined;
  const japanese = known ?? buttonOf(room.flow, "ja", { step, value }, given).label;
  return japanese === label ? null : japanese;
}

/** What the questions of this talk say in Japanese, after one more answer; what is shown in Japanese now has no other meaning. */
export const meantNow = (
  before: Record<string, string> | undefined,
  { shown, meant }: Rendered,
): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(before ?? {}).filter(([field]) => shown[field] === undefined)),
  ...meant,
});

// --- internal ---

type Given = Parameters<typeof givenOf>[0];

/** やさしい日本語 is read as it stands. */
const isJapanese = (flow: Flow, lang: string): boolean => wordsOf(flow, lang).listens === "ja";
