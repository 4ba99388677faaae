// The first words of a talk: accepted before anything is asked. An interrupt word may be the first of all.
import type { RiskType } from "../codes.ts";
import { labelsOf, listenOf } from "../flow.ts";
import { readWhole } from "../listen/choice.ts";
import { isQuestion } from "../listen/intent.ts";
import { plain } from "../listen/normal.ts";
import type { Intent } from "../words.ts";
import { goOn, write } from "../acts/answer.ts";
import { stepOf } from "../acts/ask.ts";
import { welcome } from "../acts/begin.ts";
import { tellThird } from "../acts/consent.ts";
import { sayHint } from "../acts/crisis.ts";
import { sayFeeling } from "../acts/feelings.ts";
import { follow, isKnownQuestion } from "../acts/intents.ts";
import { button, say, type Scene } from "../acts/scene.ts";

/** Words after which no question follows: somebody leaves, or asked us something. */
const NO_QUESTION: Intent[] = ["no-record", "erase", "cant-talk", "stop", "reveal"];

export function firstWords(scene: Scene, text: string, intent: Intent | null, hints: RiskType[] = []): void {
  sayFeeling(scene, text);
  welcome(scene);
  labelFirst(scene, text);
  tellThird(scene);
  sayHint(scene, hints);
  if (intent !== null && isKnownQuestion(intent)) return answerAndWait(scene, intent, text);
  if (intent !== null && NO_QUESTION.includes(intent)) return void follow(scene, intent, text);
  if (intent === "human") follow(scene, intent, text);
  if (intent === null && plain(text).length > 6 && isQuestion(listenOf(scene.flow, scene.state.lang), text))
    say(scene, "question");
  goOn(scene);
}

// --- internal ---

/** The label of a button, typed as the first words: 「家族のことです」. */
function labelFirst(scene: Scene, text: string): void {
  const { flow, state } = scene;
  const step = stepOf(flow, "role");
  if (step === null || state.answers["role"] !== undefined) return;
  const role = readWhole(
    text,
    step.choices ?? [],
    labelsOf(flow, state.lang, "role"),
    listenOf(flow, state.lang).choices["role"] ?? [],
  );
  if (role !== null && !/^\d/u.test(text.normalize("NFKC"))) write(scene, "role", role, text, "heard");
}

/** Who only asks something is answered, and not questioned. */
function answerAndWait(scene: Scene, intent: Intent, text: string): void {
  follow(scene, intent, text);
  const last = scene.effects.findLast((effect) => effect.do === "say");
  if (last) last.buttons = [button("talk", "RESUME")];
}
