// In which language somebody is answered: as LINE is set, as they write, or as they ask; their own words stay as written.
import { describe, expect, it } from "vitest";
import { resident, tell } from "./talk.ts";

describe("the language LINE is set to", () => {
  it.each([
    ["vi", "vi"],
    ["vi-VN", "vi"],
    ["pt", "pt"],
    ["pt-PT", "pt"],
    ["ja", "ja"],
    ["zh-TW", "ja"],
    ["fr", "ja"],
    ["", "ja"],
  ])("%s: greeted in %s", (tag, lang) => {
    expect(resident().send({ kind: "follow", lang: tag }).state.lang).toBe(lang);
  });

  it("holds until the person writes another", () => {
    const who = resident();
    who.send({ kind: "follow", lang: "pt" });
    expect(who.type("Tôi không có tiền trả tiền nhà").state.lang).toBe("vi");
  });

  it("a greeting offers every language there is, each by its own name", () => {
    const { said, buttons } = resident().send({ kind: "follow" });
    expect(buttons).toEqual(expect.arrayContaining(["lang:ja", "lang:vi", "lang:pt"]));
    expect(said.at(-1)?.buttons.map(({ label }) => label)).toEqual(expect.arrayContaining(["日本語", "Tiếng Việt"]));
  });
});

describe("the words somebody writes", () => {
  it.each([
    ["Tôi không có tiền trả tiền nhà", "vi"],
    ["toi khong biet tieng nhat, toi can giup do", "vi"],
    ["Estou sem emprego e não tenho dinheiro", "pt"],
    ["母のことで相談したいです", "ja"],
    ["介護", "ja"],
    ["ok", "ja"],
    ["090-1234-5678", "ja"],
    ["😢", "ja"],
  ])("「%s」 → %s", (text, lang) => expect(resident().type(text).state.lang).toBe(lang));

  it("a lone name or number in the middle of a talk turns nothing", () => {
    const turn = tell(resident(), "母のことで相談したいです", "相談する", "Tanaka");
    expect(turn.state.lang).toBe("ja");
  });

  it("an interpreter is wanted where it is not Japanese", () => {
    expect(resident().type("Tôi không có tiền trả tiền nhà").state.supports).toContain("通訳");
    expect(resident().type("お金がなくて家賃が払えません").state.supports).not.toContain("通訳");
  });
});

describe("asked for by its name, at any time", () => {
  it.each(["Tiếng Việt", "tieng viet", "ベトナム語で", "ベトナム語でお願いします", "[lang:vi]"])("「%s」", (said) => {
    const turn = tell(resident(), "こんにちは", said);
    expect([turn.state.lang, turn.state.langBy, turn.keys]).toEqual(["vi", "asked", ["lang-set", "?role"]]);
  });

  it("stays so, whatever is written afterwards", () => {
    const turn = tell(resident(), "こんにちは", "ベトナム語で", "Estou sem emprego e não tenho dinheiro");
    expect(turn.state.lang).toBe("vi");
  });

  it("before the first word: the greeting comes once more in it, and no talk begins", () => {
    const who = resident();
    who.send({ kind: "follow" });
    const turn = who.press("lang", "vi");
    expect([turn.keys, turn.state.intake, turn.state.lang]).toEqual([["greeting"], null, "vi"]);
  });
});

describe("a language we do not speak yet", () => {
  it.each([
    ["မင်္ဂလာပါ ကျွန်မ အကူအညီလိုပါတယ်", "ビルマ語"],
    ["ช่วยด้วยค่ะ ไม่มีเงิน", "タイ語"],
    ["Мне нужна помощь, я не говорю по-японски", "ロシア語"],
  ])("「%s」 is received in it, staff are told, and the languages there are stand as buttons", (text, name) => {
    const turn = resident().type(text);
    expect(turn.keys).toEqual(["lang-other"]);
    expect(turn.buttons).toContain("lang:vi");
    expect(turn.effects).toContainEqual({ do: "task", what: `通訳要: ${name}` });
    expect(turn.state.intake).not.toBeNull();
  });

  it("whoever writes on in it goes on in やさしい日本語, and the words are kept", () => {
    const who = resident();
    who.type("ช่วยด้วยค่ะ ไม่มีเงิน");
    const turn = who.type("ฉันอยู่คนเดียว");
    expect([turn.asked, turn.state.told]).toEqual(["role", 2]);
  });
});

describe("danger", () => {
  it("is heard and answered in the language it was written in, whatever the talk spoke before", () => {
    const turn = tell(resident(), "こんにちは", "[role:SELF]", "Tôi muốn chết, tôi không chịu được nữa");
    expect([turn.keys[0], turn.state.lang]).toEqual(["danger-SELF_HARM", "vi"]);
  });
});
