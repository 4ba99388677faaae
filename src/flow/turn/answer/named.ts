// A line of the check that is named in words, and what it says instead: 「地区まちがえた 北」「4は川辺です」「District: North」.
import { kindOf } from "../../acts/ask.ts";
import type { Scene } from "../../acts/scene.ts";
import { labelsOf, listenOf, stepOf } from "../../flow.ts";
import { readWhole } from "../../listen/answer/choice.ts";
import { anyIn } from "../../listen/ear/search.ts";
import { found, type Listen } from "../../listen/lists.ts";
import { linesOf, type Line } from "../../steps/check.ts";
import type { Json } from "../../state.ts";

export interface Named {
  field: Line["field"];
  /** What it should say; null: only that it is wrong. */
  value: Json;
}

/** Longer than this it is a story that begins with the word (letters of Japanese). */
const A_LINE = 30;
/** The longest name of a line (letters). */
const A_NAME = 24;
/** Between the name and what it should say. A number needs one, or it is an amount: 「4人」. */
const LINK = /^\s*(?:番目?|つ目)?(?:が|は|も|を|の|って|です)?[\s:、,。.→⇒>＞=＝-]*/u;
/** 「北に直してください」「北のまちがいです」 */
const PUT_RIGHT =
  /(?:[にへ](?:直|なお|変|か|訂正|修正|して)\S*|[にへ]します|[にへ]したいです|の(?:間違い|まちがい)(?:です|でした)?)[。!\s]*$/u;
/** 「合っています」「そのままで」: no place. */
const AS_IT_IS =
  /合って|あって|正し|ただし|大丈夫|だいじょうぶ|そのまま|いい|よい|変え|直|なお|わから|言いたく|いいたく|なし|ない/u;

/** The line that these words name, and what was understood of the rest; null where they name none, or tell more. */
export function namedLine(scene: Scene, text: string): Named | null {
  const { flow, state } = scene;
  const listen = listenOf(flow, state.lang, text);
  const said = (listen.turned(text) ?? text).normalize("NFKC").trim();
  const head = listen.lengthOf(said) > A_LINE ? null : headOf(listen, linesOf(flow, state), said);
  if (head === null) return null;
  const { field, rest } = head;
  if (onlyWrong(scene, listen, rest)) return { field, value: null };
  const turned = listen.turned(rest);
  const value = valueOf(scene, listen, field, (turned ?? rest).replace(PUT_RIGHT, ""));
  return value === null && turned === null ? null : { field, value };
}

/** Read as a place, it is one of the office's, or has a word of places in it. */
export const isPlace = (listen: Listen, said: string, value: Json): boolean =>
  hasCode(value) || (anyIn(listen.plain(said), listen.places) && !AS_IT_IS.test(said));

// --- internal ---

interface Head {
  field: Line["field"];
  /** What stands behind the name; something is left of it. */
  rest: string;
}

function headOf(listen: Listen, lines: Line[], said: string): Head | null {
  const number = /^\d{1,2}(?!\d)/u.exec(said)?.[0] ?? "";
  const [line, length] = number === "" ? longestName(listen, lines, said) : [lines[Number(number) - 1], number.length];
  if (line === undefined) return null;
  const link = LINK.exec(said.slice(length))?.[0] ?? "";
  const rest = said.slice(length + link.length);
  return !/\p{L}/u.test(rest) || (number !== "" && link === "") ? null : { field: line.field, rest };
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
    if (line !== undefined) return [line, length];
  }
  return [undefined, 0];
}

/** 「違います」「なおして」, and nothing it should say. */
function onlyWrong({ flow, state }: Scene, listen: Listen, rest: string): boolean {
  const also = listen.choices["check"] ?? [];
  if (readWhole(listen, rest, ["FIX"], labelsOf(flow, state.lang, "check"), also) === "FIX") return true;
  return listen.turned(`${rest} 。9`) === "9";
}

function valueOf({ flow, state }: Scene, listen: Listen, field: Line["field"], said: string): Json {
  const step = said.trim() === "" ? null : stepOf(flow, state, field);
  const value = step === null ? null : kindOf(step).read(step, said, flow, state);
  if (field !== "district" || value === null || hasCode(value)) return value;
  const feels = found(listen.plain(said), listen.feelings).length > 0;
  return feels || AS_IT_IS.test(said) ? null : value;
}

const hasCode = (value: Json): boolean => (value as { code: string | null }).code !== null;
