// The proof refutes what is broken: one defect each in the shipped files, and the finding it must give.
import { describe, expect, test } from "vitest";
import { readBook, type Files } from "../../src/book/book.ts";
import { readFiles } from "../../src/book/disk.ts";
import { checkStill, officesIn } from "../../src/check/check.ts";
import { routesBroken } from "../../src/check/still/routes.ts";
import { tell } from "../../src/check/tell.ts";
import { actsOf } from "../../src/check/walk/inputs.ts";
import { routesFor } from "../../src/office/route.ts";
import { book } from "../flow/talk.ts";
import { placeIn, refuted, withDefect, type Broken } from "./broken.ts";

const WORDS = "words/ja.yaml";
const OFFICE = "offices/demo.yaml";
const KISARAZU = "offices/kisarazu.yaml";

const danger = actsOf(book.flow).filter((act) => act.danger?.startsWith("danger-") === true);

const UNREADABLE: Broken[] = [
  {
    defect: "a question without its words",
    file: WORDS,
    from: /^ {2}district:\n {4}ask:/mu,
    to: "  distrct:\n    ask:",
    law: "book",
    at: "questions:",
  },
  {
    defect: "a choice without its label",
    file: WORDS,
    from: "    TEL: 電話\n",
    to: "",
    law: "book",
    at: "  contact:\n    LINE",
  },
  {
    defect: "a button too long for LINE",
    file: WORDS,
    from: "GIVEN: 相談する",
    to: "GIVEN: このまま相談をつづけて話を聞いてもらうことにする",
    law: "book",
    at: "GIVEN:",
  },
  {
    defect: "a button too long in Vietnamese",
    file: "words/vi.yaml",
    from: "GIVEN: Có, tôi muốn tư vấn",
    to: "GIVEN: Có, tôi muốn được tư vấn tiếp",
    law: "book",
    at: "    GIVEN: Có, tôi muốn được",
  },
  {
    defect: "a word that is missing in one language",
    file: "words/ne.yaml",
    from: /^ {2}a-cost: .*\n/mu,
    to: "",
    law: "book",
    at: "say:",
  },
  {
    defect: "a gap that nobody fills",
    file: WORDS,
    from: "got: わかりました。",
    to: 'got: "{{resident}}さん、わかりました。"',
    law: "book",
    at: "  got:",
  },
  {
    defect: "the same question twice",
    file: "talks/agency.yaml",
    from: "    fills: wish",
    to: "    fills: agreed",
    law: "book",
    at: "    fills: agreed\n    choices: [GO_ALONG",
  },
  {
    defect: "a role without a course",
    file: "talks/child.yaml",
    from: "for: [CHILD]",
    to: "for: []",
    law: "book",
    at: "for: []",
  },
  {
    defect: "a language whose refusing words nobody listed",
    file: "refusing.yaml",
    from: /^ne:\n(.*\n)*?(?=^id:)/mu,
    to: "",
    law: "book",
    at: "",
  },
  {
    defect: "a danger that one language has no sentence for",
    file: "must-hear.yaml",
    from: /^ {4}CHILD_ALONE:\n( {6}- .*\n)+(?= {2}harmless:\n {4}- cười)/mu,
    to: "",
    law: "book",
    at: "  danger:\n    SELF_HARM:\n      - toi muon chet",
  },
];

const COURSES: Broken[] = [
  {
    defect: "eight questions in a course",
    file: "talks/self.yaml",
    from: "  - kind: check\n",
    to: "  - kind: ask-text\n    fills: from\n  - kind: check\n",
    law: "long",
    at: "  - kind: check\n",
    by: "courses",
  },
  {
    defect: "a question behind the end, that nobody comes to",
    file: "talks/third.yaml",
    from: "    fills: check\n",
    to: "    fills: check\n  - kind: ask-text\n    fills: from\n",
    law: "unreachable",
    at: "  - kind: ask-text\n",
    by: "courses",
  },
];

const MANNERS: Broken[] = [
  {
    defect: "words that turn away",
    file: WORDS,
    from: "a-anyone: どなたでも、どんなことでも書いてください。",
    to: "a-anyone: 市内にお住まいでない方は、対象外です。",
    law: "refusing",
    at: "a-anyone:",
    by: "manners",
  },
  {
    defect: "words that blame",
    file: WORDS,
    from: "again: 所属のお名前を、わかるところだけで教えてください。",
    to: "again: 正しく入力してください",
    law: "refusing",
    at: "again: 正しく",
    by: "manners",
  },
  {
    defect: "words that turn away, in kana with spaces",
    file: "words/ja-easy.yaml",
    from: "a-anyone: だれでも かいて ください。",
    to: "a-anyone: うけ つける ことが できません。",
    law: "refusing",
    at: "a-anyone:",
    by: "manners",
  },
  {
    defect: "words that turn away in English",
    file: "words/en.yaml",
    from: "a-anyone: Anyone can write here, about anything.",
    to: "a-anyone: We’re sorry, but we can't help you with this.",
    law: "refusing",
    at: "a-anyone:",
    by: "manners",
  },
  {
    defect: "words that turn away in Nepali",
    file: "words/ne.yaml",
    from: "a-anyone: जो कोहीले",
    to: "a-anyone: यहाँ जवाफ दिन सक्दैनौं। जो कोहीले",
    law: "refusing",
    at: "a-anyone:",
    by: "manners",
  },
  {
    defect: "the neutral line tells what it was about",
    file: WORDS,
    from: "neutral: わかりました。またいつでもどうぞ。",
    to: "neutral: わかりました。ＤＶの相談は、またいつでもどうぞ。",
    law: "lock-screen",
    at: "  neutral:",
    by: "manners",
  },
  {
    defect: "the line of the lock screen tells what it is about",
    file: WORDS,
    from: "からの お返事が あります",
    to: "から DVの ご相談の お返事が あります",
    law: "lock-screen",
    at: "  alt:",
    by: "manners",
  },
  {
    defect: "a topic in a Chinese push",
    file: "words/zh-CN.yaml",
    from: "alt: 您有一条来自{{office}}的消息",
    to: "alt: 您咨询的事，{{office}}有回复了",
    law: "lock-screen",
    at: "  alt:",
    by: "manners",
  },
  {
    defect: "an account that shames whoever holds the telephone",
    file: OFFICE,
    from: "account: あおば市 くらしの相談",
    to: "account: あおば市 生活保護の相談",
    law: "lock-screen",
    at: "account:",
    by: "names",
  },
  {
    defect: "a sentence too long for easy Japanese",
    file: "words/ja-easy.yaml",
    from: "got: わかりました。",
    to: "got: あなたが かいて くれた ことは ぜんぶ わたしたちが よく よんで これから どう するかを いっしょに かんがえます。",
    law: "easy",
    at: "  got:",
    by: "easy",
  },
];

const GAPS: Broken[] = [
  {
    defect: "danger answered without numbers in Korean",
    file: "words/ko.yaml",
    from: "    지금 이야기할 수 있는 곳이 있어요.\n    {{numbers}}\n",
    to: "    지금 이야기할 수 있는 곳이 있어요.\n",
    law: "danger",
    at: "  danger-SELF_HARM:",
    by: "gaps",
  },
  {
    defect: "a receipt without its number in Portuguese",
    file: "words/pt.yaml",
    from: "    Número de atendimento: {{receiptNo}}\n",
    to: "",
    law: "gap",
    at: "  partner-done:",
    by: "gaps",
  },
  {
    defect: "no words for a screen that others see, in Filipino",
    file: "words/fil.yaml",
    from: /^ {4}covered: \|\n( {6}.*\n)+/mu,
    to: "",
    law: "missing",
    at: "  check:\n    ask",
    by: "gaps",
  },
];

const EARS: Broken[] = [
  {
    defect: "words of suicide taken for harmless",
    file: "danger/ja.yaml",
    from: "harmless:\n",
    to: "harmless:\n  - もう死にたい\n",
    law: "deaf",
    at: "  SELF_HARM:\n    now:",
    by: "ears",
  },
  {
    defect: "a danger word missing in Vietnamese",
    file: "danger/vi.yaml",
    from: /cưỡng hiếp/gu,
    to: "xxx",
    law: "deaf",
    at: "  SEXUAL:",
    by: "ears",
  },
  {
    defect: "suicide ranked as something for later",
    file: "danger.yaml",
    from: "SELF_HARM:            { sure: E0, likely: E1, hint: E2 }",
    to: "SELF_HARM:            { sure: E2, likely: E2, hint: E2 }",
    law: "deaf",
    at: "  SELF_HARM:",
    by: "ears",
  },
  {
    defect: "a lamp that went out taken for a death, in Indonesian",
    file: "danger/id.yaml",
    from: /^risks:\n {2}SELF_HARM:\n {4}now:\n/mu,
    to: "risks:\n  SELF_HARM:\n    now:\n      死んだ:\n        - lampunya mati\n",
    law: "alarm",
    at: "harmless:",
    by: "ears",
  },
];

const OFFICES: Broken[] = [
  {
    defect: "an agency that has moved, and is still proposed where it was",
    file: KISARAZU,
    from: 'validTo: "2022-07-31", ',
    to: "",
    law: "closed",
    at: "  - { id: nambu-houkatsu-okubo",
    by: "routes",
    office: "kisarazu",
  },
  {
    defect: "a place that the note says is closed, without its last day",
    file: KISARAZU,
    from: 'validTo: "2022-03-31", note: 令和4年3月末に閉鎖',
    to: "note: 令和4年3月末に閉鎖",
    law: "closed",
    at: "  - { name: 地域活動支援センターⅢ型わーくす結",
    by: "routes",
    office: "kisarazu",
  },
  {
    defect: "a question that is empty where the town has written down no districts",
    file: WORDS,
    from: "      だいたいの場所でだいじょうぶです。言いたくなければ「言いたくない」と書いてください。\n",
    to: "",
    law: "gap",
    at: "    again: |\n      {{choices}}\n    # 近所の方・知り合いのことのとき\n    third: |\n      その方の",
    by: "towns",
  },
];

const LIMITS: Broken[] = [
  {
    defect: "a text beyond what LINE takes",
    file: WORDS,
    from: "      どんなことで困っていますか。",
    to: `      ${"とても長い前置きです。".repeat(500)}`,
    law: "limits",
    at: "    ask: |\n      とても",
    by: "sayings",
  },
  {
    defect: "a line of the lock screen beyond what LINE takes",
    file: "words/ko.yaml",
    from: "에서 온 메시지가 있습니다",
    to: "에서 온 메시지가 있습니다. ".repeat(120),
    law: "limits",
    at: "  alt:",
    by: "sayings",
  },
  {
    defect: "a text with nothing in it where the office has no telephone",
    file: WORDS,
    from: "human: |\n    わかりました。職員とお話しできるように伝えました。\n    職員が、{{readBy}}読みます。{{deskPhoneLine}}",
    to: 'human: "{{deskPhoneLine}}"',
    law: "gap",
    at: "  human:",
    by: "sayings",
  },
  {
    defect: "a district too long for a button",
    file: OFFICE,
    from: "label: 川辺地区,",
    to: "label: 川辺と、川の向こうと、中洲の三つをあわせた地区,",
    law: "book",
    at: "  - { code: kawabe",
  },
];

const WALKED: Broken[] = [
  {
    defect: "danger answered without numbers",
    file: WORDS,
    from: "いま話せるところがあります。\n    {{numbers}}",
    to: "いま話せるところがあります。",
    law: "danger",
    at: "danger-SELF_HARM",
    acts: danger,
  },
];

const TABLE = [...UNREADABLE, ...COURSES, ...MANNERS, ...GAPS, ...EARS, ...OFFICES, ...LIMITS, ...WALKED];
const shipped = await readFiles(new URL("../../flows/", import.meta.url).pathname);

describe("flows:check refutes", () => {
  test.each(TABLE)("$defect → $law", (broken) => {
    const files = withDefect(shipped, broken);
    expect(refuted(files, broken).join("\n")).toContain(placeIn(files, broken));
  });

  test("more languages than LINE has places for buttons → limits", () => {
    const more: Files = { ...shipped };
    for (const lang of ["xa", "xb", "xc", "xd"]) {
      more[`words/${lang}.yaml`] = (shipped["words/en.yaml"] ?? "").replace("lang: en", `lang: ${lang}`);
      more["refusing.yaml"] +=
        `\n${lang}: { spaces: true, reviewed: { by: null, on: null }, refuses: [a], topics: [a] }\n`;
    }
    const told = checkStill(more, ["demo"], ["sayings"]).map((one) => tell(more, one));
    expect(told.join("\n")).toContain("ボタンは13個までです（14個あります）");
  });

  test.each([
    ["an agency that is closed on the day", "閉じている「木更津市南部", closedToo],
    ["nobody, where the town's directory is empty", "名簿が空", () => []],
    ["nothing but a fault", "名簿が空", throwing],
  ])("a program that proposes %s", (_, what, route) => {
    const { office } = readBook(shipped, "kisarazu", "when needed");
    const told = routesBroken({ office }, route).map((finding) => finding.what);
    expect(told.join("\n")).toContain(what);
  });

  test("and finds no fault in the shipped files, in any office, that needs no walk to be seen", () =>
    expect(checkStill(shipped, officesIn(shipped)).map((told) => tell(shipped, told))).toEqual([]));
});

/** As if nobody looked at the days. */
const closedToo: typeof routesFor = (office, matter) =>
  routesFor(
    { ...office, agencies: office.agencies.map((one) => ({ ...one, validFrom: null, validTo: null })) },
    matter,
  );

/** As if there always were an agency. */
const throwing: typeof routesFor = (office, matter) => {
  if (office.agencies.length === 0) throw new Error("no agency");
  return routesFor(office, matter);
};
