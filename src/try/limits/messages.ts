// LINE's limits on messages, kept apart from src/line on purpose: the local LINE is there to catch src/line's mistakes.
// https://developers.line.biz/en/reference/messaging-api/#message-objects
import { all, byType, fields, graphemes, https, list, matching, need, number, oneOf, units, wrong } from "./check.ts";
import type { Check, Fault, Fields, Path } from "./check.ts";
import { quickReplyAction } from "./actions.ts";
import { template } from "./templates.ts";
import { flexContainer } from "./flex.ts";

const ALT_TEXT = need(units(1, 1500));
const FILE = need(https(2000));
const ID = need(matching(/^\d+$/, "invalid sticker id"));
const EMOJI = fields({ index: need(number(0, 5000)), productId: need(units(1, 100)), emojiId: need(units(1, 100)) });

const messages: Check = list(
  1,
  5,
  byType({
    text: message({ text: need(units(1, 5000)), emojis: list(0, 20, EMOJI), quoteToken: units(1, 1000) }),
    textV2: message({ text: need(units(1, 5000)), substitution: substitutions, quoteToken: units(1, 1000) }),
    sticker: message({ packageId: ID, stickerId: ID }),
    image: message({ originalContentUrl: FILE, previewImageUrl: FILE }),
    video: message({ originalContentUrl: FILE, previewImageUrl: FILE, trackingId: units(1, 100) }),
    audio: message({ originalContentUrl: FILE, duration: need(number(1, 86_400_000)) }),
    location: message({
      title: need(units(1, 100)),
      address: need(units(1, 100)),
      latitude: need(number(-90, 90)),
      longitude: need(number(-180, 180)),
    }),
    imagemap: message({
      baseUrl: FILE,
      altText: ALT_TEXT,
      baseSize: need(fields({ width: need(oneOf(1040)), height: need(number(1, 100_000)) })),
      actions: need(
        list(1, 50, fields({ label: graphemes(0, 100), text: graphemes(1, 400), linkUri: units(1, 1000) })),
      ),
    }),
    template: message({ altText: ALT_TEXT, template: need(template) }),
    flex: message({ altText: ALT_TEXT, contents: need(fields({})) }),
    coupon: message({ couponId: need(units(1, 100)), deliveryTag: units(0, 30) }),
  }),
);

export interface Refusal {
  message: string;
  details?: { message: string; property: string }[];
}

/** LINE's error body for these `messages`, or null where LINE would take them. */
export function refusalOf(body: { messages?: unknown }): Refusal | null {
  const faults = need(messages)(body.messages, ["messages"]);
  if (faults.length > 0) return refusal(`The request body has ${faults.length} error(s)`, faults, dotted);
  return (body.messages as { type: string; contents?: unknown }[]).map(flexRefusal).find(Boolean) ?? null;
}

/** A refusal of something beside the messages, for example `to`. */
const refusal = (message: string, faults: Fault[], property: (path: Path) => string = dotted): Refusal => ({
  message,
  details: faults.map((fault) => ({ message: fault.message, property: property(fault.path) })),
});

function flexRefusal(one: { type: string; contents?: unknown }, index: number): Refusal | null {
  const faults = one.type === "flex" ? flexContainer(one.contents, []) : [];
  // The space after "(messages[0])" is a no-break space at LINE too.
  return faults.length > 0
    ? refusal(`A message (messages[${index}])\u00a0in the request body is invalid`, faults, pointer)
    : null;
}

function message(own: Fields): Check {
  return fields({ ...own, quickReply, sender });
}

function quickReply(value: unknown, path: Path): Fault[] {
  const item = fields({
    type: need(oneOf("action")),
    imageUrl: https(2000),
    action: need(quickReplyAction),
  });
  return fields({ items: need(list(1, 13, item)) })(value, path);
}

function sender(value: unknown, path: Path): Fault[] {
  const name = all(units(0, 20), matching(/^(?!.*\bLINE\b)/i, "the name contains a word that may not be used"));
  return fields({ name, iconUrl: https(2000) })(value, path);
}

function substitutions(value: unknown, path: Path): Fault[] {
  const kind = byType({
    mention: fields({ mentionee: need(byType({ user: fields({ userId: need(units(33, 33)) }), all: fields({}) })) }),
    emoji: fields({ productId: need(units(1, 100)), emojiId: need(units(1, 100)) }),
  });
  return Object.entries(value ?? {}).flatMap(([key, one]) =>
    /^\w{1,20}$/.test(key) ? kind(one, [...path, key]) : wrong([...path, key], "invalid key"),
  );
}

/** messages[0].quickReply.items[2].action.label */
const dotted = (path: Path): string =>
  path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`))
    .join("")
    .slice(1);

/** /body/contents/0/text */
const pointer = (path: Path): string => path.map((part) => `/${part}`).join("") || "/";
