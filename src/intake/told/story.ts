// How the story begins, in the resident's own words: what a colleague would tell in one breath before anything else.
import type { Answer, Message } from "../intake.ts";

/** Shorter than this it is 「こんにちは」 or 「あの」. */
const A_STORY = 12;
const SHOWN = 140;

/** The first words that tell something; "" where only buttons were pressed, or all was taken back. */
export function storyOf(messages: Message[], answers: Answer[]): string {
  const given = new Set(answers.flatMap(({ step, answer }) => (step === "story" ? [] : [answer.trim()])));
  const told = messages.flatMap(({ direction, kind, text }) =>
    direction === "in" && kind === "text" && text !== null && !given.has(text.trim()) ? [text.trim()] : [],
  );
  return told.find((words) => words.length >= A_STORY) ?? told[0] ?? "";
}

/** As much of it as is read at a glance. Cut after anything that must be hidden is hidden: half a number is not found. */
export const beginning = (words: string): string => (words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words);
