// Who it is about stays settled: the writer may speak of themselves beside it, and only says so plainly that it is they.
import { describe, expect, it } from "vitest";
import { after, tell } from "./talk.ts";

const CARING = ["母が認知症で80歳です", "はい", "12", "北町", "LINE"];

describe("a daughter who speaks of herself too", () => {
  it.each(["私も働いていて限界です", "自分では病院に行きません", "妹には言わないでください", "私は仕事をしています"])(
    "「%s」 leaves the matter her mother's, before it is sent and after",
    (said) => {
      for (const told of [CARING, [...CARING, "これで送る"]]) {
        const { state } = tell(after(...told), said);
        expect([state.role, state.people.map(({ called }) => called)]).toEqual(["FAMILY", ["母"]]);
      }
    },
  );

  it("「わたしに怒鳴ります」 is of the father whom it is about", () => {
    const { state } = tell(after("父のことです", "はい", "わたしに怒鳴ります"), "80歳");
    expect([state.role, state.people]).toEqual(["FAMILY", [{ relation: "親", called: "父", ageBand: "75-84" }]]);
  });
});

describe("somebody who turns out to be the one", () => {
  it("「夫のことで」, and then 「叩かれて困っています」", () => {
    expect(tell(after("夫のことで相談です", "はい"), "叩かれて困っています").state.role).toBe("SELF");
  });

  it("「自分のことです」 in so many words", () => {
    expect(tell(after("母が認知症で80歳です", "はい"), "自分のことです").state.role).toBe("SELF");
  });
});

describe("somebody who is missed", () => {
  it.each(["認知症の母が帰ってきません", "母がまだ帰って来ない", "母がいなくなりました", "母が起きてこない"])(
    "「%s」 is of the mother",
    (said) => {
      const { state } = after(said);
      expect([state.role, state.people.map(({ called }) => called)]).toEqual(["FAMILY", ["母"]]);
    },
  );

  it.each(["夫が帰ってくるのがこわい", "夫が帰ってきたらまた殴られる"])("「%s」 is not of the husband", (said) =>
    expect(after(said).state.people).toEqual([]),
  );

  it("「しゅじんがぼけてきて」, typed in kana", () =>
    expect(after("しゅじんが　ぼけてきて　こまってます").state.people.map(({ relation }) => relation)).toEqual([
      "配偶者",
    ]));
});

describe("who must not know", () => {
  it.each([
    [
      "the husband, and the child may: 「夫には内緒で、子どものことを」",
      ["夫には内緒で、子どものことを相談したいです"],
      null,
    ],
    [
      "the mother, who is named first and told of later",
      ["母に知られたくないのですが", "母の介護のことです"],
      "知らせてはいけない",
    ],
    [
      "whoever it is about, where nobody is named",
      ["母の介護のことです", "内緒で相談したい。本人に知られたくない"],
      "知らせてはいけない",
    ],
  ])("%s", (_, said, aware) => expect(after(...said).state.aware).toBe(aware));
});

describe("a child says it by their age", () => {
  it.each([
    "おかあさんがないてる ぼく 8さい",
    "あたし小5",
    "小6です。弟の世話しててねむい",
    "しょう5です",
    "わたしは9才です",
    "高校2年の男です",
    "おばあちゃんの介護してる高2です",
    "母がうつです。15歳です",
  ])("「%s」", (said) => expect(after(said).state.role).toBe("CHILD"));

  it.each([
    ["中学生の保護者です", "FAMILY"],
    ["高2の親です", "FAMILY"],
    ["小3の娘がいます", "FAMILY"],
    ["甥が部屋から出てきません。13歳です", "FAMILY"],
    ["母が認知症です。小5の時から一緒に暮らしています", "FAMILY"],
    ["10歳で母を亡くし、今は50歳です", "SELF"],
    ["小5の担任です", "SCHOOL"],
    ["わたしはケアマネです。小5の子がいる家庭です", "AGENCY"],
    ["友だちが部屋から出てこない。14歳", "FRIEND"],
  ])("and it is not theirs: 「%s」 → %s", (said, role) => expect(after(said).state.role).toBe(role));
});
