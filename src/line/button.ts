// The data inside a button of ours: which talk drew it, which question, which answer.
import type { Choice } from "../flow/input.ts";
import type { Button } from "../flow/render.ts";
import { clipUnits } from "./fit-text.ts";

/** UTF-16 units. https://developers.line.biz/en/reference/messaging-api/#postback-action */
const DATA_UNITS = 300;
/** Marks data as ours and says how it is written; a later way gets a new mark. */
const MARK = "k1";

/**
 * Writes `k1|talk|step|value|label`. The label rides along because a postback event does not bring back the words on
 * the button, and they are what the person chose. It stands last and alone gives way when space is short.
 *
 * Gives null when even without a label it is longer than 300 units: such a button cannot be sent.
 */
export function buttonData(talk: string, button: Button): string | null {
  const head = [MARK, talk, button.step, button.value].map(guard).join("|") + "|";
  if (head.length > DATA_UNITS) return null;
  return head + clipUnits(button.label, DATA_UNITS - head.length);
}

/** Reads what `buttonData` wrote; null for data that is not ours (a rich menu's, somebody else's, damaged). */
export function readButton(data: string): Choice | null {
  const [mark, talk, step, value, ...label] = data.split("|");
  if (mark !== MARK || !talk || !step || value === undefined || label.length === 0) return null;
  try {
    const choice = { talk: decodeURIComponent(talk), step: decodeURIComponent(step), value: decodeURIComponent(value) };
    return { kind: "choice", ...choice, label: label.join("|") || choice.value };
  } catch {
    return null;
  }
}

// Only what would be mistaken for the writing itself: percent-encoding Japanese would eat nine units a letter.
const guard = (part: string): string => part.replaceAll(/[%|]/g, encodeURIComponent);
