// ask-place: the district, or the place in any words. 「岩根のあたり」 → { code: "iwane", text: "岩根のあたり" }
import * as z from "zod";
import { listenOf } from "../flow.ts";
import { readChoices, readWhole } from "../listen/answer/choice.ts";
import { districtOf, placeBeside } from "../listen/answer/place.ts";
import { isTale } from "../listen/intent.ts";
import { anyIn } from "../listen/ear/search.ts";
import type { Listen } from "../listen/lists.ts";
import { hearPeople } from "../listen/who/people.ts";
import { isCovered } from "../listen/story.ts";
import { stepBase, type StepKind } from "./step.ts";

const schema = z.strictObject({ kind: z.literal("ask-place"), ...stepBase });
/** Longer than this it is a story, not a place. */
const LONGEST = 40;
/** A bare noun this short may be the name of a place we do not know. */
const BARE = 8;

/** 「80くらい」「夜だけ」 */
const AGE_OR_HOURS =
  /^(?:\d+ ?(?:くらい|ぐらい|ころ|頃|前後).{0,2}|(?:夜|よる|昼|ひる|朝|あさ|夕方|平日|土日)(?:だけ|のみ|なら|しか|以外)(?:です|お願いします|おねがいします|いい|いいです|可|出られます)?)$/u;

export const askPlace: StepKind<typeof schema> = {
  schema,
  // Partners know the very house; the office's districts would only be in the way.
  offer(step, flow) {
    const codes = step.as === "partner" ? [] : Object.keys(flow.districts.labels);
    return { choices: codes, buttons: codes.slice(0, 11) };
  },
  // Residents rarely know the office's 地区 names: a place in any words is kept, and staff find it on the map.
  read(step, text, flow, state) {
    const listen = listenOf(flow, state.lang, text);
    const { plain } = listen;
    const sound = districtOf(flow.districts.sounds, text);
    if (sound !== null) return { code: sound, text };
    const said = placeBeside(listen, text);
    if (said === "" || listen.lengthOf(said) > LONGEST || /[。!！?？\n]./u.test(said)) return null;
    const [code] = readChoices(
      listen,
      said,
      Object.keys(flow.districts.labels),
      flow.districts.labels,
      flow.districts.also,
    );
    if (code !== undefined)
      return { code, text: /^[\d\s]+$/u.test(said.normalize("NFKC")) ? (flow.districts.labels[code] ?? said) : said };
    if (step.as === "partner") return listen.lengthOf(said) < 2 ? null : { code: null, text: said };
    // 「12と2」「息子には内緒」「中2です」「じぶん」 are answers to something else.
    if (!/\p{L}/u.test(said) || /^[\d\sと、,]+$/u.test(said.normalize("NFKC")) || isCovered(listen, said)) return null;
    if (hearPeople(listen, said).ownAge !== "UNKNOWN" || isAnswerElsewhere(listen, said)) return null;
    if (AGE_OR_HOURS.test(said.normalize("NFKC"))) return null;
    const likely = anyIn(plain(said), listen.places);
    const bare =
      listen.lengthOf(said) >= 2 &&
      listen.lengthOf(said) <= BARE &&
      !isTale(listen, said) &&
      !/\d$/u.test(plain(said).trim());
    return (likely &&
      !isTale(listen, said.replace(/(です|のほうです|の方です|に住んでいます|に住んでます|でございます)$/u, ""))) ||
      bare
      ? { code: null, text: said }
      : null;
  },
  press: (_step, value, flow) =>
    flow.districts.labels[value] === undefined ? null : { code: value, text: flow.districts.labels[value] },
};

// --- internal ---

/** 「電話」「自分」「送る」: whole answers to other questions are no places. */
const isAnswerElsewhere = (listen: Listen, said: string): boolean =>
  ["role", "contact", "consent", "check"].some(
    (field) => readWhole(listen, said, [], {}, listen.choices[field] ?? []) !== null,
  );
