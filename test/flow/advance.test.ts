// How a talk goes: the first words, one question after the other, passing over, being misunderstood, going on.
import { describe, expect, it } from "vitest";
import type { Input } from "../../src/flow/input.ts";
import { everyStep, QUESTIONS, SAID_BEFORE, standing } from "./standing.ts";
import { after, resident, tell, textOf } from "./talk.ts";

const FIRST: [string, Input][] = [
  ["a word", { kind: "text", text: "あの" }],
  ["nothing but a sign", { kind: "text", text: "？" }],
  ["nothing but a space", { kind: "text", text: "　" }],
  ["a sticker", { kind: "sticker", text: "" }],
  ["a picture", { kind: "image", name: "" }],
  ["a film", { kind: "video", name: "" }],
  ["a voice", { kind: "audio", name: "" }],
  ["a file", { kind: "file", name: "はは.pdf" }],
  ["a place", { kind: "location", text: "あおば市中央1-2" }],
  ["a button of a talk long gone", { kind: "choice", talk: "old", step: "role", value: "SELF", label: "自分のこと" }],
  ["a postback nobody planned for", { kind: "other", type: "postback" }],
  ["a kind of message nobody planned for", { kind: "other", type: "message:new" }],
];

describe("the first words are accepted before anything is asked, with the notice", () => {
  it.each(FIRST)("%s", (_, input) => {
    const { keys, asked } = resident().send(input);
    expect(keys.slice(0, 2)).toEqual(["first", "notice"]);
    expect([asked, keys.at(-1)]).toEqual(["role", "?role"]);
  });

  it.each(FIRST)("%s, after the greeting: not greeted again", (_, input) => {
    const who = resident();
    expect(who.send({ kind: "follow" }).keys).toEqual(["greeting"]);
    expect(who.send(input).keys.slice(0, 2)).toEqual(["accepted", "notice"]);
  });

  it.each(["unfollow", "quiet"] as const)("%s begins no talk and says nothing", (kind) => {
    const turn = resident().send({ kind });
    expect([turn.keys, turn.state.intake, turn.state.phase]).toEqual([[], null, "idle"]);
  });

  it("a question of theirs is written down for staff, and the talk goes on", () =>
    expect(resident().type("介護保険はどこで申し込めますか").keys).toEqual(["first", "notice", "question", "?role"]));

  it("the notice is not shown again in the same talk", () => {
    const who = after(...(SAID_BEFORE["check"] ?? []));
    expect(who.state.consents.map(({ scope }) => scope)).toEqual(["PURPOSE_NOTICE", "RECORD"]);
  });
});

/** Every question that is asked after these first words, when each is answered by its first button or passed over. */
function askedAfter(first: string): string[] {
  const who = resident();
  const asked = [who.type(first).asked];
  const answers: Record<string, string> = { role: "SELF", consent: "GIVEN", check: "SEND" };
  while (who.state.current !== null && asked.length < 20)
    asked.push(who.press(who.state.current, answers[who.state.current] ?? "SKIP").asked);
  return asked.filter((field) => field !== null);
}

const LAST = ["district", "contact", "check"];

describe("what was said is not asked again, and nobody is asked more than seven things", () => {
  it.each([
    ["nothing said yet", "こんにちは", ["role", "consent", "story", "whom", ...LAST]],
    ["of oneself, but not what", "私のことです", ["consent", "story", "whom", ...LAST]],
    ["of oneself, and how old", "私は47歳です。相談したいです", ["consent", "story", ...LAST]],
    ["of family, not yet whom", "家族のことで相談したいです", ["consent", "whom", "story", ...LAST]],
    ["whom, and the story of many things", "82歳の母の物忘れがひどくて困っています", ["consent", ...LAST]],
    [
      "the story, and nothing to head it",
      "母のことで、ずっと悩んでいることがあります",
      ["consent", "category", ...LAST],
    ],
    ["a neighbour is told, not asked", "隣の家のごみがひどくて困っています", LAST],
    [
      "a support worker",
      "ケアマネです。利用者さんの息子さんが働いていません",
      ["agreed", "wish", "district", "contact"],
    ],
    ["somebody on a round", "新聞配達です", ["district", "signs", "since", "called", "from"]],
    ["on a round, with what was seen", "新聞配達です。3日前から新聞がたまっています", ["district", "called", "from"]],
    ["a child", "中2です。話したいことがあります", ["consent", "story", ...LAST]],
    [
      "a number to call",
      "父の介護のことで相談です。090-1234-5678に電話ください",
      ["consent", "category", "district", "check"],
    ],
    ["that a call is wanted", "母の介護のことです。電話ください", ["consent", "story", "district", "check"]],
  ])("%s: 「%s」", (_, first, expected) => {
    expect(askedAfter(first)).toEqual(expected);
    expect(expected.length).toBeLessThanOrEqual(7);
  });
});

describe("every question may be passed over", () => {
  const passable = QUESTIONS.filter((question) => !["role", "consent", "check"].includes(question));
  const ways = ["とばす", "スキップ", "次へ", "言いたくない", "わからない", "特にないです"];
  it.each(passable.flatMap((question) => ways.map((way) => [question, way] as const)))(
    "%s: 「%s」",
    (question, way) => {
      const { asked, keys, state } = standing(question).type(way);
      expect(keys[0]).toBe("skipped");
      if (state.phase !== "done") expect([null, question]).not.toContain(asked);
      expect(state.answers[question]?.how).toBe("skip");
    },
  );

  it.each(passable)("%s: by its button", (question) => {
    const { asked, state } = standing(question).press(question, "SKIP");
    if (state.phase !== "done") expect([null, question]).not.toContain(asked);
    expect(state.answers[question]?.how).toBe("skip");
  });

  it.each(["わからない", "言いたくない", "とばす", "6", "[role:UNKNOWN]"])("who it is about: 「%s」", (way) => {
    const turn = tell(standing("role"), way);
    expect([turn.state.answers["role"]?.value, turn.asked]).toEqual(["UNKNOWN", "consent"]);
  });

  it("consent: とばす leaves it open at once, and the talk goes on", () => {
    const turn = tell(standing("consent"), "とばす");
    expect(turn.state.consents.at(-1)).toMatchObject({ scope: "RECORD", value: "UNKNOWN" });
    expect(turn.asked).toBe("story");
  });

  it("consent: わからない is told in plainer words first", () => {
    const who = standing("consent");
    expect(who.type("わからない").keys).toEqual(["?consent:again"]);
    expect(who.type("わからない").state.consents.at(-1)).toMatchObject({ scope: "RECORD", value: "UNKNOWN" });
  });

  it("the check: nothing is sent by passing it over", () => {
    const turn = tell(standing("check"), "とばす");
    expect([turn.asked, turn.state.filed]).toEqual(["check", null]);
  });
});

describe("a question is put twice at most", () => {
  const narrow = ["role", "whom", "category", "contact"];
  it.each(narrow)("%s: not understood, asked in other words, then kept word for word", (question) => {
    const who = standing(question);
    expect(who.type("ぬぬぬ").keys).toEqual([`?${question}:again`]);
    const turn = who.type("ぬぬぬ");
    expect([turn.keys[0], turn.asked === question]).toEqual(["kept", false]);
    expect(turn.state.answers[question]).toMatchObject({ answer: "ぬぬぬ", how: "kept" });
  });

  it.each(everyStep)("%s: whatever is not understood, it is put twice and then the talk goes on", (question) => {
    const who = standing(question);
    const turns = Array.from({ length: 7 }, () => who.type("ぬぬぬ"));
    expect(turns.filter(({ asked }) => asked === question).length).toBeLessThanOrEqual(1);
    expect(who.state.current).not.toBe(question);
  });

  it.each([...narrow, "consent", "check"])("%s: stickers are no answer either", (question) => {
    const who = standing(question);
    expect(who.send({ kind: "sticker", text: "" }).keys).toEqual(["sticker", `?${question}:again`]);
    expect(who.send({ kind: "sticker", text: "" }).asked).not.toBe(question);
  });

  it.each(["from", "story", "signs", "wish"])("%s takes whatever is said", (question) => {
    const { state, asked } = standing(question).type("ぬぬぬ");
    expect([state.answers[question]?.answer, asked === question]).toEqual(["ぬぬぬ", false]);
  });
});

describe("the story goes on at any time, and is met without a question", () => {
  const told = "昨日も夜中に何度も目がさめてしまって、朝まで眠るまいと思っていました。";
  // Who reports for others is asked a few plain things, and a sentence is the answer to them.
  const plainly = ["story", "agreed", "wish", "signs", "since", "called", "from"];
  const steps = QUESTIONS.filter((question) => !plainly.includes(question));
  it.each(steps)("while %s stands", (question) => {
    const turn = standing(question).type(told);
    expect([turn.keys, turn.asked, turn.state.current]).toEqual([["story-more"], null, question]);
    expect(turn.buttons).not.toEqual([]);
  });

  it.each([
    ["role", "昨日から仕事に行けていなくて、どうしたものかと思っています"],
    ["role", "病院でもらった薬を、ずっと飲めていないままになっています"],
    ["contact", "昨日もここで電話が鳴って、ずっと怖かったんです"],
  ])("%s is not answered by a word inside a story: 「%s」", (question, said) => {
    const turn = standing(question).type(said);
    expect([turn.keys, turn.state.answers[question]]).toEqual([["story-more"], undefined]);
  });

  it("what the story is about is not overturned by a word that comes later", () => {
    const who = after("息子のことなんですけど", "相談する", "もう三か月、学校に行けていません");
    const { state } = who.type("朝になるとおなかが痛いって");
    expect(state.answers["category"]?.value).not.toMatchObject({ primary: "HEALTH" });
    expect(state.likely[0]).toBe("HIKIKOMORI");
  });

  it("several texts of one turn are one text", () => {
    const texts = ["母が", "最近", "忘れっぽくて"].map((text): Input => ({ kind: "text", text }));
    const { state, asked } = resident().send(...texts);
    expect([state.role, state.people[0]?.called, asked]).toEqual(["FAMILY", "母", "consent"]);
  });

  it.each(["image", "video", "audio", "file"] as const)("%s is the story where the story is asked", (kind) =>
    expect(standing("story").send({ kind, name: "" }).keys).toEqual([kind, "?whom:self"]),
  );

  it.each(everyStep)("a picture while %s stands takes its buttons not away", (question) => {
    const who = standing(question);
    const { buttons } = who.send({ kind: "image", name: "" });
    if (question !== "story") expect([who.state.current, buttons.length > 0]).toEqual([question, true]);
  });

  it("a place is the answer where the place is asked", () => {
    const { state, asked } = standing("district").send({ kind: "location", text: "あおば市中央1-2" });
    expect([state.answers["district"]?.value, asked]).toEqual([{ code: null, text: "あおば市中央1-2" }, "contact"]);
  });
});

describe("what is said to us is no answer in a field of free words", () => {
  const free = ["story", "district", "whom", "from", "signs", "wish", "since"];
  const said = ["続ける", "相談する", "くわしく", "直す", "え？"];
  it.each(free.flatMap((question) => said.map((text) => [question, text] as const)))("%s: 「%s」", (question, text) =>
    expect(standing(question).type(text).state.answers[question]).toBeUndefined(),
  );

  it.each(["role", "district", "contact"])("a number beyond the list is nobody's age: %s", (question) => {
    const { ownAge, people } = standing(question).type("12").state;
    expect([ownAge, people]).toEqual(["UNKNOWN", []]);
  });
});

describe("what is no place is not kept as one", () => {
  it.each(["13", "99", "80くらい", "夜だけ", "？", "もう三か月も学校に行けていません", "電話", "自分", "送る"])(
    "「%s」",
    (said) => expect(standing("district").type(said).state.answers["district"]).toBeUndefined(),
  );

  it.each(["〇〇小学校の近くです", "本町2丁目", "駅の裏のアパートに住んでいます", "市外です"])(
    "but 「%s」 is",
    (said) =>
      expect(standing("district").type(said).state.answers["district"]).toMatchObject({ answer: said, how: "text" }),
  );
});

describe("buttons", () => {
  it.each(everyStep)("an old talk's button while %s stands is met kindly, and changes nothing", (question) => {
    const who = standing(question);
    const { keys, state, before, buttons } = who.press("role", "FAMILY", "an-old-talk");
    expect([keys, state.answers, state.current]).toEqual([["old-button"], before.answers, question]);
    expect(buttons).not.toEqual([]);
  });

  it("an earlier question's button corrects that question", () => {
    const turn = standing("district").press("category", "CARE");
    expect([turn.keys, turn.state.current]).toEqual([["corrected"], "district"]);
    expect(turn.state.answers["category"]?.value).toEqual({ primary: "CARE", others: [] });
  });

  it("a label is understood as it stands on the button, also with the office's own word in it", () =>
    expect(standing("category").type("病気や健康、障害のこと").state.answers["category"]?.value).toEqual({
      primary: "HEALTH",
      others: [],
    }));

  it.each([
    ["a value that is none", "category", "NOTHING"],
    ["a step that is none", "nothing", "SELF"],
    ["a step named like JavaScript's own", "__proto__", "constructor"],
    ["the safety question, which was never asked", "safety", "OK"],
    ["a skip of the consent, which has none", "consent", "SKIP"],
  ])("%s is met kindly", (_, step, value) =>
    expect(standing("consent").press(step, value).keys).toEqual(["old-button"]),
  );

  it.each(["SKIP", "NOTHING", ""])("the safety question with the value 「%s」 is met kindly", (value) => {
    const who = after("もう死にたい");
    expect(who.press("safety", value).keys).toEqual(["old-button"]);
  });

  it("a number and the label say the same as the button", () => {
    const said = ["[role:FAMILY]", "2", "２", "②", "二", "家族のこと", "かぞくのこと"];
    expect(said.map((one) => tell(standing("role"), one).state.role)).toEqual(said.map(() => "FAMILY"));
  });

  it("the words of the question are kept as they were shown", () => {
    const turn = standing("role").press("role", "SELF");
    expect(turn.state.shown["consent"]).toBe(textOf(turn));
  });
});
