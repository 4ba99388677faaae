// What a person can do in a talk, freed of LINE: the only thing the flow is ever given.

/** A button of ours that was pressed. `talk` says which talk drew it, so that an old button is known as old. */
export interface Choice {
  kind: "choice";
  talk: string;
  step: string;
  value: string;
  label: string;
}

export type MediaKind = "image" | "video" | "audio" | "file";

export type Input =
  | { kind: "text"; text: string }
  | Choice
  | { kind: "sticker"; text: string }
  | { kind: MediaKind; name: string }
  | { kind: "location"; text: string }
  /** `lang`: what their LINE is set to (BCP 47), where it is known. */
  | { kind: "follow"; lang?: string }
  | { kind: "unfollow" }
  | { kind: "unsend"; messageId: string }
  /** The office's quiet time has passed since the last word. */
  | { kind: "quiet" }
  /** An event nobody planned for: kept, and answered only where LINE allows an answer. */
  | { kind: "other"; type: string };

/** One input with its envelope. `at` is the channel's own time (ms since 1970), which gives the order. */
export interface Arrived {
  id: string;
  at: number;
  messageId: string | null;
  input: Input;
}
