// The first words of a talk: accepted before anything is asked. An interrupt word may be the first of all.
import type { RiskType } from "../codes.ts";
import { labelsOf, listenOf, stepOf } from "../flow.ts";
import { readWhole } from "../listen/answer/choice.ts";
import { askedFor } from "../listen/tongue.ts";
import { isQuestion } from "../listen/intent.ts";
import type { Intent } from "../words.ts";
import { goOn } from "../acts/answer.ts";
import { write } from "../acts/memory.ts";
import { welcome } from "../acts/begin.ts";
import { tellThird } from "../acts/consent/consent.ts";
import { sayHint } from "../acts/care/crisis.ts";
import { sayFeeling } from "../acts/care/feelings.ts";
import { follow, isKnownQuestion } from "../acts/intents.ts";
import { button, say, type Scene } from "../acts/scene.ts";
import { isMatter } from "../steps/ask-choice.ts";
import { speakIn } from "./tongue.ts";

/** Words after which no question follows: somebody leaves, thanks, or asked us something. */
const NO_QUESTION: Intent[] = ["no-record", "erase", "cant-talk", "stop", "reveal", "thanks"];

export function firstWords(scene: Scene, text: string, intent: Intent | null, hints: RiskType[] = []): void {
  const listen = listenOf(scene.flow, scene.state.lang, text);
  // 「English」 as the very first word: the greeting comes in it.
  const asked = askedFor(scene.flow, text);
  if (asked !== null) speakIn(scene, asked);
  sayFeeling(scene, text);
  labelFirst(scene, text);
  welcome(scene);
  tellThird(scene);
  sayHint(scene, hints);
  if (intent !== null && isKnownQuestion(intent)) return answerAndWait(scene, intent, text);
  if (intent !== null && NO_QUESTION.includes(intent)) return void follow(scene, intent, text);
  if (intent === "human") follow(scene, intent, text);
  if (intent === null && asked === null && listen.lengthOf(text) > 6 && isQuestion(listen, text))
    say(scene, "question");
  goOn(scene);
}

// --- internal ---

/** The label of a button, typed as the first words: 「家族のことです」. */
function labelFirst(scene: Scene, text: string): void {
  const { flow, state } = scene;
  const step = stepOf(flow, state, "role");
  if (step === null || state.answers["role"] !== undefined || isMatter(text)) return;
  const listen = listenOf(flow, state.lang, text);
  const [labels, also] = [labelsOf(flow, state.lang, "role"), listen.choices["role"] ?? []];
  const role = readWhole(listen, text, step.choices ?? [], labels, also);
  if (role !== null && !/^\d/u.test(text.normalize("NFKC"))) write(scene, "role", role, text, "heard");
}

/** Who only asks something is answered, and not questioned. */
function answerAndWait(scene: Scene, intent: Intent, text: string): void {
  follow(scene, intent, text);
  const last = scene.effects.findLast((effect) => effect.do === "say");
  if (last) last.buttons = [button("talk", "RESUME")];
}
