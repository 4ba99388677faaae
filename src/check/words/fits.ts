// Does what is said arrive at LINE as it was meant? Through the real writer, as a text and as a Flex message; what LINE
// itself would refuse is asked of the local LINE, whose limits are written apart from those of src/line.
import type { Said } from "../../flow/render.ts";
import { neutral } from "../../line/neutral.ts";
import { writeMessages } from "../../line/write-messages.ts";
import { refusalOf } from "../../try/limits/messages.ts";
import type { Law } from "../finding.ts";

/** What is wrong, and in which button (`step:value`) where it is one. */
export interface Misfit {
  law: Law;
  what: string;
  button?: { step: string; value: string };
}

/** https://developers.line.biz/en/reference/messaging-api/#send-reply-message and #text-message, #quick-reply */
export const MESSAGES = 5;
const BUTTONS = 13;

/** The writer cuts and joins what does not fit, so that residents always get an answer: here that is a fault. */
export function misfits(said: Said[]): Misfit[] {
  const gaps = gapsIn(said);
  if (gaps.length > 0) return gaps;
  const texts = writeMessages(said, TALK, "");
  const bare = texts.map(({ type, text }) => ({ type, text }));
  return [...cut(said, texts), ...underButtons(texts), ...refused(bare), ...refused(neutral(bare, LINE_OF_ALT))];
}

/** The one line of a locked telephone. */
export function altMisfits(alt: string): Misfit[] {
  const [message] = neutral([{ type: "text", text: "。" }], alt);
  const whole = message?.type === "flex" && "altText" in message && message.altText === alt;
  return [
    ...(alt.includes("{{") ? [{ law: "gap", what: "{{…}} が残っています。" } as const] : []),
    ...(whole ? [] : [limits("待ち受け画面に出る1行が、1500文字に入りません。")]),
  ];
}

// --- internal ---

/** As long as an event's id is. */
const TALK = "0".repeat(32);
const LINE_OF_ALT = "。";

type Texts = ReturnType<typeof writeMessages>;

const limits = (what: string, button?: Misfit["button"]): Misfit => ({
  law: "limits",
  what,
  ...(button && { button }),
});

const gapsIn = (said: Said[]): Misfit[] => [
  ...(said.some(({ text }) => text.includes("{{")) ? [{ law: "gap", what: "{{…}} が残っています。" } as const] : []),
  ...(said.some(({ text }) => text.trim() === "") ? [{ law: "gap", what: "文が空になります。" } as const] : []),
];

function cut(said: Said[], texts: Texts): Misfit[] {
  const buttons = said.at(-1)?.buttons ?? [];
  const shown = texts.at(-1)?.quickReply?.items ?? [];
  if (said.length > MESSAGES) return [limits(`一度に送れるのは${MESSAGES}通までです。`)];
  return [
    ...(texts.length === said.length ? [] : [limits("一通に入りきらず、分かれます（5000文字まで）。")]),
    ...(buttons.length > BUTTONS ? [limits(`ボタンは${BUTTONS}個までです（${buttons.length}個あります）。`)] : []),
    ...buttons.flatMap(({ label, step, value }) =>
      shown.length < buttons.length || shown.some(({ action }) => action !== undefined && labelOf(action) === label)
        ? []
        : [limits(`ボタン「${label}」は20文字に入らず、切れます。`, { step, value })],
    ),
    ...(shown.length < Math.min(buttons.length, BUTTONS) ? [limits("ことばのないボタンがあります。")] : []),
  ];
}

const labelOf = (action: { label?: string | undefined }): string => action.label ?? "";

/** The same buttons stand under most answers: LINE is asked of each row of them once. */
const ROWS = new Map<string, Misfit[]>();

function underButtons(texts: Texts): Misfit[] {
  const quickReply = texts.at(-1)?.quickReply;
  if (quickReply === undefined) return [];
  const row = JSON.stringify(quickReply);
  const known = ROWS.get(row) ?? refused([{ type: "text", text: "。", quickReply }]);
  ROWS.set(row, known);
  return known;
}

function refused(messages: unknown[]): Misfit[] {
  const refusal = refusalOf({ messages });
  const [detail] = refusal?.details ?? [];
  return refusal === null
    ? []
    : [limits(`LINEが受け取りません（${detail?.property ?? ""} ${detail?.message ?? ""}）。`)];
}
