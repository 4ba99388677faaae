// Reads the answer to 「いま、あぶない状態ですか」. What is no clear answer is no answer; a denied 大丈夫 is never OK.
import type { Entry, Listen } from "../lists.ts";
import { readOne, readWhole } from "./choice.ts";

export type Safety = "NOW" | "OK" | "UNKNOWN";

/** Longer than this it is more of the story. */
const SHORT = 20;
const DENIED =
  /(大丈夫|だいじょうぶ|平気|へいき|安全|落ち着い)(で|な|じゃ|では|とは|って)?(は|わけ|わけが|わけじゃ)?(ない|なく|なかった|ありません|いえ|言え|いってい|てない|ていな)/u;

/** Does a breath of a short text say, politeness aside, the label 「今あぶない」 or what is listed for it where nobody asked? */
export function saysNow(listen: Listen, text: string, label: string): boolean {
  if (listen.lengthOf(text) > SHORT) return false;
  const words = [{ word: listen.label(label), means: "NOW" }, ...(listen.choices["safety-unasked"] ?? [])];
  return text.split(/[。、，,.;!！\n]+/u).some((breath) => readWhole(listen, breath, [], {}, words) === "NOW");
}

export function readSafety(
  listen: Listen,
  text: string,
  labels: Record<string, string>,
  also: Entry<string>[],
): Safety | null {
  if (listen.lengthOf(text) > SHORT) return null;
  if (DENIED.test(listen.plain(text))) return "NOW";
  return readOne(listen, text, ["NOW", "OK", "UNKNOWN"], labels, also) as Safety | null;
}
