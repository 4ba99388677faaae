// What can be said at any moment, whatever was asked: もどる, やめる, 今は話せない, 人に代わって, 番号は？ …
import type { Intent, SayKey } from "../words.ts";
import { ask, buttonsFor } from "./ask.ts";
import { back, goOn } from "./answer.ts";
import { write } from "./memory.ts";
import { given, inDanger, isThird, refuse } from "./consent/consent.ts";
import { resumeButtons, risksOf } from "./care/crisis.ts";
import { flag, say, task, type Scene } from "./scene.ts";
import { withdraw } from "./consent/withdraw.ts";
import { freshIn, listenOf } from "../flow.ts";
import type { Listen } from "../listen/lists.ts";

/** Questions to us that are answered from the office's file or the notice: intent → what is said. */
const ANSWERS: Partial<Record<Intent, SayKey>> = {
  who: "who-reads",
  "q-hours": "a-hours",
  "q-phone": "a-phone",
  "q-place": "a-place",
  "q-cost": "a-cost",
  "q-secret": "a-secret",
  "q-told": "a-told",
  "q-immigration": "a-immigration",
  "q-call": "a-call",
  "q-name": "a-name",
  "q-delete": "a-delete",
  "q-anyone": "a-anyone",
};

/** Is this a question whose answer is known? */
export const isKnownQuestion = (intent: Intent | null): boolean => intent !== null && ANSWERS[intent] !== undefined;

/**
 * Numbers to call were shown, and no other question stands: only there does 「電話はむり」 ask for another way. Elsewhere it
 * is an answer or a part of the story (「電話はむりなのでLINEで」「母は耳が聞こえません」).
 */
export const needsNoVoice = ({ state: { risks, current } }: Scene): boolean =>
  risks.length > 0 && (current === null || current === "safety");

/** Does what was meant. False where this intent means nothing special here, and the text is read as an answer. */
export function follow(scene: Scene, intent: Intent, text: string): boolean {
  const { state } = scene;
  const answer = ANSWERS[intent];
  if (answer !== undefined) return done(say(scene, answer, { risks: risksOf(scene), buttons: standing(scene) }));
  switch (intent) {
    case "number":
    case "when":
      return done(sayNumber(scene));
    case "withdraw-share":
    case "withdraw-meeting":
    case "withdraw-stats":
      return withdraw(scene, intent, standing(scene));
    case "withdraw-contact":
      // Under its own question it is an answer: 「連絡はいらない」.
      return state.current === "contact" ? false : withdraw(scene, intent, standing(scene));
    case "new":
      return beginAnew(scene);
    case "reveal":
      return done(say(scene, "private"));
    case "cant-talk":
      return done(hide(scene));
    case "cant-call":
      return done(cantCall(scene));
    case "stop":
      return done(leave(scene));
    case "human":
      return done(wantsHuman(scene));
    case "erase":
    case "no-record":
      return done(wantsErased(scene, isPlain(listenOf(scene.flow, state.lang, text), text)));
    case "thanks":
      return state.current === "check" ? false : done(say(scene, "thanks", { buttons: standing(scene) }));
    case "resume":
    case "start":
      return rests(scene) ? done(resume(scene)) : false;
    case "back":
      // With staff already, 「取り消したい」 takes back all of it.
      if (state.phase === "done") return TAKES_ALL_BACK.test(text) && done(wantsErased(scene, true));
      return state.phase === "asking" && back(scene);
    case "skip":
    case "unknown":
      return state.phase === "asking" ? pass(scene, text, intent) : false;
    default:
      return false;
  }
}

const TAKES_ALL_BACK = /^(?!.*(?:さっき|番号|住所)).*(?:取り?消|とりけ)/u;

/** The questions go on where they stopped. */
export function resume(scene: Scene): void {
  say(scene, "resumed");
  scene.state.phase = "asking";
  [scene.state.current, scene.state.tries] = [null, 0];
  goOn(scene);
}

/** とばす: this question is passed over, and never asked again unless the person asks for it. */
export function pass(scene: Scene, text: string, intent: "skip" | "unknown"): boolean {
  const field = scene.state.current;
  // The check and the asides are not passed over by a word: their own reading decides.
  if (field === null || ["check", "safety", "erase"].includes(field)) return false;
  // 「わからない」 to the consent wants plainer words first.
  if (field === "consent" && intent === "unknown" && scene.state.tries < 2) return false;
  const unsure = field === "category" && intent === "unknown" ? { primary: "UNSURE", others: [] } : null;
  say(scene, "skipped");
  write(scene, field, field === "role" ? "UNKNOWN" : unsure, text, "skip");
  if (field === "consent") given(scene, "UNKNOWN", "LINE文章");
  goOn(scene);
  return true;
}

/** Questions that are answered to us whoever holds the talk: of danger, and of what becomes of the words. */
export const isDecided = (field: string): boolean => field === "consent" || field === "safety";

/** The buttons of the question that stands, so that they do not vanish under another answer; in the hold, those that still work. */
export function standing(scene: Scene): { step: string; value: string }[] {
  const { current, phase } = scene.state;
  if (scene.held) return current !== null && isDecided(current) ? buttonsFor(scene, current) : [];
  const waits = phase === "waiting" || phase === "paused" ? resumeButtons(scene) : [];
  return current === null ? waits : [...buttonsFor(scene, current), ...waits].slice(0, 13);
}

/** The numbers once more, because they were asked for. */
export const sayNumbers = (scene: Scene): void =>
  say(scene, "numbers", { risks: risksOf(scene), buttons: standing(scene) });

/** So short, a wish that nothing stays says nothing else; inside more words it is asked about first. */
export const isPlain = (listen: Listen, text: string): boolean => listen.lengthOf(text) <= PLAINLY;

/** Letters of Japanese. */
const PLAINLY = 20;

/**
 * A wish that nothing stays. Before a record is filed it is done, after asking once where it was not asked; danger, and
 * what somebody told of another person, is for staff to decide.
 */
export function wantsErased(scene: Scene, plainly: boolean): void {
  const { state } = scene;
  // Said once more while it is being asked about: that is a yes.
  if (state.current === "erase") return void refuse(scene, "LINE文章");
  if (isThird(state)) return told(scene, "erase-done-third");
  if (inDanger(state) && !state.flags.includes("記録を望まない")) return void refuse(scene, "LINE文章");
  if (state.filed !== null) return told(scene, "erase-noted");
  if (plainly && (state.current === "consent" || state.told <= 1)) return void refuse(scene, "LINE文章");
  // Asked about before, and other words came instead of an answer: staff do it, and nobody is asked for ever. Where they
  // are speaking nothing is asked: a 「はい」 would be said to them.
  if (scene.held || state.shown["erase"] !== undefined) return told(scene, "erase-noted");
  state.phase = "asking";
  ask(scene, "erase", "ask");
}

// --- internal ---

/** A new matter after a record was made: a record of its own, tied to the last. Before that it is more of the same talk. */
function beginAnew(scene: Scene): boolean {
  const { state, flow, now } = scene;
  if (state.filed === null || state.receiptNo === null) return false;
  const { lang, langBy, tongue, covered, blocked, safeToPush, heldUntil, intake } = state;
  Object.assign(state, freshIn(flow, lang), { langBy, tongue, covered, blocked, safeToPush, heldUntil });
  Object.assign(state, { greeted: true, linkedFrom: intake, intake: now.id, startedAt: now.at, lastAt: now.at });
  state.phase = "asking";
  say(scene, "new-talk");
  goOn(scene);
  return true;
}

const done = (_acted: void): true => true;

/** No question stands that a 「はい」 or 「続ける」 could be the answer to. */
const rests = ({ state }: Scene): boolean =>
  state.phase !== "done" && (state.current === null || state.current === "safety");

function sayNumber(scene: Scene): void {
  const { receiptNo, filed } = scene.state;
  say(scene, receiptNo !== null && filed !== null ? "done-number" : "not-yet", { buttons: standing(scene) });
}

/** Somebody has come in: one neutral line, and silence until the person writes again. */
function hide(scene: Scene): void {
  goQuiet(scene);
  [scene.state.safeToPush, scene.state.covered] = [false, true];
  say(scene, "neutral", { buttons: [] });
}

/** 「また書きます」 to a receipt is a farewell, and no sign that somebody looks on: staff may write as before. */
function leave(scene: Scene): void {
  goQuiet(scene);
  if (scene.state.phase === "done") say(scene, "neutral", { buttons: [] });
  else say(scene, "stopped", { buttons: resumeButtons(scene) });
}

function goQuiet(scene: Scene): void {
  const { state } = scene;
  if (state.phase !== "done") state.phase = "paused";
  [state.current, state.tries, scene.changed] = [null, 0, true];
}

/** The numbers after danger are telephone numbers: who cannot speak is told what works without a voice. */
function cantCall(scene: Scene): void {
  flag(scene, "電話で話せない");
  say(scene, "a-cant-call", { buttons: standing(scene) });
}

function wantsHuman(scene: Scene): void {
  task(scene, "人と話したい");
  say(scene, "human", { buttons: standing(scene) });
}

function told(scene: Scene, key: "erase-noted" | "erase-done-third"): void {
  task(scene, "消去の希望");
  say(scene, key, { buttons: standing(scene) });
}
