// The talk everybody has in the bench: a whole conversation of eight turns, as residents write them.
export type Act = { text: string } | { press: string };

/** The same words for every bot. A button is pressed where the last answer bears it; else its words are typed. */
export const TALK: Act[] = [
  {
    text: "母が最近同じことを何度も聞いてきて心配です。父は78歳で腰が悪く、弟は20年部屋から出てきません。どこに相談していいかわからなくて…",
  },
  { press: "相談する" },
  { text: "介護かな、あとひきこもり" },
  { text: "川辺のほうです" },
  { text: "電話がいいです" },
  { text: "090-1234-5678" },
  { text: "平日の18時以降。さとうといいます" },
  { press: "これで送る" },
];

/** What stands in the last answer of a talk that went as it should, with every bot. */
export const DONE = "受け付けました";
