// What a story tells by itself is written down as heard, so that it is not asked again.
import { listenOf } from "../flow.ts";
import { hearStory } from "../listen/story.ts";
import { plain } from "../normal.ts";
import type { Json, Person, State } from "../state.ts";
import { stepOf } from "./ask.ts";
import { write } from "./answer.ts";
import { flag, type Scene } from "./scene.ts";

/** So many characters (normalised) make a story; fewer are a word or two, and are asked about gently. */
const A_STORY = 16;

/** Takes the story's facts as candidates, and counts it as told. */
export function hearTold(scene: Scene, text: string): void {
  const { state, flow } = scene;
  const story = hearStory(listenOf(flow, state.lang), text);
  state.likely = [...new Set([...state.likely, ...story.categories])];
  state.people = merged(state.people, story.people);
  state.aware ??= story.aware;
  state.tags = [...new Set([...state.tags, ...story.tags])];
  state.supports = [...new Set([...state.supports, ...story.supports])];
  if (story.wish !== null && !state.wishes.includes(story.wish)) state.wishes.push(story.wish);
  if (story.covered) [state.covered] = [true];
  if (story.covered) flag(scene, "秘匿");
  state.told += 1;
  state.toldLength += plain(text).length;
  fill(scene, "role", story.role, text);
  if (isSelf(state) && story.ownAge !== "UNKNOWN" && state.people.length === 0) state.people = [{ relation: "本人", ageBand: story.ownAge }];
  if (state.people.length > 0) fill(scene, "whom", peopleJson(state.people), text);
  if (state.toldLength >= A_STORY) fill(scene, "story", state.told, "");
  scene.changed = true;
}

/** A picture, a voice or a sticker is part of the story too. */
export function hearWordless(scene: Scene): void {
  scene.state.told += 1;
  scene.changed = true;
}

// --- internal ---

const isSelf = (state: State): boolean => state.role === "SELF" || state.role === "CHILD";

function fill(scene: Scene, field: string, value: Json, text: string): void {
  if (value === null || scene.state.answers[field] !== undefined || stepOf(scene.flow, field) === null) return;
  if (field === "whom" && isSelf(scene.state)) return;
  write(scene, field, value, text.length > 60 ? "" : text, "heard");
}

/** Nobody is counted twice: a person with the same relation keeps the age that was said. */
function merged(known: Person[], heard: Person[]): Person[] {
  if (known.length === 0) return heard;
  const added = heard.filter(({ relation }) => !known.some((person) => person.relation === relation));
  return [
    ...known.map((person) => (person.ageBand === "UNKNOWN" ? { ...person, ageBand: heard.find(({ relation, ageBand }) => relation === person.relation && ageBand !== "UNKNOWN")?.ageBand ?? "UNKNOWN" as const } : person)),
    ...added,
  ];
}

const peopleJson = (people: Person[]): Json => people.map((person) => ({ ...person }));
