// An arrival as a word of the talk, for the conversation that staff read.
import type { State } from "../flow/state.ts";
import type { Input } from "../flow/input.ts";
import type { Message, MessageKind } from "../intake/intake.ts";
import type { Arrival } from "../ports.ts";
import type { Room } from "./room.ts";

/** [] for what is no word: silence, a block, a word taken back. */
export function incoming(room: Room, state: State, key: string, { id, messageId, at, input }: Arrival): Message[] {
  const kind = kindOf(input);
  if (kind === null) return [];
  const isMedia = kind === "image" || kind === "video" || kind === "audio" || kind === "file";
  return [
    {
      id: messageId ?? id,
      office: room.office.id,
      intake: state.intake ?? key,
      at,
      direction: "in",
      kind,
      text: textOf(input),
      mediaId: isMedia ? messageId : null,
      retractedAt: null,
      by: null,
    },
  ];
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
