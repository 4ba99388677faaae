// A mistake in flows/ is answered with the file, the line, what is wrong and what to do, in Japanese.
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readBook, type Files } from "../../src/book/book.ts";
import { readFiles } from "../../src/book/disk.ts";
import { BookMistakes } from "../../src/book/mistakes.ts";
import { readProof } from "../../src/book/proof/proof.ts";

const shipped = await readFiles(fileURLToPath(new URL("../../flows/", import.meta.url)));

/** What is said about these files; "" where nothing is wrong. */
function told(files: Files, office = "demo"): string {
  try {
    readBook(files, office);
    readProof(files);
    return "";
  } catch (error) {
    if (error instanceof BookMistakes) return error.message;
    throw error;
  }
}

/** The shipped book with one place of one file changed. */
function broken(file: string, from: string | RegExp, to: string): Files {
  const text = shipped[file] ?? "";
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${String(from)} does not stand in ${file}`);
  return { ...shipped, [file]: changed };
}

/** On which line this stands in the shipped file. */
const lineOf = (file: string, part: string): number =>
  part === "" ? 0 : (shipped[file] ?? "").split("\n").findIndex((line) => line.includes(part)) + 1;

describe("the shipped book", () => {
  it("has no mistake", () => expect(told(shipped)).toBe(""));
});

type Row = [what: string, file: string, from: string | RegExp, to: string, at: string, says: string];

const WORDS: Row[] = [
  [
    "a word for a wrong thing",
    "words/ja.yaml",
    "  greeting: |",
    "  greting: |",
    "  greeting: |",
    "「greting」という項目はありません。「greeting」のまちがいではありませんか。",
  ],
  [
    "a word that is missing",
    "words/ja.yaml",
    /^ {2}got: .*\n/mu,
    "",
    "say:",
    "「say → got」がありません。書き足してください。",
  ],
  [
    "a word that is empty",
    "words/ja.yaml",
    /^ {2}got: .*$/mu,
    '  got: ""',
    "  got:",
    "「say → got」が空です。ことばを書いてください。",
  ],
  [
    "a question without its label",
    "words/ja.yaml",
    "    label: 地区\n",
    "",
    "  district:",
    "「questions → district → label」がありません。書き足してください。",
  ],
  [
    "a choice without its label",
    "words/ja.yaml",
    "    FAMILY: 家族のこと\n",
    "",
    "^  role:\n    SELF",
    "選択肢「FAMILY」のことば（choices → role → FAMILY）がありません。書き足してください。",
  ],
  [
    "a label too long for a button",
    "words/ja.yaml",
    "TEL: 電話",
    "TEL: 電話で連絡してもらえると助かります（昼間のみ）",
    "TEL: 電話",
    "「電話で連絡してもらえると助かります（昼間のみ）」はボタンに入りません。LINEのボタンは20文字までです。短くしてください。",
  ],
  [
    "a label too long behind 「直す：」",
    "words/ja.yaml",
    "label: だれのこと",
    "label: どなたのことについてのご相談かというおはなし",
    "label: だれのこと",
    "「直す：どなたのことについてのご相談かというおはなし」はボタンに入りません。",
  ],
  [
    "a gap nobody fills",
    "words/ja.yaml",
    "はじめまして。{{account}}です。",
    "はじめまして。{{acount}}です。",
    "  greeting: |",
    "{{acount}} は使えません。使えるのは、office、account、desk",
  ],
  [
    "a number where a word belongs",
    "words/ja.yaml",
    /^ {2}got: .*$/mu,
    "  got: 12",
    "  got:",
    "「say → got」は、ことば（文字）で書いてください。",
  ],
  [
    "the safety question left out",
    "words/ja.yaml",
    /^ {2}safety:\n {4}ask:[\s\S]*?(?=^\S|^ {2}\S|^# )/mu,
    "",
    "questions:",
    "設問「safety」のことば（questions → safety）がありません。",
  ],
];

const FACTS: Row[] = [
  [
    "a gap that this sentence does not fill",
    "words/ja.yaml",
    "reply-by: お返事は、{{day}}までにします。",
    "reply-by: お返事は、{{day}}の{{time}}までにします。",
    "  reply-by:",
    "{{time}} は使えません。使えるのは、{{day}} です。",
  ],
  [
    "a gap where there is none to fill",
    "words/ja.yaml",
    "  free: 無料",
    '  free: "{{cost}}"',
    "  free:",
    "{{cost}} は使えません。ここに {{…}} は書けません。",
  ],
  [
    "a sentence that lost its number",
    "words/ja.yaml",
    "  phone-any: 電話は {{phone}} です。",
    "  phone-any: 電話があります。",
    "  phone-any:",
    "「facts → phone-any」に {{phone}} がありません。書き足してください。",
  ],
  [
    "a time without its hour",
    "words/ja.yaml",
    'time: "{{h}}時{{m}}分"',
    'time: "{{ampm}}{{m}}分"',
    "  time: ",
    "「facts → time」に {{h}} か {{h12}} がありません。",
  ],
  [
    "an emergency with other digits",
    "words/ja.yaml",
    "  emergency: 119",
    "  emergency: １１９",
    "  emergency: ",
    "「facts → emergency」に 119 がありません。",
  ],
  [
    "a locale that is none",
    "words/ja.yaml",
    "locale: ja-JP",
    "locale: ja_JP",
    "locale: ja-JP",
    "「locale」: 日付や曜日を言えません。ja-JP のように書いてください。",
  ],
  [
    "a locale without dates",
    "words/ja.yaml",
    "locale: ja-JP",
    "locale: xx",
    "locale: ja-JP",
    "「locale」: 日付や曜日を言えません。ja-JP のように書いてください。",
  ],
  [
    "a sentence that is missing",
    "words/ja.yaml",
    /^ {2}reply-open: .*\n/mu,
    "",
    "facts:",
    "「facts → reply-open」がありません。書き足してください。",
  ],
  [
    "a number without a name",
    "words/ja.yaml",
    "  yorisoi: よりそいホットライン\n",
    "",
    "hotlines:",
    "「yorisoi」の電話の名前（hotlines → yorisoi）がありません。書き足してください。",
  ],
  [
    "a title that no language has",
    "danger.yaml",
    "- 子どもをたたいてしまう",
    "- 子どもをたたく",
    "- 子どもをたたいてしまう",
    "見出し「子どもをたたく」は、danger/ のどの言語にもありません。danger/ja.yaml の見出しと同じに書いてください。",
  ],
  [
    "a name of no number",
    "words/ja.yaml",
    "  yorisoi: よりそい",
    "  yorisoy: よりそい",
    "  yorisoi: よりそい",
    "「yorisoy」という番号は、hotlines.yaml にありません。",
  ],
  [
    "a limit that is not told",
    "words/ja.yaml",
    /^ {2}women: 岩手.*\n/mu,
    "",
    "hotline-notes:",
    "「women」の電話の注意（hotline-notes → women）がありません。書き足してください。",
  ],
  [
    "a gap in the name of a number",
    "words/ja.yaml",
    "  fresc: 外国人",
    '  fresc: "{{number}}" # 外国人',
    "  fresc: ",
    "{{number}} は使えません。ここに {{…}} は書けません。",
  ],
];

const FLOW: Row[] = [
  [
    "a kind that is none",
    "talks/self.yaml",
    "kind: ask-story",
    "kind: ask-stroy",
    "kind: ask-story",
    "「steps → 2番目 → kind」の「ask-stroy」は使えません。「ask-story」のまちがいではありませんか。使えるのは、ask-choice、",
  ],
  [
    "a step without a kind",
    "talks/self.yaml",
    "- kind: ask-story\n    fills",
    "- fills",
    "kind: ask-story",
    "「steps → 2番目 → kind」がありません。書き足してください。",
  ],
  [
    "a field that is none",
    "talks/self.yaml",
    "fills: district",
    "fills: distrikt",
    "fills: district",
    "「steps → 5番目 → fills」の「distrikt」は使えません。「district」のまちがいではありませんか。",
  ],
  [
    "a step asked twice",
    "talks/agency.yaml",
    "fills: wish",
    "fills: agreed",
    "fills: wish",
    "「agreed」をたずねる設問が二つあります。ひとつにしてください。",
  ],
  [
    "a choice that is none",
    "talks/self.yaml",
    "choices: [LINE, TEL,",
    "choices: [LINE, TELEX,",
    "choices: [LINE, TEL,",
    "の「TELEX」は使えません。使えるのは、LINE、TEL、",
  ],
  [
    "one choice twice",
    "talks/start.yaml",
    "choices: [SELF, FAMILY,",
    "choices: [SELF, SELF, FAMILY,",
    "choices: [SELF, FAMILY,",
    "選択肢「SELF」が二つあります。ひとつにしてください。",
  ],
  [
    "one choice only",
    "talks/start.yaml",
    "choices: [SELF, FAMILY, NEIGHBOR, AGENCY, MIMAMORI, UNKNOWN]",
    "choices: [SELF]",
    "choices: [SELF, FAMILY,",
    "「steps → 1番目 → choices」は、2個以上にしてください。",
  ],
  [
    "a version in words",
    "talks/self.yaml",
    "version: 2",
    "version: いち",
    "version: 2",
    "「version」は、数字で書いてください。",
  ],
  [
    "a role that stands in two",
    "talks/self.yaml",
    "for: [SELF,",
    "for: [SELF, CHILD,",
    "for: [SELF,",
    "立場「CHILD」は「child」にもあります。どちらかひとつにしてください。",
  ],
  [
    "a role that stands in none",
    "talks/child.yaml",
    "for: [CHILD]",
    "for: []",
    "",
    "立場「CHILD」の方の流れがありません。どれかひとつの for に書き足してください。",
  ],
  [
    "a course under another name than its file's",
    "talks/self.yaml",
    "flow: self",
    "flow: selff",
    "flow: self",
    "flow が「selff」です。ファイルの名前と同じ「self」にしてください。",
  ],
  [
    "words of its own that nobody wrote",
    "talks/child.yaml",
    "fills: district\n    as: child",
    "fills: district\n    as: kid",
    "",
    "設問「district」の「kid」のことば（questions → district → kid）がありません。",
  ],
  [
    "a danger in a choice that is none",
    "talks/partner.yaml",
    "risks: { SILENT: SAFETY_CHECK }",
    "risks: { SILENCE: SAFETY_CHECK }",
    "    risks: { SILENT",
    "「SILENCE」は、この設問の選択肢（choices）にありません。",
  ],
];

const OFFICE: Row[] = [
  ["no hours", "offices/demo.yaml", /^hours:\n.*\n/mu, "", "", "「hours」がありません。書き足してください。"],
  [
    "an hour written short",
    "offices/demo.yaml",
    '"08:30"',
    '"8:30"',
    'from: "08:30"',
    "時刻は 08:30 のように書いてください",
  ],
  [
    "hours that end before they begin",
    "offices/demo.yaml",
    '"17:15"',
    '"07:15"',
    'to: "17:15"',
    "08:30 から 07:15 までになっています。",
  ],
  [
    "a weekday spelled out",
    "offices/demo.yaml",
    "days: [月,",
    "days: [月曜,",
    "days: [月,",
    "「hours → 1番目 → days → 1番目」の「月曜」は使えません。使えるのは、月、火、",
  ],
  [
    "a day that does not exist",
    "offices/demo.yaml",
    '"12-29"',
    '"13-29"',
    "closed:",
    "「13-29」という日はありません。",
  ],
  [
    "a day written with a slash",
    "offices/demo.yaml",
    '"12-29"',
    '"12/29"',
    "closed:",
    "月と日を 12-29 のように書いてください",
  ],
  [
    "another file's id",
    "offices/demo.yaml",
    "id: demo",
    "id: aoba",
    "id: demo",
    "id が「aoba」です。ファイルの名前と同じ「demo」にしてください。",
  ],
  [
    "a district twice",
    "offices/demo.yaml",
    "code: kita",
    "code: chuo",
    "code: kita",
    "地区の code「chuo」が二つあります。別のものにしてください。",
  ],
  [
    "a district too long for a button",
    "offices/demo.yaml",
    "label: 北地区",
    "label: 北地区と、そのまわりの町や村をあわせたところ",
    "code: kita",
    "は、20文字までにしてください。",
  ],
  [
    "a setting nobody knows",
    "offices/demo.yaml",
    "holdHours: 24",
    "holdHour: 24",
    "holdHours: 24",
    "「holdHour」という項目はありません。",
  ],
  [
    "another way to write 障害",
    "offices/demo.yaml",
    "disability: 障害",
    "disability: しょうがい",
    "disability: 障害",
    "「disability」の「しょうがい」は使えません。使えるのは、障害、障がい、障碍 です。",
  ],
];

const PROOF: Row[] = [
  [
    "refusing words of a language that is not spoken",
    "refusing.yaml",
    /^ko:$/mu,
    "kr:",
    "ko:",
    "「kr」は、words/ にありません。つづりを直すか、消してください。",
  ],
  [
    "refusing words without those of a language",
    "refusing.yaml",
    /^ko:$/mu,
    "kr:",
    "",
    "「ko」（words/ko.yaml）の分がありません。書き足してください。",
  ],
  [
    "a refusing word whose bracket does not close",
    "refusing.yaml",
    "- (でき|し|いたし|致し)かねます",
    "- (でき|し|いたし|致しかねます",
    "- (でき|",
    "の（ ）が閉じていないか、言いかえが多すぎます。直してください。",
  ],
  [
    "a refusing word in another notation",
    "refusing.yaml",
    "(期限|期間|時間)(を|)(",
    "(期限|期間|時間)を?(",
    "(期限|期間|時間)(を|)(",
    "の「?」は使えません。言いかえは (a|b)、なくてもよいことばは (a|) と書いてください。",
  ],
  [
    "a refusing word without a letter",
    "refusing.yaml",
    "    - お断り\n",
    "    - 「！」\n",
    "    - お断り",
    "「「！」」に、文字のない言いかたがあります。",
  ],
  [
    "a sentence of a danger that there is not",
    "must-hear.yaml",
    "    MEDICAL:\n",
    "    MEDICL:\n",
    "    MEDICAL:",
    "「MEDICL」という項目はありません。「MEDICAL」のまちがいではありませんか。",
  ],
];

const NOTATION: Row[] = [
  [
    "a tab",
    "talks/self.yaml",
    "    fills: story",
    "\tfills: story",
    "fills: story",
    "行の頭にタブがあります。字下げは、半角の空白で書いてください。",
  ],
  [
    "a key twice",
    "offices/demo.yaml",
    "name: あおば市",
    "name: あおば市\nname: みどり市",
    "account:",
    "同じ項目が二つあります。ひとつにしてください。",
  ],
  [
    "an open bracket",
    "offices/demo.yaml",
    "days: [月, 火, 水, 木, 金]",
    "days: [月, 火, 水, 木, 金",
    'from: "08:30"',
    "flows/offices/demo.yaml",
  ],
  [
    "a colon without a space",
    "offices/demo.yaml",
    "name: あおば市",
    "name:あおば市",
    "name: あおば市",
    "「項目: ことば」の形で書いてください。",
  ],
  [
    "an expression of danger that cannot be read",
    "danger/ja.yaml",
    /(\n {6,}- )(?=\S)/u,
    "$1（とじていない\n        - ",
    "",
    "flows/danger/ja.yaml",
  ],
];

describe.each([
  ["the words", WORDS],
  ["what is said of the office and the numbers", FACTS],
  ["the order of the questions", FLOW],
  ["an office", OFFICE],
  ["the lists of the proof", PROOF],
  ["the notation", NOTATION],
])("a mistake in %s", (_, rows) => {
  it.each(rows)("%s", (_name, file, from, to, at, says) => {
    const message = told(broken(file, from, to));
    expect(message).toContain(says);
    const line = /\n/u.test(at) ? lineBefore(file, at) : lineOf(file, at);
    if (line > 0) expect(message).toContain(`flows/${file} ${line}行目: `);
  });
});

/** The first line of several that stand together. */
function lineBefore(file: string, part: string): number {
  const text = shipped[file] ?? "";
  return text.slice(0, text.indexOf(part.replace("^", ""))).split("\n").length;
}

/** What is read for the demo office: the other offices' files are not opened. */
const READ = Object.keys(shipped).filter((file) => !file.startsWith("offices/") || file === "offices/demo.yaml");

describe("told together", () => {
  it("every mistake of every file at once, each on a line of its own", () => {
    const files = {
      ...broken("talks/self.yaml", "fills: district", "fills: distrikt"),
      "offices/demo.yaml": (shipped["offices/demo.yaml"] ?? "").replace('"08:30"', '"8:30"'),
      "words/ja.yaml": (shipped["words/ja.yaml"] ?? "").replace("  greeting: |", "  greting: |"),
    };
    const lines = told(files).split("\n");
    expect(lines.map((line) => line.replace(/ .*/u, "")).toSorted()).toEqual([
      "flows/offices/demo.yaml",
      "flows/talks/self.yaml",
      "flows/words/ja.yaml",
      "flows/words/ja.yaml",
    ]);
  });

  it("a file that is not there", () => {
    const { "hotlines.yaml": _, ...files } = shipped;
    expect(told(files)).toBe("flows/hotlines.yaml: 緊急の番号のファイルがありません。");
  });

  it("an office that is not there", () =>
    expect(told(shipped, "midori")).toBe("flows/offices/midori.yaml: 自治体「midori」の設定のファイルがありません。"));

  it("an empty file", () =>
    expect(told({ ...shipped, "talks/self.yaml": "" })).toContain(
      "flows/talks/self.yaml: このファイルの中身は、「項目: ことば」の形で書いてください。",
    ));

  it.each(["", "[]", "はい", "steps: [", "- - -", "a: &x [*x]", "\u0000"])(
    "whatever stands in a file, it is a mistake and no crash: %j",
    (text) => {
      for (const file of READ)
        // An empty list of other languages is none, and no mistake.
        if (file !== "other-languages.yaml" || text !== "[]")
          expect(told({ ...shipped, [file]: text })).toContain(`flows/${file}`);
    },
  );
});
