// Refusing words are found as somebody might write them into a flow, in every language; kind words are left alone.
import { expect, test } from "vitest";
import { readFiles } from "../../src/book/disk.ts";
import { readProof } from "../../src/book/proof/proof.ts";
import { finding } from "../../src/check/words/listed.ts";

const { refusing } = readProof(await readFiles(new URL("../../flows/", import.meta.url).pathname));
const refuses = (lang: string, text: string): boolean => {
  const { refuses: words = [], spaces = false } = refusing[lang] ?? {};
  return finding(words, spaces)(text) !== null;
};

test.each([
  ["ja", "恐れ入りますが、こちらの窓口では承っておりません。"],
  ["ja", "そのご相談は対象にはなりません。"],
  ["ja", "市民の方のみご利用いただけます。"],
  ["ja", "受付(うけつけ)できません。"],
  ["ja", "申し訳ございませんが、お答えできかねます。"],
  ["ja", "もう一度正しく入力してください。"],
  ["ja", "担当課が違います。"],
  ["ja-easy", "ここでは そうだん できません。"],
  ["ja-easy", "あなたは ここを つかう ことが できません。"],
  ["en", "Sorry, this service is for residents only."],
  ["en", "You are not eligible for this."],
  ["en", "We do not accept messages of this kind."],
  ["en", "Please contact another department."],
  ["en", "Invalid input. Please enter a number."],
  ["zh-CN", "很抱歉，您不符合条件。"],
  ["zh-CN", "我们不受理这类问题。"],
  ["zh-CN", "请咨询其他部门。"],
  ["vi", "Bạn không thuộc đối tượng được hỗ trợ."],
  ["vi", "Chúng tôi không thể trả lời câu này."],
  ["vi", "Vui lòng nhập lại."],
  ["ko", "지원 대상이 아닙니다."],
  ["ko", "이 내용은 접수할 수 없습니다."],
  ["ko", "다른 부서로 문의해 주세요."],
  ["pt", "Infelizmente, você não tem direito."],
  ["pt", "Não atendemos esse tipo de assunto."],
  ["pt", "Resposta inválida."],
  ["fil", "Hindi po kayo kwalipikado."],
  ["fil", "Hindi po namin masasagot iyan."],
  ["fil", "Para lamang sa mga residente."],
  ["ne", "तपाईं योग्य हुनुहुन्न।"],
  ["ne", "हामी जवाफ दिन सक्दैनौं।"],
  ["ne", "अमान्य उत्तर।"],
  ["id", "Maaf, Anda tidak memenuhi syarat."],
  ["id", "Kami tidak bisa membantu Anda."],
  ["id", "Silakan hubungi bagian lain."],
])("%s: 「%s」 turns away", (lang, text) => expect(refuses(lang, text)).toBe(true));

test.each([
  ["ja", "対象をしぼらずに、どなたでも書いてください。"],
  ["ja", "答えにくいことは、書かなくてもかまいません。"],
  ["ja-easy", "わからなくても だいじょうぶです。"],
  ["en", "You do not have to answer. Anyone can write here."],
  ["en", "No terror, no errors: the word in a word is not found."],
  ["zh-CN", "说不清楚也没关系。"],
  ["vi", "Không sao đâu, bạn cứ viết nhé."],
  ["ko", "대답하기 어려우면 넘어가도 괜찮아요."],
  ["pt", "Não precisa escrever o nome."],
  ["fil", "Hindi po kailangan ang pangalan."],
  ["ne", "नाम लेख्नु पर्दैन।"],
  ["id", "Tidak perlu menulis nama."],
])("%s: 「%s」 does not", (lang, text) => expect(refuses(lang, text)).toBe(false));
