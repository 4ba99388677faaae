// What `advance` branches on, declared: two states of equal control answer every class of input alike, and come to equal
// control again (tested over random talks). All else in a state is kept for people and turns nothing.
import { inDanger } from "../acts/consent/consent.ts";
import { urgencyRank, type AgeBand, type Category, type RiskType, type Role, type Urgency } from "../codes.ts";
import type { Answer, Phase, State } from "../state.ts";

/** Plain JSON, and finite for whatever people can say: what grows is capped where the engine tells no difference any more. */
export interface Control {
  /** Has anybody written yet, and has the greeting been given? */
  talk: "nobody" | "greeted" | "open";
  phase: Phase;
  /** The question that stands. */
  current: string | null;
  /** How often it was put: twice is as often as anything is (the safety question is never put again). */
  tries: 0 | 1 | 2;
  /** Story messages in a row that were only acknowledged: the third has the question put again. */
  tales: number;
  /** Has something been said since the questions wait? Only the first such word is answered with the numbers. */
  calm: boolean;
  role: Role | null;
  /** field → how it came, whether anything was understood, and what: the same once more is no correction. */
  answers: Record<string, string>;
  /** Messages of the story: none, one, more. 「記録しないで」 after more than one asks first. */
  told: 0 | 1 | 2;
  /** Letters of the story, up to those that make one (`A_STORY` of turn/heard/ahead.ts). */
  length: number;
  /** What will be the answer to whom it is about and to the story's heading, should they be open. */
  people: string[];
  ownAge: AgeBand;
  likely: Category[];
  /** Feelings that had their word. */
  acked: string[];
  /** Each danger by the gravest it was heard as: words that alarm once, and short words that are danger after it. */
  risks: Record<string, Urgency>;
  urgency: Urgency;
  safetyAsked: boolean;
  /** Was it told that nothing goes on to others (to who tells of somebody else), and what the words are for? */
  toldThird: boolean;
  noticed: boolean;
  /** Does the ledger say anything of recording? Does the person not want it, though danger was heard? */
  recording: boolean;
  unwilling: boolean;
  /** Which questions were put; of erasing, only while it is not answered. */
  shown: string[];
  /** Somebody else may look. */
  covered: boolean;
  filed: State["filed"];
  numbered: boolean;
  lang: string;
  langBy: State["langBy"];
  tongue: string;
}

/** So many letters make a story: beyond that nobody counts. */
const A_STORY = 16;

export const controlOf = (state: State): Control => ({
  ...standing(state),
  ...told(state),
  ...danger(state),
  talk: state.intake !== null ? "open" : state.greeted ? "greeted" : "nobody",
  phase: state.phase,
  covered: state.covered,
  filed: state.filed,
  numbered: state.receiptNo !== null,
  toldThird: state.toldThird,
  noticed: state.consents.some(({ scope }) => scope === "PURPOSE_NOTICE"),
  recording: state.consents.some(({ scope }) => scope === "RECORD"),
  unwilling: inDanger(state) && state.flags.includes("記録を望まない"),
  shown: Object.keys(state.shown).toSorted(),
  lang: state.lang,
  langBy: state.langBy,
  tongue: state.tongue,
});

// --- internal ---

const atMost2 = (n: number): 0 | 1 | 2 => (n <= 0 ? 0 : n === 1 ? 1 : 2);

/** The question that stands, with what is counted of it. */
export function standing({
  phase,
  current,
  tries,
  tales,
  calm,
}: State): Pick<Control, "current" | "tries" | "tales" | "calm"> {
  return {
    current,
    // What is put again goes by how often it was; that of the safety question is never asked for.
    tries: current === null || current === "safety" ? 0 : atMost2(tries),
    tales: phase === "asking" && current !== null ? tales : 0,
    calm: (phase === "waiting" || current === "safety") && calm > 0,
  };
}

type Told = Pick<Control, "role" | "answers" | "told" | "length" | "people" | "ownAge" | "likely" | "acked">;

const told = ({ role, answers, told, toldLength, people, ownAge, likely, acked }: State): Told => ({
  role,
  answers: Object.fromEntries(
    Object.entries(answers)
      .map(([field, answer]) => [field, answerOf(field, answer)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ),
  told: atMost2(told),
  length: Math.min(toldLength, A_STORY),
  people: people.map(({ relation, called, ageBand }) => `${relation} ${called} ${ageBand}`),
  ownAge,
  likely,
  acked: acked.toSorted(),
});

/** Did nothing change of what was answered? */
export const sameAnswers = (one: State, other: State): boolean => {
  const fields = Object.keys(one.answers);
  return (
    fields.length === Object.keys(other.answers).length &&
    fields.every((field) => {
      const [a, b] = [one.answers[field], other.answers[field]];
      return a === b || (a !== undefined && b !== undefined && answerOf(field, a) === answerOf(field, b));
    })
  );
};

/** Heard by the way it is never gone back to; not understood, it makes no record complete. */
function answerOf(field: string, { how, value }: Answer): string {
  const understood = how !== "skip" && how !== "kept" && value !== null && value !== "UNKNOWN";
  const said = AS_THEY_ARE.includes(field) ? "" : JSON.stringify(value);
  return `${how === "heard" ? "heard" : "asked"}${understood ? "" : " -"} ${said}`.trim();
}

/** Words that are compared with nothing. */
const AS_THEY_ARE = ["story", "from", "window", "name"];

function danger({ risks, urgency, safetyAsked }: State): Pick<Control, "risks" | "urgency" | "safetyAsked"> {
  const gravest = (risk: RiskType): Urgency =>
    risks
      .filter((one) => one.risk === risk)
      .reduce<Urgency>((most, one) => (urgencyRank(one.urgency) < urgencyRank(most) ? one.urgency : most), "E9");
  const kinds = [...new Set(risks.map(({ risk }) => risk))].toSorted();
  return { risks: Object.fromEntries(kinds.map((risk) => [risk, gravest(risk)])), urgency, safetyAsked };
}
