// A line of the check that is named in words, and what it says instead: 「地区まちがえた 北」「4は川辺です」「District: North」.
// A record that was put right by words of another meaning is worse than a question more: only what is plain is taken.
import { kindOf } from "../../acts/ask.ts";
import type { Scene } from "../../acts/scene.ts";
import { labelsOf, listenOf, stepOf } from "../../flow.ts";
import { readWhole } from "../../listen/answer/choice.ts";
import { intentOf, isQuestion } from "../../listen/intent.ts";
import type { Listen } from "../../listen/lists.ts";
import { isCovered } from "../../listen/story.ts";
import { linesOf, type Line } from "../../steps/check.ts";
import type { Json } from "../../state.ts";
import type { Step } from "../../steps/step.ts";

export interface Named {
  field: Line["field"];
  /** What it should say; null: only that it is wrong. */
  value: Json;
}

/** Longer than this it is a story that begins with the word (letters of Japanese). */
const A_LINE = 30;
/** The longest name of a line (letters). */
const A_NAME = 24;

/** The line that these words name, and what was understood of the rest; null where they name none, or tell more. */
export function namedLine(scene: Scene, text: string): Named | null {
  const { flow, state } = scene;
  const listen = listenOf(flow, state.lang, text);
  const said = (listen.turned(text) ?? text).normalize("NFKC").trim();
  const head = listen.lengthOf(said) > A_LINE ? null : headOf(listen, linesOf(flow, state), said);
  if (head === null) return null;
  const { field, rest, plainly } = head;
  if (onlyWrong(scene, listen, rest)) return { field, value: null };
  const value = valueOf(scene, listen, field, (listen.turned(rest) ?? rest).replace(PUT_RIGHT, ""), plainly);
  return value === null ? null : { field, value };
}

/** The office's district that these words are, politeness aside; null where they say more, or another place. */
export function districtIn({ flow }: Scene, listen: Listen, step: Step, said: string): string | null {
  const { labels, also } = flow.districts;
  const place = said.replace(POLITE, "");
  return step.as === "partner" ? null : readWhole(listen, place, Object.keys(labels), labels, also);
}

// --- internal ---

interface Head {
  field: Line["field"];
  /** What stands behind the name. */
  rest: string;
  /** Joined by a word or a sign, and not by a mere blank: 「4は」「District:」. */
  plainly: boolean;
}

/** Between the name and what it should say: 「は」「番が」「：」. */
const LINKED = /^(?:番目?|つ目)?\s*[:=→⇒>＞]\s*|^(?:番目?|つ目)?(?:が|は|を)[\s、,]*|^(?:番目?|つ目)[\s、,]*/u;
const APART = /^[\s、,。.]+/u;

function headOf(listen: Listen, lines: Line[], said: string): Head | null {
  const number = /^\d{1,2}(?!\d)/u.exec(said)?.[0] ?? "";
  const [line, length] = number === "" ? longestName(listen, lines, said) : [lines[Number(number) - 1], number.length];
  if (line === undefined) return null;
  const behind = said.slice(length);
  const [linked, apart] = [LINKED.exec(behind)?.[0], APART.exec(behind)?.[0]];
  const rest = behind.slice((linked ?? apart ?? "").length);
  // 「地区まちがえた」 needs nothing between.
  const joins = linked !== undefined || apart !== undefined || (number === "" && listen.turned(rest) !== null);
  return joins && /\p{L}/u.test(rest) ? { field: line.field, rest, plainly: linked !== undefined } : null;
}

/** The line whose name the text begins with, and how many of its letters that takes. */
function longestName(listen: Listen, lines: Line[], said: string): [Line | undefined, number] {
  const also = listen.choices["lines"] ?? [];
  const names = new Map<string, Line>();
  for (const line of lines) {
    for (const name of [line.name, line.name.replace(/^お/u, "")]) names.set(listen.label(name), line);
    for (const { word, means } of also) if (means === line.field) names.set(word, line);
  }
  for (let length = Math.min(said.length, A_NAME); length > 0; length -= 1) {
    const line = names.get(listen.plain(said.slice(0, length)));
    // The sign behind it is what joins it.
    if (line !== undefined) return [line, said.slice(0, length).replace(/[^\p{L}\p{M}\p{N}]+$/u, "").length];
  }
  return [undefined, 0];
}

/** 「違います」「間違いです」「なおして」, and nothing it should say. 「間違いない」 is the opposite. */
function onlyWrong({ flow, state }: Scene, listen: Listen, rest: string): boolean {
  const also = listen.choices["check"] ?? [];
  if (readWhole(listen, rest, ["FIX"], labelsOf(flow, state.lang, "check"), also) === "FIX") return true;
  if (WRONG.test(rest) && !DENIED.test(rest)) return true;
  // Something must stand behind words of putting right: here it is a lone figure.
  return listen.turned(`${rest} 。9`) === "9";
}

/** How Japanese puts it: 「まちがいです」「違ってます」「おかしいです」. */
const WRONG =
  /^(?:ちょっと)?(?:間違|まちが|違っ|違い|違う|ちがっ|ちがい|ちがう|おかし|誤り)[^、。\s]{0,8}[。!\s]*$|^(?:直|なお|変え|変更|訂正|修正)[^、。\s]{0,10}[。!\s]*$/u;
const DENIED = /ない|なし|ありません|なく|ねえ|ません/u;
/** 「北に直してください」 */
const PUT_RIGHT = /[にへ](?:直|なお|変|か|訂正|修正|して|します|したい)[^、。\s]*[。!\s]*$/u;
const POLITE = /(?:のほう|の方|のあたり|のへん)?(?:です|でした|だよ|だ|に住んでいます|に住んでます)?[。!\s]*$/u;
/** 「岩根です」: the name of a place that the office does not know, and of nothing else. */
const A_PLACE = /^[\p{Script=Han}\p{Script=Katakana}ー々ヶ0-9０-９]{2,10}$/u;
const NO_PLACE = /秘密|内緒|不明|不定|大丈夫|同|正解|無|以上|上記|全部|一緒/u;

/** @param plainly named with a word or a sign; else only a whole answer is one: 「4 people」 is no place */
function valueOf(scene: Scene, listen: Listen, field: Line["field"], said: string, plainly: boolean): Json {
  const { flow, state } = scene;
  const refuses = DENIED.test(said) || isQuestion(listen, said) || intentOf(listen, said) !== null;
  if (said.trim() === "" || refuses || isCovered(listen, said)) return null;
  if (field === "name") return plainly ? nameIn(said) : null;
  const step = stepOf(flow, state, field);
  if (step === null) return null;
  if (field === "district") return placeIn(scene, listen, step, said, plainly);
  const labels = labelsOf(flow, state.lang, field);
  const whole = readWhole(listen, said, step.choices ?? [], labels, listen.choices[field] ?? []);
  if (whole !== null && field !== "whom") return kindOf(step).press(step, whole, flow, state);
  const asWords =
    listen.lang === "ja" && (plainly || (["whom", "contact"].includes(field) && listen.lengthOf(said) < A_NAME / 2));
  return asWords ? kindOf(step).read(step, said, flow, state) : null;
}

function placeIn(scene: Scene, listen: Listen, step: Step, said: string, plainly: boolean): Json {
  const code = districtIn(scene, listen, step, said);
  const place = said.replace(POLITE, "");
  if (code !== null) return { code, text: place };
  return plainly && A_PLACE.test(place) && !NO_PLACE.test(place) ? { code: null, text: place } : null;
}

function nameIn(said: string): string | null {
  const name = said.replace(/(?:です|でした|といいます|と申します)[。!\s]*$/u, "").trim();
  return /^[\p{L}ー・ ]{1,12}$/u.test(name) ? name : null;
}
