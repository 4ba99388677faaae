// How somebody may be reached: what is not wanted is no way to reach them, and is kept for staff in their own words.
import { describe, expect, it } from "vitest";
import { freshIn } from "../../src/flow/flow.ts";
import { standing } from "./standing.ts";
import { book, resident, tell } from "./talk.ts";
import { answerIn } from "../../src/flow/steps/check.ts";

describe("a way that frightens somebody, or that is refused, is none", () => {
  it.each([
    ["電話はだめ。LINEで", ["LINE"], ["電話はだめ"]],
    ["電話は怖いです。ここに書いてください。LINEがいいです", ["LINE"], ["電話は怖いです"]],
    ["でんわ だめ。にほんごの でんわ こわい。ここに かいて ください", ["LINE"], ["でんわ だめ", "でんわ こわい"]],
    ["電話は苦手なので、手紙でお願いします", ["MAIL"], ["電話は苦手なので"]],
    ["LINEでいいです", ["LINE"], []],
    ["昼の電話ならいいです", ["TEL"], []],
    ["電話できないのでLINEで", ["LINE"], ["電話できないので"]],
    ["生活保護が止まって電話で相談したい", ["TEL"], []],
    ["電話はこまります LINEで", ["LINE"], ["電話はこまります"]],
    ["携帯止まってるからLINEで", ["LINE"], ["携帯止まってるから"]],
    ["電話が壊れていて、LINEでお願いします", ["LINE"], ["電話が壊れていて"]],
    ["電話以外はだめ", ["TEL"], []],
    ["電話はやめて家に来て", ["VISIT_HOME"], ["電話はやめて"]],
    ["家には来ないで電話ください", ["TEL"], ["家には来ないで"]],
    ["電話より窓口に行きたい", ["VISIT_OFFICE"], []],
    ["緊張しますが電話でお願いします", ["TEL"], []],
    ["FAXでお願いします 043-123-4567", ["FAX"], []],
    ["043-123-4567（ファックス）", ["FAX"], []],
    ["耳が聞こえないので電話はできません。FAXかメールで", ["FAX", "EMAIL"], ["電話はできません"]],
    ["taro@example.jp", ["EMAIL"], []],
    ["メールでお願いします taro@example.jp", ["EMAIL"], []],
    ["FAXなし。090-1234-5678", ["TEL"], ["FAXなし"]],
    ["taro@example.jp は夫が見るのでだめです", undefined, ["taro@example.jp は夫が見るのでだめです"]],
    ["LINEでメールください", ["LINE"], []],
    ["しかし電話は困ります", undefined, ["しかし電話は困ります"]],
    ["電話は夫しか持ってないのでLINEで", ["LINE"], ["電話は夫しか持ってないので"]],
    ["LINEで相談してみる", ["LINE"], []],
    ["LINEはいつもみるので", ["LINE"], []],
    ["メールは送らないでLINEで", ["LINE"], ["メールは送らないで"]],
    ["てがみは おくらないで らいんで", ["LINE"], ["てがみは おくらないで"]],
    ["FAXは043-123-4567です。耳が聞こえないです", ["FAX"], []],
    ["taro@example.jp です。夜は困ります", ["EMAIL"], ["夜は困ります"]],
    ["耳が聞こえないのでファックスで。043-123-4567 電話はできません", ["FAX"], ["電話はできません"]],
  ])("「%s」 → %j, not wanted: %j", (said, channels, avoids) => {
    const { state } = tell(standing("contact"), said);
    expect([state.answers["contact"]?.value, state.avoids]).toEqual([channels, avoids]);
  });

  it.each([
    ["ja", "電話できません"],
    ["ja", "電話はむり"],
    ["ja", "電話以外で"],
    ["en", "i cant call"],
    ["pt", "não posso ligar"],
    ["vi", "không gọi được"],
    ["ko", "전화는 못 해요"],
    ["id", "tidak bisa telepon"],
    ["fil", "takot akong tumawag"],
    ["zh-CN", "不能打电话"],
    ["ne", "फोन गर्न सक्दिन"],
  ])("%s: 「%s」 alone is no way to reach them, and is kept", (lang, said) => {
    const { state } = tell(resident({ ...standing("contact").state, lang, langBy: "asked" }), said);
    expect([state.answers["contact"], state.avoids]).toEqual([undefined, [said]]);
  });
});

it("a fax that was told before stands in the check with its number", () => {
  const { state } = tell(resident(), "家賃が払えません。FAXでお願いします 043-123-4567", "自分のこと");
  expect([state.answers["contact"]?.value, answerIn(book.flow, state, "contact")]).toEqual([
    ["FAX"],
    "FAX、043-123-4567",
  ]);
});

describe("an address in the first words", () => {
  it.each([
    ["耳が聞こえないので電話はできません。FAXでお願いします 043-123-4567", ["FAX"]],
    ["耳が聞こえないので電話はできません、FAX 043-123-4567 にください", ["FAX"]],
    ["電話は出られないので taro@example.jp にお願いします", ["EMAIL"]],
    ["電話は苦手です。メールは taro@example.co.jp です", ["EMAIL"]],
    ["043-123-4567（FAX）は家族が見るので困ります。メールで taro@example.jp", ["EMAIL"]],
    ["FAX 043-123-4567 はだめです", undefined],
    ["メール taro@example.co.jp は夫に見られます", undefined],
    ["FAX 043-123-4567には連絡しないでください", undefined],
    ["メールtaro@example.jpには連絡しないで、電話は090-1234-5678", ["TEL"]],
    ["taro@example.jpには連絡しないで。FAXは043-123-4567", ["FAX"]],
    ["メールはtaro@example.jpです。夫に見られるので送らないでください", undefined],
    ["メールはtaro@example.jpです。夫に見られるので困ります", undefined],
    ["メールはtaro@example.jpですが、でもそこは夫に見られます", undefined],
    ["メールはtaro@example.jpです。夫も見るのでだめです", undefined],
    ["メールはtaro@example.jpです。ここは夫が見るのでやめてください", undefined],
    ["メールはtaro@example.jpです。おっとが みるので おくらないで", undefined],
    ["メールはtaro@example.jpです。連絡しないでください", undefined],
    ["FAX 043-123-4567です。家族も見るので困ります", undefined],
    ["メールは taro@example.jp です。お金がなくて困っています", ["EMAIL"]],
    ["メールは taro@example.jp です。母の面倒を見ています", ["EMAIL"]],
    ["FAX 043-123-4567 にください。耳が聞こえないので", ["FAX"]],
    ["お金に困っています。メールは taro@example.jp です", ["EMAIL"]],
    ["家に来ないで。メール taro@example.jp に", ["EMAIL"]],
  ])("「家賃が払えません。%s」 → %j", (said, ways) => {
    expect(tell(resident(), `家賃が払えません。${said}`).state.answers["contact"]?.value).toEqual(ways);
  });
});

it.each([
  [
    "en",
    "I lost my job. My email is taro@example.com. Please don't send anything there, my husband reads it",
    undefined,
  ],
  ["en", "I lost my job. I can't call. My email is taro@example.com", ["EMAIL"]],
  ["pt", "Perdi o emprego. Não mande email para taro@example.com", undefined],
  ["vi", "Tôi mất việc. Đừng gọi. Email của tôi là taro@example.com", ["EMAIL"]],
  ["ko", "일자리를 잃었어요. 이메일 보내지 마세요 taro@example.com", undefined],
])("%s: an address beside what is refused: 「%s」 → %j", (lang, said, ways) => {
  const { state } = tell(resident({ ...freshIn(book.flow, lang), langBy: "asked" }), said);
  expect(state.answers["contact"]?.value).toEqual(ways);
});

it.each(["弟には知られないようにしてください", "夫にばれないように相談したい", "親に気づかれないようにしたい"])(
  "「%s」 shows nothing of what was told",
  (said) => expect(tell(resident(), `生活費が足りません。${said}`).state.covered).toBe(true),
);

describe("the hours beside it", () => {
  it.each([
    ["080-1234-5678 夜がいいです", "夜がいいです"],
    ["080 1234 5678 夕方で", "夕方で"],
    ["電話がいいです。夜なら出られます", "夜なら出られます"],
    ["電話で。連絡は夜にしてください", "連絡は夜にしてください"],
    ["LINEで。夜眠れないので", undefined],
    ["080-1234-5678です。夜は出られません", undefined],
    ["電話で。夜は電話しないでください", undefined],
    ["電話で。夜は大丈夫じゃないです", undefined],
    ["電話で。夜に電話が鳴って眠れない", undefined],
    ["電話で。9-12 13-17 18-20時がいいです", "9-12 13-17 18-20時がいいです"],
  ])("「%s」 → %s", (said, hours) =>
    expect(tell(standing("contact"), said).state.answers["window"]?.value).toBe(hours),
  );
});

describe("said beside the place", () => {
  const answers = (said: string) => {
    const { district, contact, phone } = tell(standing("district"), said).state.answers;
    return [district?.value, contact?.value, phone?.value];
  };
  it.each([
    ["北 LINEで", "北", ["LINE"], undefined],
    ["北地区です。電話 090-1234-5678", "北地区です", ["TEL"], "090-1234-5678"],
    ["北地区、連絡はLINEでお願いします", "北地区", ["LINE"], undefined],
    ["北町 電話で、090-1234-5678", "北町", ["TEL"], "090-1234-5678"],
    ["北地区 連絡はいらない", "北地区", ["NONE"], undefined],
  ])("「%s」 → %s, %j, %s", (said, text, ways, phone) =>
    expect(answers(said)).toEqual([{ code: "kita", text }, ways, phone]),
  );

  it.each(["電話局の近く、北町", "北地区、たぶん", "北地区のほうの、駅から歩いて5分"])("「%s」 says no way", (said) =>
    expect(answers(said)[1]).toBeUndefined(),
  );

  it("「北 電話はだめ」 is a place and a wish", () => {
    const { state } = tell(standing("district"), "北 電話はだめ");
    expect([state.answers["district"]?.value, state.avoids]).toEqual([{ code: "kita", text: "北" }, ["電話はだめ"]]);
  });

  it("「40代 北地区」 to the age tells both", () => {
    const { district, whom } = tell(standing("whom"), "40代 北地区").state.answers;
    expect([district?.value, whom === undefined]).toEqual([{ code: "kita", text: "北地区" }, false]);
  });
});
