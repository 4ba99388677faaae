// Words of putting right in every language, and what is only said again while another question stands.
import { describe, expect, it } from "vitest";
import { freshIn, listenOf } from "../../src/flow/flow.ts";
import { hearStory } from "../../src/flow/listen/story.ts";
import { after, book, resident, tell } from "./talk.ts";

describe("what is left without the words of putting right", () => {
  it.each([
    ["ja", "いや違う、12", "12"],
    ["ja", "すみません、さっきのは間違いで電話で", "で電話で"],
    ["ja", "母じゃなくて父です", "父です"],
    ["en", "no wait, 12", "12"],
    ["en", "Sorry, I meant 12", "12"],
    ["en", "oops my mistake it's 12", "12"],
    ["en", "not 5, 12", "12"],
    ["zh-CN", "不对，是12", "12"],
    ["zh-CN", "不是5，是12", "12"],
    ["vi", "à nhầm, 12", "12"],
    ["vi", "a nham, 12", "12"],
    ["vi", "không phải 5 mà là 12", "12"],
    ["ko", "아니 12번", "12번"],
    ["ko", "5번 말고 12번", "12번"],
    ["pt", "desculpa, errei, é 12", "12"],
    ["fil", "ay mali, 12 pala", "12 pala"],
    ["id", "eh salah, maksud saya 12", "12"],
    ["ne", "होइन, 12", "12"],
    ["ne", "hoina galti bhayo 12", "12"],
  ])("%s: 「%s」 → 「%s」", (lang, said, rest) => expect(listenOf(book.flow, lang, said).turned(said)).toBe(rest));

  it.each([
    ["en", "nobody helps me"],
    ["en", "sorry"],
    ["en", "my mother is 80"],
    ["pt", "nãozinho"],
    ["vi", "mẹ tôi 80 tuổi"],
    ["zh-CN", "我妈80岁"],
    ["ja", "違います"],
  ])("%s: 「%s」 puts nothing right", (lang, said) => expect(listenOf(book.flow, lang, said).turned(said)).toBeNull());
});

describe("while a later question stands", () => {
  const english = () => {
    const who = resident(freshIn(book.flow, "en"));
    tell(who, "I cannot pay my rent and I have debts since March, nobody helps", "me", "yes");
    return who;
  };

  it.each(["no wait, 12", "sorry i meant number 12", "oops, wrong one, 12"])(
    "「%s」 puts the category right and leaves the question of the place",
    (said) => {
      const who = english();
      tell(who, "6", "37");
      expect(who.state.current).toBe("district");
      const turn = who.type(said);
      expect([turn.keys, turn.state.current]).toEqual([["corrected"], "district"]);
      expect(turn.state.answers["category"]?.value).toMatchObject({ primary: "CARE" });
    },
  );

  it.each(["わたし", "わたしです", "自分のこと", "本人です"])(
    "「%s」, when it is known who it is about, is no answer to the consent",
    (said) => {
      const turn = after("家賃が払えません", "わたし").type(said);
      expect([turn.keys, turn.state.current, turn.state.tries]).toEqual([["got-on"], "consent", 1]);
    },
  );

  it("「わたし」, where somebody of the story was thought to be whom it is about, puts that right", () => {
    const who = after("夫が失業して生活が苦しくて、家計のやりくりに困っています", "はい");
    expect(who.state.role).toBe("FAMILY");
    const turn = tell(who, "わたし", "41");
    expect([turn.state.role, turn.state.answers["whom"]?.value]).toEqual([
      "SELF",
      [{ relation: "本人", called: "", ageBand: "40-49" }],
    ]);
  });

  it("an answer of two words in kana does not turn who writes kanji to やさしい日本語", () => {
    const who = after("お隣の独居の方、80代、1週間姿を見ていない。新聞もたまっている");
    expect(who.type("はい あぶないかも").state.lang).toBe("ja");
  });

  it("an age alone is an age, and can be put right before it was asked", () => {
    const who = after("家賃が払えません", "自分です", "82");
    expect(who.state.answers["whom"]?.value).toEqual([{ relation: "本人", called: "", ageBand: "75-84" }]);
    const turn = who.type("いや、やっぱり45");
    expect([turn.keys, turn.state.current]).toEqual([["corrected"], "consent"]);
    expect(turn.state.answers["whom"]?.value).toEqual([{ relation: "本人", called: "", ageBand: "40-49" }]);
  });
});

describe("an age alone, where one person was named without one", () => {
  it.each(["48", "48です", "四十八歳"])("「%s」 is theirs", (said) => {
    const turn = after("弟が20年部屋から出ません。親は79と81です", "弟のことです").type(said);
    expect(turn.state.people.find(({ called }) => called === "弟")?.ageBand).toBe("40-49");
    expect(turn.keys).toEqual(["got-on"]);
  });
});

describe("ten years together", () => {
  it.each([
    ["ja", "母は60代です", "65-74"],
    ["zh-CN", "我妈60多岁", "65-74"],
    ["zh-CN", "我爸七十几岁", "75-84"],
    ["ko", "어머니가 60대예요", "65-74"],
    ["ko", "80대 할머니", "75-84"],
    ["en", "my mom is in her late sixties", "65-74"],
    ["en", "my dad is in his 70s", "65-74"],
    ["pt", "minha mãe tem 70 e poucos anos", "75-84"],
    ["vi", "mẹ tôi 60 mấy tuổi", "65-74"],
    ["id", "ibu saya 60an", "65-74"],
  ])("%s: 「%s」 → %s", (lang, said, band) =>
    expect(hearStory(listenOf(book.flow, lang, said), said).people.map(({ ageBand }) => ageBand)).toEqual([band]),
  );
});

describe("a wish that nothing stays, among other words", () => {
  it.each([
    "記録しないでください 窓口だけ知りたいです 介護保険のこと",
    "母の介護のことなんですけど、記録しないでください",
    "残さないでほしいです。どこに行けばいいかだけ教えて",
    "I dont want you to record this. just tell me where to go for child care",
  ])("「%s」 is followed before anything is asked", (said) => {
    const turn = resident().type(said);
    expect(turn.effects.map(({ do: what }) => what)).toContain("erase");
    expect(turn.asked).toBeNull();
  });

  it("is none where it is told of somebody else", () =>
    expect(resident().type("病院では記録しないでほしいと言ったのに書かれていて、とても嫌でした").asked).toBe("role"));
});
