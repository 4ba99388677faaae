// Somebody else looks at the telephone: how the talk is put out of sight is told once, and never to whoever leaves.
import { describe, expect, it } from "vitest";
import { resident, tell } from "./talk.ts";

const keysOf = (...said: string[]): (string | undefined)[] => {
  const who = resident();
  return said.map((words) => tell(who, words).keys).at(-1) ?? [];
};

describe("who is watched is told how to hide the talk, and that their words have come", () => {
  it.each([
    "LINE親に見られてる",
    "ママがLINEみる",
    "スマホを毎日夫がチェックします",
    "親がスマホ見るから書けない",
    "夫に監視されていて、スマホも見られています",
    "履歴見られたらやばい",
    "これ主人の携帯なんですけど",
    "旦那が私の携帯を毎日見ます",
    "兄がLINEを勝手に見る",
    "母が見てるスマホなんです",
    "my husband reads my messages",
    "老公每天看我手机",
    "남편이 핸드폰을 몰래 봐요",
    "chồng em hay kiểm tra điện thoại",
    "श्रीमानले मेरो फोन हेर्नुहुन्छ",
    "meu marido mexe no meu celular",
    "binabasa ng asawa ko ang messages ko",
    "suami saya suka cek hp saya",
  ])("「%s」", (said) => {
    const turn = tell(resident(), said);
    expect(turn.keys.filter((key) => key === "watched")).toHaveLength(1);
    expect(turn.state.covered).toBe(true);
  });

  it("before the question, whose buttons stay the last", () => {
    const turn = tell(resident(), "夫に監視されていて、スマホも見られています");
    expect([turn.keys.at(-2), turn.asked]).toEqual(["watched", "safety"]);
  });

  it("once a talk", () => expect(keysOf("LINE親に見られてる", "トークも親に見られる")).not.toContain("watched"));
});

describe("nobody looks on, or there is nothing more to say", () => {
  it.each([
    "息子がスマホばかり見て部屋から出てきません",
    "母がスマホの画面が見えないと言います",
    "スマホで手続きの画面が見られない",
    "子どもは夫が見るので、夜だけ働けます",
    "いつも見られてる気がする",
    "夫がスマホで調べてここを知りました",
    "携帯電話を使いすぎる傾向が見られます",
    "彼に見られる暴力傾向",
    "LINEを読まれていますか",
    "このLINEは誰が見られますか",
    "did you read my message",
    "please read my message",
    "你能看我的消息吗",
    "você vê minhas mensagens",
    "ai kiểm tra tin nhắn này",
    "saya mau lihat pesan saya",
    "binabasa ko ang message ninyo",
    "핸드폰 확인해 주세요",
    "मेरो मेसेज पढ्नुहोस्",
    "母の携帯の料金が払えません",
    "LINEで返事をください。夫が病気です",
    "con tôi xem điện thoại suốt ngày",
    "孩子整天看手机不上学",
    "見られてる",
    "履歴のこさないで。夫が見る",
    "この画面けしたい。親が見るから",
  ])("「%s」", (said) => expect(keysOf(said)).not.toContain("watched"));

  it("who asks how to delete it is answered that", () =>
    expect(keysOf("この画面けしたい。親が見るから")).toContain("a-delete"));
});
