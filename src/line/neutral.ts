// A message whose words do not stand on a locked telephone: LINE shows of a Flex message only its altText, in
// notifications and in the list of talks. https://developers.line.biz/en/reference/messaging-api/#flex-message
import type { messagingApi } from "@line/bot-sdk";
import { clipLetters, clipUnits, splitText } from "./fit-text.ts";
import { linksIn, type Link } from "./neutral/links.ts";

/** UTF-16 units. https://developers.line.biz/en/reference/messaging-api/#flex-message */
const ALT_UNITS = 1500;
/** UTF-8 bytes of a bubble as JSON, "30 KB". https://developers.line.biz/en/reference/messaging-api/#bubble */
const BUBBLE_BYTES = 30_000;
/** UTF-16 units of one text in a bubble. LINE names no limit; beyond this others were refused. */
const TEXT_UNITS = 2000;
/** Letters. https://developers.line.biz/en/reference/messaging-api/#uri-action */
const LABEL_LETTERS = 40;
/** On white, a contrast of 7.3 to 1. */
const LINK_LOOK = { color: "#0055AA", decoration: "underline" } as const;

type Part = messagingApi.FlexComponent;

/**
 * These messages with nothing but `alt` to be seen of them from outside. The same every time: a push that is tried again
 * wants the same body. What is no text has no words that would stand there, and stays.
 */
export const neutral = (messages: messagingApi.Message[], alt: string): messagingApi.Message[] =>
  messages.map((message) => (isText(message) ? inside(message, alt) : message));

// --- internal ---

const isText = (message: messagingApi.Message): message is messagingApi.TextMessage => message.type === "text";

function inside({ text: given, quickReply }: messagingApi.TextMessage, alt: string): messagingApi.FlexMessage {
  // A control character has nothing to show and takes six bytes of JSON; with this 5,000 units fit whatever they are.
  const text = given.replaceAll(/(?!\s)\p{Cc}/gu, "\u{fffd}");
  const rich = bubble(
    text
      .split(/\n\s*\n/)
      .filter(hasInk)
      .map(paragraph),
  );
  const contents = bytesOf(rich) <= BUBBLE_BYTES ? rich : bubble([words(text)]);
  return { type: "flex", altText: clipUnits(alt, ALT_UNITS), contents, ...(quickReply && { quickReply }) };
}

const bubble = (contents: Part[]): messagingApi.FlexBubble => ({
  type: "bubble",
  body: { type: "box", layout: "vertical", spacing: "lg", contents },
});

/** Lines without a link stand together; a line with one is pressable as a whole, so that a shaking hand finds it. */
function paragraph(text: string): Part {
  const lines = text.split("\n").filter(hasInk);
  const runs = lines.reduce<string[]>((before, line) => {
    const last = before.at(-1);
    const joins = last !== undefined && linksIn(last).length === 0 && linksIn(line).length === 0;
    return joins ? [...before.slice(0, -1), `${last}\n${line}`] : [...before, line];
  }, []);
  return stack(runs.map(block), "sm");
}

function block(text: string): Part {
  const links = linksIn(text);
  return links.length === 0 ? words(text) : stack(links.map((link, n) => pressable(text, link, n, links)));
}

const words = (text: string): Part =>
  stack(pieces(text).map((piece) => ({ type: "text", text: piece, wrap: true, scaling: true })));

/** The nth link with what stands before the next one (and, for the first, before itself): a part can open one thing only. */
function pressable(text: string, { start, end, uri }: Link, n: number, links: Link[]): Part {
  const [from, to] = [n === 0 ? 0 : start, links[n + 1]?.start ?? text.length];
  const link = text.slice(start, end);
  const contents = [...plain(text.slice(from, start)), { ...span(link), ...LINK_LOOK }, ...plain(text.slice(end, to))];
  const action = { type: "uri" as const, label: clipLetters(link, LABEL_LETTERS), uri };
  return { type: "text", contents, wrap: true, scaling: true, action } satisfies messagingApi.FlexText;
}

const span = (text: string): messagingApi.FlexSpan => ({ type: "span", text });
const plain = (text: string): messagingApi.FlexSpan[] => pieces(text).map(span);
const pieces = (text: string): string[] => splitText(text, TEXT_UNITS).filter(hasInk);

/** One part as it is; several under each other. */
const stack = (contents: Part[], spacing?: string): Part => {
  const [only, ...others] = contents;
  if (only !== undefined && others.length === 0) return only;
  return { type: "box", layout: "vertical", ...(spacing && { spacing }), contents } satisfies messagingApi.FlexBox;
};

const hasInk = (text: string): boolean => text.trim() !== "";
const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;
