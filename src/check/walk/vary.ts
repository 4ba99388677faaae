// What an outline leaves open, and an act may ask for: which questions were answered ahead, in which order, what was heard.
// For each act the same state is given in all the ways that could make a difference to it.
import { stepOf, stepsOf, type Flow } from "../../flow/flow.ts";
import { kindOf, nextStep } from "../../flow/acts/ask.ts";
import type { Choice } from "../../flow/input.ts";
import type { Answer, Person, Risk, State } from "../../flow/state.ts";
import type { Step } from "../../flow/steps/step.ts";
import type { Act } from "./inputs.ts";
import type { Turned } from "./turn.ts";

/** The same outline, with something else behind it; `note` says what, in Japanese. */
export interface Variant {
  note: string;
  state: State;
}

/** Beside the state itself, which was tried first: `came` is what came of it. */
export function variantsFor(flow: Flow, state: State, act: Act, came: Turned): Variant[] {
  if (state.intake === null || came.erased) return [];
  return [
    ...(movesOn(flow, state, came) ? ahead(flow, state, came) : []),
    ...(act.intent === "back" ? lasts(flow, state) : []),
    ...(["erase", "no-record"].includes(act.intent ?? "") ? wishes(state) : []),
    ...(act.risk === undefined ? [] : otherDangers(state, act)),
    ...(nextStep(flow, state)?.fills === "consent" ? [recordedBefore(state)] : []),
    ...(state.phase === "asking" && state.current === null ? puts(flow, state) : []),
    ...(TELLS_WHO.includes(act.does) ? roles(state) : []),
    ...(act.input.kind === "choice" ? pressedBefore(flow, state, act.input) : []),
    ...(NAMES_IT.includes(act.does) ? besideIt(flow, state) : []),
    ...(act.input.kind === "text" && (state.current === "check" || NAMES_IT.includes(act.does)) ? parts(state) : []),
    ...(act.does === "気持ち" ? [{ note: "気持ちは、もう聞いた", state: { ...state, acked: ALL_FEELINGS } }] : []),
  ];
}

// --- internal ---

/** Words that tell who it is about, or may turn out to. */
const TELLS_WHO = ["家族の話", "近所の話", "自分の話", "前の答えの言い直し", "危険 DV", "危険と、人が来た"];

/** Words that answer a question of their own, whichever stands. */
const NAMES_IT = ["先に言う", "選択肢のことば", "番号1", "番号2", "時間", "名前", "電話番号", "前の答えの言い直し"];

const ALL_FEELINGS = ["grief", "lonely", "untold", "tired", "anger"];

/** The next question is another one now, or the talk has ended: then it matters which ones were answered ahead. */
const movesOn = (flow: Flow, before: State, { state }: Turned): boolean =>
  before.phase !== "done" &&
  (state.phase === "done" ||
    nextStep(flow, before)?.fills !== nextStep(flow, state)?.fills ||
    before.role !== state.role);

/** Every question that could come after this one, once the ones between were answered ahead; and nothing understood at all. */
function ahead(flow: Flow, before: State, came: Turned): Variant[] {
  const later = undecided(flow, before, came.state);
  const skipped = mapped(before.answers, (one) => ({ ...one, how: "skip" as const, value: null }));
  return [
    ...later.map((step, n) => ({
      note: n === 0 ? "先には何も聞いていない" : `${namesOf(flow, later.slice(0, n))}は、もう聞いた`,
      state: answered(before, later.slice(0, n), later.slice(n)),
    })),
    ...(later.some(({ kind }) => kind === "check")
      ? []
      : [{ note: "あとは、すべて聞いた", state: answered(before, later, []) }]),
    ...(came.state.phase === "done" && before.role !== null
      ? [{ note: "どの質問もとばした", state: { ...before, answers: skipped } }]
      : []),
  ];
}

/** Questions that may have been answered ahead or not: the outline tells only that those before the next one were. */
function undecided(flow: Flow, before: State, after: State): Step[] {
  const steps = stepsOf(flow, before);
  const next = steps.findIndex(({ fills }) => fills === nextStep(flow, before)?.fills);
  const decided = new Set(["role", before.current, ...steps.slice(0, next + 1).map(({ fills }) => fills)]);
  return stepsOf(flow, after).filter(({ fills }) => !decided.has(fills));
}

const namesOf = (flow: Flow, steps: Step[]): string =>
  steps.map(({ fills }) => flow.words["ja"]?.questions[fills]?.label ?? fills).join("・");

/** With these answered as if heard before they were asked, and those open. */
function answered(state: State, done: Step[], open: Step[]): State {
  const answers = { ...state.answers };
  for (const { fills } of open) delete answers[fills];
  for (const step of done) answers[step.fills] ??= heardAs(step);
  return { ...state, answers };
}

function heardAs({ fills, choices = [] }: Step): Answer {
  const [first = ""] = choices;
  const values: Record<string, Answer["value"]> = {
    consent: "GIVEN",
    story: 1,
    whom: [{ relation: "親", called: "母", ageBand: "UNKNOWN" }],
    category: { primary: "CARE", others: [] },
    district: { code: null, text: "川のそば" },
    contact: ["LINE"],
    from: "あおば新聞",
    check: "SEND",
  };
  return { value: values[fills] ?? { chosen: [first], text: "" }, answer: "", at: 0, from: "e0", how: "heard" };
}

const mapped = (answers: State["answers"], change: (one: Answer) => Answer): State["answers"] =>
  Object.fromEntries(Object.entries(answers).map(([field, one]) => [field, change(one)]));

/** A button of another question than the one that stands: not answered yet, answered so already, or otherwise. */
function pressedBefore(flow: Flow, state: State, { step: field, value }: Choice): Variant[] {
  const step = stepOf(flow, state, field);
  if (step === null || field === "check" || !isOpen(flow, state, field)) return [];
  const label = namesOf(flow, [step]);
  const same = kindOf(step).press(step, value, flow, state);
  const as = (answer: Partial<Answer>): State => ({
    ...state,
    answers: { ...state.answers, [field]: { ...heardAs(step), ...answer } },
  });
  const { [field]: _answer, ...without } = state.answers;
  return [
    { note: `${label}は、まだ聞いていない`, state: { ...state, answers: without } },
    { note: `${label}は、もう聞いた`, state: as({}) },
    { note: `${label}は、とばした`, state: as({ value: null, how: "skip" }) },
    ...(same === null ? [] : [{ note: `${label}は、もうそう答えた`, state: as({ value: same, how: "button" }) }]),
  ];
}

/** Whether this question is answered is left open: it comes after the next one. */
function isOpen(flow: Flow, state: State, field: string): boolean {
  const fields = stepsOf(flow, state).map(({ fills }): string => fills);
  const next = nextStep(flow, state)?.fills;
  return next !== undefined && fields.includes(field) && fields.indexOf(field) > fields.indexOf(next);
}

/** What may have been answered beside the question that stands: where they live and how they are reached. */
function besideIt(flow: Flow, state: State): Variant[] {
  return ["district", "contact", "category"].flatMap((field) => {
    const step = stepOf(flow, state, field);
    if (step === null || !isOpen(flow, state, field)) return [];
    const { [field]: _answer, ...without } = state.answers;
    const label = namesOf(flow, [step]);
    const answer: Answer = { ...heardAs(step), how: "button" };
    return [
      { note: `${label}は、まだ聞いていない`, state: { ...state, answers: without } },
      { note: `${label}は、もう答えた`, state: { ...state, answers: { ...without, [field]: answer } } },
    ];
  });
}

/** 「もどる」 goes to the last question that was asked: each of them is tried as that, and none. */
function lasts(flow: Flow, state: State): Variant[] {
  const earlier = stepsOf(flow, state).filter(
    ({ fills }) => fills !== state.current && state.answers[fills] !== undefined,
  );
  const heard = mapped(state.answers, (one) => ({ ...one, how: "heard" as const }));
  return [
    { note: "まだ何もたずねられていない", state: { ...state, answers: heard } },
    ...earlier.map((step) => ({
      note: `たずねられたのは${namesOf(flow, [step])}だけ`,
      state: { ...state, answers: { ...heard, [step.fills]: { ...heardAs(step), how: "text" as const } } },
    })),
  ];
}

/** One message may be taken back at once; after more the person is asked, once; in danger they may have said it before. */
function wishes(state: State): Variant[] {
  const { erase: _asked, ...shown } = state.shown;
  const unwilling = [...state.flags, "記録を望まない"];
  return [
    { note: "まだひとことしか書いていない", state: { ...state, shown, told: 1 } },
    { note: "もういくつも書いた", state: { ...state, shown, told: 2 } },
    { note: "消すかどうかを、もうたずねた", state: { ...state, shown: { ...shown, erase: "" }, told: 2 } },
    { note: "記録を望まないことは、もう聞いた", state: { ...state, flags: unwilling } },
  ];
}

/** The ledger tells of recording already, though the question is open again. */
const recordedBefore = (state: State): Variant => ({
  note: "記録してよいかは、前に聞いた",
  state: {
    ...state,
    consents: [
      ...state.consents,
      { scope: "RECORD", value: "GIVEN", version: "", words: "consent", method: "LINEボタン", at: 0 },
    ],
  },
});

/** No question stands: the next one may have been put before, or not yet. */
function puts(flow: Flow, state: State): Variant[] {
  const { fills = "" } = nextStep(flow, state) ?? {};
  const { [fills]: _put, ...shown } = state.shown;
  return [
    { note: "次の質問は、まだ見せていない", state: { ...state, shown } },
    { note: "次の質問は、もう見せた", state: { ...state, shown: { ...shown, [fills]: "" } } },
  ];
}

/** The same danger was heard before, or only another one. */
function otherDangers(state: State, { risk }: Act): Variant[] {
  const [known] = state.risks;
  if (known === undefined || risk === undefined) return [];
  const of = (kind: Risk["risk"]): Risk[] => [{ ...known, risk: kind, urgency: "E0" }];
  return [
    { note: "同じ危険を、前に聞いた", state: { ...state, risks: of(risk) } },
    {
      note: "ほかの危険だけを、前に聞いた",
      state: { ...state, risks: of(risk === "MEDICAL" ? "SELF_HARM" : "MEDICAL") },
    },
  ];
}

const PARTNER: Person[] = [{ relation: "配偶者", called: "夫", ageBand: "UNKNOWN" }];

/** Who somebody is may have been heard only, and then turn out to be otherwise; a friend's partner may be one's own. */
function roles(state: State): Variant[] {
  const role = state.answers["role"];
  if (role === undefined || state.role === null) return [];
  const heard = (value: State["role"]): State => ({
    ...state,
    role: value,
    people: PARTNER,
    answers: { ...state.answers, role: { ...role, value, how: "heard" } },
  });
  const asked: State = {
    ...state,
    answers: { ...state.answers, role: { ...role, how: "button" } },
  };
  return [
    { note: "だれのことかは、話から聞き取った", state: heard(state.role) },
    { note: "だれのことかを、自分で選んだ", state: asked },
    ...(["NEIGHBOR", "LANDLORD", "EMPLOYER"].includes(state.role)
      ? [{ note: "友人のことと聞き取った", state: heard("FRIEND") }]
      : []),
    ...(state.role === "SELF"
      ? [{ note: "だれのことか、言いたくない", state: { ...asked, role: "UNKNOWN" as const } }]
      : []),
  ];
}

/** A number, hours and a name may have been given already, or not yet. */
function parts(state: State): Variant[] {
  const part = (value: string): Answer => ({ value, answer: value, at: 0, from: "e0", how: "heard" });
  const { phone: _phone, window: _window, name: _name, ...without } = state.answers;
  const given = { phone: part("03-1234-5678"), window: part("午前中"), name: part("たかはし") };
  return [
    { note: "電話番号も名前も、まだ聞いていない", state: { ...state, answers: without } },
    { note: "電話番号も名前も、もう聞いた", state: { ...state, answers: { ...without, ...given } } },
  ];
}
