// First messages as people write them: who writes, whom it is about, what about. Left open where the words leave it open.
import { describe, expect, it } from "vitest";
import type { Category, Role } from "../../src/flow/codes.ts";
import { listenOf } from "../../src/flow/flow.ts";
import { hearStory } from "../../src/flow/listen/story.ts";
import { book } from "./talk.ts";

const hear = (said: string) => hearStory(listenOf(book.flow, "ja"), said);

/** What was said; who writes (null: open, and asked); whom it names; what it is about, at least. */
type Row = [said: string, role: Role | null, people: string[], categories: Category[]];

const STORIES: Record<string, Row[]> = {
  "of oneself": [
    ["お金がなくて家賃が払えません", null, [], ["INCOME", "RENT_LOAN"]],
    ["私は今月で仕事をクビになりました", "SELF", [], ["JOBSEEK"]],
    ["自分のことです。ずっと眠れなくて仕事に行けません", "SELF", [], ["HEALTH", "WORK"]],
    ["借金が返せなくなりました", null, [], ["DEBT"]],
    ["電気代を滞納していて、もうすぐ電気が止まりそうです", null, [], ["TAX_UTIL"]],
    ["わたし、さびしいです。話し相手がいません", "SELF", [], ["COMMUNITY"]],
    ["アパートの立ち退きを言われています", null, [], ["HOUSING"]],
    ["うつで休職しています。傷病手当のことを知りたい", null, [], ["HEALTH", "WORK"]],
    ["夫に殴られています", "SELF", [], ["DV_ABUSE"]],
    ["彼氏に監視されていて、逃げたいです", "SELF", [], ["DV_ABUSE"]],
    ["上司に怒鳴られて会社に行けません", "SELF", [], ["WORK"]],
    ["僕は引きこもって10年になります", "SELF", [], ["HIKIKOMORI"]],
    ["妊娠していますが、産んでからのお金が不安です", null, [], ["CHILDCARE"]],
    ["離婚したいです", null, [], ["FAMILY"]],
    ["ひとり親で、子育てと仕事でもう余裕がないです", null, [], ["CHILDCARE"]],
    ["会社の人間関係がつらくて、朝になると涙が出ます", null, [], []],
    ["大丈夫じゃないです。お米がない", null, [], ["FOOD"]],
    ["このままだと家を出ないといけません", null, [], ["HOUSING"]],
    ["税金の督促がきた", null, [], ["TAX_UTIL"]],
    ["夫が亡くなって、ひとりになりました", "SELF", [], []],
    ["親と仲が悪くて家にいたくないです", "SELF", [], ["FAMILY"]],
  ],
  "of family": [
    ["母のことです", "FAMILY", ["親 母"], []],
    ["82歳の母の物忘れがひどいです", "FAMILY", ["親 母"], ["CARE"]],
    ["弟が20年部屋から出てきません", "FAMILY", ["きょうだい 弟"], ["HIKIKOMORI"]],
    ["息子が中学2年です。学校に行きません", "FAMILY", ["子 息子"], ["HIKIKOMORI"]],
    ["弟が高1です。毎日けんかします", "FAMILY", ["きょうだい 弟"], ["FAMILY"]],
    ["中学2年です。いじめられていて学校に行けません", "CHILD", [], ["HIKIKOMORI"]],
    ["息子が学校に行けていません。中2です", "FAMILY", ["子 息子"], ["HIKIKOMORI"]],
    ["80代の両親と、41歳の弟のことで", "FAMILY", ["親 父", "親 母", "きょうだい 弟"], []],
    ["父が酒を飲んで暴れて困っています", "FAMILY", ["親 父"], ["HEALTH"]],
    ["妻がうつで入院しています", "FAMILY", ["配偶者 妻"], ["HEALTH"]],
    ["主人が仕事をやめてから家から出ません", "FAMILY", ["配偶者 主人"], ["JOBSEEK"]],
    ["娘の借金のことで相談です", "FAMILY", ["子 娘"], ["DEBT"]],
    ["おばあちゃんの介護をしています", "FAMILY", ["祖父母 おばあちゃん"], ["CARE"]],
    ["兄が統合失調で、病院に行きたがりません", "FAMILY", ["きょうだい 兄"], ["HEALTH"]],
    ["孫が不登校です", "FAMILY", ["孫 孫"], ["HIKIKOMORI"]],
    ["叔父がごみ屋敷に住んでいます", "FAMILY", ["親族 叔父"], ["HOUSING"]],
    ["一人暮らしの母が転んで心配です", "FAMILY", ["親 母"], ["CARE"]],
    ["義母の介護と子どもの世話で限界です", "FAMILY", ["親 義母", "子 子ども"], ["CARE"]],
    ["子どもの発達のことで悩んでいます", "FAMILY", ["子 子ども"], ["CHILDCARE"]],
    ["夫の給料が下がって生活費が足りません", "FAMILY", ["配偶者 夫"], ["INCOME"]],
    ["私の母が認知症かもしれません", "FAMILY", ["親 母"], ["CARE"]],
    ["実家の父、78歳、腰が悪くて買い物に行けません", "FAMILY", ["親 実家の父"], ["CARE"]],
    ["姉がひとりで子どもを育てていて、お金に困っているようです", "FAMILY", ["きょうだい 姉", "子 子ども"], ["INCOME"]],
    ["旦那が部屋にこもってゲームばかりしています", "FAMILY", ["配偶者 旦那"], ["HIKIKOMORI"]],
  ],
  "of somebody near": [
    ["隣の部屋の子どもの泣き声が毎晩聞こえます", "NEIGHBOR", ["近隣 子ども"], ["COMMUNITY"]],
    ["隣の家のおじいさんを最近見かけません", "NEIGHBOR", ["近隣 おじいさん"], ["COMMUNITY"]],
    ["近所のおばあさんが道に迷っていました", "NEIGHBOR", ["近隣 近所のおばあさん"], ["COMMUNITY"]],
    ["隣のおじいさんが最近見かけないので心配です", "NEIGHBOR", ["近隣 隣のおじいさん"], ["COMMUNITY"]],
    ["裏のおばあちゃんが最近元気がなくて", "NEIGHBOR", ["近隣 裏のおばあちゃん"], []],
    ["上の階の人がずっと怒鳴っています", "NEIGHBOR", ["近隣 上の階"], []],
    ["友達が家に帰れていないみたいです", "FRIEND", ["知人 友達"], []],
    ["知り合いの生活が苦しそうです", null, ["知人 知り合い"], ["INCOME"]],
  ],
  "of the places one goes to, by no one who works there": [
    ["薬を飲んでる(病院の薬)", null, [], []],
    ["包括の人に相談したけど断られました", null, [], []],
    ["母が訪問介護を使っています", "FAMILY", ["親 母"], []],
    ["お弁当の配達をお願いしたい", null, [], []],
    ["生協の配達を頼みたいのですが", null, [], []],
  ],
  "of people met at work": [
    ["大家です。入居者の方が家賃を滞納しています", "LANDLORD", ["近隣 入居者"], ["RENT_LOAN"]],
    ["管理会社です。部屋がごみだらけの方がいます", "LANDLORD", [], ["HOUSING"]],
    ["民生委員です。気になる世帯があります", "MINSEI", [], []],
    ["新聞配達をしています。新聞がたまっている家があります", "MIMAMORI", [], []],
    ["ケアマネです。利用者さんの息子さんが働いていません", "AGENCY", ["子 息子"], ["JOBSEEK"]],
    ["地域包括支援センターの者です。8050の世帯について", "AGENCY", [], []],
    ["看護師です。患者さんの退院後の住まいのことで", "MEDICAL", [], ["HOUSING"]],
    ["中学校の教員です。生徒の家庭のことで", "SCHOOL", [], ["FAMILY"]],
    ["部下が最近休みがちで心配です", "EMPLOYER", [], []],
  ],
  "of a child": [
    ["中学生です。学校に行きたくない", "CHILD", [], ["HIKIKOMORI"]],
    ["高校生だけど、親が毎日けんかしてる", "CHILD", ["親 親"], ["FAMILY"]],
    ["小5です。いじめられています", "CHILD", [], []],
    ["おとうさんがたたく", "CHILD", [], ["DV_ABUSE"]],
    ["中2だけど、弟の世話を毎日してる", "CHILD", ["きょうだい 弟"], []],
  ],
  "that leave everything open": [
    ["こんにちは", null, [], []],
    ["あの", null, [], []],
    ["相談したいことがあります", null, [], []],
    ["助けて", null, [], []],
    ["もう疲れた", null, [], []],
    ["どこに相談していいかわからなくて", null, [], []],
    ["そのまま書けばいいですか", null, [], []],
    ["つまらないことですみません", null, [], []],
    ["😭", null, [], []],
    ["", null, [], []],
  ],
};
const rows = Object.entries(STORIES).flatMap(([kind, list]) => list.map((row) => [kind, ...row] as const));

describe("who writes, and about whom", () => {
  it.each(rows)("%s: 「%s」 → %s", (_, said, role, people) => {
    const heard = hear(said);
    expect([heard.role, heard.people.map(({ relation, called }) => `${relation} ${called}`)]).toEqual([role, people]);
  });
});

describe("what it is about", () => {
  it.each(rows.map(([, said, , , categories]) => [said, categories] as const))("「%s」 → %j", (said, categories) => {
    const heard = hear(said).categories;
    if (categories.length === 0) expect(heard.length).toBeLessThanOrEqual(2);
    else expect(heard).toEqual(expect.arrayContaining([...categories]));
  });

  it("the likeliest comes first", () =>
    expect(hear("介護のことです。母の認知症と、介護のお金がないこと").categories[0]).toBe("CARE"));
});

describe("what else a story tells", () => {
  it.each([
    ["母には内緒にしてください", "知らせてはいけない", true],
    ["弟は私が相談していることを知りません", "知らない", false],
    ["本人も知っています", "知っている", false],
    ["夫に知られたくないです", "知らせてはいけない", true],
    ["スマホを見られるかもしれません", null, true],
    ["母の介護のことです", null, false],
  ])("「%s」: aware %s, screen covered %s", (said, aware, covered) => {
    const heard = hear(said);
    expect([heard.aware?.means ?? null, heard.covered]).toEqual([aware, covered]);
  });

  it.each([
    ["78歳です。膝が悪くて買い物に行けません", "75-84"],
    ["私は35歳で、仕事がありません", "30-39"],
    ["母が78歳です", "UNKNOWN"],
    ["三年前から眠れません", "UNKNOWN"],
  ])("「%s」: the writer's own age is %s", (said, age) => expect(hear(said).ownAge).toBe(age));

  it.each([
    ["手話で話したいです", ["手話"]],
    ["耳が遠いので筆談がいいです", ["筆談"]],
    ["日本語が苦手です", ["通訳"]],
    ["母の介護のことです", []],
  ])("「%s」 needs %j", (said, supports) => expect(hear(said).supports).toEqual(supports));

  it.each([
    ["生活保護を申請したいです", "生活保護を申請したいです"],
    ["困っています。施設に入りたい。どうすれば", "施設に入りたい"],
    ["困っています", null],
  ])("「%s」: the wish is %s", (said, wish) => expect(hear(said).wish).toBe(wish));

  it.each([
    ["家には電話しないでください", "家には電話しないでください"],
    ["手紙は困ります。LINEがいいです", "手紙は困ります"],
    ["学校の先生には いわないで", "学校の先生には いわないで"],
    ["かいしゃに しらせないで ください", "かいしゃに しらせないで ください"],
    ["電話ください", null],
  ])("「%s」: to be avoided is %s", (said, avoid) => expect(hear(said).avoid).toBe(avoid));

  it.each([
    ["母の物忘れがひどくて、一人暮らしです", ["認知症疑い", "独居"]],
    ["弟の世話を毎日しています。学校に行けていません", ["不登校", "ヤングケアラー"]],
    ["ゴミ屋敷で異臭がします", ["ごみ・住環境"]],
  ])("「%s」 → candidates %j for staff", (said, tags) =>
    expect(
      hear(said)
        .tags.map(({ tag }) => tag)
        .toSorted(),
    ).toEqual(tags.toSorted()),
  );
});

describe("a feeling", () => {
  it.each([
    ["夫が亡くなって、眠れません", ["grief", "tired"]],
    ["夫がなくなって、ねむれません", ["grief", "tired"]],
    ["去年、娘をなくしました", ["grief"]],
    ["心配で寝られません", ["tired"]],
    ["話し相手がいません", ["lonely"]],
    ["だれにもいえない", ["untold"]],
    ["友だちのことで、親にも言えません", ["untold"]],
    ["誰にも話せないまま、十年になります", ["untold"]],
    ["誰にも言わないでください", []],
    ["夫が財布をなくして困っています", []],
    ["仕事がなくなって家賃が払えません", []],
    ["子どもの靴がなくなって、本人は大丈夫と言います", []],
  ])("%s: %j", (said, feelings) => expect(hear(said).feelings.toSorted()).toEqual(feelings));
});

describe("who must not know", () => {
  const peopleOf = (text: string) => hear(text).people.map(({ called }) => called);

  it.each([
    ["父に内緒で母の介護のことを相談したいです", "母"],
    ["息子の引きこもりのことで、息子には内緒で相談したい", "息子"],
    ["弟の借金のことは弟に言わないで", "弟"],
    ["娘の不登校のこと、近所に知られたくないです", "娘"],
    ["母は認知症を周りに知られたくないと言って病院に行きません", "母"],
  ])("「%s」 is about %s all the same", (text, person) => expect(peopleOf(text)).toContain(person));

  it.each(["いわないで弟に", "夫には絶対バレたくない"])("「%s」 alone is about nobody", (text) =>
    expect(peopleOf(text)).toEqual([]),
  );
});

describe("who writes", () => {
  it.each([
    ["新聞配達してる者です。新聞がたまっている家があります", "MIMAMORI"],
    ["息子さん(55)と暮らす82歳女性の家から怒鳴り声がします", "NEIGHBOR"],
    ["夫の転勤で引っ越してきました。友だちがいません", "SELF"],
    ["母が父に殴られています", "FAMILY"],
    ["兄は父に暴力をふるいます", "FAMILY"],
    ["夫が怒鳴ります", "SELF"],
    ["母が殴られました", "FAMILY"],
    ["夫に殴られました。母は父と出かけています", "SELF"],
    ["父に殴られます。母は弟だけかわいがります", "SELF"],
    ["友達がいじめられています", "FRIEND"],
    ["学校の先生です。クラスの子があざだらけです", "SCHOOL"],
    ["職場のパートさんが旦那さんに叩かれたと言ってます", "EMPLOYER"],
  ])("「%s」: %s", (said, role) => expect(hear(said).role).toBe(role));
});

describe("what is no sign", () => {
  it("an insult is no dementia, and 「ぼけてきた」 is one", () => {
    expect([hear("夫がボケとか死ねとか言います").tags, hear("ボケって言われます").tags]).toEqual([[], []]);
    expect(hear("母が最近ぼけてきました").tags).toEqual([{ tag: "認知症疑い", of: "親:母" }]);
  });

  it("a child who is bullied at school has no trouble at work; who is bullied by the boss has", () => {
    expect(hear("学校でいじめられています").categories).not.toContain("WORK");
    expect(
      [hear("職場でいじめられています"), hear("店長にいじめられます")].map(({ categories }) => categories[0]),
    ).toEqual(["WORK", "WORK"]);
  });

  it("who must not know is said of that one, not of whom the matter is about", () => {
    const { people, aware } = hear("夫には内緒で、子どものことを相談したいです");
    expect([people.map(({ called }) => called), aware?.of]).toEqual([["子ども"], "配偶者"]);
    expect(hear("夫にもだれにも言わないで").people).toEqual([]);
  });
});
