// What became of words that were to reach the resident: still owed by the row of the talk, or told by an entry.
import type { Entry, Message } from "../../intake/intake.ts";
import type { OwedWords } from "../../ports.ts";
import type { Sheet } from "./sheet.ts";

/** How each end is called on the page; what is not told of has arrived. */
export const DELIVERY: Record<string, string> = {
  sent: "送信ずみ",
  waiting: "送信待ち",
  blocked: "届きません（ブロック）",
  "no-talk": "LINEでつながっていません",
  never: "送れませんでした",
  "gave-up": "一日ためしましたが、送れませんでした",
  quota: "LINEの通数の上限で待っています",
  late: "まだ送れていません。ためし続けています",
  unsure: "二度届いたかもしれません",
  hushed: "送りませんでした（いまは話せない、とのことでした）",
};

/** Not the end of it: they are owed on, or have arrived since. */
const ON_THE_WAY = ["quota", "late"];

/** These are not tried again by themselves. */
const ENDED = ["never", "gave-up", "hushed", "blocked"];

/** May a person send words once more that became of this? To who blocks the account nothing arrives. */
export const mayBeSentAgain = (state: string, blocked: boolean): boolean => ENDED.includes(state) && !blocked;

/** A key of DELIVERY for words of the bot or of staff. */
export function deliveryOf({ id }: Pick<Message, "id">, owed: OwedWords[], entries: Entry[]): string {
  const last = toldOf(id, entries).at(-1)?.body.state ?? "sent";
  const waits = owed.some((words) => belongs(id, baseOf(words.id)));
  if (ON_THE_WAY.includes(last)) return waits ? last : "sent";
  return waits ? "waiting" : last;
}

/** What LINE said to it the last time it refused; "" where it said nothing. */
export const whyNot = ({ id }: Pick<Message, "id">, entries: Entry[]): string =>
  toldOf(id, entries).findLast(({ body }) => (body.why ?? "") !== "")?.body.why ?? "";

/** Words of ours, or of staff, that may be sent once more; "" where there are none of that id, or not for these eyes. */
export function wordsAgain(id: string | undefined, { talk, mask }: Pick<Sheet, "talk" | "mask">): string {
  const found = talk.messages.find((message) => message.id === id && message.direction !== "in");
  const text = found?.text ?? "";
  // What tells the reporter is found in Japanese words only.
  return mask.text(text) === text && !(mask.hides && found?.japanese !== undefined) ? text : "";
}

// ── helpers ──

const toldOf = (id: string, entries: Entry[]): Entry[] =>
  entries.filter(
    ({ kind, id: entry, body }) =>
      kind === "delivery" && belongs(id, baseOf(entry.slice(0, -(body.state ?? "").length - 1))),
  );

/** The outbox says in one go, under `event:say`, what stands in the talk as `event:0`, `event:1` …; staff's words have one id. */
const baseOf = (owedId: string): string => owedId.replace(/:say$/, "");

const belongs = (message: string, base: string): boolean =>
  message === base || (message.startsWith(`${base}:`) && /^\d+$/.test(message.slice(base.length + 1)));
