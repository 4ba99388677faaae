// Whom a text is about, and how old they are. Everything is a candidate for staff.
import { describe, expect, it } from "vitest";
import { listenOf } from "../../src/flow/flow.ts";
import { bandOf, hearAges, loneAge } from "../../src/flow/listen/ages.ts";
import { fold } from "../../src/flow/listen/normal.ts";
import { hearPeople } from "../../src/flow/listen/people.ts";
import { book } from "./talk.ts";

const listen = listenOf(book.flow, "ja");
const hearAge = (said: string) => hearAges(listen, fold(said)).find(({ bare }) => !bare)?.band ?? "UNKNOWN";
const heard = (said: string) =>
  hearPeople(listen, said).about.map(({ relation, called, ageBand }) => `${relation}(${called}) ${ageBand}`);

describe("people", () => {
  it.each([
    ["母", ["親(母) UNKNOWN"]],
    ["お母さん、82歳", ["親(お母さん) 75-84"]],
    ["82歳の母", ["親(母) 75-84"]],
    ["８２才の母", ["親(母) 75-84"]],
    ["八十二歳の母", ["親(母) 75-84"]],
    ["母は、もう82歳です", ["親(母) 75-84"]],
    ["母82", ["親(母) 75-84"]],
    ["80代の父と、45歳の弟", ["親(父) 75-84", "きょうだい(弟) 40-49"]],
    ["父78歳、母75歳", ["親(父) 75-84", "親(母) 75-84"]],
    ["78歳の父と、41歳の弟", ["親(父) 75-84", "きょうだい(弟) 40-49"]],
    ["両親とも80歳です", ["親(父) 75-84", "親(母) 75-84"]],
    ["中2の息子", ["子(息子) 13-15"]],
    ["息子は中２です", ["子(息子) 13-15"]],
    ["小学生の娘がふたり", ["子(娘) 6-12"]],
    ["高校生の孫", ["孫(孫) 16-18"]],
    ["生まれたばかりの赤ちゃん", ["子(赤ちゃん) U6"]],
    ["20代の息子", ["子(息子) 19-29"]],
    ["夫", ["配偶者(夫) UNKNOWN"]],
    ["主人が", ["配偶者(主人) UNKNOWN"]],
    ["おばあちゃん", ["祖父母(おばあちゃん) UNKNOWN"]],
    ["隣の部屋の子ども", ["近隣(子ども) UNKNOWN"]],
    ["隣の家の85歳くらいのおばあさん", ["近隣(おばあさん) 85+"]],
    ["友達のお母さん", ["知人(お母さん) UNKNOWN"]],
    ["叔父", ["親族(叔父) UNKNOWN"]],
    ["義理の母", ["親(義理の母) UNKNOWN"]],
    ["上の子が3歳です", ["子(上の子) U6"]],
    ["10歳年上の夫", ["配偶者(夫) UNKNOWN"]],
    ["20歳から引きこもりの弟", ["きょうだい(弟) UNKNOWN"]],
    ["兄が80歳の母をたたきます", ["親(母) 75-84"]],
    ["夫が子どもを殴ります", ["子(子ども) UNKNOWN"]],
    ["兄は父に暴力をふるいます", ["親(父) UNKNOWN"]],
    ["母が父に殴られています", ["親(母) UNKNOWN"]],
    ["娘が父を怖がっています", ["子(娘) UNKNOWN", "親(父) UNKNOWN"]],
    ["介護の相手が85歳の母です", ["親(母) 85+"]],
    ["母は遠方。私は50歳", ["親(母) UNKNOWN"]],
    ["私は姉です。妹が鬱", ["きょうだい(妹) UNKNOWN"]],
    ["夫は亡くなりました。私は72です", []],
    ["嫁いで隣県に住んでます。実家の母のことです", ["親(実家の母) UNKNOWN"]],
    ["娘が嫁に行ってから一人暮らしです", ["子(娘) UNKNOWN"]],
    ["息子の嫁が入院して心配です", ["親族(息子の嫁) UNKNOWN"]],
  ])("「%s」 → %j", (said, people) => expect(heard(said)).toEqual(people));

  it.each([
    ["a word that only holds one: 大丈夫", "大丈夫です"],
    ["工夫", "いろいろ工夫しています"],
    ["そのまま", "そのままにしています"],
    ["わがまま", "わがままを言ってすみません"],
    ["つまらない", "毎日つまらないです"],
    ["つまり", "つまりお金がないんです"],
    ["まごまご", "まごまごしています"],
    ["親切", "親切にしてもらいました"],
    ["親身", "親身になってほしい"],
    ["親しい", "親しい人がいません"],
    ["夫婦", "夫婦で話し合っています"],
    ["母子手帳", "母子手帳をなくしました"],
    ["子ども食堂", "子ども食堂はありますか"],
    ["主人公", "主人公の気持ちがわかります"],
    ["妻子", "単身赴任で妻子と離れて暮らしています"],
    ["母国", "母国に帰りたいです"],
    ["ひとり親", "ひとり親です"],
    ["おっと", "おっと、間違えました"],
  ])("nobody of the family in %s", (_, said) =>
    expect(hearPeople(listen, said).about.filter(({ relation }) => relation !== "本人")).toEqual([]),
  );
});

describe("ages", () => {
  it.each([
    ["82歳", "75-84"],
    ["８２さい", "75-84"],
    ["八十二歳", "75-84"],
    ["80代", "75-84"],
    ["七十代です", "75-84"],
    ["60代", "65-74"],
    ["中2", "13-15"],
    ["中学生", "13-15"],
    ["小６", "6-12"],
    ["高3です", "16-18"],
    ["0歳", "U6"],
    ["三歳", "U6"],
    ["100歳", "85+"],
    ["45", "UNKNOWN"],
    ["20年前から", "UNKNOWN"],
    ["3人です", "UNKNOWN"],
    ["150歳", "UNKNOWN"],
    ["時代が変わった", "UNKNOWN"],
    ["電話代が払えない", "UNKNOWN"],
    ["", "UNKNOWN"],
  ])("「%s」 → %s", (said, band) => expect(hearAge(said)).toBe(band));

  it.each([
    [0, "U6"],
    [5, "U6"],
    [6, "6-12"],
    [12, "6-12"],
    [13, "13-15"],
    [15, "13-15"],
    [16, "16-18"],
    [18, "16-18"],
    [19, "19-29"],
    [29, "19-29"],
    [30, "30-39"],
    [49, "40-49"],
    [50, "50-64"],
    [64, "50-64"],
    [65, "65-74"],
    [74, "65-74"],
    [75, "75-84"],
    [84, "75-84"],
    [85, "85+"],
    [120, "85+"],
  ])("%i years → %s", (years, band) => expect(bandOf(years)).toBe(band));
});

describe("an age that is not the writer's", () => {
  it.each([
    "10歳年上の夫のことです",
    "妹とは3歳差です",
    "10歳のときから父に殴られていました",
    "20歳のころからうつです",
    "15歳の犬を飼っています",
    "猫が12歳で、病院代が払えません",
    "相手は50代の男性です",
  ])("「%s」", (said) => expect(hearPeople(listen, said).ownAge).toBe("UNKNOWN"));
});

describe("two figures in a few letters", () => {
  it.each(["82", "82です", "76歳", "もう82"])("「%s」 are years", (said) => expect(loneAge(said)).not.toBeNull());

  it.each(["残業80時間です", "借金80万", "あと30日で退院", "猫が20匹", "3人で40分", "80%"])("「%s」 are none", (said) =>
    expect(loneAge(said)).toBeNull(),
  );
});
