// Danger is heard at any step: the numbers first, then one safety question; the other questions wait.
import { urgencyRank, type RiskType, type Urgency } from "../../codes.ts";
import { hear, type Heard } from "../../danger/danger.ts";
import type { ButtonRef } from "../../effect.ts";
import type { SayKey } from "../../words.ts";
import { ask, askNext, buttonsFor, nextStep } from "../ask.ts";
import { districtOf } from "../../listen/answer/place.ts";
import { showNotice } from "../begin.ts";
import { isPartner, isThird, notAsked, tellThird } from "../consent/consent.ts";
import { finish } from "../finish.ts";
import { isOfChild, ofChild } from "./child.ts";
import { ofGrown } from "./grown.ts";
import { isDoneToAnother, isDoneToWriter } from "./done-to.ts";
import { isOwnHand } from "./own-hand.ts";
import { withPieces } from "./pieces.ts";
import type { Risk, State } from "../../state.ts";
import { button, say, wordOf, type Scene } from "../scene.ts";

/** Which words fit which danger; the first danger of this order that was heard chooses them. */
const WORDS: [RiskType[], SayKey][] = [
  [["MEDICAL", "SAFETY_CHECK", "CHILD_ALONE"], "danger-LIFE"],
  [["SELF_HARM"], "danger-SELF_HARM"],
  [["CAREGIVER_BREAKDOWN"], "danger-CARE"],
  [["DV", "SEXUAL"], "danger-VIOLENCE"],
  [["CHILD_ABUSE", "ELDER_ABUSE", "DISABILITY_ABUSE"], "danger-ABUSE"],
  [["NO_FOOD_OR_LIFELINE", "HOMELESS_TONIGHT"], "danger-NEED"],
  [["VIOLENCE_TO_OTHERS"], "danger-ANGER"],
];

/** Listens to a text. "crisis": answered here and now. "hint": noted, the talk goes on. null: nothing heard. */
export function listenForDanger(scene: Scene, text: string): { heard: Heard[]; level: "crisis" | "hint" | null } {
  const standing = namesDistrict(scene, text) ? [] : scene.state.risks.map(({ risk }) => risk);
  const heardIn = (words: string): Heard[] =>
    ofChild(scene, words, ofGrown(scene, words, hear(scene.flow.danger, words, standing)));
  const alone = heardIn(text);
  const whole = withPieces(scene, text);
  const joined = whole === null || isCrisis(alone) ? [] : heardIn(whole);
  const heard = isCrisis(joined) ? joined : alone;
  heard.forEach((one) => noteRisk(scene, one));
  if (isCrisis(heard)) scene.state.piece = null;
  return { heard, level: isCrisis(heard) ? "crisis" : heard.length > 0 ? "hint" : null };
}

/**
 * The answer to danger: numbers that answer now, that staff were told, and at most one question.
 * @param text the words that told of it; "" where it was a button
 */
export function answerDanger(scene: Scene, heard: Heard[], text: string): void {
  const { state } = scene;
  const toAnother = isDoneToAnother(scene, text);
  const toWriter = isDoneToWriter(scene, text) || (isOfChild(heard) && !toAnother);
  const risks = [...new Set(heard.map(({ risk }) => risk))];
  say(scene, wordsFor(scene, gravestOf(heard), { toWriter, toAnother }), { risks });
  say(scene, "danger-told");
  state.greeted = true;
  showNotice(scene, "notice-danger");
  tellThird(scene);
  notAsked(scene);
  state.filed ??= "PARTIAL";
  [state.calm, scene.changed] = [0, true];
  if (isPartner(state) && !risks.some((risk) => OWN.includes(risk))) return goesOn(scene);
  if (state.phase !== "done") state.phase = "waiting";
  const atHome = HOME.some((risk) => risks.includes(risk)) || (toWriter && risks.includes("ELDER_ABUSE"));
  if (atHome && !isThird(state)) state.covered = true;
  // Not answered yet, it stays open: 「1」 to a second danger means it too.
  const isOpen = state.current === "safety";
  // The other questions wait: none of them stands.
  [state.current, state.tries] = [isOpen ? "safety" : null, 0];
  const open = isOpen ? buttonsFor(scene, "safety") : [];
  if (state.safetyAsked) return lastButtons(scene, [...open, ...resumeButtons(scene)]);
  state.safetyAsked = true;
  ask(scene, "safety", safetyWords(state, risks));
}

/** An answer that tells of danger by itself (「返事がない」「DV・虐待」): heard as likely. True if it was answered so. */
export function alarms(scene: Scene, chosen: { risk: RiskType; label: string }[]): boolean {
  const { state, flow } = scene;
  // A mere sign of the same, heard before, does not take the choice's weight from it.
  const asGrave = ({ risk, urgency }: Risk, than: RiskType): boolean =>
    urgencyRank(urgency) <= urgencyRank(flow.danger.urgency[than].likely) &&
    (risk === than || (VIOLENCE.includes(than) && VIOLENCE.includes(risk)));
  const stands = (risk: RiskType): boolean => state.risks.some((known) => asGrave(known, risk));
  const fresh = chosen.filter(({ risk }) => !stands(risk));
  const heard = fresh.map(({ risk, label }): Heard => {
    const urgency = flow.danger.urgency[risk].likely;
    return { risk, certainty: "likely", urgency, words: `「${label}」を選んだ` };
  });
  heard.forEach((one) => noteRisk(scene, one));
  if (!heard.some(({ urgency }) => urgencyRank(urgency) <= 1)) return false;
  answerDanger(scene, heard, "");
  return true;
}

/** A mere sign of danger: where to talk, said once beside the answer. Want of money alone is answered by the talk itself. */
export function sayHint(scene: Scene, risks: RiskType[]): void {
  const felt = risks.filter(
    (risk) => risk !== "NO_FOOD_OR_LIFELINE" && risk !== "HOMELESS_TONIGHT" && risk !== "SAFETY_CHECK",
  );
  if (felt.length > 0) say(scene, "danger-hint", { risks: felt });
  if (felt.some((risk) => HOME.includes(risk)) && !isThird(scene.state)) scene.state.covered = true;
}

/** The answer to the safety question. */
export function safety(scene: Scene, value: "NOW" | "OK" | "UNKNOWN"): void {
  const { state } = scene;
  state.safety = value;
  state.calm = 0;
  // An old safety button leaves the question that stands as it is.
  if (state.current === "safety") [state.current, state.tries] = [null, 0];
  if (value === "NOW") raise(scene, "E0");
  const standing = risksOf(scene);
  say(scene, `safety-${value}`, {
    risks: value === "NOW" ? [...standing, "MEDICAL"] : standing,
    buttons: resumeButtons(scene),
  });
}

/** 「今あぶない」, which nobody asked for: numbers, filed, and the questions wait, whatever was heard before. */
export function inDangerNow(scene: Scene): void {
  const { state } = scene;
  if (state.phase !== "done") state.phase = "waiting";
  [state.current, state.tries, state.safetyAsked, state.greeted] = [null, 0, true, true];
  state.filed ??= "PARTIAL";
  safety(scene, "NOW");
  showNotice(scene, "notice-danger");
  tellThird(scene);
  notAsked(scene);
}

/** Every kind of danger heard in this talk, once each. */
export const risksOf = ({ state }: Scene): RiskType[] => [...new Set(state.risks.map(({ risk }) => risk))];

/** While the questions wait: the button that takes them up again, unless staff are speaking. */
export const resumeButtons = ({ held, state }: Scene): { step: string; value: string }[] =>
  state.phase === "done"
    ? []
    : [...(held ? [] : [button("talk", "RESUME")]), ...(state.risks.length > 0 ? [button("talk", "NUMBERS")] : [])];

// --- internal ---

/** 「きた」 and nothing else, where the place is asked for, is the district in the north, and nobody who comes. */
const namesDistrict = ({ flow, state }: Scene, text: string): boolean =>
  state.current === "district" && districtOf(flow.districts.sounds, text) !== null;

const isCrisis = (heard: Heard[]): boolean => heard.some(({ urgency }) => urgencyRank(urgency) <= 1);

/** Somebody on a round has a minute, and stands before the door: the numbers, and on with the few questions. */
function goesOn(scene: Scene): void {
  const { state, flow } = scene;
  if (state.phase === "done") return;
  if (state.phase === "asking" && state.current !== null && state.current === nextStep(flow, state)?.fills)
    return lastButtons(scene, buttonsFor(scene, state.current));
  if (!askNext(scene)) finish(scene);
}

function noteRisk(scene: Scene, { risk, urgency, words }: Heard): void {
  const { state, now } = scene;
  const before = state.risks.find((known) => known.risk === risk && urgencyRank(known.urgency) <= urgencyRank(urgency));
  const isSame = (known: Risk): boolean => known.risk === risk && known.words === words && known.urgency === urgency;
  // Written a thousand times, the row holds the first time and the last.
  const first = state.risks.find(isSame);
  state.risks = state.risks.filter((known) => known === first || !isSame(known));
  state.risks.push({ risk, urgency, words, at: now.at, from: wordOf(now) });
  // What staff answered before is no answer to it.
  delete state.answeredAt;
  scene.changed = true;
  raise(scene, urgency, before === undefined);
}

/** Raises the urgency of the record; never lowers it. A new danger, or a graver one, alerts people on duty. */
function raise(scene: Scene, urgency: Urgency, fresh = true): void {
  const { state } = scene;
  const graver = urgencyRank(urgency) < urgencyRank(state.urgency);
  if (graver) state.urgency = urgency;
  if (state.urgency === "E9") state.urgency = urgency;
  if ((graver || fresh) && urgencyRank(urgency) <= 1) scene.alarmed = true;
  scene.changed = true;
}

/** The gravest of what was heard chooses the words; a hint beside it does not. */
function gravestOf(heard: Heard[]): Heard[] {
  const grave = heard.filter(({ urgency }) => urgency === heard[0]?.urgency);
  const sure = grave.filter(({ certainty }) => certainty === "sure");
  return sure.length > 0 ? sure : grave;
}

/** Who reports is thanked; who is hurt is comforted (「息子にたたかれます」); who raises a hand is neither blamed nor a witness. */
function wordsFor(scene: Scene, heard: Heard[], done: { toWriter: boolean; toAnother: boolean }): SayKey {
  const key = WORDS.find(([list]) => heard.some(({ risk }) => list.includes(risk)))?.[1] ?? "danger-LIFE";
  const reports = isThird(scene.state) || done.toAnother;
  if (key === "danger-VIOLENCE") return reports ? "danger-ABUSE" : key;
  if (key === "danger-ABUSE" && done.toWriter) return "danger-VIOLENCE";
  const isTheirs = key === "danger-ABUSE" || key === "danger-ANGER";
  return isTheirs && !reports && isOwnHand(scene.flow.danger, heard) ? "danger-OWN_HAND" : key;
}

/** Danger that nobody reports of a house on a round: it is the writer's own. */
const OWN: RiskType[] = ["SELF_HARM", "DV", "SEXUAL", "CAREGIVER_BREAKDOWN"];

/** The one heading 「DV・虐待」 stands for all of these. */
const VIOLENCE: RiskType[] = ["DV", "SEXUAL", "CHILD_ABUSE", "ELDER_ABUSE", "DISABILITY_ABUSE"];

/** Danger at home: whoever hurts may hold the telephone. */
const HOME: RiskType[] = ["DV", "SEXUAL", "CHILD_ABUSE", "DISABILITY_ABUSE"];

function safetyWords(state: State, risks: RiskType[]): string {
  if (isThird(state)) return "other";
  return risks.every((risk) => risk === "NO_FOOD_OR_LIFELINE" || risk === "HOMELESS_TONIGHT") ? "need" : "ask";
}

/** What was asked before is not asked again; the way on stays open. */
function lastButtons(scene: Scene, buttons: ButtonRef[]): void {
  const last = scene.effects.findLast((effect) => effect.do === "say");
  if (last) last.buttons = buttons;
}
