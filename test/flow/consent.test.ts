// Consent: every answer goes on, none ends the help; who tells of somebody else is told, not asked.
import { describe, expect, it } from "vitest";
import { SAID_BEFORE, standing } from "./standing.ts";
import { after, resident, tell, textOf, type Played, type Resident } from "./talk.ts";

const record = ({ state }: Played): string[] =>
  state.consents.filter(({ scope }) => scope === "RECORD").map(({ value }) => value);
const done = ({ effects }: Played): string[] => effects.map(({ do: what }) => what).filter((what) => what !== "say");

const FIRST: Record<string, string> = {
  SELF: "私のことです",
  FAMILY: "母の物忘れがひどくて困っています",
  UNKNOWN: "[role:UNKNOWN]",
  CHILD: "中学生です。学校に行きたくない",
};
const begun = (role: string): string[] =>
  role === "UNKNOWN" ? ["こんにちは", FIRST[role] ?? ""] : [FIRST[role] ?? ""];

describe("who is asked, and what is written down", () => {
  const rows = Object.keys(FIRST).flatMap((role) => [
    [role, "[consent:GIVEN]", "GIVEN"] as const,
    [role, "相談する", "GIVEN"] as const,
    [role, "はい、お願いします", "GIVEN"] as const,
    [role, "同意する", "GIVEN"] as const,
    [role, "同意いたします", "GIVEN"] as const,
    [role, "許可します", "GIVEN"] as const,
    [role, "1", "GIVEN"] as const,
  ]);
  it.each(rows)("%s: 「%s」 is %s", (role, said, value) => {
    const who = after(...begun(role));
    expect(who.state.current).toBe("consent");
    const turn = tell(who, said);
    expect([record(turn), turn.asked === "consent"]).toEqual([[value], false]);
    expect(turn.state.consents.at(-1)?.method).toBe(said.startsWith("[") ? "LINEボタン" : "LINE文章");
  });

  it.each(Object.keys(FIRST))("%s: reading more first decides nothing", (role) => {
    const turn = tell(after(...begun(role)), "[consent:MORE]");
    expect([turn.keys, record(turn)]).toEqual([["?consent:more"], []]);
    expect(textOf(turn)).toContain(role === "CHILD" ? "【くわしい はなし】" : "【くわしい説明】");
  });

  it.each(Object.keys(FIRST))("%s: nothing that was said is kept where nothing is to be recorded", (role) => {
    const turn = tell(after(...begun(role)), "[consent:NONE]");
    expect([turn.keys, done(turn)]).toEqual([["info"], ["erase"]]);
    expect(turn.buttons).toEqual(["consent:START"]);
  });

  it.each(["記録しないで窓口だけ知りたい", "記録しないで", "窓口だけ教えて", "3", "③"])("typed 「%s」", (said) =>
    expect(done(tell(standing("consent"), said))).toEqual(["erase"]),
  );

  it.each(["いいえ", "いや", "だめ"])("「%s」 alone erases nothing: it is asked in plainer words first", (said) => {
    const who = standing("consent");
    expect(who.type(said).keys).toEqual(["?consent:again"]);
    expect(done(who.type(said))).toEqual(["erase"]);
  });

  it("never understood, it is written down as open, and the talk goes on", () => {
    const turn = tell(standing("consent"), ...Array<string>(6).fill("ぬぬぬ"));
    expect([record(turn), turn.state.answers["consent"]?.how]).toEqual([["UNKNOWN"], "kept"]);
  });
});

describe("who tells of somebody else is told, not asked", () => {
  it.each([
    ["a neighbour", "隣の家のごみがひどくて困っています"],
    ["a friend", "友達が仕事をやめてから元気がありません"],
    ["a landlord", "大家です。入居者の方の家賃のことで"],
    ["a volunteer", "民生委員です。気になる世帯があります"],
    ["a watcher", "新聞販売店の者です。気になるお宅があります"],
    ["a care manager", "ケアマネです。利用者さんの息子さんが働いていません"],
    ["a nurse", "看護師です。患者さんの退院後のことで"],
    ["a teacher", "中学校の教員です。生徒の家庭のことで"],
    ["an employer", "部下が最近休みがちで心配です"],
  ])("%s: 「%s」", (_, first) => {
    const turn = resident().type(first);
    expect([record(turn), turn.keys.filter((key) => key === "third")]).toEqual([["NOT_ASKED"], ["third"]]);
    expect(turn.asked).not.toBe("consent");
  });

  it.each(["[role:NEIGHBOR]", "[role:AGENCY]", "3", "近所の人"])("by the question: %s", (said) => {
    const turn = tell(standing("role"), said);
    expect([record(turn), turn.keys.includes("third")]).toEqual([["NOT_ASKED"], true]);
  });

  it("what they told of another is not erased by a word: staff decide, and are told", () => {
    const turn = tell(after("隣の家のごみがひどくて困っています"), "記録しないで");
    expect([turn.keys[0], done(turn)]).toEqual(["erase-done-third", ["task"]]);
  });
});

describe("in danger", () => {
  it.each(["もう死にたい", "夫に殴られています。助けて", "昨日から何も食べてない"])(
    "「%s」: told, not asked",
    (said) => {
      const turn = resident().type(said);
      expect(turn.keys).toContain("notice-danger");
      expect(record(turn)).toEqual(["NOT_ASKED"]);
    },
  );

  it.each(["記録しないで", "全部消して", "窓口だけ教えて"])(
    "「%s」: it is kept, and the person is told why",
    (said) => {
      const turn = tell(after("もう死にたい"), said);
      expect(turn.keys).toEqual(["info-kept"]);
      expect([record(turn).at(-1), turn.state.flags.includes("記録を望まない")]).toEqual(["REFUSED", true]);
      expect(done(turn)).toEqual(["task", "file"]);
    },
  );

  it("heard after consent was asked, the button keeps it as well", () => {
    const who = standing("consent");
    who.type("もう死にたい");
    const turn = who.press("consent", "NONE");
    expect([turn.keys, done(turn)]).toEqual([["info-kept"], ["task", "file"]]);
  });

  it("heard in the same moment as 「記録しないで」, nothing is erased, in either order", () => {
    const danger = { kind: "text", text: "もう死にたい" } as const;
    const none = { kind: "choice", step: "consent", value: "NONE", label: "記録しないで" } as const;
    for (const order of ["first", "last"]) {
      const who = standing("consent");
      const press = { ...none, talk: who.id };
      const turn = order === "first" ? who.send(danger, press) : who.send(press, danger);
      expect(done(turn), order).toEqual(expect.arrayContaining(["file", "alert"]));
      expect(done(turn), order).not.toContain("erase");
      expect(turn.keys[0], order).toBe("danger-SELF_HARM");
    }
  });
});

describe("wishes that come later", () => {
  it.each(["消してください", "なかったことにして", "取り下げます"])(
    "after it was sent, 「%s」 is for staff to do",
    (said) => {
      const turn = tell(standing("check"), "はい", said);
      expect([turn.keys, done(turn)]).toEqual([["erase-noted"], ["task", "file"]]);
      expect(turn.state.flags).toContain("消去の希望");
    },
  );

  it("before that it is done at once", () => expect(done(tell(standing("category"), "全部消して"))).toEqual(["erase"]));

  describe("asked whether it should be erased", () => {
    const asked = (): Resident =>
      after(...(SAID_BEFORE["district"] ?? []), "きのうも眠れずに過ごしていました", "全部消して");

    it("is asked once, and 「消す」 erases", () => {
      const who = asked();
      expect([who.state.current, done(who.type("消す"))]).toEqual(["erase", ["erase"]]);
    });

    it("said again after other words, it is noted for staff and not asked a second time", () => {
      const turn = tell(asked(), "平日の夕方に、家にいます", "消して");
      expect([turn.keys, done(turn)]).toEqual([["erase-noted"], ["task"]]);
      expect(turn.buttons.length).toBeGreaterThan(0);
    });

    it("after 「残しておく」 a new wish is asked about anew", () =>
      expect(tell(asked(), "残しておく", "全部消して").asked).toBe("erase"));
  });

  it("as the very first words: the window is told, and nothing kept", () => {
    const turn = resident().type("記録しないで窓口だけ教えて");
    expect([turn.keys, done(turn)]).toEqual([["info"], ["erase"]]);
  });

  it("who comes back afterwards begins anew, without another greeting", () => {
    const who = after("記録しないで");
    const turn = tell(who, "やっぱり相談する");
    expect([turn.keys.slice(0, 2), record(turn)]).toEqual([["accepted", "notice"], []]);
  });

  it("every consent keeps its words, its version and its time", () => {
    const { state } = tell(standing("consent"), "相談する");
    for (const line of state.consents) {
      expect(line.version).toMatch(/^ja-\d{4}-\d\d-\d\d$/);
      expect(state.shown[line.words]).not.toBe("");
      expect(line.at).toBeGreaterThan(0);
    }
  });
});

describe("the consent question that stood when staff answered", () => {
  const held = (...lines: string[]): Played => {
    const who = standing("consent");
    return lines.map((text) => who.held({ kind: "text", text })).at(-1)!;
  };
  const pressed = (value: string): Played => {
    const who = standing("consent");
    return who.held({ kind: "choice", talk: who.id, step: "consent", value, label: value });
  };
  const isErased = ({ effects }: Played): boolean => effects.some((effect) => effect.do === "erase");

  it.each(["記録しないで窓口だけ知りたい", "3", "③"])("「%s」 tells where the desk is, and erases", (said) => {
    const turn = held(said);
    expect([turn.keys, isErased(turn)]).toEqual([["info"], true]);
  });

  it("so does its button", () => {
    const turn = pressed("NONE");
    expect([turn.keys, isErased(turn)]).toEqual([["info"], true]);
  });

  it.each(["相談する", "1"])("「%s」 is a yes, and no question follows", (said) => {
    const { keys, state } = held(said);
    expect([keys, state.answers["consent"]?.value, state.current]).toEqual([[], "GIVEN", null]);
    expect(state.consents.at(-1)).toMatchObject({ scope: "RECORD", value: "GIVEN" });
  });

  it("so is its button", () => expect(pressed("GIVEN").state.answers["consent"]?.value).toBe("GIVEN"));

  it.each(["くわしく読む", "2"])("「%s」 shows the longer words", (said) =>
    expect(held(said).keys).toEqual(["?consent:more"]),
  );

  it.each(["はい", "いいえ", "3人です", "お願いします", "火曜日なら", "1月3日です"])(
    "「%s」 is said to staff, and answers nothing",
    (said) => {
      const turn = held(said, said);
      expect([turn.keys, isErased(turn), turn.state.answers["consent"], turn.state.current]).toEqual([
        [],
        false,
        undefined,
        "consent",
      ]);
    },
  );

  it("afterwards the questions go on", () => {
    const who = standing("consent");
    who.held({ kind: "text", text: "相談する" });
    expect(who.type("仕事のことです").said).not.toEqual([]);
  });

  it("under another question 「3」 answers nothing", () => {
    const turn = standing("district").held({ kind: "text", text: "3" });
    expect([turn.keys, turn.state.current]).toEqual([[], "district"]);
  });
});
