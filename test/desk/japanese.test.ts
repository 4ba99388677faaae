// Somebody writes in another language: staff read, beneath every word we said in it, the same words in Japanese.
import { describe, expect, test } from "vitest";
import type { Flow } from "../../src/flow/flow.ts";
import type { Words } from "../../src/flow/words.ts";
import { BOOK, event, text, town, unsend, type Town } from "./town.ts";

const ja = BOOK.flow.words["ja"]!;
/** Vietnamese of this test's own: marked, so that nothing of it can be taken for Japanese. */
const vi: Words = {
  ...ja,
  lang: "vi",
  name: "Tiếng Việt",
  japanese: "ベトナム語",
  listens: "vi",
  locale: "vi-VN",
  say: Object.fromEntries(Object.entries(ja.say).map(([key, words]) => [key, `[vi] ${words}`])) as Words["say"],
  questions: Object.fromEntries(
    Object.entries(ja.questions).map(([field, question]) => [
      field,
      Object.fromEntries(Object.entries(question).map(([key, words]) => [key, `[vi] ${String(words)}`])),
    ]),
  ) as Words["questions"],
  choices: {
    ...ja.choices,
    role: { ...ja.choices["role"], SELF: "về tôi", FAMILY: "về gia đình" },
    signs: { ...ja.choices["signs"], PILED: "báo chất đống", ODD: "khác thường" },
    agreed: { ...ja.choices["agreed"], GIVEN: "đồng ý" },
    wish: { ...ja.choices["wish"], ADVICE: "lời khuyên" },
  },
};
const flow: Flow = {
  ...BOOK.flow,
  words: { ...BOOK.flow.words, vi },
  listen: { ...BOOK.flow.listen, vi: BOOK.flow.listen["ja"]! },
};

const press = (place: Town, step: string, value: string, label: string) =>
  event({ kind: "choice", talk: "", step, value, label }, place.clock);

/** Presses a button of the talk that stands. */
async function pressed(place: Town, step: string, value: string, label: string): Promise<void> {
  const talk = (await place.talk())!.state.intake!;
  place.clock.now += 60_000;
  await place.take(event({ kind: "choice", talk, step, value, label }, place.clock));
}

/** A talk that has begun in Vietnamese. */
async function begun(): Promise<Town> {
  const place = town({ flow });
  await place.take(press(place, "lang", "vi", "Tiếng Việt"));
  place.clock.now += 60_000;
  await place.take(text("giúp tôi", place.clock));
  return place;
}

const unfiled = async (place: Town) => {
  const talk = (await place.talk())!;
  return [...(await place.words(talk.state.intake!)), ...talk.unfiled];
};

describe("in a talk in Vietnamese", () => {
  test("every bubble of ours has its Japanese, word for word what a Japanese talk would say", async () => {
    const out = (await unfiled(await begun())).filter(({ direction }) => direction === "out");
    expect(out.length).toBeGreaterThan(0);
    for (const { text: words, japanese } of out) {
      expect(words).toContain("[vi] ");
      expect(japanese).toBe(
        words?.replaceAll("[vi] ", "").replace("về tôi", "自分のこと").replace("về gia đình", "家族のこと"),
      );
    }
  });

  test("the resident's own words have none, a pressed button has its Japanese label", async () => {
    const place = await begun();
    await pressed(place, "role", "FAMILY", "về gia đình");
    const heard = (await unfiled(place)).filter(({ direction }) => direction === "in");
    expect(heard.map(({ text: words, japanese }) => [words, japanese])).toEqual([
      ["giúp tôi", undefined],
      ["về gia đình", "家族のこと"],
    ]);
  });

  test("the record tells its questions and answers in Japanese, and keeps them as they were", async () => {
    const place = await begun();
    await pressed(place, "role", "MIMAMORI", "liên lạc");
    await pressed(place, "district", "SKIP", "bỏ qua");
    await pressed(place, "signs", "ODD", "khác thường");
    await pressed(place, "since", "DAYS", "vài ngày");
    await pressed(place, "called", "NOT_CALLED", "chưa gọi");
    place.clock.now += 60_000;
    await place.take(text("とばす", place.clock));
    const record = (await place.record())!;
    expect(record.lang).toBe("vi");
    expect(record.facts.answers.find(({ step }) => step === "signs")).toMatchObject({
      question: expect.stringContaining("[vi] どんな様子ですか"),
      japanese: expect.stringMatching(/^どんな様子ですか.*新聞や郵便がたまっている/s),
      answer: "khác thường",
      means: "いつもと様子がちがう",
    });
  });

  test("what they hope for is told by its label", async () => {
    const place = await begun();
    await pressed(place, "role", "AGENCY", "công việc");
    await pressed(place, "agreed", "GIVEN", "đồng ý");
    await pressed(place, "wish", "ADVICE", "lời khuyên");
    place.clock.now += 60_000;
    await place.take(text("死にたい", place.clock));
    expect((await place.record())!.facts.wish).toBe("助言がほしい");
  });

  test("the Japanese of a check goes with it when what it quotes is taken back", async () => {
    const place = await begun();
    await pressed(place, "role", "SELF", "về tôi");
    await pressed(place, "consent", "GIVEN", "相談する");
    place.clock.now += 60_000;
    const place1 = text("ひみつの町", place.clock);
    for (let n = 0; n < 9; n += 1) {
      const { current } = (await place.talk())!.state;
      if (current === "check") break;
      place.clock.now += 60_000;
      await place.take(current === "district" ? place1 : text("とばす", place.clock));
    }
    const quoting = async () => (await unfiled(place)).filter((word) => JSON.stringify(word).includes("ひみつの町"));
    expect(
      (await quoting()).some(({ direction, japanese }) => direction === "out" && japanese?.includes("ひみつの町")),
    ).toBe(true);
    place.clock.now += 60_000;
    await place.take(unsend(place1, place.clock));
    expect(await quoting()).toEqual([]);
    expect(JSON.stringify((await place.talk())!.meant)).not.toContain("ひみつの町");
  });
});

test("in a Japanese talk nothing is said twice", async () => {
  const place = town();
  await place.take(text("相談です", place.clock));
  expect(JSON.stringify(await unfiled(place))).not.toContain("japanese");
});

test("a number that was typed is told by what it means", async () => {
  const place = town();
  await place.take(text("見守りの配達員です。新聞がたまっています", place.clock));
  for (const words of ["青葉町1の2", "2", "3", "とばす"]) {
    place.clock.now += 60_000;
    await place.take(text(words, place.clock));
  }
  const { answers } = (await place.record())!.facts;
  expect(answers.find(({ step }) => step === "since")).toMatchObject({ answer: "2", means: "2、3日前から" });
});

test("somebody who writes what we do not speak yet: the record tells that language", async () => {
  const place = town();
  await place.take(text("ကူညီပါ", place.clock));
  place.clock.now += 60_000;
  await place.take(text("死にたい", place.clock));
  expect((await place.record())?.lang).toBe("my");
});
