// Where in flows/ that stands which does not fit.
import type { Book } from "../../book/book.ts";
import type { ButtonRef, Say } from "../../flow/effect.ts";
import { wordsOf, type Flow } from "../../flow/flow.ts";
import { render, type Given } from "../../flow/render.ts";
import { atWords, type Place } from "../finding.ts";

/** A button's words: the language's own name, a district of the office, the name of an answer, or a choice. */
export function placeOfButton({ flow, office }: Book, lang: string, { step, value }: ButtonRef): Place {
  if (step === "lang") return { file: `words/${value}.yaml`, path: ["name"] };
  if (step === "district" && value in flow.districts.labels)
    return { file: `offices/${office.id}.yaml`, path: ["districts"] };
  if (value.startsWith("FIX:")) return atWords(lang, "questions", value.slice(4), "label");
  const { choices } = wordsOf(flow, lang);
  return atWords(lang, "choices", choices[step]?.[value] === undefined ? "always" : step, value);
}

/** The longest of what was said, or what came out empty. */
export function placeOfText(flow: Flow, lang: string, says: Say[], given: Given): Place {
  const lengthOf = (one: Say): number =>
    render(flow, lang, [one], given).said.reduce((sum, { text }) => sum + text.length, 0);
  const sized = says.map((say) => ({ say, length: lengthOf(say) })).toSorted((a, b) => b.length - a.length);
  const { say, question } = (sized.find(({ length }) => length === 0) ?? sized[0])?.say ?? {
    say: null,
    question: null,
  };
  return question === null
    ? atWords(lang, "say", say ?? "greeting")
    : atWords(lang, "questions", question.field, question.words);
}
