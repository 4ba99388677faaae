// How a list of flows/listen is written: alternatives, gaps, and what may stand at the edges of a word.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { gradual } from "../../src/flow/listen/ear/gradual.ts";
import { intentOf } from "../../src/flow/listen/intent.ts";
import { compileListen, type Listen } from "../../src/flow/listen/lists.ts";
import { hearPeople } from "../../src/flow/listen/who/people.ts";
import { askedFor } from "../../src/flow/listen/tongue.ts";
import { listenSchema, type ListenFile } from "../../src/flow/words.ts";
import { book } from "./talk.ts";

const file = listenSchema.parse(parse(readFileSync(new URL("../../flows/listen/ja.yaml", import.meta.url), "utf8")));
/** The Japanese lists, changed so far. */
const listening = (changed: Partial<ListenFile>): Listen =>
  gradual(() => compileListen({ ...file, ...changed })).whole();
const hearing = (part: string[], changed: Partial<ListenFile> = {}): Listen =>
  listening({ ...changed, intents: { ...file.intents, "q-told": { whole: [], part, except: [] } } });

describe("a list", () => {
  it("spells out its alternatives", () => {
    const listen = hearing(["(先生|校長)に話す"]);
    expect(["先生に話すの", "校長に話すの", "父に話すの"].map((said) => intentOf(listen, said))).toEqual([
      "q-told",
      "q-told",
      null,
    ]);
  });

  it("leaves room at a gap, and keeps the order", () => {
    const listen = hearing(["先生…話す"]);
    expect(intentOf(listen, "先生にもぜんぶ話すの")).toBe("q-told");
    expect(intentOf(listen, "話すと先生がおこる")).toBeNull();
  });

  it("with whole words, the blank between two of them is one blank", () => {
    const listen = hearing(["will…teacher"], { spaces: true, density: 2.5 });
    expect(intentOf(listen, "will teacher know")).toBe("q-told");
    expect(intentOf(listen, "goodwill of the teacher")).toBeNull();
  });

  it("hears a word behind its openings and before its endings, at the edges only", () => {
    const listen = listening({ spaces: true, density: 2.5, openings: ["well"], endings: ["please"] });
    const spoken = { ...file.intents, skip: { whole: ["next question"], part: [], except: [] } };
    const words = listening({ spaces: true, density: 2.5, openings: ["well"], endings: ["please"], intents: spoken });
    expect(intentOf(words, "Well, next question please!")).toBe("skip");
    expect(intentOf(words, "next please question")).toBeNull();
    expect(intentOf(listen, "well please")).toBeNull();
  });
});

describe("a language asked for by its name", () => {
  it.each([
    ["你好，请问可以用中文吗", "zh-CN"],
    ["说中文吧", "zh-CN"],
    ["저기요, 한국어로 해 주세요", "ko"],
    ["한국어 되나요?", "ko"],
    ["ENGLISH please", "en"],
    ["我妈妈不会说日语", null],
    ["한국어 학교에 다녀요", null],
  ])("「%s」 → %s", (said, lang) => expect(askedFor(book.flow, said)).toBe(lang));
});

describe("an age beside a person", () => {
  it.each([
    ["82歳母", ["75-84"]],
    ["父78歳母75歳", ["75-84", "75-84"]],
    ["父85歳母78歳弟45歳", ["85+", "75-84", "40-49"]],
  ])("「%s」 → %j", (said, ages) =>
    expect(hearPeople(listening({}), said).about.map(({ ageBand }) => ageBand)).toEqual(ages),
  );
});
