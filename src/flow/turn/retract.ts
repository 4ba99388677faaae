// 送信取消: the words go from everything that was understood of them; that something was taken back stays as a mark.
// LINE asks for the utmost care: https://developers.line.biz/en/docs/messaging-api/receiving-messages/
import type { Answer, Person, State } from "../state.ts";
import { flag, type Scene } from "../acts/scene.ts";
import { letGo } from "../acts/ask.ts";
import type { Role } from "../codes.ts";
import { courseOf, wordsOf, type Flow } from "../flow.ts";

export function retract(scene: Scene, messageId: string): void {
  const { state } = scene;
  for (const [field, answer] of Object.entries(state.answers))
    if (holds(answer.from, messageId)) takeBack(scene, field, answer);
  if (state.sources.some((ids) => holds(ids, messageId))) forgetHeard(state, messageId);
  if (holds(state.piece?.from ?? "", messageId)) state.piece = null;
  scene.effects.push({ do: "retract", messageId });
  flag(scene, "送信取消あり");
  scene.changed = true;
}

// --- internal ---

/** Texts that came one upon the other are known by all their ids. */
const holds = (ids: string, messageId: string): boolean => ids.split(" ").includes(messageId);

/** The answer goes, also from the check that was shown with it; the question is not asked again. */
function takeBack({ flow, state }: Scene, field: string, answer: Answer): void {
  const value = field === "role" ? "UNKNOWN" : null;
  state.answers[field] = { ...answer, value, answer: "", how: "skip" };
  // As one who would not say: the questions stay what they are for somebody who speaks of oneself.
  if (value !== null) asOneself(flow, state, value);
  if (answer.answer.length < 2) return;
  const gone = wordsOf(flow, state.lang).facts["answer-gone"];
  for (const [name, text] of Object.entries(state.shown)) state.shown[name] = text.replaceAll(answer.answer, gone);
}

function asOneself(flow: Flow, state: State, role: Role): void {
  [state.role, state.flow] = [role, courseOf(flow, role).id];
  letGo(flow, state);
}

/** What several messages told cannot be told apart: every candidate goes, and only answers of other messages stay. */
function forgetHeard(state: State, messageId: string): void {
  state.sources = state.sources.filter((ids) => !holds(ids, messageId));
  [state.likely, state.tags, state.supports, state.wishes, state.avoids] = [[], [], [], [], []];
  [state.aware, state.ownAge] = [null, "UNKNOWN"];
  const whom = state.answers["whom"];
  state.people =
    whom !== undefined && whom.how !== "heard" && Array.isArray(whom.value) ? (whom.value as unknown as Person[]) : [];
}
