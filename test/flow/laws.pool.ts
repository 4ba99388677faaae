// What residents type, press and send, the usual and the odd, for the laws of the conversation.
import fc from "fast-check";
import type { Input } from "../../src/flow/input.ts";
import { AGE_BANDS, CATEGORIES, CONTACT_CHANNELS, RELATIONS, ROLES } from "../../src/flow/codes.ts";
import { FIELDS } from "../../src/flow/steps/step.ts";
import { book } from "./talk.ts";

const STORIES = [
  "母が最近同じことを何度も聞いてきて心配です",
  "80代の両親と、41歳の弟のことで",
  "お金がなくて家賃が払えません。どうすればいいですか？",
  "隣の部屋の子どもの泣き声が毎晩聞こえます",
  "大家です。入居者の方が3週間見えません",
  "夫に殴られています。夫には内緒にしてください",
  "学校行きたくない。中2です",
  "090-1234-5678に電話ください",
  "父が\n最近\n忘れっぽくて",
  "家には電話しないで",
  "とても長い話です。".repeat(300),
];
const ANSWERS = [
  "はい",
  "いいえ",
  "1",
  "２",
  "③",
  "一",
  "12と3",
  "99",
  "0",
  "自分",
  "家族",
  "相談する",
  "くわしく",
  "母",

  "80代の父と45歳の弟",
  "介護のこと",
  "うまく言えない",
  "川辺のほう",
  "〇〇小学校の近く",
  "電話",
  "LINE",
  "いらない",

  "03-1234-5678",
  "平日の18時以降",
  "さとう",
  "これで送る",
  "地区を直す",
  "3",
  "大丈夫",
  "今あぶない",
  "大丈夫じゃない",
];
const INTERRUPTS = [
  "わからない",
  "とばす",
  "もどる",
  "やめる",
  "今は話せない",
  "人に代わって",
  "番号は？",
  "いつ返事？",
  "誰が読むの",
  "ありがとう",
  "こんにちは",
  "記録しないで",
  "消して",
  "続ける",
  "やっぱり相談する",
  "まちがえた",
  "直す",
];
const DANGERS = [
  "もう死にたい",
  "昨日から何も食べてない",
  "今夜寝るところがない",
  "母の首を絞めそうになった",
  "死にたいとは思っていません",
  "子どもが叩かれている声がします。助けて",
  "もう疲れた。消えたい",
];
const ODD = [
  "",
  " ",
  "　",
  "。",
  "？",
  "!!!",
  "…",
  "😭",
  "あ",
  "ｱ",
  "\u0000",
  "\u200b",
  "あ".repeat(5000),
  "{{office}}",
  "{{",

  "$&",
  "$1",
  "__proto__",
  "constructor",
  "<b>",
  "%s",
  "\ud83d",
  "مرحبا",
  "I want to die",
  "null",
  "undefined",
  "-1",
  "1e9",
];

const text = fc
  .oneof(
    ...[STORIES, ANSWERS, INTERRUPTS, DANGERS, ODD].map((list) => fc.constantFrom(...list)),
    fc.string({ unit: "grapheme", maxLength: 40 }),
  )
  .map((typed): Input => ({ kind: "text", text: typed }));

/** "now" stands for the talk that is open, when it is sent. */
const talk = fc.constantFrom("now", "now", "now", "an-old-talk", "");
const press = (step: fc.Arbitrary<string>, value: fc.Arbitrary<string>): fc.Arbitrary<Input> =>
  fc.record({ kind: fc.constant("choice" as const), talk, step, value, label: fc.constant("ボタン") });
const fixes = FIELDS.map((field) => `FIX:${field}`);
const usual: [string, readonly string[]][] = [
  ["role", ROLES],
  ["consent", ["GIVEN", "MORE", "NONE", "START"]],
  ["whom", [...RELATIONS, "SKIP"]],
  ["story", ["SKIP"]],
  ["category", [...CATEGORIES, "SKIP"]],
  ["district", [...Object.keys(book.flow.districts.labels), "UNSURE", "SKIP"]],
  ["contact", [...CONTACT_CHANNELS, "SKIP"]],
  ["check", ["SEND", "SEND", ...fixes]],
  ["safety", ["NOW", "OK", "UNKNOWN"]],
  ["talk", ["RESUME"]],
];
const button = fc.oneof(
  ...usual.map(([step, values]) => press(fc.constant(step), fc.constantFrom(...values))),
  press(
    fc.constantFrom(...FIELDS, "safety", "talk", "nothing", "__proto__", "constructor", ""),
    fc.constantFrom(
      "SKIP",
      "UNSURE",
      "START",
      "RESUME",
      "NONE",
      "FIX:",
      "FIX:nothing",
      "__proto__",
      "",
      ...AGE_BANDS,
      ...fixes,
    ),
  ),
);

const wordless = fc.constantFrom<Input>(
  { kind: "sticker", text: "" },
  { kind: "sticker", text: "泣" },
  { kind: "image", name: "" },
  { kind: "video", name: "" },
  { kind: "audio", name: "" },
  { kind: "file", name: "はは.pdf" },
  { kind: "location", text: "あおば市中央1-2" },
  { kind: "location", text: "" },
);
const unsaid = fc.oneof(
  fc.constantFrom<Input>(
    { kind: "follow" },
    { kind: "unfollow" },
    { kind: "quiet" },
    { kind: "other", type: "postback" },
    { kind: "other", type: "message:new-kind" },
    { kind: "other", type: "beacon" },
  ),
  fc.nat(30).map((n): Input => ({ kind: "unsend", messageId: `m${n}` })),
);

const input = fc.oneof({ arbitrary: text, weight: 6 }, { arbitrary: button, weight: 5 }, wordless, unsaid);

export interface Sent {
  held: boolean;
  inputs: Input[];
}

/** A whole talk: turns of one to three inputs, now and then held by staff. */
export const talks: fc.Arbitrary<Sent[]> = fc.array(
  fc.record({
    held: fc.integer({ min: 0, max: 11 }).map((n) => n === 0),
    inputs: fc.oneof(
      { arbitrary: fc.array(input, { minLength: 1, maxLength: 1 }), weight: 5 },
      fc.array(input, { minLength: 2, maxLength: 3 }),
    ),
  }),
  { minLength: 1, maxLength: 20 },
);
