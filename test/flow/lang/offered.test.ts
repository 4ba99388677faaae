// What we tell people to write is understood, in every language: the labels of the standing buttons, typed.
import { describe, expect, it } from "vitest";
import { listenOf, wordsOf } from "../../../src/flow/flow.ts";
import { readNumbers, readWhole } from "../../../src/flow/listen/answer/choice.ts";
import { intentOf } from "../../../src/flow/listen/intent.ts";
import { readSafety } from "../../../src/flow/listen/answer/safety.ts";
import { book } from "../talk.ts";

const { flow } = book;
const heard = (lang: string, said: string) => intentOf(listenOf(flow, lang), said);

describe.each(Object.keys(flow.words))("in %s", (lang) => {
  const { always = {}, check = {}, safety = {} } = wordsOf(flow, lang).choices;
  const listen = listenOf(flow, lang);

  it("とばす, わからない and 続ける", () => {
    expect([always["SKIP"], always["UNSURE"], always["RESUME"]].map((label) => heard(lang, label ?? ""))).toEqual([
      "skip",
      "unknown",
      "resume",
    ]);
  });
  it("これで送る", () => {
    const said = check["SEND"] ?? "";
    expect(readWhole(listen, said, ["SEND", "FIX"], check, listen.choices["check"] ?? [])).toBe("SEND");
  });
  it.each(["NOW", "OK", "UNKNOWN"])("the answer to the safety question: %s", (value) => {
    expect(readSafety(listen, safety[value] ?? "", safety, listen.choices["safety"] ?? [])).toBe(value);
  });
});

it.each([
  ["fil", "tigil", "stop"],
  ["fil", "ituloy", "resume"],
  ["fil", "ayaw sabihin", "skip"],
  ["id", "berhenti", "stop"],
  ["id", "lanjut", "resume"],
  ["id", "tidak mau bilang", "skip"],
  ["ne", "रोक्ने", "stop"],
  ["ne", "अगाडि बढौं", "resume"],
  ["ne", "भन्न मन छैन", "skip"],
])("%s: 「%s」, as our texts say", (lang, said, intent) => expect(heard(lang, said)).toBe(intent));

it.each([
  ["fil", "1 po", [1]],
  ["fil", "number 12 at 3", [12, 3]],
  ["id", "nomor 1", [1]],
  ["id", "2 sama 4 ya", [2, 4]],
  ["ne", "१ नम्बर", [1]],
  ["ne", "12 ra 3 number", [12, 3]],
])("%s: 「%s」 is the number of a choice", (lang, said, numbers) =>
  expect(readNumbers(listenOf(flow, lang), said)).toEqual(numbers),
);
