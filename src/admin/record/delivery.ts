// What became of words that were to reach the resident: still owed by the row of the talk, or told by an entry.
import type { Entry, Message } from "../../intake/intake.ts";
import type { OwedWords } from "../../ports.ts";

/** How each end is called on the page; what is not told of has arrived. */
export const DELIVERY: Record<string, string> = {
  sent: "送信ずみ",
  waiting: "送信待ち",
  blocked: "届きません（ブロック）",
  "no-talk": "LINEでつながっていません",
  never: "送れませんでした",
  "gave-up": "一日ためしましたが、送れませんでした",
  quota: "LINEの通数の上限で待っています",
  unsure: "二度届いたかもしれません",
  hushed: "送りませんでした（いまは話せない、とのことでした）",
};

/** A key of DELIVERY for words of the bot or of staff. */
export function deliveryOf({ id }: Pick<Message, "id">, owed: OwedWords[], entries: Entry[]): string {
  const told = entries.filter(
    ({ kind, id: entry, body }) =>
      kind === "delivery" && belongs(id, baseOf(entry.slice(0, -(body.state ?? "").length - 1))),
  );
  const last = told.map(({ body }) => body.state ?? "").at(-1);
  if (owed.some((words) => belongs(id, baseOf(words.id)))) return last === "quota" ? "quota" : "waiting";
  return last ?? "sent";
}

// ── helpers ──

/** The outbox says in one go, under `event:say`, what stands in the talk as `event:0`, `event:1` …; staff's words have one id. */
const baseOf = (owedId: string): string => owedId.replace(/:say$/, "");

const belongs = (message: string, base: string): boolean =>
  message === base || (message.startsWith(`${base}:`) && /^\d+$/.test(message.slice(base.length + 1)));
