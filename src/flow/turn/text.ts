// Takes a text: danger first, then words that always hold, then the answer to the question, and else it is the story.
import { labelsOf, listenOf } from "../flow.ts";
import { readWhole } from "../listen/answer/choice.ts";
import { intentOf, noRecordIn, withdrawalsIn } from "../listen/intent.ts";
import { readOwnPhone } from "../listen/answer/phone.ts";
import { readSafety, saysNow, type Safety } from "../listen/answer/safety.ts";
import type { Intent } from "../words.ts";
import { take } from "../acts/answer.ts";
import { begin } from "../acts/begin.ts";
import { sayWatched } from "../acts/care/watched.ts";
import { answerDanger, inDangerNow, listenForDanger, sayHint } from "../acts/care/crisis.ts";
import { firstWords } from "./first.ts";
import { decides } from "./held.ts";
import { follow, isKnownQuestion, needsNoVoice } from "../acts/intents.ts";
import { joins } from "./joins.ts";
import { takeLabel } from "./answer/label.ts";
import { readAnswer } from "./answer/reading.ts";
import type { Scene } from "../acts/scene.ts";
import { asksLanguage, turnToEasy, turnToTheirs } from "./tongue.ts";
import { keepsAvoid, namesAnother } from "./heard/reach.ts";
import { hearTold, seesHarm } from "./heard/told.ts";

export function takeText(scene: Scene, text: string): void {
  hearText(scene, text);
  sayWatched(scene, text);
  // Also where this very answer told it: all that is said now is said so.
  if (scene.state.role === "CHILD") turnToEasy(scene);
}

// --- internal ---

function hearText(scene: Scene, text: string): void {
  const { state } = scene;
  const pause = scene.now.at - state.lastAt;
  const isFirst = begin(scene);
  const chooses = turnToTheirs(scene, text);
  const listen = listenOf(scene.flow, state.lang, text);
  const whole = intentOf(listen, text);
  const unkept = noRecordIn(listen, text);
  const { heard, level } = listenForDanger(scene, text);
  // 「電話はだめになりました。LINEで」 says how instead.
  const meant = whole === "cant-call" && (!needsNoVoice(scene) || namesAnother(listen, text)) ? null : whole;
  const intent = unkept === null ? meant : "no-record";
  if (intent === "erase" || intent === "no-record") state.piece = null;
  if (level !== "crisis" && !isFirst && !chooses && takeLabel(scene, text)) return;
  const spared = level === "crisis" || scene.held || isFirst ? null : state.current;
  const tells = intent === null || level !== null || isKnownQuestion(intent) || isBesideANumber(text, intent);
  const told = tells || isFirst ? hearTold(scene, tells ? text : "", spared) : "nothing";
  if (heard.length > 0)
    seesHarm(
      scene,
      text,
      heard.map(({ risk }) => risk),
    );
  // Somebody has come in: staff are told, and the screen shows one neutral line and no number.
  if (level === "crisis" && intent === "cant-talk" && !scene.held) return leaveInDanger(scene, intent, text);
  if (level === "crisis") return answerDanger(scene, heard, text);
  if (state.current !== "safety" && saysInDanger(scene, text)) return inDangerNow(scene);
  if (chooses) return;
  // The answer to the safety question is danger too, whoever holds the talk.
  if (scene.held) return hold(scene, unkept ?? text, intent);
  if (level === null && !isFirst && asksLanguage(scene, text)) return;
  if (isFirst) return firstWords(scene, unkept ?? text, intent, intent === null ? heard.map(({ risk }) => risk) : []);
  if (level === "hint" && intent === null)
    sayHint(
      scene,
      heard.map(({ risk }) => risk),
    );
  if (takesBack(scene, text, intent) || asideAnswered(scene, text, intent)) return;
  if (intent !== null && follow(scene, intent, unkept ?? text)) return;
  if (state.phase === "asking") return readAnswer(scene, text, intent, told);
  joins(scene, text, intent, pause);
}

/** 「090-… 会社には言わないで」: the number holds, also where consent is taken back beside it. */
const isBesideANumber = (text: string, intent: Intent): boolean =>
  intent.startsWith("withdraw") && readOwnPhone(text) !== null;

/**
 * Staff hold the talk: nothing is said, but who must leave is left alone, danger is still answered, and what the person
 * decides of their own words is done.
 */
function hold(scene: Scene, text: string, intent: Intent | null): void {
  const { state } = scene;
  if (intent === "cant-talk") [state.safeToPush, state.covered, scene.changed] = [false, true, true];
  keepsAvoid(scene, text);
  if (state.current === "safety" && asideAnswered(scene, text, intent)) return;
  decides(scene, text, intent);
}

/** Consent taken back inside a longer text; a short one is followed as any word that always holds. */
function takesBack(scene: Scene, text: string, intent: Intent | null): boolean {
  const listen = listenOf(scene.flow, scene.state.lang, text);
  const meant = intent === null ? withdrawalsIn(listen, text) : [];
  return meant.map((one) => follow(scene, one, text)).some(Boolean);
}

function leaveInDanger(scene: Scene, intent: Intent, text: string): void {
  scene.state.filed ??= "PARTIAL";
  follow(scene, intent, text);
}

/** Words that are answers to the safety question, and to whether words should be erased; all others come first. */
const PLAIN_ANSWERS: (Intent | null)[] = [null, "yes", "no", "unknown", "skip"];

function asideAnswered(scene: Scene, text: string, intent: Intent | null): boolean {
  const { current, safetyAsked } = scene.state;
  if (current === "safety" && (intent === null || intent === "cant-talk") && isNotNow(scene, text)) {
    take(scene, "safety", "OK", text, "text");
    return true;
  }
  if (intent === "cant-call") return answersBeside(scene, text);
  if (!PLAIN_ANSWERS.includes(intent)) return false;
  if (current === "safety") return safetyAnswered(scene, text, intent);
  if (current === "erase") return eraseAnswered(scene, text, intent);
  return current === null && safetyAsked && intent === null && answeredNow(scene, text);
}

function safetyAnswered(scene: Scene, text: string, intent: Intent | null): boolean {
  // After other words stood between, a bare はい means 「go on」, and not that somebody is in danger.
  if (intent === "yes" && scene.state.calm > 0) return false;
  // However short the yes: in doubt they are in danger.
  const value = safetyIn(scene, text) ?? (intent === "yes" ? "NOW" : intent === "unknown" ? "UNKNOWN" : null);
  if (value !== null) take(scene, "safety", value, text, "text");
  return value !== null;
}

/** After the safety question, whatever stood between: 「いまあぶない」 is danger at this moment. */
function answeredNow(scene: Scene, text: string): boolean {
  const isNow = safetyIn(scene, text) === "NOW";
  if (isNow) take(scene, "safety", "NOW", text, "text");
  return isNow;
}

/** 「今あぶない」, nobody having asked: so plainly said that nothing else is meant. */
function saysInDanger({ flow, state }: Scene, text: string): boolean {
  const listen = listenOf(flow, state.lang, text);
  return saysNow(listen, text, labelsOf(flow, state.lang, "safety")["NOW"] ?? "");
}

/** 「agora não」, 「not now」: asked whether somebody is in danger now, it is the answer, and nobody who must leave. */
function isNotNow({ flow, state }: Scene, text: string): boolean {
  const listen = listenOf(flow, state.lang, text);
  const also = ["safety-alone", "safety", "not-now"].flatMap((list) => listen.choices[list] ?? []);
  return readWhole(listen, text, ["NOW", "OK", "UNKNOWN"], labelsOf(flow, state.lang, "safety"), also) === "OK";
}

/** 「電話はむり。今あぶないです」: danger first, and then what helps without a voice. */
function answersBeside(scene: Scene, text: string): boolean {
  const value = safetyIn(scene, text);
  if (value === null || (scene.state.current !== "safety" && value !== "NOW")) return false;
  take(scene, "safety", value, text, "text");
  return follow(scene, "cant-call", text);
}

function safetyIn({ flow, state }: Scene, text: string): Safety | null {
  const listen = listenOf(flow, state.lang, text);
  const labels = labelsOf(flow, state.lang, "safety");
  const alone = readWhole(listen, text, [], {}, listen.choices["safety-alone"] ?? []) as Safety | null;
  // 「bây giờ」 alone begins a label too, which means something else.
  return alone ?? readSafety(listen, text, labels, listen.choices["safety"] ?? []);
}

function eraseAnswered(scene: Scene, text: string, intent: Intent | null): boolean {
  const { flow, state } = scene;
  const listen = listenOf(flow, state.lang, text);
  const also = listen.choices["erase"] ?? [];
  const whole = readWhole(listen, text, ["YES", "NO"], labelsOf(flow, state.lang, "erase"), also);
  const value = whole ?? (intent === "yes" ? "YES" : intent === "no" ? "NO" : null);
  // Anything else goes on with the talk: nothing is erased by a word that does not say so.
  if (value === null) state.current = null;
  else take(scene, "erase", value, text, "text");
  return value !== null;
}
