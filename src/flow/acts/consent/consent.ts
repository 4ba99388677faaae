// Consent: every answer goes on, none ends the help. The ledger is appended to, never changed.
import { urgencyRank, type ConsentMethod, type ConsentScope, type ConsentValue } from "../../codes.ts";
import { wordIn, type State } from "../../state.ts";
import { wordsOf } from "../../flow.ts";
import { button, flag, say, wordOf, type Scene } from "../scene.ts";

/** Those who tell of somebody else are told what happens with their words, not asked. */
const TOLD = ["FRIEND", "NEIGHBOR", "MINSEI", "MIMAMORI", "LANDLORD", "EMPLOYER", "SCHOOL", "AGENCY", "MEDICAL"];

export function note(
  scene: Scene,
  line: { scope: ConsentScope; value: ConsentValue; words: string; method: ConsentMethod },
): void {
  const { state, flow, now } = scene;
  state.consents.push({ ...line, version: wordsOf(flow, state.lang).version, at: now.at });
  scene.changed = true;
}

/** Was danger heard that outweighs the wish not to be recorded? A mere hint does not. */
export const inDanger = ({ risks }: Pick<State, "risks">): boolean =>
  risks.some(({ urgency }) => urgencyRank(urgency) <= 1);

/** Somebody tells of another person. */
export const isThird = (state: State): boolean => TOLD.includes(wordIn(state.answers["role"]?.value));

/** Somebody on a round: 新聞, 配達, 検針, 見守りボランティア. */
export const isPartner = ({ role }: Pick<State, "role">): boolean => role === "MIMAMORI";

/** A role is known: neighbours and partners are told, and RECORD stands as not asked. */
export function tellThird(scene: Scene): void {
  if (!isThird(scene.state) || scene.state.toldThird) return;
  scene.state.toldThird = true;
  say(scene, "third");
  notAsked(scene);
}

/** In danger and for third parties the law lets us keep the words without asking; the ledger says so. */
export function notAsked(scene: Scene): void {
  if (scene.state.consents.some(({ scope }) => scope === "RECORD")) return;
  note(scene, { scope: "RECORD", value: "NOT_ASKED", words: "notice", method: "LINE表示" });
  scene.state.answers["consent"] ??= {
    value: "NOT_ASKED",
    answer: "",
    at: scene.now.at,
    from: wordOf(scene.now),
    how: "heard",
  };
}

/** The answer to the consent question: GIVEN or UNKNOWN. */
export function given(scene: Scene, value: "GIVEN" | "UNKNOWN", method: ConsentMethod): void {
  note(scene, { scope: "RECORD", value, words: "consent", method });
}

/**
 * 「記録しないで窓口だけ知りたい」: tells where the desk is and takes everything back, unless danger was heard;
 * then it says why the words are kept. True if the talk is erased.
 */
export function refuse(scene: Scene, method: ConsentMethod): boolean {
  const { state } = scene;
  note(scene, {
    scope: "RECORD",
    value: "REFUSED",
    words: state.shown["consent"] === undefined ? "notice" : "consent",
    method,
  });
  if (!inDanger(state) && state.filed === null) {
    say(scene, "info", { buttons: [button("consent", "START")] });
    scene.effects.push({ do: "erase" });
    return true;
  }
  flag(scene, "記録を望まない");
  scene.effects.push({ do: "task", what: "記録を望まない" });
  say(scene, "info-kept", { buttons: scene.held ? [] : [button("talk", "RESUME")] });
  state.answers["consent"] = { value: "REFUSED", answer: "", at: scene.now.at, from: wordOf(scene.now), how: "text" };
  state.phase = state.filed === "COMPLETE" ? "done" : "waiting";
  [state.current, state.calm] = [null, 0];
  return false;
}
