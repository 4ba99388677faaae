// What `advance` branches on, in one place. `shapeOf`: two states of one shape answer every class of input alike, now and
// later (tested). `outlineOf`: few enough to walk them all in about a minute.
import { nextStep } from "../../flow/acts/ask.ts";
import { inDanger, isThird } from "../../flow/acts/consent/consent.ts";
import type { Flow } from "../../flow/flow.ts";
import { wordIn, type Answer, type State } from "../../flow/state.ts";

/** So many characters (folded) make a story: see `A_STORY` in flow/turn/heard/ahead.ts. */
const A_STORY = 16;

/**
 * The shape of a state, as a string. Left out, because control does not follow it: the words themselves, times, tags and
 * wishes for staff, tasks already noted, which of the categories are likely.
 */
export function shapeOf(_flow: Flow, state: State): string {
  if (state.intake === null) return `nobody${state.greeted ? " greeted" : ""}`;
  return [state.phase, questionOf(state), roleOf(state), answeredOf(state), toldOf(state), ...marksOf(state)].join(" ");
}

/**
 * The outline of a shape: not which questions were answered ahead or in which order, only which is the next one open; not
 * which dangers were heard, only whether there were any. States of one outline may differ in what comes after the next question.
 */
export function outlineOf(flow: Flow, state: State): string {
  if (state.intake === null) return shapeOf(flow, state);
  const next = nextStep(flow, state)?.fills ?? "-";
  // The wish not to be recorded turns only a talk in which danger was heard.
  const outline = inDanger(state) ? OUTLINE : OUTLINE.filter((mark) => mark !== "unwilling");
  const marks = marksOf(state).filter((mark) => outline.includes(mark));
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

/** Which role it is matters by whom it makes the questions about. */
const roleOf = (state: State): string =>
  `${classOf(wordIn(state.answers["role"]?.value))}/${classOf(state.role ?? "")}/${state.flow}/${state.lang}`;

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

/** The answers: first those that were asked for, in their order (for 「もどる」), then the others. */
function answeredOf({ answers, order, shown }: State): string {
  const rest = Object.keys(answers).filter((field) => !order.includes(field));
  const seen = Object.keys(shown).filter((field) => answers[field] === undefined);
  const list = (fields: string[]): string => fields.map((field) => answerOf(field, answers[field])).join(",");
  return `${list(order)};${list(rest.toSorted())};${seen.toSorted().join(",")}`;
}

/** With its value, because the same answer once more is no correction; heard ~, not understood -. */
function answerOf(field: string, answer: Answer | undefined): string {
  if (answer === undefined) return field;
  const { value, how } = answer;
  const understood = how !== "skip" && how !== "kept" && value !== null && value !== "UNKNOWN";
  const said = BUTTONED.includes(field) ? JSON.stringify(value) : "";
  return `${field}${said}${how === "heard" ? "~" : ""}${understood ? "" : "-"}`;
}

/** Fields that a button or a label can answer again. */
const BUTTONED = [
  "role",
  "consent",
  "whom",
  "category",
  "district",
  "contact",
  "signs",
  "since",
  "called",
  "agreed",
  "wish",
];

/** How often was asked and how much was told, whatever stands: a story grows out of short words, and persons already named are no news. */
function toldOf({ told, toldLength, tries, tales, calm, people, risks, acked }: State): string {
  const names = people.map(({ relation, called, ageBand }) => `${relation}${called}${ageBand}`);
  const dangers = [...new Set(risks.map(({ risk, urgency }) => `${risk}${urgency}`))].toSorted();
  return [
    Math.min(tries, 2),
    tales,
    Math.min(calm, 1),
    Math.min(told, 2),
    Math.min(toldLength, A_STORY),
    names,
    dangers,
    acked,
  ].join("/");
}

/** Single facts that turn the talk. */
function marksOf(state: State): string[] {
  const marks: [string, boolean][] = [
    [state.filed ?? "", state.filed !== null],
    ["danger", inDanger(state)],
    ["safety-asked", state.safetyAsked],
    ["unwilling", state.flags.includes("記録を望まない")],
    ["covered", state.covered],
    ["third-told", state.toldThird],
    ["record-noted", state.consents.some(({ scope }) => scope === "RECORD")],
    ["notice", state.consents.some(({ scope }) => scope === "PURPOSE_NOTICE")],
  ];
  return marks.filter(([, holds]) => holds).map(([mark]) => mark);
}
