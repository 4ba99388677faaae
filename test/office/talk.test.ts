// Whole talks in the seed municipalities: what staff find proposed, and that nothing of it is said to the resident.
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readBook } from "../../src/book/book.ts";
import { readFiles } from "../../src/book/disk.ts";
import { playBack } from "../../src/talk/play-back.ts";

const files = await readFiles(fileURLToPath(new URL("../../flows/", import.meta.url)));

interface Went {
  /** What the resident read. */
  read: string;
  proposals: string;
  place: string;
}

async function went(office: string, ...lines: string[]): Promise<Went> {
  const text = await playBack(readBook(files, office, "when needed"), lines.map((line) => `住民> ${line}`).join("\n"));
  const [talk = "", sheet = ""] = text.split("── 受付票 ──");
  const line = (head: string): string => new RegExp(`^${head}：(.*)$`, "m").exec(sheet)?.[1] ?? "";
  return { read: talk.replace(/^住民> .*$/gm, ""), proposals: line("候補"), place: line("地区") };
}

type Row = [what: string, office: string, lines: string[], proposed: RegExp, place: RegExp, never: string];
const AGREE = ["[相談する]"];

const TALKS: Row[] = [
  [
    "the district is in the story",
    "kisarazu",
    ["岩根の77歳の父が最近物忘れがひどくて心配です", ...AGREE, "12", "LINEで", "[これで送る]"],
    /木更津市西部地域包括支援センター（.*岩根地区。所管課 高齢者福祉課）/,
    /^岩根地区/,
    "地域包括支援センター",
  ],
  [
    "「岩根のあたり」, and a neighbour whose name is a district's",
    "kisarazu",
    [
      "80歳の母が一人暮らしで、となりの金田さんが見てくれています",
      ...AGREE,
      "介護",
      "岩根のあたり",
      "LINE",
      "[これで送る]",
    ],
    /木更津市西部地域包括支援センター/,
    /^岩根地区／岩根のあたり$/,
    "地域包括支援センター",
  ],
  [
    "the district's bare name",
    "kisarazu",
    ["80歳の母の介護のことで聞きたいです", ...AGREE, "清川", "LINE", "[これで送る]"],
    /木更津市北部地域包括支援センター/,
    /^清川地区/,
    "地域包括支援センター",
  ],
  [
    "a place the office cannot find",
    "kisarazu",
    ["80歳の母の介護のことで聞きたいです", ...AGREE, "駅の裏の方です", "LINE", "[これで送る]"],
    /^高齢者福祉課（.*地区がまだわからない）$|、高齢者福祉課（.*地区がまだわからない）$/,
    /^駅の裏の方です$/,
    "高齢者福祉課",
  ],
  [
    "a brother of 41 who does not leave the house",
    "kashiwazaki",
    ["41歳の弟が家から出ないんです", ...AGREE, "ひきこもり", "比角のほう", "LINE", "[これで送る]"],
    /^ひきこもり支援センター（ひきこもり・不登校）$/,
    /^比角のほう$/,
    "ひきこもり支援センター",
  ],
];

describe("staff find", () => {
  it.each(TALKS)("%s (%s)", async (_, office, lines, proposed, place, never) => {
    const talk = await went(office, ...lines);
    expect(talk.proposals).toMatch(proposed);
    expect(talk.place).toMatch(place);
    expect(talk.read).not.toContain(never);
    expect(talk.read).toContain("職員が確認して、お返事します。");
  });

  it.each(["muko", "seika", "yawata"])(
    "%s: nothing beside what was heard, and the talk goes to its end",
    async (office) => {
      const talk = await went(
        office,
        "80歳の母の介護のことで聞きたいです",
        ...AGREE,
        "介護",
        "駅の裏の方です",
        "LINE",
        "[これで送る]",
      );
      expect(talk.proposals).toBe("");
      expect(talk.read).toContain("受け付けました。");
    },
  );
});
