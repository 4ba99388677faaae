// In which language the answer is given: as asked for by name, else as the person writes. Their words stay as written.
import { fromRomaji } from "../danger/notation/romaji.ts";
import { listenOf, stepOf, wordsOf } from "../flow.ts";
import { intentOf } from "../listen/intent.ts";
import { askedFor, EASY, heardIn, isEasyWriter, isWordOrTwo, meantIn, tagged } from "../listen/tongue.ts";
import { greet, languages } from "../acts/begin.ts";
import { ask, wordsFor } from "../acts/ask.ts";
import { standing } from "../acts/intents.ts";
import { say, task, type Scene } from "../acts/scene.ts";
import type { State } from "../state.ts";

/**
 * Turns to the language somebody plainly writes. What they asked for by name stays. True where it is one that we do not
 * speak yet, and they were told so for the first time: the languages to choose from are the answer then, and no question.
 */
export function turnToTheirs(scene: Scene, text: string): boolean {
  const { state, flow } = scene;
  // Nobody has said yet in which language: one word of one language is enough.
  const first = state.lang === "ja" && state.langBy === "given" && isWordOrTwo(text);
  const heard = heardIn(flow, text, first ? 1 : undefined);
  if (heard !== null && "other" in heard)
    return meetOther(scene, heard.other.code, heard.other.japanese, heard.other.got);
  const lang = heard?.lang ?? firstWordIn(scene, text);
  if (lang !== null && state.langBy !== "asked") turn(scene, lang, "heard");
  const easy = state.lang === "ja" && state.langBy !== "asked" && writesEasily(state, text);
  if (easy) turn(scene, EASY, "heard");
  return false;
}

/** What LINE itself is set to holds until the person writes, or asks. */
export function turnToSet(scene: Scene, tag: string): void {
  const lang = tagged(scene.flow, tag);
  if (lang !== null && scene.state.langBy === "given") turn(scene, lang, "given");
}

/** A child is spoken to in やさしい日本語. */
export function turnToEasy(scene: Scene): void {
  if (scene.state.lang === "ja" && scene.state.langBy !== "asked") turn(scene, EASY, "heard");
}

/** 「English」「やさしい」: from now on so, and the question that stands is put once more in it. True if that was meant. */
export function asksLanguage(scene: Scene, text: string): boolean {
  const lang = askedFor(scene.flow, text);
  if (lang === null) return false;
  speakIn(scene, lang);
  return true;
}

/** From now on in this language, because the person chose it. */
export function speakIn(scene: Scene, lang: string): void {
  const { state, flow } = scene;
  turn(scene, lang, "asked");
  if (scene.held) return;
  if (state.intake === null) return greet(scene);
  say(scene, "lang-set", { buttons: standing(scene) });
  const step = stepOf(flow, state, state.current ?? "");
  if (step === null || state.phase !== "asking") return;
  state.tries -= 1;
  ask(scene, step.fills, wordsFor(scene, step));
}

// --- internal ---

/** Once something was told, an answer of two words is no sign: 「はい あぶないかも」. */
const writesEasily = ({ told }: State, text: string): boolean =>
  fromRomaji(text) !== null || (isEasyWriter(text) && (told === 0 || text.trim().split(/[\s\u3000]+/u).length > 2));

/** One short word tells a language only while none has been heard, and where it means nothing in the talk's own. */
function firstWordIn({ flow, state }: Scene, text: string): string | null {
  const isOwn = intentOf(listenOf(flow, state.lang, text), text) !== null;
  return state.langBy === "given" && !isOwn ? meantIn(flow, text) : null;
}

function turn(scene: Scene, lang: string, by: State["langBy"]): void {
  const { state, flow } = scene;
  if (flow.words[lang] === undefined || (state.lang === lang && state.langBy === by)) return;
  [state.lang, state.langBy, scene.changed] = [lang, by, true];
  if (wordsOf(flow, lang).listens !== "ja" && !state.supports.includes("通訳")) state.supports.push("通訳");
}

/** A language the words are not written in yet: received in it, and the ones there are are offered. */
function meetOther(scene: Scene, code: string, japanese: string, got: string): boolean {
  const { state, flow } = scene;
  task(scene, `通訳要: ${japanese}`);
  if (!state.supports.includes("通訳")) state.supports.push("通訳");
  if (state.tongue === code) return false;
  [state.tongue, scene.changed] = [code, true];
  if (scene.held) return false;
  turn(scene, EASY, "heard");
  say(scene, "lang-other", {
    summary: got,
    buttons: languages(flow),
  });
  return true;
}
