// Each role is led through its own few questions: partners in a minute, agencies with what a meeting needs, children plainly.
import { describe, expect, it } from "vitest";
import { courseOf, stepsOf } from "../../src/flow/flow.ts";
import { recordOf } from "../../src/intake/record.ts";
import { after, book, resident, tell, textOf } from "./talk.ts";

const record = (...lines: string[]) => recordOf(tell(resident(), ...lines).state, "demo", null);

describe("every course", () => {
  it.each(book.flow.courses.map((course) => [course.id, course] as const))(
    "%s asks seven things at most",
    (_, course) => {
      const steps = stepsOf(book.flow, { role: course.for[0] ?? null }).map(({ fills }) => fills);
      // Who is asked for the story is not asked for its heading.
      const asked = steps.filter((field) => field !== "category" || !steps.includes("story"));
      expect(asked.length).toBeLessThanOrEqual(7);
      expect(courseOf(book.flow, course.for[0] ?? null)).toBe(course);
    },
  );
});

describe("a partner on a round", () => {
  it.each([
    ["新聞販売店です", "partner-thanks"],
    ["見守り隊の者です", "partner-thanks"],
    ["[role:MIMAMORI]", null],
  ])("「%s」 is asked what a round can tell", (first, thanks) => {
    const who = resident();
    if (first.startsWith("[")) who.type("こんにちは");
    const turn = tell(who, first);
    if (thanks !== null) expect(turn.keys).toContain(thanks);
    expect([turn.asked, turn.state.flow]).toEqual(["district", "partner"]);
  });

  it.each([
    ["ヤクルト配達 〇〇アパート102 高橋さん応答なし 昨日の分そのまま", "〇〇アパート102"],
    ["新聞店の山本です 3丁目の鈴木さん宅 なんだか様子がちがう", "3丁目の鈴木さん宅"],
    ["配達員です。アパートのポストに新聞が3日分あります", undefined],
  ])("「%s」: the house is heard and not asked again: %s", (first, house) => {
    const turn = tell(resident(), first);
    expect(turn.state.role).toBe("MIMAMORI");
    expect((turn.state.answers["district"]?.value as { text: string } | undefined)?.text).toBe(house);
  });

  it("five taps and it is with staff, with a number", () => {
    const who = resident();
    who.type("新聞配達です。気になるお宅があります");
    const turn = tell(
      who,
      "川辺町3の2 田中ハイツ102",
      "[signs:PILED]",
      "[since:DAYS]",
      "[called:NOT_CALLED]",
      "あおば新聞 中央店",
    );
    expect([turn.keys, turn.state.phase, turn.state.filed]).toEqual([["partner-done"], "done", "COMPLETE"]);
    expect(textOf(turn)).toContain("受付番号");
  });

  it("no answer at the door is danger at once: 119 and 110, people on duty, and on with the few questions", () => {
    const turn = tell(resident(), "配達の者です", "川辺町の団地の5号棟", "[signs:NO_ANSWER]");
    expect([turn.keys[0], turn.asked, turn.state.urgency]).toEqual(["danger-LIFE", "since", "E1"]);
    expect(turn.effects.map(({ do: what }) => what)).toEqual(expect.arrayContaining(["file", "alert"]));
    expect(turn.says[0]?.risks).toContain("SAFETY_CHECK");
  });

  it("a button of an earlier question tells of danger as well", () => {
    const turn = tell(after("配達の者です", "[district:SKIP]", "[signs:PILED]"), "[signs:NO_ANSWER]");
    expect([turn.keys[0], turn.state.current, turn.state.urgency]).toEqual(["danger-LIFE", "since", "E1"]);
    expect(turn.effects.map(({ do: what }) => what)).toContain("alert");
  });

  it("the question that stands keeps its buttons under danger, and is not put again", () => {
    const who = after("配達の者です");
    for (const said of ["家の人が倒れて意識がない", "家の人が倒れて意識がない"]) {
      const turn = who.type(said);
      expect([turn.keys[0], turn.asked, turn.state.current]).toEqual(["danger-LIFE", null, "district"]);
      expect(turn.buttons).toContain("district:SKIP");
    }
  });

  it("what was told in the first words is not asked", () => {
    const turn = tell(resident(), "検針です。1週間前から新聞がたまっていて、声をかけても返事がありません");
    expect([turn.asked, turn.keys[0]]).toEqual(["district", "danger-LIFE"]);
    expect(
      tell(after("検針です。1週間前から新聞がたまっていて、声をかけても返事がありません"), "本町2丁目の木村さん宅")
        .asked,
    ).toBe("from");
  });

  it("several signs by several buttons are kept together", () => {
    const who = after("配達員です", "本町のアパート", "[signs:ODD]");
    expect(who.press("signs", "SMELL").state.answers["signs"]?.value).toEqual({ chosen: ["ODD", "SMELL"], text: "" });
  });

  it("their organisation stands with the reporter, and not among the answers", () => {
    const { reporter, facts } = record("配達員です", "本町", "ODD", "今日から", "返事があった", "あおば運送の山手店");
    expect([reporter.role, reporter.name]).toEqual(["MIMAMORI", "あおば運送の山手店"]);
    expect(JSON.stringify(facts)).not.toContain("あおば運送");
  });

  it("a cry of their own is their own: numbers, and the safety question", () => {
    const turn = tell(resident(), "配達員です", "もう死にたい");
    expect([turn.keys[0], turn.asked]).toEqual(["danger-SELF_HARM", "safety"]);
  });
});

describe("an agency", () => {
  const CASE = ["民生委員です。80代のお母さんと50代の息子さんの二人暮らしで、息子さんがずっと家から出ません"];

  it("is asked whether the person knows, what is wished, where, and who they are", () => {
    const who = resident();
    const asked = [tell(who, ...CASE).asked];
    for (const answer of ["知らない", "会議で話し合いたい", "山手", "山手地区の民生委員の佐々木、電話は090-1234-5678"])
      asked.push(tell(who, answer).asked);
    expect(asked).toEqual(["agreed", "wish", "district", "contact", null]);
    expect([who.state.phase, who.state.filed]).toEqual(["done", "COMPLETE"]);
  });

  it.each([
    ["知っていて同意している", "知っている", "本人の同意あり（つなぎ元による）"],
    ["2", "知っている", "本人の同意はこれから（つなぎ元による）"],
    ["知らせていません", "知らない", "本人の同意なし（つなぎ元による）"],
    ["知られてはいけない", "知らせてはいけない", "本人に知らせてはいけない（つなぎ元による）"],
  ])("「%s」: staff see what a meeting may be told", (answer, aware, flag) => {
    const { facts } = record(...CASE, answer);
    expect([facts.subjects[0]?.aware, facts.flags.includes(flag)]).toEqual([aware, true]);
  });

  it("what they wish in their own words is kept as they said it", () => {
    expect(record(...CASE, "知らない", "一度いっしょに訪ねてもらえたら").facts.wish).toContain(
      "一度いっしょに訪ねてもらえたら",
    );
  });
});

describe("a child", () => {
  it("is asked for no consent of the parents, and how it is safe to answer", () => {
    const turn = tell(
      resident(),
      "中2です。学校のことで話したいです",
      "[consent:GIVEN]",
      "友達に無視されています",
      "南",
      "ここで",
    );
    expect(turn.state.flow).toBe("child");
    expect(turn.asked).toBe("check");
  });
});

describe("may we answer you?", () => {
  const child = ["中2です。学校のことで話したいです", "[consent:GIVEN]", "友達に無視されています", "南"];
  it.each([
    ["うん", ["LINE"]],
    ["いいえ", ["NONE"]],
    ["ここで。お母さんには見られたくない", ["LINE"]],
    ["電話はだめ、LINEで", ["LINE"]],
  ])("「%s」 → %j", (said, channels) =>
    expect(tell(resident(), ...child, said).state.answers["contact"]?.value).toEqual(channels),
  );

  it("who must not see it is kept with the way", () => {
    const { contactPlan } = record(...child, "ここで。お母さんには見られたくない");
    expect(contactPlan.avoid).toContain("ほかの人に知られないように");
  });
});

describe("an answer that is itself a sign of danger", () => {
  it("「DV・虐待」 of the sixteen: the numbers come at once, and the screen tells nothing more", () => {
    const who = after("先月からずっと、うまくいかないことばかり続いています", "[role:SELF]", "[consent:GIVEN]");
    const turn = who.press("category", "DV_ABUSE");
    expect([turn.keys[0], turn.asked, turn.state.covered]).toEqual(["danger-VIOLENCE", "safety", true]);
  });

  it("of a neighbour who reported a child before: once is enough", () => {
    const who = after("隣の子どもが毎日たたかれています", "大丈夫", "続ける", "とばす");
    const turn = tell(who, "14");
    expect(turn.keys).not.toContain("danger-VIOLENCE");
  });
});

describe("what it is about, and not who writes", () => {
  it.each(["学校のこと", "病院のこと", "保育園のことです", "職場のこと", "仕事", "仕事のことで"])(
    "「%s」, first or as the answer to 「どなたのことですか」, makes nobody a school or an office",
    (said) => {
      for (const { state } of [tell(resident(), said), tell(resident(), "こんにちは", said)])
        expect([null, "UNKNOWN"]).toContain(state.role);
    },
  );

  it("a child of 13 who began with 「学校のこと」 is a child", () =>
    expect(tell(resident(), "学校のこと", "自分のこと", "13歳です。クラスの子にいじめられてる").state.role).toMatch(
      /^(CHILD|SELF)$/,
    ));
});
