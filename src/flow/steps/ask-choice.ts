// ask-choice: one of a few. { "kind": "ask-choice", "fills": "role", "choices": ["SELF", "FAMILY"] } → "SELF"
import * as z from "zod";
import type { AgeBand, Role } from "../codes.ts";
import { labelsOf, listenOf } from "../flow.ts";
import { readChoices, readWhole } from "../listen/answer/choice.ts";
import type { Listen } from "../listen/lists.ts";
import { hearStory } from "../listen/story.ts";
import { pressChoice, stepBase, type StepKind } from "./step.ts";

const schema = z.strictObject({
  kind: z.literal("ask-choice"),
  ...stepBase,
  choices: z.array(z.string()).min(2).max(11),
});

/** Longer than this, only a whole answer counts. */
const SHORT = 10;

const MATTER =
  /^(?:あの、?|えっと、?)?(?:(?:学校|がっこう|保育園|ほいくえん|幼稚園|病院|びょういん|職場|会社|仕事|しごと)の(?:こと|事).{0,4}|仕事|しごと)$/u;

/** 「学校のこと」 says what it is about, and not who writes: a child of 13 is no school. */
export const isMatter = (text: string): boolean => MATTER.test(text.trim().replace(/[。!！、]+$/u, ""));

export const askChoice: StepKind<typeof schema> = {
  schema,
  offer: (step) => ({ choices: step.choices ?? [], buttons: step.choices ?? [] }),
  // A role said in one's own words may be finer than the buttons: 「大家です」 is LANDLORD.
  read(step, text, flow, state) {
    const listen = listenOf(flow, state.lang, text);
    const heard = step.fills === "role" ? roleIn(listen, text) : null;
    const [labels, also] = [labelsOf(flow, state.lang, step.fills), listen.choices[step.fills] ?? []];
    const whole = readWhole(listen, text, step.choices ?? [], labels, also) ?? heard;
    if (step.fills === "role" && isMatter(text)) return heard;
    // A word inside a longer sentence is no answer: 「病院に行った方がいいですか」 does not come from a hospital.
    return (
      whole ??
      (listen.lengthOf(text) > SHORT ? null : (readChoices(listen, text, step.choices ?? [], labels, also)[0] ?? null))
    );
  },
  press: pressChoice,
};

// --- internal ---

const CHILDREN: AgeBand[] = ["6-12", "13-15", "16-18"];

/** Who writes, by how they speak of it; 「中1」 alone says that a child does. */
function roleIn(listen: Listen, text: string): Role | null {
  const { role, people, ownAge } = hearStory(listen, text);
  return role ?? (people.length === 0 && CHILDREN.includes(ownAge) ? "CHILD" : null);
}
