// A person's talk as data, for scripts: what GET /try/talk answers.
import { flexWords, type FlexPart } from "./flex-words.ts";
import type { Bubble, Call, LocalLine, Phone } from "./local-line.ts";

/** A call LINE refused by a mistake of ours. 404, 409 and 410 are ordinary answers, not mistakes. */
export const isMistake = (call: Call): boolean => call.status >= 400 && ![404, 409, 410].includes(call.status);

export function talkOf(line: LocalLine, phone: Phone, person: string, now: number) {
  return {
    person,
    userId: phone.id,
    name: phone.name,
    now: new Date(now).toISOString(),
    friend: phone.friend,
    blocked: phone.blocked,
    writing: phone.loadingUntil > now,
    bubbles: phone.bubbles.map(bubbleOf),
    quickReplies: phone.chips,
    refusals: line.calls().filter(isMistake),
  };
}

const bubbleOf = (bubble: Bubble) => ({
  ...bubble,
  at: new Date(bubble.at).toISOString(),
  kind: bubble.message.type,
  text: wordsOf(bubble),
  lockScreen: lockScreenOf(bubble),
});

/** What a locked telephone shows of a message of the office; "" where nothing comes from there. */
export function lockScreenOf({ from, message }: Bubble): string {
  const { text, altText } = message as { text?: string; altText?: string };
  return from === "office" ? (altText ?? text ?? "") : "";
}

/** The words a person reads in a bubble; for what has none, what a notification would say. */
export function wordsOf({ message, unsent }: Bubble): string {
  if (unsent) return "";
  if (message.type === "flex") return flexWords(message.contents as FlexPart);
  const { text, altText, keywords, title, address, fileName } = message as Record<string, unknown>;
  const words = text ?? altText ?? fileName ?? [title, address].filter(Boolean).join("\n");
  if (typeof words === "string" && words) return words;
  return Array.isArray(keywords) ? keywords.join("、") : "";
}
