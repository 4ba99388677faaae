// What a story tells by itself is written down as heard, so that it is not asked again.
import { listenOf } from "../flow.ts";
import { found } from "../listen/lists.ts";
import { readPhone } from "../listen/phone.ts";
import { hearStory } from "../listen/story.ts";
import { plain } from "../listen/normal.ts";
import type { AgeBand } from "../codes.ts";
import type { Json, Person, State } from "../state.ts";
import { stepOf } from "./ask.ts";
import { write } from "./answer.ts";
import { flag, type Scene } from "./scene.ts";

/** So many characters (normalised) make a story; fewer are a word or two, and are asked about gently. */
const A_STORY = 16;

/** Takes the story's facts as candidates, and counts it as told. True if it told of a person, an age or a way to call. */
export function hearTold(scene: Scene, text: string, leaveStanding: boolean): boolean {
  const { state, flow } = scene;
  const spared = leaveStanding ? state.current : null;
  const before = JSON.stringify([state.people, state.answers["contact"], state.answers["phone"]]);
  const story = hearStory(listenOf(flow, state.lang), text);
  state.likely = [...new Set([...state.likely, ...story.categories])];
  state.people = aged(merged(state.people, story.people), story.ownAge);
  state.aware ??= story.aware;
  state.tags = [...new Set([...state.tags, ...story.tags])];
  state.supports = [...new Set([...state.supports, ...story.supports])];
  if (story.wish !== null && !state.wishes.includes(story.wish)) state.wishes.push(story.wish);
  if (story.avoid !== null && !state.avoids.includes(story.avoid)) state.avoids.push(story.avoid);
  if (story.covered) [state.covered] = [true];
  if (story.covered) flag(scene, "秘匿");
  state.told += 1;
  state.toldLength += plain(text).length;
  hearContact(scene, text, spared);
  fill(scene, spared, "role", story.role, text);
  if (isSelf(state) && story.ownAge !== "UNKNOWN" && state.people.length === 0)
    state.people = [{ relation: "本人", called: "", ageBand: story.ownAge }];
  if (state.people.length > 0) fill(scene, spared, "whom", peopleJson(state.people), text);
  if (state.answers["whom"]?.how === "heard") state.answers["whom"].value = peopleJson(state.people);
  if (state.toldLength >= A_STORY) fill(scene, spared, "story", state.told, "");
  scene.changed = true;
  return JSON.stringify([state.people, state.answers["contact"], state.answers["phone"]]) !== before;
}

/** A picture, a voice or a sticker is part of the story too. */
export function hearWordless(scene: Scene): void {
  scene.state.told += 1;
  scene.changed = true;
}

// --- internal ---

const isSelf = (state: State): boolean => state.role === "SELF" || state.role === "CHILD";

/** A number, or a wish to be telephoned, given before it is asked for. */
function hearContact(scene: Scene, text: string, spared: string | null): void {
  const phone = readPhone(text);
  const wish = found(plain(text), listenOf(scene.flow, scene.state.lang).contactAhead)[0]?.means;
  if (phone !== null) fill(scene, spared, "contact", ["TEL"], phone);
  else if (wish !== undefined) fill(scene, spared, "contact", [wish], text);
  fill(scene, spared, "phone", phone, phone ?? "");
}

/** `spared`: the question that stands reads its answer itself. */
function fill(scene: Scene, spared: string | null, field: string, value: Json, text: string): void {
  if (
    field === spared ||
    value === null ||
    scene.state.answers[field] !== undefined ||
    stepOf(scene.flow, field) === null
  )
    return;
  if (field === "whom" && isSelf(scene.state)) return;
  write(scene, field, value, text.length > 60 ? "" : text, "heard");
}

/** Words that name nobody new once somebody of that relation is known. */
const GENERIC = new Set(["親", "両親", "子ども", "子供", "こども", "きょうだい", "兄弟"]);

/** Nobody is counted twice: a person with the same relation keeps the age that was said. */
function merged(known: Person[], heard: Person[]): Person[] {
  if (known.length === 0) return heard;
  const added = heard.filter(
    ({ relation, called }) =>
      !known.some(
        (person) => person.relation === relation && (person.called === called || called === "" || GENERIC.has(called)),
      ),
  );
  return [
    ...known.map((person) =>
      person.ageBand === "UNKNOWN"
        ? {
            ...person,
            ageBand:
              heard.find(
                ({ relation, called, ageBand }) =>
                  relation === person.relation && called === person.called && ageBand !== "UNKNOWN",
              )?.ageBand ?? ("UNKNOWN" as const),
          }
        : person,
    ),
    ...added,
  ];
}

/** 「小学生くらいです」, said after the person was named: the age of the one whose age is not known. */
function aged(people: Person[], age: AgeBand): Person[] {
  const unknown = people.filter(({ ageBand }) => ageBand === "UNKNOWN");
  return age === "UNKNOWN" || unknown.length !== 1
    ? people
    : people.map((person) => (person === unknown[0] ? { ...person, ageBand: age } : person));
}

const peopleJson = (people: Person[]): Json => people.map((person) => ({ ...person }));
