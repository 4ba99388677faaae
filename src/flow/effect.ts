// What the flow wants done: said as data, done by the desk.
import type { RiskType } from "./codes.ts";
import type { SayKey } from "./words.ts";

export interface ButtonRef {
  step: string;
  value: string;
}

/** Something to say, by key: the words come from flows/words/<lang>.yaml. */
export interface Say {
  do: "say";
  /** Key under `say`, or null where it is a question. */
  say: string | null;
  /** A question: its field and which of its words. */
  question: { field: string; words: string } | null;
  /** Numbered in the text as {{choices}}. */
  choices: string[];
  buttons: ButtonRef[];
  /** {{summary}} of the check. */
  summary: string;
  /** Which dangers {{numbers}} are for. */
  risks: RiskType[];
  /** Keep the words as shown under this name (questions keep theirs by field). */
  keep: string | null;
}

export type Effect =
  | Say
  /** File the record as it now stands, or bring the filed one up to date. */
  | { do: "file" }
  /** Tell the people on duty. */
  | { do: "alert" }
  /** Everything said is taken back; a wordless row stays. */
  | { do: "erase" }
  /** A message was taken back (送信取消). */
  | { do: "retract"; messageId: string }
  /** Something staff must do or decide, with a Japanese label. */
  | { do: "task"; what: string };

/** Something of `say` in the words file, with nothing else about it. */
export const saying = (key: SayKey): Say => ({
  do: "say",
  say: key,
  question: null,
  choices: [],
  buttons: [],
  summary: "",
  risks: [],
  keep: null,
});
