// Which language a text is written in: those we speak, and those we only know when we see them.
import { describe, expect, it } from "vitest";
import { heardIn } from "../../src/flow/listen/tongue.ts";
import { book, resident, tell, textOf } from "./talk.ts";

const codeOf = (text: string): string | null => {
  const heard = heardIn(book.flow, text);
  if (heard === null) return null;
  return "lang" in heard ? heard.lang : heard.other.code;
};

describe("a language we do not speak yet", () => {
  it.each([
    ["my", "ကျွန်မ ခင်ပွန်းက ရိုက်တယ် ဘယ်သူ့ကို ပြောရမလဲ မသိဘူး"],
    ["th", "สามีตบตีหนู ไม่รู้จะทำยังไงดี"],
    ["km", "ខ្ញុំគ្មានលុយបង់ថ្លៃឈ្នួលផ្ទះទេ"],
    ["lo", "ຂ້ອຍບໍ່ມີເງິນຈ່າຍຄ່າເຊົ່າ"],
    ["si", "මට වැඩක් නැහැ, කුලිය ගෙවන්න සල්ලි නැහැ"],
    ["ta", "என்னிடம் வாடகை கட்ட பணம் இல்லை"],
    ["bn", "আমার চাকরি চলে গেছে, ভাড়া দিতে পারছি না"],
    ["ru", "Меня уволили, нечем платить за квартиру"],
    ["ru", "привет"],
    ["uk", "Мені дуже потрібна допомога, немає грошей на їжу"],
    ["mn", "Надад ажил байхгүй, байрны мөнгө төлж чадахгүй байна"],
    ["ar", "زوجي يضربني ولا أعرف ماذا أفعل"],
    ["fa", "سلام"],
    ["ar", "مرحبا"],
    ["fa", "شوهرم مرا می زند، کمک می خواهم"],
    ["ur", "میرا شوہر مجھے مارتا ہے، مجھے مدد چاہیے"],
    ["hi", "मेरे पति मुझे मारते हैं, मुझे मदद चाहिए"],
    ["es", "Hola, mi esposo me golpea y tengo miedo, necesito ayuda"],
    ["es", "Me despidieron del trabajo y no tengo para el alquiler"],
    ["fr", "Bonjour, je n’ai plus de travail et je ne peux pas payer le loyer"],
  ])("%s: %s", (code, text) => expect(codeOf(text)).toBe(code));
});

describe("a language we speak, beside those of the same letters", () => {
  it.each([
    ["pt", "Oi, meu marido me bate e tenho medo, preciso de ajuda"],
    ["pt", "Fui mandado embora e não tenho como pagar o aluguel"],
    ["vi", "chong toi danh toi, toi so lam"],
    ["vi", "Tôi ở かわべ, bị mất việc rồi"],
    // One of its commonest words, and letters that only Vietnamese has.
    ["vi", "chồng em hay kiểm tra điện thoại"],
    ["vi", "khổ quá"],
    // Answered in simplified letters, which those who write the others can read.
    ["zh-CN", "我丈夫打我"],
    ["zh-CN", "没事"],
    ["zh-CN", "我先生打我，我不知道怎麼辦，請問可以幫我嗎"],
  ])("%s: %s", (code, text) => expect(codeOf(text)).toBe(code));
});

describe("plain Japanese in kana", () => {
  it.each(["おかね が ない", "がっこうでいじめられてる", "おかあさんがたたく"])("answers 「%s」", (said) =>
    expect(tell(resident(), said).state.lang).toBe("ja-easy"),
  );

  it.each(["どうしたらいいかわからない", "ありがとうございました", "学校でいじめられてる"])(
    "is not for 「%s」",
    (said) => expect(tell(resident(), said).state.lang).toBe("ja"),
  );

  it("answers a child whose age comes second, in the same breath", () => {
    const turn = tell(resident(), "学校でいじめられてる", "13歳");
    expect([turn.state.lang, textOf(turn)]).toEqual(["ja-easy", expect.stringContaining("よんでも いいですか")]);
  });
});

describe("Japanese stays Japanese", () => {
  it.each([
    "夫がDVです",
    "LINEでお願いします",
    "SOS",
    "ok",
    "家賃が払えない",
    "生活保護申請希望",
    "国民健康保険料滞納、会社倒産",
    "対応が悪い",
  ])("%s", (text) => expect(codeOf(text)).toBeNull());
});

describe("the answer to a language we do not speak", () => {
  it("says in it that the words were received, offers those there are, and calls for an interpreter", () => {
    const hana = resident();
    const { said, state } = hana.type("สามีตบตีหนู ไม่รู้จะทำยังไงดี");
    expect(said.some(({ text }) => text.includes("เราได้รับข้อความของคุณแล้ว"))).toBe(true);
    expect(said.flatMap(({ buttons }) => buttons.map(({ label }) => label))).toEqual(
      expect.arrayContaining(["Tiếng Việt", "Português"]),
    );
    expect(state.supports).toContain("通訳");
  });
});

describe("what undoes is not heard across two sentences", () => {
  it.each(["my mother is 75 and she forget everything, i am so tired", "母が何もかも忘れて、消してしまうんです"])(
    "「%s」 erases nothing, and asks nothing of the kind",
    (text) => {
      const turn = tell(resident(), "help", text);
      expect(turn.effects.some((effect) => effect.do === "erase")).toBe(false);
      expect(turn.asked).not.toBe("erase");
    },
  );

  it("one English word is enough where nothing is known yet", () => {
    expect(resident().type("help").state.lang).toBe("en");
    expect(resident().type("hello").state.lang).toBe("en");
  });
});
