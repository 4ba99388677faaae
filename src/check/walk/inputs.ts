// Every class of input a person can give, with words that stand for each. The walk tries all of them in every state.
import type { RiskType } from "../../flow/codes.ts";
import type { Input } from "../../flow/input.ts";
import type { Intent, SayKey } from "../../flow/words.ts";

/** One thing somebody does. `does` names its class; `pause` is the silence before it (ms). */
export interface Act {
  does: string;
  input: Input;
  /** Staff hold the talk, or another system does. */
  held?: boolean;
  pause?: number;
  /** Words of danger: the answer that must come, or "neutral" where somebody says that others are looking. */
  danger?: SayKey | "hint";
  /** The person asks for the same question again, for more words, or for an earlier one. */
  wanted?: boolean;
}

const text = (does: string, words: string, more: Partial<Act> = {}): Act => ({
  does,
  input: { kind: "text", text: words },
  ...more,
});

/** Danger, by the words it must be answered with. */
const DANGERS: [words: string, answer: NonNullable<Act["danger"]>, risk: RiskType][] = [
  ["もう死にたい", "danger-SELF_HARM", "SELF_HARM"],
  ["夫に殴られています", "danger-VIOLENCE", "DV"],
  ["隣の子どもが叩かれている声がします", "danger-ABUSE", "CHILD_ABUSE"],
  ["介護に疲れて母の首を絞めそうになった", "danger-CARE", "CAREGIVER_BREAKDOWN"],
  ["父が倒れて意識がない", "danger-LIFE", "MEDICAL"],
  ["昨日から何も食べてない", "danger-NEED", "NO_FOOD_OR_LIFELINE"],
  ["あいつを殺してやる", "danger-ANGER", "VIOLENCE_TO_OTHERS"],
];

/** Words that hold at any moment. */
const INTENTS: [intent: Intent, words: string][] = [
  ["yes", "はい"],
  ["no", "いいえ"],
  ["skip", "とばす"],
  ["unknown", "わからない"],
  ["stop", "やめる"],
  ["cant-talk", "今は話せない"],
  ["human", "人に代わって"],
  ["number", "番号は？"],
  ["who", "誰が読むの"],
  ["thanks", "ありがとう"],
  ["hello", "こんにちは"],
  ["no-record", "記録しないで"],
  ["erase", "消して"],
  ["resume", "続ける"],
  ["start", "相談する"],
  ["more", "くわしく"],
  ["fix", "直す"],
  ["reveal", "何を話してたの"],
  ["q-hours", "何時までですか"],
  ["q-call", "救急車呼んだほうがいい？"],
];

/** What is no word of its own: an answer that fits some question, a story, or nothing we understand. */
const SAID: [does: string, words: string][] = [
  ["通じないことば", "ふにゃほにゃらもにょも"],
  ["記号", "……"],
  ["家族の話", "母が最近同じことを何度も聞いてきて心配です"],
  ["話の続き", "きのうもあまり眠れずに過ごしていました"],
  ["近所の話", "隣の家の人がずっと見えなくて心配です"],
  ["自分の話", "自分のことで、借金が払えなくて困っています"],
  ["質問", "これからどうなるのでしょうか？"],
  ["先に言う", "川辺に住んでいます。090-1234-5678に電話ください"],
  ["番号1", "1"],
  ["番号2", "２"],
  ["ない番号", "99"],
  ["時間", "平日の夕方"],
  ["名前", "さとうです"],
];

const FOUR_HOURS = 4 * 3_600_000;
const STICKER: Input = { kind: "sticker", text: "スタンプ" };
const LOCATION: Input = { kind: "location", text: "川辺町1-2" };

/** What a person can do without a button of ours, in every state. */
export const ACTS: Act[] = [
  ...DANGERS.map(([words, danger, risk]) => text(`危険 ${risk}`, words, { danger })),
  text("危険かもしれない", "消えたい気持ちに少しなります", { danger: "hint" }),
  text("危険と、人が来た", "夫に殴られています。帰ってきた", { danger: "neutral" }),
  text("職員対応中の危険", "もう死にたい", { danger: "danger-SELF_HARM", held: true }),
  ...INTENTS.map(([intent, words]) =>
    text(`ことば ${intent}`, words, {
      wanted: intent === "more",
    }),
  ),
  ...SAID.map(([does, words]) => text(does, words)),
  text("前の答えの言い直し", "自分のこと", { wanted: true }),
  text("職員対応中のことば", "ふにゃほにゃらもにょも", { held: true }),
  text("長い間のあとの話", "きのうもあまり眠れずに過ごしていました", { pause: FOUR_HOURS }),
  { does: "スタンプ", input: STICKER },
  { does: "場所", input: LOCATION },
  ...(["image", "video", "audio", "file"] as const).map((kind) => ({ does: kind, input: { kind, name: "" } })),
  { does: "職員対応中のスタンプ", input: STICKER, held: true },
  { does: "友だち追加", input: { kind: "follow" } },
  { does: "ブロック", input: { kind: "unfollow" } },
  { does: "沈黙", input: { kind: "quiet" } },
  { does: "知らない種類のことば", input: { kind: "other", type: "message:unknown" } },
  { does: "知らないボタン", input: { kind: "other", type: "postback" } },
  { does: "知らない出来事", input: { kind: "other", type: "beacon" } },
];

export const BACK: Act = text("ことば back", "もどる", { wanted: true });
