// The walk speaks Japanese. Here every other language is spoken in every question of every course: its words that always hold,
// its labels and its words of danger are met as the Japanese ones, and keep every law.
import type { Proof } from "../../book/proof/proof.ts";
import { labelsOf, type Flow } from "../../flow/flow.ts";
import type { RiskType } from "../../flow/codes.ts";
import { inOneTurn } from "../../flow/listen/ear/memory.ts";
import type { Intent } from "../../flow/words.ts";
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

function speakEach({ flow, nodes }: Walk, mustHear: Proof["mustHear"]): Spoken {
  const spoken: Spoken = { findings: [], acts: 0 };
  const places = [...Map.groupBy(nodes, placeOf).values()].flatMap(([first]) => first ?? []);
  for (const lang of Object.keys(flow.words).filter((one) => one !== "ja"))
    for (const place of places) speak(flow, lang, place, mustHear, spoken);
  return spoken;
}

const placeOf = ({ state }: Node): string => `${state.flow} ${state.phase} ${state.current} ${state.covered}`;

function speak(
  flow: Flow,
  lang: string,
  { state: walked, n }: Node,
  mustHear: Proof["mustHear"],
  spoken: Spoken,
): void {
  const state: State = { ...walked, lang, langBy: "asked" };
  const at: Node = { n, state, from: null, by: null };
  const tryOut = (act: Act): Turned => {
    const turned = turn(flow, state, act);
    const edge: Edge = { ...turned, from: at, to: at, step: { act, in: state, note: "" } };
    spoken.acts += 1;
    spoken.findings.push(...broken(flow, edge));
    return turned;
  };
  const alike = (own: Act, same: Act[], from: State, finding: Omit<Finding, "law" | "talk">): void => {
    const turned = tryOut(own);
    const answer = said(turned.says);
    if (answer.startsWith("danger-") || goesOn(own, state, turned)) return;
    if (same.some((act) => said(turn(flow, from, act).says) === answer)) return;
    spoken.findings.push({ law: "deaf", ...finding, talk: [{ act: own, in: state, note: "" }] });
  };
  const listens = flow.words[lang]?.listens ?? lang;
  for (const own of intentsIn(flow, lang)) {
    const { intent } = own;
    if (intent === undefined) continue;
    const what = `「${wordsOf(own)}」（${intent}）が、日本語のどのことばとも同じになりません。`;
    const place = { file: `listen/${listens}.yaml`, path: ["intents", intent] };
    alike(own, inJapanese(flow, intent), { ...state, lang: "ja" }, { what, place });
  }
  for (const { own, same } of labelled(flow, lang, state)) {
    const what = `ボタンの「${wordsOf(own)}」を書いても、そのボタンと同じになりません。`;
    alike(own, [same], state, { what, place: { file: `words/${lang}.yaml`, path: ["choices", state.current ?? ""] } });
  }
  for (const act of dangersIn(mustHear, listens)) tryOut(act);
  for (const act of choicesIn(flow, state)) tryOut(act);
}

/** Words of going on (「saya mau bercerita」) may as well answer the question; where none stands, much goes on with the talk. */
const goesOn = ({ intent }: Act, before: State, { state }: Turned): boolean =>
  before.current === null ||
  before.phase !== "asking" ||
  before.current === "erase" ||
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
