// ask-place: the district, or the place in any words. 「岩根のあたり」 → { code: "iwane", text: "岩根のあたり" }
import { z } from "zod";
import { listenOf } from "../flow.ts";
import { readChoices, readWhole } from "../listen/choice.ts";
import { isTale } from "../listen/intent.ts";
import { hearPeople } from "../listen/people.ts";
import { plain } from "../listen/normal.ts";
import { stepBase, type StepKind } from "./step.ts";

const schema = z.strictObject({ kind: z.literal("ask-place"), ...stepBase });
/** Longer than this it is a story, not a place. */
const LONGEST = 40;
/** A bare noun this short may be the name of a place we do not know. */
const BARE = 8;

export const askPlace: StepKind<typeof schema> = {
  schema,
  offer(_step, flow) {
    const codes = Object.keys(flow.districts.labels);
    return { choices: codes, buttons: codes.slice(0, 11) };
  },
  // Residents rarely know the office's 地区 names: a place in any words is kept, and staff find it on the map.
  read(_step, text, flow, state) {
    const said = text.trim();
    if (said === "" || said.length > LONGEST || /[。!！?？\n]./u.test(said)) return null;
    const [code] = readChoices(said, Object.keys(flow.districts.labels), flow.districts.labels, flow.districts.also);
    if (code !== undefined)
      return { code, text: /^[\d\s]+$/u.test(said.normalize("NFKC")) ? (flow.districts.labels[code] ?? said) : said };
    const listen = listenOf(flow, state.lang);
    // 「12と2」「息子には内緒」「中2です」「じぶん」 are answers to something else.
    if (
      !/\p{L}/u.test(said) ||
      /^[\d\sと、,]+$/u.test(said.normalize("NFKC")) ||
      listen.covered.some((word) => plain(said).includes(word))
    )
      return null;
    if (hearPeople(listen, said).ownAge !== "UNKNOWN" || readWhole(said, [], {}, listen.choices["role"] ?? []) !== null)
      return null;
    const likely = listen.places.some((word) => plain(said).includes(word));
    const bare =
      plain(said).length >= 2 && plain(said).length <= BARE && !isTale(listen, said) && !/\d$/u.test(plain(said));
    return (likely &&
      !isTale(listen, said.replace(/(です|のほうです|の方です|に住んでいます|に住んでます|でございます)$/u, ""))) ||
      bare
      ? { code: null, text: said }
      : null;
  },
  press: (_step, value, flow) =>
    flow.districts.labels[value] === undefined ? null : { code: value, text: flow.districts.labels[value] },
};
