// The proof refutes what is broken: one defect each in the shipped files, and the finding it must give.
import { beforeAll, describe, expect, test } from "vitest";
import type { Files } from "../../src/book/book.ts";
import { readFiles } from "../../src/book/disk.ts";
import { checkFlows } from "../../src/check/check.ts";
import type { Law } from "../../src/check/finding.ts";
import { tell } from "../../src/check/tell.ts";
import { actsOf, type Act } from "../../src/check/walk/inputs.ts";
import { book } from "../flow/talk.ts";

const WORDS = "words/ja.yaml";
const OFFICE = "offices/demo.yaml";

interface Broken {
  defect: string;
  file: string;
  /** What stands in the shipped file, and what stands there instead. */
  from: string | RegExp;
  to: string;
  law: Law;
  /** On the line that holds this. */
  at: string;
  /** What is tried beside the buttons. */
  acts?: Act[];
}

const ACTS = actsOf(book.flow);
const danger = ACTS.filter((act) => act.danger?.startsWith("danger-") === true);

const TABLE: Broken[] = [
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
    defect: "danger answered without numbers",
    file: WORDS,
    from: "いま話せるところがあります。\n    {{numbers}}",
    to: "いま話せるところがあります。",
    law: "danger",
    at: "danger-SELF_HARM",
    acts: danger,
  },
  {
    defect: "words of suicide taken for harmless",
    file: "danger/ja.yaml",
    from: "harmless:\n",
    to: "harmless:\n  - もう死にたい\n",
    law: "danger",
    at: "",
    acts: danger,
  },
  {
    defect: "suicide ranked as something for later",
    file: "danger.yaml",
    from: "SELF_HARM:            { sure: E0, likely: E1, hint: E2 }",
    to: "SELF_HARM:            { sure: E2, likely: E2, hint: E2 }",
    law: "danger",
    at: "",
    acts: danger,
  },
  {
    defect: "words that turn away",
    file: WORDS,
    from: "a-anyone: どなたでも、どんなことでも書いてください。",
    to: "a-anyone: 市内にお住まいでない方は、対象外です。",
    law: "refusing",
    at: "a-anyone:",
  },
  {
    defect: "words that blame",
    file: WORDS,
    from: "again: 所属のお名前を、わかるところだけで教えてください。",
    to: "again: 正しく入力してください",
    law: "refusing",
    at: "again: 正しく",
  },
  {
    defect: "the neutral line tells what it was about",
    file: WORDS,
    from: "neutral: わかりました。またいつでもどうぞ。",
    to: "neutral: わかりました。DVの相談は、またいつでもどうぞ。",
    law: "lock-screen",
    at: "  neutral:",
  },
  {
    defect: "the line of the lock screen tells what it is about",
    file: WORDS,
    from: "からの お返事が あります",
    to: "から DVの ご相談の お返事が あります",
    law: "lock-screen",
    at: "  alt:",
  },
  {
    defect: "an account that shames whoever holds the telephone",
    file: OFFICE,
    from: "account: あおば市 くらしの相談",
    to: "account: あおば市 生活保護の相談",
    law: "lock-screen",
    at: "account:",
  },
  {
    defect: "a text beyond what LINE takes",
    file: WORDS,
    from: "      どんなことで困っていますか。",
    to: `      ${"とても長い前置きです。".repeat(500)}`,
    law: "limits",
    at: "    ask: |\n      とても",
  },
  {
    defect: "a text with nothing in it",
    file: WORDS,
    from: "human: |\n    わかりました。職員とお話しできるように伝えました。\n    職員が、{{readBy}}読みます。{{deskPhoneLine}}",
    to: 'human: "{{deskPhoneLine}}"',
    law: "gap",
    at: "  human:",
    acts: ACTS.filter(({ does }) => does === "ことば human"),
  },
];

let files: Files;
beforeAll(async () => {
  files = await readFiles(new URL("../../flows/", import.meta.url).pathname);
});

describe("flows:check refutes", () => {
  test.each(TABLE)("$defect → $law", ({ file, from, to, law, at, acts = [] }) => {
    const shipped = files[file] ?? "";
    const text = shipped.replace(from, () => to);
    expect(text, "the defect was put in").not.toBe(shipped);
    const broken = { ...files, [file]: text };
    const { findings } = checkFlows(broken, ["demo"], { acts, enough: (finding) => finding.law === law });
    const told = findings.filter(({ finding }) => finding.law === law).map((one) => tell(broken, one));
    expect(told).not.toEqual([]);
    expect(told.join("\n")).toContain(`flows/${file}${at === "" ? "" : ` ${lineOf(text, at)}行目`}`);
  });

  test("and finds none of these faults in the shipped files, in every office", () => {
    const offices = Object.keys(files).flatMap((path) => /^offices\/(.+)\.yaml$/u.exec(path)?.[1] ?? []);
    const { findings, states } = checkFlows(files, offices, { acts: danger.slice(0, 2) });
    const here = new Set(TABLE.map(({ law }) => law));
    expect(states).toBeGreaterThan(100);
    expect(findings.filter(({ finding }) => here.has(finding.law)).map((told) => tell(files, told))).toEqual([]);
  });
});

const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split("\n").length;
