// ask-age: about how old the writer is, and nothing else. 「40代です」 → [{ relation: "本人", called: "", ageBand: "40-49" }]
import * as z from "zod";
import { AGE_BANDS, type AgeBand } from "../codes.ts";
import { listenOf, wordsOf } from "../flow.ts";
import { bandOf, loneYears } from "../listen/who/ages.ts";
import { readChoices } from "../listen/answer/choice.ts";
import { hearPeople } from "../listen/who/people.ts";
import type { Json } from "../state.ts";
import { stepBase, type Step, type StepKind } from "./step.ts";

const schema = z.strictObject({
  kind: z.literal("ask-age"),
  ...stepBase,
  choices: z.array(z.enum(AGE_BANDS)).min(2).max(11).optional(),
});

export const askAge: StepKind<typeof schema> = {
  schema,
  offer: (step) => ({ choices: bandsOf(step), buttons: bandsOf(step) }),
  read(step, text, flow, state) {
    const listen = listenOf(flow, state.lang, text);
    const { ownAge, about } = hearPeople(listen, text);
    const bare = loneYears(text);
    if (ownAge !== "UNKNOWN" && about.length === 0) return own(ownAge);
    // 「47」 is an age and no eleventh choice; up to eleven it is a number of the list.
    if (bare !== null && bare > bandsOf(step).length) return own(bandOf(bare));
    const [band] = readChoices(listen, text, bandsOf(step), wordsOf(flow, state.lang).ages, []);
    return band === undefined ? null : own(band as AgeBand);
  },
  press: (step, value) => (bandsOf(step).some((band) => band === value) ? own(value as AgeBand) : null),
};

// --- internal ---

const bandsOf = (step: Step): string[] =>
  step.choices ?? AGE_BANDS.filter((band) => band !== "UNKNOWN" && band !== "U6");

const own = (ageBand: AgeBand): Json => [{ relation: "本人", called: "", ageBand }];
