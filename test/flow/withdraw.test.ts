// Consent is taken back scope by scope, in ordinary words, at any time; and a new matter is a record of its own.
import { describe, expect, it } from "vitest";
import { everyStep, sentOff, standing } from "./standing.ts";
import { after, tell, textOf, type Played, type Resident } from "./talk.ts";

const taken = ({ state }: Played): string[] =>
  state.consents.filter(({ value }) => value === "WITHDRAWN").map(({ scope }) => scope);
const tasks = ({ effects }: Played): string[] =>
  effects.flatMap((effect) => (effect.do === "task" ? [effect.what] : []));

describe("after the receipt number", () => {
  it.each([
    ["やっぱり包括には言わないでください", ["SHARE_INTERNAL", "SHARE_AGENCY"], "withdrawn-share"],
    ["ほかの課に伝えないでほしい", ["SHARE_INTERNAL", "SHARE_AGENCY"], "withdrawn-share"],
    ["社協に伝えないでください", ["SHARE_INTERNAL", "SHARE_AGENCY"], "withdrawn-share"],
    ["同意を取り消します", ["SHARE_INTERNAL", "SHARE_AGENCY"], "withdrawn-share"],
    ["共有はやめてください", ["SHARE_INTERNAL", "SHARE_AGENCY"], "withdrawn-share"],
    ["会議に出さないで", ["MEETING"], "withdrawn-meeting"],
    ["会議では話さないでほしいです", ["MEETING"], "withdrawn-meeting"],
    ["もう連絡しないでください", ["CONTACT"], "withdrawn-contact"],
    ["連絡はやめて", ["CONTACT"], "withdrawn-contact"],
    ["事例に使わないでください", ["STATS_EXAMPLE"], "withdrawn-stats"],
  ])("「%s」 takes effect at once and is a task for staff", (said, scopes, key) => {
    const turn = tell(sentOff(), said);
    expect([taken(turn), turn.keys]).toEqual([scopes, [key]]);
    expect(tasks(turn)).toHaveLength(1);
    expect(turn.effects.some((effect) => effect.do === "file")).toBe(true);
    expect(turn.state.phase).toBe("done");
  });

  it("who wants no more word from us gets no push; who writes again is answered", () => {
    const who = sentOff();
    expect(who.type("もう連絡しないでください").state.safeToPush).toBe(false);
    expect(who.type("やっぱり聞きたいことがあります").said).not.toEqual([]);
  });
});

describe("in danger", () => {
  it("a wish that nobody is told is noted, and no secret is promised that life may break", () => {
    const turn = tell(after("きえたい"), "だれにも言わないで");
    expect([taken(turn), turn.keys]).toEqual([["SHARE_INTERNAL", "SHARE_AGENCY"], ["withdrawn-share"]]);
    expect(textOf(turn)).toContain("命や体があぶないと思ったときは");
  });

  it("「ないしょにして」 is answered with what holds, marks the talk as secret, and alarms nobody anew", () => {
    const turn = tell(after("きえたい"), "ないしょにして");
    expect([turn.keys, turn.state.covered, turn.state.flags]).toEqual([["a-secret"], true, ["秘匿"]]);
    expect(turn.effects.some((effect) => effect.do === "alert")).toBe(false);
  });
});

describe("at every step", () => {
  it.each(everyStep)("while %s stands, the question goes on standing", (question) => {
    const turn = standing(question).type("ほかに伝えないで");
    expect([turn.keys, turn.state.current]).toEqual([["withdrawn-share"], question]);
    expect(turn.buttons).not.toEqual([]);
  });

  it("a number that stands beside it is kept", () => {
    const turn = standing("contact").type("090-1234-5678 ほかに伝えないで");
    expect([taken(turn), turn.state.answers["phone"]?.value]).toEqual([
      ["SHARE_INTERNAL", "SHARE_AGENCY"],
      "090-1234-5678",
    ]);
  });

  it("「連絡はいらない」 to how they may be reached is an answer, and takes nothing back", () => {
    const turn = standing("contact").type("連絡はいりません");
    expect([taken(turn), turn.state.answers["contact"]?.value]).toEqual([[], ["NONE"]]);
  });
});

describe("while staff hold the talk", () => {
  const held = (who: Resident, text: string): Played => who.held({ kind: "text", text });
  const pressed = (who: Resident, step: string, value: string, talk = who.id): Played =>
    who.held({ kind: "choice", talk, step, value, label: value });
  /** Enough was told that a wish to erase it is asked about first, outside the hold. */
  const telling = (): Resident =>
    after("母の物忘れがひどくて困っています", "[role:FAMILY]", "[consent:GIVEN]", "夜もねむれません。つかれました");

  it.each([
    ["情報をほかの機関に伝えないでください", ["SHARE_INTERNAL", "SHARE_AGENCY"], "withdrawn-share"],
    ["やっぱり連絡しないでください", ["CONTACT"], "withdrawn-contact"],
    ["会議に出さないで", ["MEETING"], "withdrawn-meeting"],
    ["事例に使わないで", ["STATS_EXAMPLE"], "withdrawn-stats"],
    [
      "来週の火曜日の午後なら、市役所まで行けると思います。それから、会議に出さないでください",
      ["MEETING"],
      "withdrawn-meeting",
    ],
  ])("「%s」 takes effect at once, is a task for staff, and is confirmed", (said, scopes, key) => {
    const turn = held(sentOff(), said);
    expect([taken(turn), turn.keys, tasks(turn)]).toEqual([scopes, [key], [expect.stringContaining("取り下げ")]]);
    expect(turn.effects.some((effect) => effect.do === "file")).toBe(true);
  });

  it.each(everyStep)("also while %s stands, which goes on standing", (question) => {
    const turn = held(standing(question), "やっぱり連絡しないでください");
    expect([taken(turn), turn.keys, turn.state.current]).toEqual([["CONTACT"], ["withdrawn-contact"], question]);
  });

  it.each(["記録を消してください", "記録しないで"])("「%s」 after the receipt number is staff's to decide", (said) => {
    const turn = held(sentOff(), said);
    expect([turn.keys, tasks(turn)]).toEqual([["erase-noted"], ["消去の希望"]]);
  });

  it("「記録しないで」 before there is a record erases it", () => {
    const turn = held(standing("consent"), "記録しないで");
    expect([turn.keys, turn.effects.map((effect) => effect.do)]).toEqual([["info"], ["say", "erase"]]);
  });

  it("「記録しないで」 in danger is noted, and it is said why the words stay", () => {
    const turn = held(after("もう死にたい"), "記録しないで");
    expect([turn.keys, tasks(turn), turn.buttons]).toEqual([["info-kept"], ["記録を望まない"], []]);
  });

  it("after more was told nothing is asked, since a 「はい」 is said to staff: they have it to do", () => {
    const who = telling();
    const turn = held(who, "記録しないで");
    expect([turn.keys, tasks(turn)]).toEqual([["erase-noted"], ["消去の希望"]]);
    expect(held(who, "はい").keys).toEqual([]);
  });

  it("「消す」, pressed to the question that was put before they spoke, is done", () => {
    const who = telling();
    expect(who.type("記録しないで").keys).toEqual(["?erase"]);
    expect(held(who, "はい").keys).toEqual([]);
    expect(pressed(who, "erase", "YES").keys).toEqual(["info"]);
  });

  it("「連絡はいらない」 pressed is written down; of an old talk it is nothing", () => {
    const who = standing("contact");
    expect(pressed(who, "contact", "NONE", "old").keys).toEqual([]);
    const turn = pressed(who, "contact", "NONE");
    expect([turn.keys, turn.state.answers["contact"]?.value]).toEqual([["got"], ["NONE"]]);
  });

  it("「人と話したいです」 is a task, and nothing is said: a person is there", () => {
    const turn = held(sentOff(), "人と話したいです");
    expect([turn.keys, tasks(turn), turn.state.flags]).toEqual([[], ["人と話したい"], ["人と話したい"]]);
  });
});

describe("a new matter", () => {
  it.each(["別の相談があります", "新しい相談", "別件です", "[talk:NEW]"])(
    "「%s」 after a record begins one of its own",
    (said) => {
      const who = sentOff();
      const before = who.state;
      const turn = tell(who, said);
      expect(turn.keys[0]).toBe("new-talk");
      expect([turn.state.linkedFrom, turn.state.phase, turn.state.filed]).toEqual([before.intake, "asking", null]);
      expect(turn.state.intake).not.toBe(before.intake);
      expect(Object.keys(turn.state.answers)).toEqual([]);
    },
  );

  it("nothing of the first is told in it", () => {
    const who = after("妻には内緒ですが、借金があります", "[role:SELF]", "[consent:GIVEN]", "[category:DEBT]");
    tell(who, "とばす", "北地区", "LINE", "はい");
    const said = who.type("別の相談です").said.map(({ text }) => text);
    expect(said.join()).not.toMatch(/借金|債務|北地区/);
    expect(who.state.covered).toBe(true);
  });

  it("before there is a record it is more of the same talk", () => {
    const turn = standing("district").type("別の相談もあります");
    expect([turn.state.linkedFrom, turn.state.current]).toEqual([null, "district"]);
  });
});
