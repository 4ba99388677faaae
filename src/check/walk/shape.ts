// What `advance` branches on, in one place: two states of one shape answer every class of input alike. Tested by itself.
import { inDanger, isThird } from "../../flow/acts/consent.ts";
import { nextStep } from "../../flow/acts/ask.ts";
import type { Flow } from "../../flow/flow.ts";
import { wordIn, type State } from "../../flow/state.ts";

/** So many characters (folded) make a story: see `A_STORY` in flow/turn/told.ts. */
const A_STORY = 16;

/**
 * The shape of a state, as a string. Left out, because control does not follow it: the words themselves, times, candidates
 * for staff, tasks already noted, which danger of one degree it was. Coarse on purpose (the walk tries every variant in
 * each state instead): which answers were heard and which were asked for, and in which order.
 */
export function shapeOf(_flow: Flow, state: State): string {
  if (state.intake === null) return `nobody${state.greeted ? " greeted" : ""}`;
  return [state.phase, questionOf(state), roleOf(state), answeredOf(state), ...marksOf(state)].join(" ");
}

/**
 * The outline of a shape: not which questions were answered ahead, only which is the next one open; not how often a
 * question was only acknowledged beyond once. States of one outline differ in what comes after the next question.
 */
export function outlineOf(flow: Flow, state: State): string {
  if (state.intake === null) return shapeOf(flow, state);
  const next = nextStep(flow, state)?.fills ?? "-";
  const marks = marksOf(state).filter((mark) => OUTLINE.includes(mark));
  return [state.phase, questionOf(state), sideOf(state), next, ...marks].join(" ");
}

// --- internal ---

/** Marks that decide about the very next answer, whatever was asked. */
const OUTLINE = ["PARTIAL", "COMPLETE", "danger", "safety-asked", "unwilling", "covered"];

/** The question that stands, how often it was asked, and what was only acknowledged under it. */
function questionOf({ phase, current, tries, tales, calm, covered }: State): string {
  const asking = phase === "asking" && current !== null && current !== "erase";
  const waits = phase === "waiting" && (current === "safety" || !covered);
  return `${current ?? "-"}:${asking ? Math.min(tries, 2) : 0}${asking ? tales : 0}${waits ? Math.min(calm, 1) : 0}`;
}

/** Which role it is matters by whom it makes the questions about; a family that was only heard of may still turn. */
function roleOf(state: State): string {
  const answer = state.answers["role"];
  if (answer === undefined) return state.role === null ? "-" : `was-${classOf(state.role)}`;
  const role = classOf(wordIn(answer.value));
  return role === "FAMILY" && answer.how === "heard" ? "FAMILY~" : role;
}

/** Which questions a role opens: of oneself, of the family, of somebody else, none. */
function sideOf({ answers }: State): string {
  const answer = answers["role"];
  const role = classOf(wordIn(answer?.value));
  return answer === undefined ? "-" : ["UNKNOWN", "OTHER"].includes(role) ? "SELF" : role;
}

function classOf(role: string): string {
  if (isThird({ answers: { role: { value: role } } } as unknown as State)) return "third";
  if (role === "CHILD") return "SELF";
  return role === "" ? "none" : role;
}

/** Fields that are answered; of the contact also whether a telephone is among them. */
const answeredOf = ({ answers }: State): string =>
  Object.keys(answers)
    .filter((field) => field !== "role")
    .map((field) => (hasPhone(answers[field]?.value) ? `${field}+TEL` : field))
    .toSorted()
    .join(",");

const hasPhone = (value: unknown): boolean => Array.isArray(value) && value.includes("TEL");

/** Single facts that turn the talk, each only where it can. */
function marksOf(state: State): string[] {
  const { answers, filed } = state;
  const danger = inDanger(state);
  const open = (field: string): boolean => answers[field] === undefined;
  const marks: [string, boolean][] = [
    [filed ?? "", filed !== null],
    ["danger", danger],
    ["safety-asked", state.safetyAsked],
    ["unwilling", danger && state.flags.includes("記録を望まない")],
    ["covered", state.covered],
    ["one-word", filed === null && !danger && !isThird(state) && state.told <= 1],
    ["story", open("story") && state.toldLength >= A_STORY],
    ["people", open("whom") && state.people.length > 0],
    ["third-told", !isThird(state) && state.toldThird],
    ["record-noted", open("consent") && state.consents.some(({ scope }) => scope === "RECORD")],
    ["no-notice", state.consents.every(({ scope }) => scope !== "PURPOSE_NOTICE")],
    ["no-way-back", state.phase === "asking" && state.order.length === 0],
  ];
  return marks.filter(([, holds]) => holds).map(([mark]) => mark);
}
