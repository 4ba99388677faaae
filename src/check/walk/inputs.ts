// Every class of input a person can give, with words that stand for each. The walk tries all of them in every state.
import type { RiskType } from "../../flow/codes.ts";
import { listenOf, type Flow } from "../../flow/flow.ts";
import type { Input } from "../../flow/input.ts";
import { intentOf } from "../../flow/listen/intent.ts";
import type { Listen } from "../../flow/listen/lists.ts";
import { INTENTS, type Intent, type SayKey } from "../../flow/words.ts";

/** One thing somebody does. `does` names its class; `pause` is the silence before it (ms). */
export interface Act {
  does: string;
  input: Input;
  /** Staff hold the talk, or another system does. */
  held?: boolean;
  pause?: number;
  /** Words of danger: the answer that must come, or "neutral" where somebody says that others are looking. */
  danger?: SayKey | "neutral";
  risk?: RiskType;
  /** The person decides what becomes of their words: done and answered, whoever holds the talk. */
  decides?: boolean;
  intent?: Intent;
  /** The person asks for a question: the same again, more words, an earlier one, to go on. */
  wanted?: boolean;
}

/** What can be done without a button of ours, in every state. */
export const actsOf = (flow: Flow): Act[] => [...intentsIn(flow, "ja"), ...ACTS];

/** A word for each of what can be meant at any moment, as the lists of this language have it. */
export const intentsIn = (flow: Flow, lang: string): Act[] =>
  INTENTS.flatMap((intent) => {
    const word = wordFor(flow, lang, intent);
    return word === null ? [] : [text(`ことば ${intent}`, word, { intent, wanted: ASKS_FOR_IT.includes(intent) })];
  });

/** Danger, by the words it must be answered with. */
const DANGERS: [words: string, answer: SayKey, risk: RiskType][] = [
  ["もう死にたい", "danger-SELF_HARM", "SELF_HARM"],
  ["夫に殴られています", "danger-VIOLENCE", "DV"],
  ["隣の子どもが叩かれている声がします", "danger-ABUSE", "CHILD_ABUSE"],
  ["介護に疲れて母の首を絞めそうになった", "danger-CARE", "CAREGIVER_BREAKDOWN"],
  ["父が倒れて意識がない", "danger-LIFE", "MEDICAL"],
  ["昨日から何も食べてない", "danger-NEED", "NO_FOOD_OR_LIFELINE"],
  ["あいつを殺してやる", "danger-ANGER", "VIOLENCE_TO_OTHERS"],
];

/** Words that ask for a question, so that it may be put as often as they are said. */
const ASKS_FOR_IT: Intent[] = ["resume", "start", "back", "more", "fix", "new"];

const text = (does: string, words: string, more: Partial<Act> = {}): Act => ({
  does,
  input: { kind: "text", text: words },
  ...more,
});

/** What is no word of its own: an answer that fits some question, a story, or nothing we understand. */
const SAID: [does: string, words: string][] = [
  ["通じないことば", "ふにゃほにゃらもにょも"],
  ["記号", "……"],
  ["家族の話", "母が最近同じことを何度も聞いてきて心配です"],
  ["話の続き", "きのうもあまり眠れずに過ごしていました"],
  ["気持ち", "さびしくて、毎日つらいです"],
  ["近所の話", "隣の家の人がずっと見えなくて心配です"],
  ["自分の話", "自分のことで、借金が払えなくて困っています"],
  ["子どもの話", "学校に行きたくない。中2です"],
  ["知られたくない", "母には内緒にしてください"],
  ["質問", "これからどうなるのでしょうか？"],
  ["先に言う", "川辺に住んでいます。090-1234-5678に電話ください"],
  ["番号1", "1"],
  ["番号2", "２"],
  ["ない番号", "99"],
  ["時間", "平日の夕方"],
  ["名前", "さとうといいます"],
  ["電話番号", "090-1234-5678"],
  ["選択肢のことば", "川辺地区"],
  ["まだ話せない言語", "မင်္ဂလာပါ ကျွန်တော် အကူအညီ လိုပါတယ်"],
];

const FOUR_HOURS = 4 * 3_600_000;
const STICKER: Input = { kind: "sticker", text: "スタンプ" };
const LOCATION: Input = { kind: "location", text: "川辺町1-2" };

const ACTS: Act[] = [
  ...DANGERS.map(([words, danger, risk]) => text(`危険 ${risk}`, words, { danger, risk })),
  text("危険かもしれない", "消えたい気持ちに少しなります"),
  text("危険と、人が来た", "夫に殴られています。帰ってきた", { danger: "neutral", risk: "DV" }),
  text("職員対応中の危険", "もう死にたい", { danger: "danger-SELF_HARM", risk: "SELF_HARM", held: true }),
  ...SAID.map(([does, words]) => text(does, words)),
  text("前の答えの言い直し", "自分のこと", { wanted: true }),
  text("ことばを変える", "English", { wanted: true }),
  text("職員対応中のことば", "ふにゃほにゃらもにょも", { held: true }),
  text("職員対応中に人が来た", "今は話せない", { held: true }),
  text("職員対応中の取り下げ", "ほかに伝えないで", { held: true, decides: true }),
  text("職員対応中の、残さない希望", "記録しないで", { held: true, decides: true }),
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

/** The first listed word that is heard as what it is listed for. */
function wordFor(flow: Flow, lang: string, intent: Intent): string | null {
  const listen = listenOf(flow, lang);
  return listedFor(listen, intent).find((word) => intentOf(listen, word) === intent) ?? null;
}

/** Every listed word that is heard as what it is listed for. */
export function wordsFor(flow: Flow, lang: string, intent: Intent): string[] {
  const listen = listenOf(flow, lang);
  return listedFor(listen, intent).filter((word) => intentOf(listen, word) === intent);
}

const listedFor = ({ intents: { whole, parts } }: Listen, intent: Intent): string[] =>
  [
    ...[...whole].filter(([, means]) => means === intent).map(([word]) => word),
    ...parts.filter(({ means }) => means === intent).map(({ pieces }) => pieces.join(" ")),
  ].map((word) => word.trim());
