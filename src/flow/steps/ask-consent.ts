// ask-consent: may this be kept and read? Every answer goes on: GIVEN, MORE (the long words, once more), NONE.
import * as z from "zod";
import { labelsOf, listenOf } from "../flow.ts";
import { intentOf } from "../listen/intent.ts";
import { readWhole } from "../listen/answer/choice.ts";
import { stepBase, type StepKind } from "./step.ts";

const schema = z.strictObject({ kind: z.literal("ask-consent"), ...stepBase });
const CHOICES = ["GIVEN", "MORE", "NONE"];

export const askConsent: StepKind<typeof schema> = {
  schema,
  offer: () => ({ choices: CHOICES, buttons: CHOICES }),
  // Only a whole answer is taken: 「相談するつもりはない」 holds the word and means the opposite. A bare 「いいえ」 is not
  // taken for NONE at once, because NONE erases: it is asked once more in plainer words first.
  read(step, text, flow, state) {
    const listen = listenOf(flow, state.lang, text);
    const whole = readWhole(
      listen,
      text,
      CHOICES,
      labelsOf(flow, state.lang, step.fills),
      listen.choices["consent"] ?? [],
    );
    if (whole !== null) return whole;
    const intent = intentOf(listen, text);
    if (intent === "yes" || intent === "start" || intent === "resume") return "GIVEN";
    if (intent === "more") return "MORE";
    return intent === "no" && state.tries > 1 ? "NONE" : null;
  },
  press: (_step, value) => (CHOICES.includes(value) ? value : null),
};
