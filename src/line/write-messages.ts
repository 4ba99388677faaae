// What is to be said → LINE's message objects, inside LINE's limits. The limits stand here and nowhere else.
import type { messagingApi } from "@line/bot-sdk";
import type { Button, Said } from "../flow/render.ts";
import { buttonData } from "./button.ts";
import { clipLetters, splitText } from "./fit-text.ts";

/** Messages in one call. https://developers.line.biz/en/reference/messaging-api/#send-reply-message */
const MESSAGES = 5;
/** UTF-16 units of one text. https://developers.line.biz/en/reference/messaging-api/#text-message */
const TEXT_UNITS = 5000;
/** Buttons under a message. https://developers.line.biz/en/reference/messaging-api/#quick-reply */
const BUTTONS = 13;
/** Letters (grapheme clusters) on a button. https://developers.line.biz/en/docs/messaging-api/text-character-count/ */
const LABEL_LETTERS = 20;
/** Letters shown as the resident's own words when they press. https://developers.line.biz/en/reference/messaging-api/#postback-action */
const DISPLAY_LETTERS = 300;

/** Between texts that had to share a message. */
const GAP = "\n\n";

/**
 * At most five text messages: a long text is parted between sentences, neighbours share a message where there are too
 * many, and a text of blanks is left out. The buttons of the last question stand under the last message, because LINE
 * shows only those; beyond thirteen the numbers in the text still serve. `talk` goes into every button.
 * `tooLong` is said plainly where not even five full messages hold it all (25,000 units; no flow comes near).
 */
export function writeMessages(said: Said[], talk: string, tooLong: string): messagingApi.TextMessage[] {
  const texts = intoMessages(
    said.map((one) => one.text.toWellFormed()),
    tooLong,
  );
  const items = buttonsOf(said).flatMap((button) => quickReplyItem(button, talk));
  return texts.map((text, n) => {
    const last = n === texts.length - 1 && items.length > 0;
    return { type: "text", text, ...(last && { quickReply: { items: items.slice(0, BUTTONS) } }) };
  });
}

function intoMessages(texts: string[], tooLong: string): string[] {
  const pieces = texts.flatMap((text) => splitText(text, TEXT_UNITS)).filter((text) => text.trim() !== "");
  while (pieces.length > MESSAGES && joinShortest(pieces));
  return pieces.length > MESSAGES ? pourInto(pieces.join(GAP), `${GAP}${tooLong}`) : pieces;
}

// The two neighbours that make the shortest message together become one; false where none fit.
function joinShortest(pieces: string[]): boolean {
  const sizes = pieces.slice(1).map((piece, n) => (pieces[n]?.length ?? 0) + GAP.length + piece.length);
  const smallest = Math.min(...sizes);
  if (smallest > TEXT_UNITS) return false;
  const at = sizes.indexOf(smallest);
  pieces.splice(at, 2, pieces.slice(at, at + 2).join(GAP));
  return true;
}

// Too much for sentences to be kept whole: filled to the brim, and where that is not enough, said so.
function pourInto(text: string, tooLong: string): string[] {
  const parts = splitText(text, TEXT_UNITS, []).filter((part) => part.trim() !== "");
  if (parts.length <= MESSAGES) return parts;
  const [end = ""] = splitText(parts[MESSAGES - 1] ?? "", TEXT_UNITS - tooLong.length);
  return [...parts.slice(0, MESSAGES - 1), end + tooLong];
}

const buttonsOf = (said: Said[]): Button[] => said.findLast((one) => one.buttons.length > 0)?.buttons ?? [];

// A button LINE would refuse (no words on it, data too long) is left out: its number in the text still works.
function quickReplyItem(button: Button, talk: string): messagingApi.QuickReplyItem[] {
  const label = button.label.toWellFormed().trim();
  const data = buttonData(talk, { ...button, label });
  if (label === "" || data === null) return [];
  const displayText = clipLetters(label, DISPLAY_LETTERS);
  return [
    { type: "action", action: { type: "postback", label: clipLetters(label, LABEL_LETTERS), data, displayText } },
  ];
}
