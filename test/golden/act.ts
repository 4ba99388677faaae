// A line of a golden conversation → what a person does on their phone.
import type { Input } from "../../src/flow/input.ts";
import { readLine } from "../../src/talk/script.ts";
import type { Act, Bubble, LocalLine } from "../../src/try/local-line.ts";
import { samplePicture, sampleVoice, VOICE_MS } from "../../src/try/props/samples.ts";

export type Deed =
  | { do: "act"; act: Act }
  | { do: "wait"; ms: number }
  | { do: "answer"; text: string }
  | { do: "close" };

interface Button {
  label: string;
  data: string;
  displayText: string;
}

/** @throws where a button was never shown */
export function deedOf(text: string, line: LocalLine, person: string): Deed {
  const label = /^\[(.+)\]$/.exec(text)?.[1];
  if (label !== undefined) return { do: "act", act: press(label, line.arrived(person)) };
  const read = readLine(text, []);
  if (read === null) throw new Error(`not understood: ${text}`);
  if (read.do === "unsend") return { do: "act", act: { kind: "unsend", messageId: lastWords(line, person) } };
  return read.do === "say" ? { do: "act", act: actOf(read.input) } : read;
}

/** The buttons under a message, as LINE got them. */
export function buttonsOf(message: Bubble["message"]): Button[] {
  const { items = [] } = (message.quickReply ?? {}) as { items?: { action: Button }[] };
  return items.map(({ action }) => action);
}

// --- helpers ---

function press(label: string, messages: Bubble["message"][]): Act {
  const button = messages.flatMap(buttonsOf).findLast(({ displayText }) => displayText === label);
  if (button === undefined) throw new Error(`this button was never shown: ${label}`);
  return { kind: "postback", data: button.data, displayText: button.displayText };
}

function lastWords(line: LocalLine, person: string): string {
  const bubbles = line.phone(person)?.bubbles ?? [];
  return bubbles.findLast(({ id, from }) => from === "person" && /^\d+$/.test(id))?.id ?? "";
}

const file = (name: string): Act => ({ kind: "file", bytes: samplePicture(), type: "image/png", name });
const sound = (kind: "audio" | "video"): Act => ({
  kind,
  bytes: sampleVoice(),
  type: "audio/wav",
  durationMs: VOICE_MS,
});

function actOf(input: Input): Act {
  switch (input.kind) {
    case "text":
      return input;
    case "sticker":
      return { kind: "sticker", keywords: input.text.split("・") };
    case "image":
      return { kind: "image", bytes: samplePicture(), type: "image/png" };
    case "audio":
    case "video":
      return sound(input.kind);
    case "file":
      return file(input.name);
    case "location":
      return { kind: "location", address: input.text, latitude: 35.37, longitude: 139.92 };
    case "follow":
    case "unfollow":
      return { kind: input.kind };
    default:
      throw new Error(`nobody does this on a phone: ${input.kind}`);
  }
}
