// ask-place: the district, or the place in any words. 「岩根のあたり」 → { code: "iwane", text: "岩根のあたり" }
import { z } from "zod";
import { listenOf } from "../flow.ts";
import { hearAge } from "../listen/people.ts";
import { readPhone } from "../listen/phone.ts";
import { readChoices } from "../listen/choice.ts";
import { stepBase, type StepKind } from "./step.ts";

const schema = z.strictObject({ kind: z.literal("ask-place"), ...stepBase });
/** Longer than this it is a story, not a place. */
const LONGEST = 60;

export const askPlace: StepKind<typeof schema> = {
  schema,
  offer(_step, flow) {
    const codes = Object.keys(flow.districts.labels);
    return { choices: codes, buttons: codes.slice(0, 11) };
  },
  // Residents rarely know the office's 地区 names: whatever they write is kept, and staff find it on the map.
  read(_step, text, flow, state) {
    const said = text.trim();
    if (
      said === "" ||
      said.length > LONGEST ||
      readPhone(said) !== null ||
      hearAge(listenOf(flow, state.lang), said) !== "UNKNOWN" ||
      /[。!！?？\n]./.test(said)
    )
      return null;
    const [code] = readChoices(said, Object.keys(flow.districts.labels), flow.districts.labels, flow.districts.also);
    return { code: code ?? null, text: said };
  },
  press: (_step, value, flow) =>
    flow.districts.labels[value] === undefined ? null : { code: value, text: flow.districts.labels[value] },
};
