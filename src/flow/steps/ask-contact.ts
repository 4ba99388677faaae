// ask-contact: how staff may reach them; several may hold. 「LINEか電話で」 → ["LINE", "TEL"]
import * as z from "zod";
import { CONTACT_CHANNELS } from "../codes.ts";
import { labelsOf, listenOf } from "../flow.ts";
import { readNumbers, readWhole } from "../listen/answer/choice.ts";
import { spoken } from "../listen/answer/spoken.ts";
import { addressesFor, readContact } from "../listen/answer/contact.ts";
import { intentOf, isQuestion } from "../listen/intent.ts";
import { readPhone } from "../listen/answer/phone.ts";
import { pressChoice, stepBase, type StepKind } from "./step.ts";

const schema = z.strictObject({
  kind: z.literal("ask-contact"),
  ...stepBase,
  choices: z.array(z.enum(CONTACT_CHANNELS)).min(2).max(11),
});

/** Longer than this it must be said as a wish (letters of Japanese). */
const SHORT = 20;
const WISH = /がいい|でいい|お願い|希望|ください|下さい|で連絡|してほしい|して欲しい|にして|でなら|なら(見|み|出|で)/u;
/** 「出られないのでLINEで」; 「知ったのは、昨日の電話で」 tells. */
const BY = /(?:line|ライン|電話|でんわ|メール|fax|ファッ?クス|手紙|窓口|ここ)で(?:[。\s]|$)/iu;

const isWish = (text: string): boolean => WISH.test(text) || (BY.test(text) && !text.includes("のは"));

export const askContact: StepKind<typeof schema> = {
  schema,
  offer: (step) => ({ choices: step.choices ?? [], buttons: step.choices ?? [] }),
  read(step, text, flow, state) {
    const listen = listenOf(flow, state.lang, text);
    const choices = step.choices ?? [];
    const numbered = readNumbers(listen, text).flatMap((n) => choices[n - 1] ?? []);
    if (numbered.length > 0) return [...new Set(numbered)];
    const yesOrNo = step.as === "child" || step.as === "third" ? intentOf(listen, text) : null;
    if (yesOrNo === "yes") return ["LINE"];
    if (yesOrNo === "no") return ["NONE"];
    const labels = labelsOf(flow, state.lang, "contact");
    const also = listen.choices["contact"] ?? [];
    const whole = readWhole(listen, text, choices, labels, also);
    if (whole !== null) return [whole];
    // A telephone that rings in the story is no way to be reached.
    const tells = listen.lengthOf(text) > SHORT && listen.lang === "ja" && !isWish(text);
    const { labelsFirst } = spoken(listen, choices, labels, also);
    const { channels } = tells && step.as !== "agency" ? { channels: [] } : readContact(listen, text, labelsFirst);
    const written = addressesFor(listen, text).map(({ channel }) => channel);
    const rung = channels.length === 0 && readPhone(text) !== null ? ["TEL"] : [];
    const ways = [...new Set([...channels, ...rung, ...written])];
    if (ways.length > 0) return ways;
    // Who writes for an agency says who they are; that is an answer.
    const isTheirs = listen.lengthOf(text) >= 2 && !isQuestion(listen, text) && intentOf(listen, text) === null;
    return step.as === "agency" && isTheirs ? [] : null;
  },
  press: (step, value) => (pressChoice(step, value) === null ? null : [value]),
};
