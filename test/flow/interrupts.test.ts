// Words that hold at any moment: 人に代わって, 番号は？, 今は話せない, やめる, もどる … and what each of them does.
import { describe, expect, it } from "vitest";
import { everyStep, QUESTIONS, sentOff, standing } from "./standing.ts";
import { after, resident, tell, textOf } from "./talk.ts";

/** Answered at once; the question stays, and its buttons with it. */
const ASIDE: [string, string][] = [
  ["人に代わって", "human"],
  ["職員と話したいです", "human"],
  ["人間を出せ", "human"],
  ["番号は？", "not-yet"],
  ["受付番号を教えてください", "not-yet"],
  ["いつ返事もらえますか", "not-yet"],
  ["誰が読むんですか", "who-reads"],
  ["AIですか？", "who-reads"],
];

describe("at every step", () => {
  const rows = QUESTIONS.flatMap((question) => ASIDE.map(([said, key]) => [question, said, key] as const));
  it.each(rows)("while %s stands, 「%s」 is answered: %s", (question, said, key) => {
    const turn = standing(question).type(said);
    expect([turn.keys, turn.state.current, turn.state.answers]).toEqual([[key], question, turn.before.answers]);
    expect(turn.buttons.length).toBeGreaterThan(0);
  });

  it.each(everyStep)(
    "while %s stands, 「今は話せない」: one neutral line, and nothing of the talk on the screen",
    (question) => {
      const turn = standing(question).type("今は話せない");
      expect([turn.keys, turn.buttons]).toEqual([["neutral"], []]);
      expect(turn.state).toMatchObject({ phase: "paused", safeToPush: false, covered: true });
    },
  );

  it.each(everyStep)("while %s stands, 「やめる」 ends it kindly, and the way back is a button", (question) => {
    const turn = standing(question).type("やめる");
    expect([turn.keys, turn.buttons, turn.state.phase]).toEqual([["stopped"], ["talk:RESUME"], "paused"]);
  });

  it.each(["もうやめます", "相談をやめたいです", "キャンセルしたい", "キャンセルします"])(
    "「%s」 is やめる, however it is put",
    (said) => expect(standing("consent").type(said).keys).toEqual(["stopped"]),
  );

  it.each(["やっぱり取り消したい", "取り消したいです", "さっきのを取り消したいです"])("「%s」 is もどる", (said) =>
    expect(standing("district").type(said).keys[0]).toBe("back"),
  );

  it.each(everyStep)("while %s stands, 「続ける」 after 「やめる」 goes on there", (question) => {
    const turn = tell(standing(question), "やめる", "続ける");
    expect(turn.keys).toEqual(["resumed", turn.keys.at(-1)]);
    expect(turn.asked).toBe(question);
  });

  it.each(QUESTIONS.filter((question) => question !== "role"))(
    "while %s stands, 「もどる」 asks the one before once more",
    (question) => {
      const turn = standing(question).type("もどる");
      expect(turn.keys[0]).toBe("back");
      expect([null, question]).not.toContain(turn.asked);
    },
  );

  it.each(QUESTIONS.filter((question) => question !== "check"))(
    "while %s stands, thanks are met with thanks",
    (question) => {
      const turn = standing(question).type("ありがとうございます");
      expect([turn.keys, turn.state.current]).toEqual([["thanks"], question]);
    },
  );
});

describe("as the very first words", () => {
  it.each([
    ["人に代わってください", ["first", "notice", "human", "?role"]],
    ["誰が読むのですか", ["first", "notice", "who-reads"]],
    ["今は話せない", ["first", "notice", "neutral"]],
    ["やめます", ["first", "notice", "stopped"]],
  ])("「%s」", (said, keys) => expect(resident().type(said).keys).toEqual(keys));
});

describe("what staff are told", () => {
  it("that somebody wants a person: a task, once", () => {
    const who = standing("category");
    const tasks = ["人に代わって", "人と話したい"].map((said) =>
      who.type(said).effects.filter(({ do: what }) => what === "task"),
    );
    expect(tasks).toEqual([[{ do: "task", what: "人と話したい" }], []]);
    expect(who.state.flags).toContain("人と話したい");
  });
});

describe("an interrupt word inside a story is part of the story", () => {
  it.each([
    "母は人と話したいといつも言っていますが、家から出られません",
    "仕事をやめたいと息子が言い出して、どうしたらいいか困っています",
    "電話番号は変えたのに、元夫からまた電話がかかってきます",
  ])("「%s」", (said) => {
    const turn = standing("story").type(said);
    expect(turn.keys).not.toContain("human");
    expect(turn.state.answers["story"]?.answer).toBe(said);
  });
});

describe("もどる", () => {
  it("opens the answer again, and goes on from there", () => {
    const who = standing("district");
    expect(who.type("まちがえました").asked).toBe("whom");
    expect(tell(who, "47歳です").state.ownAge).toBe("40-49");
  });

  it("more than once goes further back", () =>
    expect(tell(standing("district"), "もどる", "もどる").asked).toBe("story"));

  it("with nothing to go back to, it is kind and the question stays", () => {
    const turn = standing("role").type("もどる");
    expect([turn.said.length > 0, turn.state.current]).toEqual([true, "role"]);
  });
});

describe("somebody else may see this screen", () => {
  const before = ["母の介護のことで、毎日とても困っています", "相談する", "川辺", "LINE"];
  it.each(["今は話せない", "誰か来た", "見られてるかも"])("after 「%s」 no answer is shown again", (said) => {
    const turn = tell(after(...before), said, "続ける");
    expect([turn.asked, turn.keys.at(-1)]).toEqual(["check", "?check:covered"]);
    expect(textOf(turn)).not.toMatch(/母|介護|川辺/);
  });

  it.each(["夫に知られたくないです", "母には内緒にしてください"])("nor after 「%s」", (said) => {
    const who = after(...before, said);
    for (const turn of [who.type("ぬぬぬ"), who.type("続ける")]) expect(textOf(turn)).not.toMatch(/母|介護|川辺/);
  });

  it("said of somebody in danger, still nothing of it is on the screen", () => {
    const turn = tell(after("夫に殴られています"), "今は話せない");
    expect([turn.keys, turn.said.length]).toEqual([["neutral"], 1]);
  });
});

describe("once it was sent", () => {
  it.each(["番号は？", "受付番号わすれた", "いつ返事もらえますか", "返事まだですか"])(
    "「%s」 is answered with number and time only",
    (said) => {
      const turn = sentOff().type(said);
      expect([turn.keys, turn.said.length]).toEqual([["done-number"], 1]);
      expect(textOf(turn)).toMatch(
        /^受付番号：2026-7KQ4MN\nお返事は、11月26日\(木\)までにします。\n命にかかわるときは、待たずに119（救急）・110（警察）へ。$/,
      );
    },
  );

  it.each([
    ["ありがとうございました", "thanks"],
    ["誰が読むんですか", "who-reads"],
    ["人に代わって", "human"],
    ["やめる", "neutral"],
    ["母が昨日また転びました", "added"],
    ["はい", "added"],
    ["。", "added"],
  ])("「%s」 → %s, and no question", (said, key) => {
    const turn = sentOff().type(said);
    expect([turn.keys, turn.asked, turn.state.phase]).toEqual([[key], null, "done"]);
  });
});
