// What was answered is written down, and what follows from it remembered; nothing is said here.
import type { Category, Role } from "../codes.ts";
import { courseOf } from "../flow.ts";
import type { Answer, Json, Person, State } from "../state.ts";
import { wordOf, type Scene } from "./scene.ts";

export type How = Answer["how"];

/** Writes an answer down without saying anything. */
export function write(scene: Scene, field: string, value: Json, words: string, how: How): void {
  const { state, now } = scene;
  state.answers[field] = { value, answer: words, at: now.at, from: wordOf(now), how };
  remember(scene, field, value);
  if (state.current === field) [state.current, state.tries] = [null, 0];
  state.tales = 0;
  if (field === "story" && how !== "heard") hearsCategory(scene);
  if (field === "contact" && Array.isArray(value) && !value.includes("TEL")) forgetParts(state);
  scene.changed = true;
}

export function forget(state: State, field: string): void {
  delete state.answers[field];
  if (field === "contact") forgetParts(state);
}

// --- internal ---

/** Who was asked for the story is not asked for its heading as well: the story's own candidates stand for it. */
function hearsCategory(scene: Scene): void {
  const [primary, ...others] = scene.state.likely;
  if (scene.state.answers["category"] !== undefined) return;
  write(scene, "category", primary === undefined ? null : { primary, others }, "", "heard");
}

/** A number goes with the wish to be called: 「やっぱりLINEで」. */
function forgetParts({ answers }: State): void {
  for (const part of ["phone", "window"]) delete answers[part];
}

function remember({ flow, state }: Scene, field: string, value: Json): void {
  if (field === "role") [state.role, state.flow] = [value as Role | null, courseOf(flow, value as Role | null).id];
  if (field === "whom" && Array.isArray(value)) rememberPeople(state, value as unknown as Person[]);
  if (field === "category" && value !== null)
    state.likely = [
      (value as { primary: Category }).primary,
      ...state.likely.filter((c) => c !== (value as { primary: Category }).primary),
    ];
}

/** The writer's own age is no person beside others. */
function rememberPeople(state: State, people: Person[]): void {
  const [own] = people.filter(({ relation }) => relation === "本人");
  if (own !== undefined && own.ageBand !== "UNKNOWN") state.ownAge = own.ageBand;
  if (people.some(({ relation }) => relation !== "本人")) state.people = people;
}
