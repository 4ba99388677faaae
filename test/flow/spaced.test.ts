// What holds in every language whose words are written apart, whatever its lists: shown with a small language of its own.
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readFiles } from "../../src/book/disk.ts";
import { fileURLToPath } from "node:url";
import { readChoices, readNumbers } from "../../src/flow/listen/answer/choice.ts";
import { readContact } from "../../src/flow/listen/answer/contact.ts";
import { readPhone } from "../../src/flow/listen/answer/phone.ts";
import { clausesOf } from "../../src/flow/listen/edges.ts";
import { gradual } from "../../src/flow/listen/ear/gradual.ts";
import { intentOf } from "../../src/flow/listen/intent.ts";
import { compileListen } from "../../src/flow/listen/lists.ts";
import { hearPeople } from "../../src/flow/listen/who/people.ts";
import { hearStory } from "../../src/flow/listen/story.ts";
import { listenSchema } from "../../src/flow/words.ts";

const files = await readFiles(fileURLToPath(new URL("../../flows/", import.meta.url)));
const japanese = listenSchema.parse(parse(files["listen/ja.yaml"] ?? ""));
const compiling = compileListen({
  ...japanese,
  lang: "xx",
  spaces: true,
  density: 2.5,
  around: ["po", "kayo"],
  years: ["years old", "years old na", "umur 〜", "वर्ष"],
  alike: { chh: "ch", x: "ch", aa: "a", " di ": " hindi ", " lai ": "lai " },
  marks: ["hindi", "Hindi!", "di"],
  intents: {
    ...japanese.intents,
    yes: { whole: ["po"], part: [], except: [] },
    stop: { whole: ["tigil"], part: [], except: [] },
    thanks: { whole: ["salamat"], part: [], except: [] },
    who: { whole: [], part: ["sino nagbabasa*", "manche* … bolna*"], except: [] },
    unknown: { whole: ["thaha chaina", "hindi ko alam", "malai thaha chaina"], part: [], except: [] },
  },
  relations: { 親: ["nanay*", "ibu"], 配偶者: ["asawa*"], きょうだい: ["dai"] },
  mask: [],
  "not-about": ["ko namatay*", "takot ako sa 〜", "namatay ang 〜"],
  worries: ["nag aalala ako sa 〜"],
  self: ["ako ay"],
  covered: ["wag sabihin sa*"],
  avoid: ["wag tumawag*"],
});
const listen = gradual(() => compiling).whole();
const words = [
  ...listen.forms("line").map((word) => ({ word, means: "LINE" })),
  ...listen.forms("tumawag*").map((word) => ({ word, means: "TEL" })),
];
const heard = (said: string) =>
  hearPeople(listen, said).about.map(({ relation, called, ageBand }) => `${relation}(${called}) ${ageBand}`);

describe("words that may stand around", () => {
  it.each(["manchesanga malai bolnaparcha", "sino po nagbabasa nito", "sino kayo po nagbabasa", "sino nagbabasa"])(
    "%s",
    (said) => {
      expect(intentOf(listen, said)).toBe("who");
    },
  );
  it("do not hide how somebody must not be reached", () => {
    expect(readContact(listen, "line. wag po kayo tumawag", words)).toEqual({
      channels: ["LINE"],
      avoid: ["wag po kayo tumawag"],
    });
    expect(readContact(listen, "line na lang wag po tumawag", words)).toMatchObject({ channels: ["LINE"] });
    expect(hearStory(listen, "wag po sabihin sa nanay").covered).toBe(true);
  });
  it("mean something of their own only where nothing else does", () => {
    expect(intentOf(listen, "tigil po salamat")).toBe("stop");
    expect(intentOf(listen, "po")).toBe("yes");
  });
  it("do not hide a way to be reached", () => {
    expect(readContact(listen, "sa po line", [{ word: " sa line ", means: "LINE" }]).channels).toEqual(["LINE"]);
    expect(readChoices(listen, "opo sa po line yan", ["LINE"], { LINE: "sa line" }, [])).toEqual(["LINE"]);
  });
});

describe("people and ages", () => {
  it.each([
    ["nanay 78", ["親(nanay) 75-84"]],
    ["nanay ko 78 years old", ["親(nanay) 75-84"]],
    ["78 years old nanay", ["親(nanay) 75-84"]],
    ["78 years old na nanay ko", ["親(nanay) 75-84"]],
    ["ibu umur 78", ["親(ibu) 75-84"]],
    ["ibu saya umur 78 वर्ष", ["親(ibu) 75-84"]],
    ["ibu, 78 tahun", ["親(ibu) 75-84"]],
    ["nanay ७८ वर्ष", ["親(nanay) 75-84"]],
  ])("%s", (said, people) => {
    expect(heard(said)).toEqual(people);
  });
});

describe("「〜」 in a list: the person stands behind the words", () => {
  it("who hurts or is dead is not whom it is about", () => {
    expect(hearStory(listen, "takot ako sa asawa ko")).toMatchObject({ people: [], role: "SELF" });
    expect(hearStory(listen, "namatay ang nanay ko")).toMatchObject({ people: [], role: "SELF" });
    expect(hearStory(listen, "ako ay pagod. nag aalala ako sa nanay ko")).toMatchObject({ role: "FAMILY" });
  });
});

describe("spellings that sound alike", () => {
  it.each(["ma lai thaha chaina", "thaha chaina", "thaha chhaina", "thaha xaina", "thaahaa xaina"])("%s", (said) => {
    expect(intentOf(listen, said)).toBe("unknown");
  });
  it("are heard in relations as well, and shown as they are listed", () => {
    expect(heard("daai")).toEqual(["きょうだい(dai) UNKNOWN"]);
  });
});

describe("spellings of whole words", () => {
  it("are read only where the word stands alone", () => {
    expect(intentOf(listen, "di ko alam")).toBe("unknown");
    expect(intentOf(listen, "diko alam")).toBeNull();
  });
  it("are marks of the language as they are spelt, each once", () => {
    expect(listen.marks).toEqual([" hindi ", " di "]);
  });
});

describe("figures of Devanagari", () => {
  it("are numbers of choices and of telephones", () => {
    expect(readNumbers(listen, "१२")).toEqual([12]);
    expect(readPhone("०९०-१२३४-५६७८")).toBe("090-1234-5678");
  });
});

describe("the end of a sentence in Devanagari", () => {
  it("parts clauses", () => {
    expect(clausesOf(listen, "फोन। LINE")).toEqual(["फोन", "LINE"]);
  });
});
