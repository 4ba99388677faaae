// The check and its corrections, when a talk becomes a record, and how complete that record is.
import { describe, expect, it } from "vitest";
import { SAID_BEFORE, standing } from "./standing.ts";
import { after, resident, tell, textOf, type Played, type Resident } from "./talk.ts";

const done = ({ effects }: Played): string[] => effects.map(({ do: what }) => what).filter((what) => what !== "say");
const FULL = [
  "78歳の母の物忘れがひどくて困っています",
  "相談する",
  "川辺のほう",
  "電話で、03-1234-5678、平日の夕方がいいです。さとうといいます",
];
const full = (): Resident => after(...FULL);

describe("the check", () => {
  it("shows every answer once more, numbered, but neither the consent nor the story", () => {
    const turn = tell(resident(), ...FULL);
    expect(textOf(turn)).toContain(
      [
        "1 だれのこと：家族のこと",
        "2 どなたか：母（75〜84歳）",
        "3 困りごと：介護のこと",
        "4 地区：川辺のほう",
        "5 連絡：電話",
        "6 電話番号：03-1234-5678",
        "7 電話の時間：平日の夕方がいいです",
        "8 お名前：さとう",
      ].join("\n"),
    );
    expect(turn.buttons[0]).toBe("check:SEND");
  });

  it.each([
    "[check:SEND]",
    "はい",
    "これで送る",
    "送ってください",
    "お願いします",
    "これでお願いします",
    "OK",
    "大丈夫です",
    "ありがとうございます",
    "おねがいします",
    "合ってます",
    "間違いないです",
  ])("「%s」 sends it", (said) => {
    const turn = tell(full(), said);
    expect([turn.keys, turn.state.phase, turn.state.filed, done(turn)]).toEqual([
      ["done"],
      "done",
      "COMPLETE",
      ["file"],
    ]);
    expect(textOf(turn)).toMatch(/受付番号：2026-7KQ4MN/);
  });

  it.each([
    ["4", "district"],
    ["４番", "district"],
    ["地区を直す", "district"],
    ["直す：地区", "district"],
    ["地区がちがいます", "district"],
    ["[check:FIX:district]", "district"],
    ["1", "role"],
    ["名前を直したい", "contact"],
    ["名前", "contact"],
    ["4は間違いです", "district"],
    ["3を直したいんですけど", "category"],
    ["電話番号がちがいます", "contact"],
    ["住所がちがう", "district"],
    ["相談内容を変えたい", "category"],
    ["２をなおす", "whom"],
  ])("「%s」 opens %s again", (said, field) => {
    const turn = tell(full(), said);
    expect([turn.asked, turn.state.answers[field]]).toEqual([field, undefined]);
  });

  // [typed at the check, the line that is new]
  it.each([
    ["地区まちがえた 北", "4 地区：北"],
    ["すみません地区をまちがえました。北地区です", "4 地区：北地区"],
    ["地区は北です", "4 地区：北"],
    ["4は山手", "4 地区：山手"],
    ["４番が違います。山手です", "4 地区：山手"],
    ["4→山手のほうに直してください", "4 地区：山手"],
    ["住所は岩根です", "4 地区：岩根"],
    ["きたちく", "4 地区：北地区"],
    ["川辺じゃなくて北", "4 地区：北地区"],
    ["2 父", "2 どなたか：父"],
    ["どなたか：父", "2 どなたか：父"],
    ["困っていることはお金のことです", "3 困りごと：収入・生活費のこと"],
    ["５ LINE", "5 連絡：このLINEで"],
    ["やっぱり電話はやめて家に来て", "5 連絡：家に来てほしい"],
    ["名前は山田です", "8 お名前：山田"],
    ["名前が違います 山田です", "8 お名前：山田"],
  ])("「%s」 puts it right: %s", (said, line) => {
    const turn = tell(full(), said);
    expect([turn.keys, textOf(turn).split("\n").includes(line)]).toEqual([["corrected", "?check"], true]);
  });

  it.each(["やっぱり電話はやめて家に来て", "違います、電話はだめ。LINEで"])(
    "「%s」 is a wish besides, and kept for staff",
    (said) => {
      const { state } = tell(full(), said);
      expect(state.answers["contact"]?.value).not.toContain("TEL");
      expect(state.avoids.join()).toContain("電話は");
    },
  );

  // A place, a number or a name in it, and nothing that is to be put right.
  it.each([
    "地区は合っています",
    "地区はそのままでいいです",
    "4は合っています",
    "4はOK",
    "4は大丈夫です",
    "内容は間違いないです",
    "地区の役員をしています",
    "4人で暮らしています",
    "4 もういやだ",
    "3 月から借金",
    "内容は長いです",
    "目の前が真っ暗です",
    "この前はありがとう",
    "西村さんが怖い",
    "市役所の人が嫌いです",
    "西日がまぶしい",
    "川辺の病院に通っています",
    "北町の交番に相談した",
    "南町には知られたくない",
    "アパートがくさい",
    "内容はいつ読まれますか",
    "北地区に行けばいいですか",
    "地区って何ですか",
    "住所はどこですか",
    "地区は南町ではありません",
    "困りごとは介護じゃないです",
    "住所は言えません",
    "住所は秘密です",
    "病院の間違いです",
    "市役所の間違いでした",
    "はい、川辺です",
    "川辺でいいです",
    "場所がこわいです",
  ])("「%s」 puts nothing right", (said) => {
    const who = full();
    const values = ({ state }: Played) =>
      ["role", "whom", "category", "district"].map((one) => state.answers[one]?.value);
    const before = values(who.type("ぬぬぬ"));
    expect(values(who.type(said))).toEqual(before);
  });

  it.each([
    ["en", "I need a room"],
    ["en", "4 people in my house"],
    ["en", "the police came"],
    ["pt", "a rua é escura"],
    ["vi", "đường đông quá"],
    ["zh-CN", "附近没有人"],
    ["id", "di dekat rumah"],
    ["ne", "घर नजिक"],
  ])("%s: 「%s」 puts nothing right", (lang, said) => {
    const { state } = full();
    expect(tell(resident({ ...state, lang, langBy: "asked" }), said).state.answers["district"]?.value).toEqual(
      state.answers["district"]?.value,
    );
  });

  it.each([
    ["ja", "送らないで"],
    ["ja", "まだ送らないでください"],
    ["ja", "今は送らないで"],
    ["en", "don't send it yet"],
    ["pt", "não envia"],
    ["fil", "hindi ipadala"],
    ["vi", "đừng gửi"],
    ["zh-CN", "先不要发送"],
    ["ko", "보내지 마세요"],
    ["id", "jangan kirim"],
    ["ne", "नपठाउनुहोस्"],
  ])("%s: 「%s」 sends nothing, and it is said what becomes of it", (lang, said) => {
    const turn = tell(resident({ ...full().state, lang, langBy: "asked" }), said);
    expect([turn.keys, turn.state.filed, turn.state.current]).toEqual([["not-sent"], null, "check"]);
  });

  it.each([
    ["pt", "não confirmo"],
    ["vi", "không đồng ý gửi"],
    ["fil", "hindi ok"],
  ])("%s: 「%s」 sends nothing either", (lang, said) =>
    expect(tell(resident({ ...full().state, lang, langBy: "asked" }), said).state.filed).toBeNull(),
  );

  it("an answer put right brings the check back, with what is new", () => {
    const turn = tell(full(), "4", "北町");
    expect([turn.asked, textOf(turn).includes("4 地区：北町")]).toEqual(["check", true]);
  });

  it("another way of contact forgets the number, the hours and the name", () => {
    const turn = tell(full(), "5", "LINE");
    expect(turn.asked).toBe("check");
    expect(Object.keys(turn.state.answers)).not.toEqual(expect.arrayContaining(["phone"]));
    expect(textOf(turn)).not.toContain("03-1234-5678");
  });

  it("a call is wanted and no number given: the check asks for it, and takes it", () => {
    const who = after(...FULL.slice(0, -1), "電話");
    expect(textOf(who.type("ぬぬぬ"))).not.toContain("電話番号：");
    const turn = who.type("090-1234-5678です");
    expect([turn.keys, textOf(turn).includes("電話番号：090-1234-5678")]).toEqual([["got", "?check"], true]);
  });

  it("where somebody else may look, the check shows nothing, and the number may come at any time", () => {
    const turn = tell(resident(), "妻には内緒ですが、借金があります", "自分", "はい", "とばす", "とばす", "電話");
    expect(turn.keys).toEqual(["phone-later", "?check:covered"]);
    expect(tell(resident(turn.state), "090-1234-5678").state.answers["phone"]?.value).toBe("090-1234-5678");
  });

  it("another number, typed at the check, takes the place of the first", () => {
    const turn = tell(full(), "090-8765-4321でした");
    expect([turn.keys, turn.state.answers["phone"]?.value]).toEqual([["corrected", "?check"], "090-8765-4321"]);
  });

  it("the same number once more changes nothing, and the check is not put again", () =>
    expect(tell(full(), "03-1234-5678").keys).toEqual(["got"]));

  it("「いいえ」 sends nothing", () => {
    const turn = tell(full(), "いいえ");
    expect([turn.state.filed, turn.asked]).toEqual([null, "check"]);
  });

  it("the label of an earlier answer, typed again, puts that one right", () => {
    const turn = tell(full(), "北地区");
    expect([turn.keys, turn.state.answers["district"]?.value]).toEqual([
      ["corrected", "?check"],
      { code: "kita", text: "北地区" },
    ]);
  });

  it("more to tell is no answer to it", () => {
    const turn = tell(full(), "あと、夜中に家を出て行こうとすることもあります");
    expect([turn.keys, turn.state.current]).toEqual([["story-more"], "check"]);
  });

  it("a person told of under it is kept, and the check is not put again for that", () => {
    const turn = tell(full(), "父もいます");
    expect([turn.keys, turn.state.current, turn.buttons[0]]).toEqual([["got"], "check", "check:SEND"]);
    expect(turn.state.people.map(({ called }) => called)).toContain("父");
  });

  it.each(["SEND", "FIX:contact"])("an old button %s sends nothing while an answer is being put right", (value) => {
    const who = after(...FULL, "[check:FIX:district]");
    expect([who.press("check", value).keys, who.state.current]).toEqual([["old-button"], "district"]);
    expect(who.type("北町").asked).toBe("check");
  });

  it("sent twice by an old button, it is not sent again", () => {
    const who = full();
    who.press("check", "SEND");
    const turn = who.press("check", "SEND");
    expect([turn.keys, done(turn)]).toEqual([["done-number"], []]);
  });
});

describe("the check left open", () => {
  const left = (): Resident => after(...FULL, "ぬぬぬ", "ぬぬぬ");
  it("is told how to send it, and nothing is filed yet", () =>
    expect(left().state).toMatchObject({ phase: "paused", filed: null, current: null }));

  it.each(["これで送る", "[check:SEND]"])("「%s」 sends it after all", (said) =>
    expect(tell(left(), said).state).toMatchObject({ phase: "done", filed: "COMPLETE" }),
  );

  it("「続ける」 shows it again", () => expect(tell(left(), "続ける").asked).toBe("check"));
});

describe("how complete", () => {
  const skips = [...(SAID_BEFORE["contact"] ?? []), "[contact:SKIP]"];
  it.each([
    ["confirmed, with one thing understood", [...(SAID_BEFORE["check"] ?? []), "はい"], "COMPLETE"],
    ["confirmed, all by numbers", ["こんにちは", "1", "1", "とばす", "5", "1", "1", "はい"], "COMPLETE"],
    [
      "confirmed, but nothing was understood",
      [
        "[role:UNKNOWN]",
        "[role:UNKNOWN]",
        "[consent:GIVEN]",
        "[story:SKIP]",
        "[whom:SKIP]",
        "[district:SKIP]",
        "[contact:SKIP]",
        "はい",
      ],
      "PARTIAL",
    ],
    ["all passed over but who it is", [...skips, "はい"], "COMPLETE"],
  ])("%s", (_, lines, filed) => expect(tell(resident(), ...lines).state).toMatchObject({ phase: "done", filed }));

  it.each([
    ["not before the check", FULL.slice(0, -1)],
    ["not while the check stands", FULL],
    ["not by やめる", [...FULL, "やめる"]],
  ])("%s is it filed", (_, lines) => {
    const turn = tell(resident(), ...lines);
    expect([turn.state.filed, done(turn)]).toEqual([null, []]);
  });
});

describe("the quiet time", () => {
  it("makes a record of what there is, and says nothing", () => {
    const turn = standing("category").send({ kind: "quiet" });
    expect([turn.keys, done(turn), turn.state.filed, turn.state.phase]).toEqual([[], ["file"], "PARTIAL", "paused"]);
  });

  it("changes nothing once it was sent", () => {
    const who = full();
    who.type("はい");
    const turn = who.send({ kind: "quiet" });
    expect([turn.state, done(turn)]).toEqual([turn.before, []]);
  });

  it("what comes after it joins the record, and the questions can be taken up", () => {
    const who = standing("category");
    who.send({ kind: "quiet" });
    const turn = who.type("すみません、寝ていました");
    expect([turn.said.length > 0, done(turn)]).toEqual([true, ["file"]]);
    expect(tell(who, "続ける", "12", "とばす", "川辺", "LINE", "はい").state).toMatchObject({
      filed: "COMPLETE",
      phase: "done",
    });
  });
});

describe("while staff hold the talk", () => {
  it.each(["こんにちは", "番号は？", "やめる"])("「%s」 is kept, and met with silence", (text) => {
    const who = full();
    who.type("はい");
    const turn = who.held({ kind: "text", text });
    expect([turn.keys, turn.state.phase, done(turn)[0]]).toEqual([[], "done", "file"]);
  });

  it("afterwards the flow answers again", () => {
    const who = full();
    who.held({ kind: "text", text: "あと、薬のことも聞きたいです" });
    expect(who.type("はい").keys).toEqual(["done"]);
  });
});

describe("blocked, and back", () => {
  it("is written down, and nothing said", () => {
    const turn = full().send({ kind: "unfollow" });
    expect([turn.keys, turn.state.blocked]).toEqual([[], true]);
  });

  it("is greeted again on coming back", () => {
    const who = full();
    who.send({ kind: "unfollow" });
    const turn = who.send({ kind: "follow" });
    expect([turn.keys, turn.state.blocked]).toEqual([["greeting"], false]);
  });
});

describe("送信取消", () => {
  it("takes the words out of the answers, and leaves a mark", () => {
    const who = full();
    const from = who.state.answers["district"]?.from ?? "";
    const turn = who.send({ kind: "unsend", messageId: from });
    expect([turn.keys, turn.effects[0]]).toEqual([[], { do: "retract", messageId: from }]);
    expect(turn.state.answers["district"]).toMatchObject({ value: null, answer: "" });
    expect(turn.state.flags).toContain("送信取消あり");
    expect(JSON.stringify(turn.state)).not.toContain("川辺のほう");
  });

  it("of the story takes what was heard in it", () => {
    const who = after("78歳の母の物忘れがひどくて、妹には内緒で相談したいです");
    const { state } = who.send({ kind: "unsend", messageId: "m1" });
    expect([state.people, state.likely, state.tags, state.wishes, state.role]).toEqual([[], [], [], [], "UNKNOWN"]);
  });

  it("of the words that told who it is about leaves the questions as they were", () => {
    const who = after("78歳の母の物忘れがひどくて、妹には内緒で相談したいです");
    who.send({ kind: "unsend", messageId: "m1" });
    const turn = who.type("相談する");
    expect([turn.state.phase, turn.asked]).toEqual(["asking", "category"]);
  });

  it("of a message nobody knows changes nothing but the mark", () => {
    const who = full();
    const { before, state } = who.send({ kind: "unsend", messageId: "unknown" });
    expect([state.answers, state.people]).toEqual([before.answers, before.people]);
  });
});
