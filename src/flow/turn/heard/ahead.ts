// Whatever answers a question that has not been asked yet is kept for it: who, where, how to call, what was seen.
import type { Category } from "../../codes.ts";
import { listenOf, stepOf, stepsOf } from "../../flow.ts";
import { loneAge } from "../../listen/who/ages.ts";
import { readChoices } from "../../listen/answer/choice.ts";
import { clausesOf } from "../../listen/edges.ts";
import { anyIn, standingIn } from "../../listen/ear/search.ts";
import { found, type Listen } from "../../listen/lists.ts";
import { readName } from "../../listen/answer/name.ts";
import { addressesFor } from "../../listen/answer/contact.ts";
import { readOwnPhone, readPhone, spelled, withoutPhone } from "../../listen/answer/phone.ts";
import { houseIn, namesPlace, wayBeside } from "../../listen/answer/place.ts";
import type { Json, Person, State } from "../../state.ts";
import { kindOf } from "../../acts/ask.ts";
import { write } from "../../acts/memory.ts";
import type { Scene } from "../../acts/scene.ts";
import { PARTS } from "../../steps/step.ts";
import { wantsToBeReached } from "./reach.ts";

/** So many letters make a story; fewer are a word or two, and are asked about gently. */
const A_STORY = 16;
/** Where one thing alone is said in so few letters, it is the answer before its question: 「借金です」. */
const ONE_THING = 20;

/** Everything a message may say before it is asked. `spared`: the question that stands, which reads its answer itself. */
export function fillAhead(scene: Scene, spared: string | null, text: string, categories: Category[]): void {
  const { flow, state } = scene;
  const listen = listenOf(flow, state.lang, text);
  fillPeople(scene, spared, text);
  if (state.toldLength >= A_STORY) fill(scene, spared, "story", state.told, "");
  const [only, ...others] = categories;
  if (only !== undefined && others.length === 0 && listen.lengthOf(text) <= ONE_THING)
    fill(scene, spared, "category", { primary: only, others: [] }, text);
  fillContact(scene, listen, spared, text);
  fillDistrict(scene, listen, spared, text);
  fillFew(scene, listen, spared, text);
}

/** Writes down as heard, where the question stands open. */
export function fill(scene: Scene, spared: string | null, field: string, value: Json, text: string): void {
  const { flow, state } = scene;
  if (value === null || field === spared || state.answers[field] !== undefined) return;
  if (stepOf(flow, state, field) === null && !(PARTS as readonly string[]).includes(field)) return;
  write(scene, field, value, text.length > 60 ? "" : text, "heard");
}

/** The answer to a question that has not been asked yet: kept for it, and the question that stands goes on standing. */
export function fillsAnother(scene: Scene, text: string, standingField: string): boolean {
  const { state, flow } = scene;
  const listen = listenOf(flow, state.lang, text);
  const open = (field: string): boolean => field !== standingField && state.answers[field] === undefined;
  const field =
    open("contact") && wantsToBeReached(listen, text)
      ? "contact"
      : open("district") && namesPlace(listen, text)
        ? "district"
        : open("whom") && loneAge(text) !== null
          ? "whom"
          : null;
  const step = field === null ? null : stepOf(flow, state, field);
  const value = step === null ? null : kindOf(step).read(step, text, flow, state);
  if (step === null || value === null) return false;
  write(scene, step.fills, value, text, "heard");
  return true;
}

export const isSelf = ({ role }: State): boolean => role === "SELF" || role === "CHILD";

// --- internal ---

function fillPeople(scene: Scene, spared: string | null, text: string): void {
  const { state } = scene;
  const own: Person[] = state.ownAge === "UNKNOWN" ? [] : [{ relation: "本人", called: "", ageBand: state.ownAge }];
  const people = isSelf(state) ? own : state.people;
  if (people.length === 0) return;
  fill(scene, spared, "whom", peopleJson(people), text);
  if (state.answers["whom"]?.how === "heard") state.answers["whom"].value = peopleJson(people);
}

/** A number, or a wish to be reached in one way, with the hours and the name that were said beside it. */
function fillContact(scene: Scene, listen: Listen, spared: string | null, text: string): void {
  const { state } = scene;
  const phone = spared === "contact" ? readPhone(text) : readOwnPhone(text);
  const wish = found(listen.plain(text), listen.contactAhead)[0]?.means ?? besidePlace(listen, spared, text);
  const written = addressesFor(listen, text);
  const rung = phone === null ? [] : [phone];
  const ways = [...rung.map(() => "TEL"), ...written.map(({ channel }) => channel)];
  if (ways.length > 0) fill(scene, spared, "contact", ways, [...rung, ...written.map(spelled)].join("、"));
  else if (wish !== undefined) fill(scene, spared, "contact", [wish], text);
  // 「番号まちがえました、090…」 while the questions wait: no correction is read then.
  if (phone !== null && state.phase === "waiting" && /まちが|間違|ちが[いうっ]|違[いうっ]/u.test(text))
    delete state.answers["phone"];
  fill(scene, spared, "phone", phone, phone ?? "");
  if (state.answers["contact"] === undefined && spared !== "contact") return;
  const hours = withoutPhone(text)
    .split(/[、，,;。.!！?？\n]+/u)
    .find((part) => isHours(listen, part.trim()))
    ?.trim();
  if (hours !== undefined) fill(scene, spared, "window", hours, hours);
  const name = readName(text);
  if (name !== null) fill(scene, spared, "name", name, name);
}

const HOUR = /[時曜]|午前|午後|平日|夕方/u;
/** 夜 alone is in many a story; 「夜がいい」「夜にかけて」 is when, 「夜は電話しないで」 is not. */
const WISHED =
  /(?:[朝昼夜晩]|お昼|夜間|週末|土日|よる|あさ|ひる)(?:に|が|で|なら|は|しか|だけ|の(?:ほう|方)が)?(?:して|いい|良い|お願い|おねがい|希望|かけて|電話|連絡|出られ|でられ|だいじょうぶ|大丈夫|つなが|助か|たすか|ありがた)/u;
const NOT_THEN = /な[いく]|ません|だめ|ダメ|無理|むり|やめ|困|鳴|ました|[いっ]た/u;

/** 「北 LINEで」 to the question where they live. */
const besidePlace = (listen: Listen, spared: string | null, text: string): string | undefined =>
  spared === "district" ? wayBeside(listen, text) : undefined;

/** 「平日の夕方」「after 6 pm」: short, and one of the listed words. */
const isHours = (listen: Listen, clause: string): boolean =>
  listen.lengthOf(clause) <= 20 &&
  (listen.lang !== "ja" || HOUR.test(clause) || (WISHED.test(clause) && !NOT_THEN.test(clause))) &&
  anyIn(listen.plain(clause), listen.windows);

function fillDistrict(scene: Scene, listen: Listen, spared: string | null, text: string): void {
  const house = scene.state.role === "MIMAMORI" ? houseIn(listen, text) : null;
  const step = stepOf(scene.flow, scene.state, "district");
  if (house !== null && step !== null)
    return fill(scene, spared, "district", kindOf(step).read(step, house, scene.flow, scene.state), house);
  const { labels, also } = scene.flow.districts;
  const names = Object.values(labels).map((label) => listen.plain(label));
  const place = clausesOf(listen, text).find((clause) => {
    const said = listen.plain(clause);
    return names.some((name) => said.includes(name)) || standingIn(said, also).some(({ word }) => word.length > 1);
  });
  const [code] = place === undefined ? [] : readChoices(listen, place, Object.keys(labels), labels, also);
  // 「岩根の77歳の父が…」 is a clause, not a place: the check shows the district's own name.
  const shown = place !== undefined && listen.lengthOf(place) > 12 ? labels[code ?? ""] : place;
  if (code !== undefined && shown !== undefined) fill(scene, spared, "district", { code, text: shown }, shown);
}

/** What partners and agencies tell by themselves: 「3日ぶん新聞がたまっていて、返事がない」. */
function fillFew(scene: Scene, listen: Listen, spared: string | null, text: string): void {
  for (const step of stepsOf(scene.flow, scene.state)) {
    if (step.kind !== "ask-few") continue;
    const hits = found(listen.plain(text), listen.choices[step.fills] ?? []).map(({ means }) => means);
    const chosen = [...new Set(hits)].filter((value) => step.choices?.includes(value));
    if (chosen.length > 0) fill(scene, spared, step.fills, { chosen, text: "" }, text);
  }
}

const peopleJson = (people: Person[]): Json => people.map((person) => ({ ...person }));
