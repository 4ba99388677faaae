// ask-contact: how staff may reach them; several may hold. 「LINEか電話で」 → ["LINE", "TEL"]
import { z } from "zod";
import { CONTACT_CHANNELS } from "../codes.ts";
import { labelsOf, listenOf } from "../flow.ts";
import { readChoices } from "../listen/choice.ts";
import { readPhone } from "../listen/phone.ts";
import { pressChoice, stepBase, type StepKind } from "./step.ts";

const schema = z.strictObject({
  kind: z.literal("ask-contact"),
  ...stepBase,
  choices: z.array(z.enum(CONTACT_CHANNELS)).min(2).max(11),
});

export const askContact: StepKind<typeof schema> = {
  schema,
  offer: (step) => ({ choices: step.choices ?? [], buttons: step.choices ?? [] }),
  read(step, text, flow, state) {
    if (readPhone(text) !== null) return ["TEL"];
    const chosen = readChoices(
      text,
      step.choices ?? [],
      labelsOf(flow, state.lang, "contact"),
      listenOf(flow, state.lang).choices["contact"] ?? [],
    );
    if (chosen.length === 0) return null;
    // 「電話はしないで」「連絡はいらない」: a wish not to be reached outweighs every other word beside it.
    return chosen.includes("NONE") && !chosen.includes("LINE") ? ["NONE"] : chosen.filter((value) => value !== "NONE");
  },
  press: (step, value) => (pressChoice(step, value) === null ? null : [value]),
};
