// An arrival as a word of the talk, for the conversation that staff read.
import type { Input } from "../../flow/input.ts";
import type { Message, MessageKind } from "../../intake/intake.ts";
import type { State } from "../../flow/state.ts";
import type { Arrival } from "../../ports.ts";
import type { Room } from "../room.ts";
import { pressedIn } from "./rendered.ts";

/** [] for what is no word (silence, a block, a word taken back) and for what LINE reports of somebody who said nothing. */
export function incoming(room: Room, state: State, { id, messageId, at, input }: Arrival, isUnsent = false): Message[] {
  const [kind, intake] = [kindOf(input), state.intake];
  if (kind === null || intake === null) return [];
  const isMedia = kind === "image" || kind === "video" || kind === "audio" || kind === "file";
  const word = isUnsent
    ? { text: null, mediaId: null, retractedAt: at }
    : { text: textOf(input), mediaId: isMedia ? messageId : null, retractedAt: null };
  const japanese = input.kind === "choice" ? pressedIn(room, state, input) : null;
  const plain = { id: messageId ?? id, office: room.office.id, intake, at, direction: "in", kind, by: null } as const;
  return [{ ...plain, ...word, ...(japanese !== null && { japanese }) }];
}

// --- internal ---

function kindOf(input: Input): MessageKind | null {
  if (input.kind === "choice") return "postback";
  if (input.kind === "follow" || input.kind === "unfollow" || input.kind === "unsend" || input.kind === "quiet")
    return null;
  return input.kind;
}

function textOf(input: Input): string {
  if (input.kind === "choice") return input.label;
  if (input.kind === "other") return input.type;
  if ("text" in input) return input.text;
  return "name" in input ? input.name : "";
}
