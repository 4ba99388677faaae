// A mistake in an office's directory is answered with its line and what to do, in Japanese.
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readBook } from "../../src/book/book.ts";
import { readFiles } from "../../src/book/disk.ts";
import { BookMistakes } from "../../src/book/mistakes.ts";

const shipped = await readFiles(fileURLToPath(new URL("../../flows/", import.meta.url)));
const FILE = "offices/kisarazu.yaml";
const text = shipped[FILE] ?? "";

function told(from: string, to: string): string {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${from} does not stand in ${FILE}`);
  try {
    readBook({ ...shipped, [FILE]: changed }, "kisarazu");
    return "";
  } catch (error) {
    if (error instanceof BookMistakes) return error.message;
    throw error;
  }
}

const lineOf = (part: string): number => text.split("\n").findIndex((line) => line.includes(part)) + 1;

describe("a mistake in the directory", () => {
  it.each<[what: string, from: string, to: string, at: string, says: string]>([
    [
      "a district that is none",
      "districts: [iwane, kaneda]",
      "districts: [iwane, kanda]",
      "id: seibu-houkatsu",
      "「kanda」という地区がありません。districts の code を書いてください。",
    ],
    [
      "a larger district that is none",
      "label: 岩根地区,",
      "label: 岩根地区, parent: west,",
      "code: iwane",
      "「west」という地区がありません。districts に書き足すか、parent を直してください。",
    ],
    [
      "a district within itself",
      "label: 岩根地区,",
      "label: 岩根地区, parent: iwane,",
      "code: iwane",
      "「iwane」が、自分の中に入っています。parent を確かめてください。",
    ],
    [
      "one id twice",
      "id: seibu-houkatsu",
      "id: chubu-houkatsu",
      "id: seibu-houkatsu",
      "機関の id「chubu-houkatsu」が二つあります。別のものにしてください。",
    ],
    [
      "a field twice",
      "kind: 障害, label: 障がい",
      "kind: 高齢, label: 障がい",
      "kind: 障害, label: 障がい",
      "分野「高齢」が二つあります。ひとつにしてください。",
    ],
    [
      "an agency of a field that is not there",
      "field: 困窮",
      "field: 精神保健",
      "id: jiritsu",
      "分野「精神保健」が fields にありません。書き足してください。",
    ],
    [
      "a field nobody knows",
      "field: 困窮",
      "field: 貧困",
      "id: jiritsu",
      "の「貧困」は使えません。使えるのは、高齢、障害、",
    ],
    ["a statute in other words", "statute: 1号ハ", "statute: 一号ハ", "id: kosodate", "の「一号ハ」は使えません。"],
    [
      "a telephone number with letters",
      "phone: 0438-37-4811",
      "phone: 電話0438",
      "id: nambu-houkatsu-okubo",
      "電話番号は、市外局番から半角の数字と「-」で書いてください",
    ],
    ["a day that does not exist", '"2022-03-31"', '"2022-02-31"', "わーくす結", "「2022-02-31」という日はありません。"],
    ["a day in other signs", '"2022-03-31"', '"2022/03/31"', "わーくす結", "日は 2022-03-31 のように書いてください"],
    [
      "an end before the beginning",
      'validFrom: "2022-08-01"',
      'validFrom: "2022-08-01", validTo: "2022-07-01"',
      'validFrom: "2022-08-01"',
      "2022-08-01 から 2022-07-01 までになっています。終わりの日を、あとにしてください。",
    ],
    [
      "an item nobody knows",
      "division: 高齢者福祉課, audience",
      "devision: 高齢者福祉課, audience",
      "id: chubu-houkatsu",
      "「devision」という項目はありません。",
    ],
  ])("%s", (_, from, to, at, says) => {
    const message = told(from, to);
    expect(message).toContain(says);
    expect(message).toMatch(new RegExp(`kisarazu\\.yaml\\D{0,3}${lineOf(at)}\\D`));
  });
});
