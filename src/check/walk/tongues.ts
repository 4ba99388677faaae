// The walk speaks Japanese. Here every other language is spoken in every question of every course: its words that always hold,
// its labels and its words of danger are met as the Japanese ones, and keep every law.
import type { Proof } from "../../book/proof/proof.ts";
import { labelsOf, type Flow } from "../../flow/flow.ts";
import type { RiskType } from "../../flow/codes.ts";
import { inOneTurn } from "../../flow/listen/ear/memory.ts";
import { INTENTS, type Intent } from "../../flow/words.ts";
import type { State } from "../../flow/state.ts";
import type { Finding } from "../finding.ts";
import { broken } from "../law/acts.ts";
import { buttonsIn } from "./buttons.ts";
import { choicesIn, type Edge, type Node, type Walk } from "./explore.ts";
import { intentsIn, wordsFor, type Act } from "./inputs.ts";
import { said } from "./stray.ts";
import { turn, type Turned } from "./turn.ts";

export interface Spoken {
  findings: Finding[];
  acts: number;
}

/** Every language but Japanese, in one state of each question of each course (and before, between and after them). */
export const speakAll = (walk: Walk, mustHear: Proof["mustHear"]): Spoken => inOneTurn(() => speakEach(walk, mustHear));

// --- internal ---

/** What is said in one language wherever it is spoken. */
interface Tongue {
  lang: string;
  /** Whose lists it listens with. */
  listens: string;
  intents: Act[];
  dangers: Act[];
}

/** One question, or what stands where there is none: where the walk came to it, and what Japanese words are answered there. */
interface Place {
  flow: Flow;
  at: Node;
  isJapanese(intent: Intent, answer: string): boolean;
}

function speakEach({ flow, nodes }: Walk, mustHear: Proof["mustHear"]): Spoken {
  const spoken: Spoken = { findings: [], acts: 0 };
  const tongues = Object.entries(flow.words)
    .filter(([lang]) => lang !== "ja")
    .map(([lang, { listens }]): Tongue => {
      return { lang, listens, intents: intentsIn(flow, lang), dangers: dangersIn(mustHear, listens) };
    });
  const japanese = new Map(INTENTS.map((intent) => [intent, inJapanese(flow, intent)]));
  for (const [at] of Map.groupBy(nodes, placeOf).values()) {
    if (at === undefined) continue;
    const place = { flow, at, isJapanese: answersIn(flow, at.state, japanese) };
    for (const tongue of tongues) speak(place, tongue, spoken);
  }
  return spoken;
}

const placeOf = ({ state }: Node): string => `${state.flow} ${state.phase} ${state.current} ${state.covered}`;

/** Is this how some Japanese word of the intent is answered here? They are said one by one, until one is, and each once. */
function answersIn(flow: Flow, state: State, japanese: Map<Intent, Act[]>): Place["isJapanese"] {
  const tried = new Map<Intent, string[]>();
  return (intent, answer) => {
    const [acts, known] = [japanese.get(intent) ?? [], tried.get(intent) ?? []];
    tried.set(intent, known);
    while (!known.includes(answer) && known.length < acts.length)
      known.push(said(turn(flow, { ...state, langBy: "asked" }, acts[known.length]!).says));
    return known.includes(answer);
  };
}

function speak({ flow, at, isJapanese }: Place, { lang, listens, intents, dangers }: Tongue, spoken: Spoken): void {
  const state: State = { ...at.state, lang, langBy: "asked" };
  const tryOut = (act: Act): Turned => {
    const turned = turn(flow, state, act);
    const here: Node = { n: at.n, state, from: null, by: null };
    const edge: Edge = { ...turned, from: here, to: here, step: { act, in: state, note: "" } };
    spoken.acts += 1;
    spoken.findings.push(...broken(flow, edge));
    return turned;
  };
  const alike = (own: Act, isAlike: (answer: string) => boolean, finding: Pick<Finding, "what" | "place">): void => {
    const turned = tryOut(own);
    const answer = said(turned.says);
    if (answer.startsWith("danger-") || goesOn(own, state, turned) || isAlike(answer)) return;
    spoken.findings.push({ law: "deaf", ...finding, talk: [{ act: own, in: state, note: "" }] });
  };
  for (const own of intents) {
    const { intent } = own;
    if (intent === undefined) continue;
    const what = `「${wordsOf(own)}」（${intent}）が、日本語のどのことばとも同じになりません。`;
    const place = { file: `listen/${listens}.yaml`, path: ["intents", intent] };
    alike(own, (answer) => isJapanese(intent, answer), { what, place });
  }
  for (const { own, same } of labelled(flow, lang, state)) {
    const what = `ボタンの「${wordsOf(own)}」を書いても、そのボタンと同じになりません。`;
    const place = { file: `words/${lang}.yaml`, path: ["choices", state.current ?? ""] };
    alike(own, (answer) => said(turn(flow, state, same).says) === answer, { what, place });
  }
  for (const act of [...dangers, ...choicesIn(flow, state)]) tryOut(act);
}

/**
 * Words of going on (「saya mau bercerita」) and of not telephoning may as well answer the question; where none stands, much
 * goes on with the talk.
 */
const goesOn = ({ intent }: Act, before: State, { state }: Turned): boolean =>
  before.current === null ||
  before.phase !== "asking" ||
  before.current === "erase" ||
  // 「電話はむり」 is heard as this where the numbers stand; to a question it is an answer.
  (intent === "cant-call" && before.current !== "safety") ||
  (["start", "resume"].includes(intent ?? "") && state.answers[before.current] !== undefined);

/** All the ways to say it in Japanese: which of them is answered how goes by the question that stands. */
const inJapanese = (flow: Flow, intent: Intent): Act[] =>
  wordsFor(flow, "ja", intent).map((text) => ({ does: intent, input: { kind: "text", text } }));

const wordsOf = ({ input }: Act): string => (input.kind === "text" ? input.text : "");

/** What stands on the buttons of the question, written instead of pressed. */
function labelled(flow: Flow, lang: string, state: State): { own: Act; same: Act }[] {
  if (state.phase !== "asking" || state.current === null) return [];
  const labels = labelsOf(flow, lang, state.current);
  return buttonsIn(flow, state).flatMap((same) => {
    const { input } = same;
    const own = input.kind === "choice" && input.step === state.current && input.talk === state.intake;
    const label = own ? labels[input.value] : undefined;
    return label === undefined ? [] : [{ own: { does: "ラベル", input: { kind: "text", text: label } }, same }];
  });
}

/** One sentence of each danger; each must be answered with numbers. Which words answer it is the risk's own. */
const dangersIn = (mustHear: Proof["mustHear"], lang: string): Act[] =>
  Object.entries(mustHear[lang]?.danger ?? {}).flatMap(([risk, [text]]) =>
    text === undefined
      ? []
      : [
          {
            does: `危険 ${risk}`,
            input: { kind: "text", text },
            danger: "danger-SELF_HARM",
            risk: risk as RiskType,
          },
        ],
  );
