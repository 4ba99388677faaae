// After the receipt: who is called, and how, is put right there too; what is only said beside it joins the record.
import { describe, expect, it } from "vitest";
import { after, tell, type Resident } from "./talk.ts";

const SENT = [
  "家賃が払えません",
  "自分",
  "はい",
  "先月から払えない",
  "40代",
  "川辺",
  "電話 090-1234-5678",
  "これで送る",
];
const sent = (): Resident => after(...SENT);

describe("after the receipt", () => {
  it.each([
    ["090-8765-4321が正しいです", "phone", "090-8765-4321"],
    ["電話番号は090-8765-4321です", "phone", "090-8765-4321"],
    ["住所ちがってた 北です", "district", { code: "kita", text: "北" }],
    ["地区は北です", "district", { code: "kita", text: "北" }],
    ["電話はだめになりました。LINEで", "contact", ["LINE"]],
    ["連絡はLINEがいいです", "contact", ["LINE"]],
    ["電話しないで", "contact", []],
    ["夫に見られるから電話かけないで", "contact", []],
  ])("「%s」 puts %s right: %j", (said, field, value) => {
    const turn = tell(sent(), said);
    expect(turn.state.answers[field]?.value).toEqual(value);
    expect(turn.keys).not.toContain("added");
    expect(turn.effects.map(({ do: what }) => what)).toContain("file");
  });

  it.each([
    "取り立ての電話が03-1111-2222からかかってきて怖いです",
    "090-1111-2222から脅しの電話が来ます",
    "090-8765-4321は夫の番号なのでかけないで",
    "職場の電話0748-12-3456にはかけないで",
    "大家の番号は090-8765-4321です",
    "督促の電話番号は0120123456です",
    "口座番号は0123456789です",
    "妻の電話は090-8765-4321",
    "My landlord's number is 090-8765-4321",
    "090-1234-567",
    "夜は電話しないで",
    "仕事中は電話しないで",
    "大家に電話しないでください",
    "家に電話しないで携帯にして",
    "固定電話は出られません。携帯にかけて",
    "夫がいるので家の電話はやめて",
    "電話は苦手だけどがんばります",
    "Please don't call my husband",
    "電話番号まちがえた",
    "北地区に行けばいいですか",
    "電話がなかなか来ません",
  ])("「%s」 changes neither number nor way nor place", (said) => {
    const who = sent();
    const { answers } = who.state;
    const now = tell(who, said).state.answers;
    for (const field of ["phone", "contact", "district"]) expect(now[field]?.value).toEqual(answers[field]?.value);
  });

  it.each(["間違えました", "もどる", "さっきの取り消し"])("「%s」 is no wish that all of it be erased", (said) =>
    expect(tell(sent(), said).state.flags).toEqual([]),
  );

  it.each(["やっぱり取り消したい", "取り消して", "キャンセルで"])("「%s」: staff are told to erase it", (said) => {
    const turn = tell(sent(), said);
    expect([turn.keys, turn.state.flags]).toEqual([["erase-noted"], ["消去の希望"]]);
  });

  it.each(["いわないで弟に", "夫には絶対バレたくない"])(
    "「%s」: kept from them, who is nobody the record is about, and named for staff",
    (said) => {
      const { keys, state } = tell(sent(), said);
      expect([keys, state.covered, state.people, state.avoids]).toEqual([["avoid-got"], true, [], [said]]);
    },
  );

  it.each(["また書きます", "もういいです", "やっぱりやめます"])("「%s」 is a farewell: staff may write", (said) => {
    const turn = tell(sent(), said);
    expect(turn.keys).toEqual(["neutral"]);
    expect([turn.state.safeToPush, turn.state.covered]).toEqual([true, false]);
  });

  it("「今話せない」 hides the talk", () => {
    const turn = tell(sent(), "今話せない");
    expect(turn.keys).toEqual(["neutral"]);
    expect([turn.state.safeToPush, turn.state.covered]).toEqual([false, true]);
  });
});
