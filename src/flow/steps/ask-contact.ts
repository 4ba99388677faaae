// ask-contact: how staff may reach them; several may hold. 「LINEか電話で」 → ["LINE", "TEL"]
import { z } from "zod";
import { CONTACT_CHANNELS } from "../codes.ts";
import { labelsOf, listenOf } from "../flow.ts";
import { readNumbers, readWhole } from "../listen/choice.ts";
import { readContact } from "../listen/contact.ts";
import { plain } from "../listen/normal.ts";
import { readPhone } from "../listen/phone.ts";
import { pressChoice, stepBase, type StepKind } from "./step.ts";

const schema = z.strictObject({
  kind: z.literal("ask-contact"),
  ...stepBase,
  choices: z.array(z.enum(CONTACT_CHANNELS)).min(2).max(11),
});

/** Longer than this it must be said as a wish. */
const SHORT = 20;
const WISH = /がいい|でいい|お願い|希望|ください|下さい|で連絡|してほしい|して欲しい|にして|でなら|なら(見|み|出|で)/u;

export const askContact: StepKind<typeof schema> = {
  schema,
  offer: (step) => ({ choices: step.choices ?? [], buttons: step.choices ?? [] }),
  read(step, text, flow, state) {
    const numbered = readNumbers(text).flatMap((n) => step.choices?.[n - 1] ?? []);
    if (numbered.length > 0) return [...new Set(numbered)];
    const labels = labelsOf(flow, state.lang, "contact");
    const also = listenOf(flow, state.lang).choices["contact"] ?? [];
    const whole = readWhole(text, step.choices ?? [], labels, also);
    if (whole !== null) return [whole];
    // A telephone that rings in the story is no way to be reached.
    if (plain(text).length > SHORT && !WISH.test(text)) return readPhone(text) === null ? null : ["TEL"];
    const own = (step.choices ?? []).map((value) => ({ word: plain(labels[value] ?? ""), means: value }));
    const { channels } = readContact(
      text,
      [...own, ...also].filter(({ word }) => word.length > 1),
    );
    if (channels.length > 0) return channels;
    return readPhone(text) === null ? null : ["TEL"];
  },
  press: (step, value) => (pressChoice(step, value) === null ? null : [value]),
};
