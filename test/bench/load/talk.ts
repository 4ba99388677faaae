// The talk everybody has in the bench: a whole conversation of eight turns, as residents write them.
export type Act = { text: string } | { press: string };

/**
 * The talk of the person with this number, the same for every bot. Nobody tells quite what somebody else told, so that
 * nothing is answered from memory. A button is pressed where the last answer bears it; else its words are typed.
 */
export const talkOf = (n: number): Act[] => [
  {
    text: `母が最近同じことを何度も聞いてきて心配です。父は${60 + (n % 35)}歳で腰が悪く、弟は${1 + (n % 29)}年部屋から出てきません。${n}号室です。どこに相談していいかわからなくて…`,
  },
  { press: "相談する" },
  { text: `介護かな、あとひきこもり${"。".repeat(n % 3)}` },
  { text: `川辺の${n % 997}番地のほうです` },
  { text: `電話がいいです${n % 5 === 0 ? "、できれば" : ""}` },
  { text: `090-${1000 + (n % 9000)}-${1000 + ((n * 7) % 9000)}` },
  { text: `平日の${9 + (n % 11)}時以降。さとう${n % 1000}といいます` },
  { press: "これで送る" },
];

/** What stands in the last answer of a talk that went as it should, with every bot. */
export const DONE = "受け付けました";
