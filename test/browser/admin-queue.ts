// A morning at the desk: 42 open records, one of them told by a daughter, and somebody still writing.
import { CATEGORIES, URGENCIES } from "../../src/flow/codes.ts";
import { freshState } from "../../src/flow/state.ts";
import type { Entry, Intake } from "../../src/intake/intake.ts";
import type { Store, Talk } from "../../src/ports.ts";
import { keep, NOON, record, word } from "../admin/town.ts";

const HOUR = 3_600_000;

/** Fills a store so that every part of the pages has something to show. */
export async function fillQueue(store: Store): Promise<void> {
  await keep(store, [toldByDaughter(), inVietnamese(), ...Array.from({ length: 41 }, (_, n) => plain(n))], spoken());
  await store.talks.file({ messages: [], intakes: [], entries: tasks(), retractions: [] });
  for (const [key, intake] of [
    ["key", "told"],
    ["key2", "D1"],
    ["key3", "viet"],
  ] as const)
    await store.talks.commit([
      { talk: talkOf(key, intake), base: 0, codes: { ...CODES, intake, draft: intake === "D1" } },
    ]);
  await store.media.keep({ id: "pic", office: "demo", intake: "told", type: "image/png", state: "kept" }, png());
  await store.media.keep({ id: "voice", office: "demo", intake: "told", type: "audio/mp4", state: "kept" }, png());
}

function plain(n: number): Intake {
  const primaryCategory = CATEGORIES[n % CATEGORIES.length] ?? null;
  return record({
    id: `r${n}`,
    receiptNo: `2026-${String(n).padStart(6, "A")}`,
    receivedAt: NOON - (n + 1) * 2.7 * HOUR,
    urgency: n === 7 ? "E0" : n % 9 === 2 ? "E1" : (URGENCIES[2 + (n % 3)] ?? "E3"),
    unread: n % 3 === 0,
    owner: n % 2 === 0 ? null : "taro",
    status: n % 5 === 0 ? "CONSENT_WORK" : n % 4 === 0 ? "SCREENING" : "RECEIVED",
    channel: n % 11 === 3 ? "電話" : "LINE",
    linkedFrom: n % 9 === 3 ? "told" : null,
    reporter: { role: n % 4 === 1 ? "MIMAMORI" : n % 4 === 2 ? "FAMILY" : "SELF", anonymous: true, name: "" },
    facts: { primaryCategory, district: n % 2 === 0 ? "kita" : "minami" },
  });
}

function toldByDaughter(): Intake {
  return record({
    id: "told",
    talk: "key",
    receiptNo: "2026-TQLD22",
    urgency: "E1",
    revision: 3,
    reporter: { role: "FAMILY", anonymous: false, name: "" },
    contactPlan: {
      channels: ["TEL", "LINE"],
      window: "平日の夜7時から9時",
      phone: "000-0000-0000",
      nameToUse: "あおば市の山田",
      avoid: "父",
      text: "父のいない時間にお願いします",
    },
    facts: {
      primaryCategory: "CARE",
      categories: ["CARE", "HIKIKOMORI", "INCOME"],
      subjects: [
        { relation: "親", ageBand: "75-84", district: "kita", aware: "知らない", issueTags: ["独居"] },
        { relation: "きょうだい", ageBand: "50-64", district: null, aware: "知らせてはいけない", issueTags: [] },
      ],
      urgencyReasons: ["「もう限界です」と書いている"],
      riskTypes: ["CAREGIVER_BREAKDOWN"],
      flags: ["人と話したい", "送信取消あり"],
      safeToPush: false,
      wish: "母がこのまま家で暮らせるようにしたい",
      answers: [
        { step: "role", question: "どなたのことで、ご相談ですか。", answer: "家族のこと", at: NOON - 2 * HOUR },
        {
          step: "district",
          question: "お住まいの地区はどちらですか。\n町の名前や「〜の近く」でもかまいません。",
          answer: "北小学校の近く",
          at: NOON - HOUR,
        },
      ],
    },
  });
}

/** A partner on a round, in Vietnamese; the meeting was agreed to by telephone, and contact taken back. */
function inVietnamese(): Intake {
  const line = { text: "電話で聞いた", textVersion: "by-hand", lang: "ja", method: "口頭", at: NOON - HOUR } as const;
  return record({
    id: "viet",
    talk: "key3",
    receiptNo: "2026-VNETA4",
    lang: "vi",
    urgency: "E1",
    reporter: { role: "MIMAMORI", anonymous: false, name: "あおば新聞 中央店" },
    confirmed: { district: "kita", consents: [{ ...line, scope: "MEETING", value: "GIVEN" }] },
    facts: {
      riskTypes: ["SAFETY_CHECK"],
      needsSupport: ["通訳"],
      flags: ["通訳要: ベトナム語", "取り下げ: こちらからの連絡"],
      agreed: "KNOWS",
      subjects: [{ relation: "近隣", ageBand: "75-84", district: null, aware: "知らない", issueTags: ["独居"] }],
      consents: [{ ...line, scope: "CONTACT", value: "WITHDRAWN", method: "LINE文章", lang: "vi" }],
      answers: [
        {
          step: "signs",
          question: "Tình trạng thế nào?",
          japanese: "どんな様子ですか。いくつでも選べます。",
          answer: "Báo chất đống, không trả lời",
          means: "新聞や郵便がたまっている、呼んでも返事がない",
          at: NOON - HOUR,
        },
        {
          step: "since",
          question: "Từ khi nào?",
          japanese: "いつごろからですか。",
          answer: "2",
          means: "2、3日前から",
          at: NOON,
        },
      ],
    },
  });
}

const tasks = (): Entry[] =>
  ["取り下げ: こちらからの連絡", "通訳要: ベトナム語"].map((what, n) => ({
    id: `task${n}`,
    office: "demo",
    intake: "viet",
    at: NOON - HOUR,
    by: null,
    kind: "task",
    body: { what },
  }));

function spoken() {
  const on = (minute: number) => ({ intake: "told", at: NOON - 2 * HOUR + minute * 60_000 });
  return [
    word({ ...on(0), text: "母の介護と、家にいる兄のことで相談です。もう限界です。" }),
    word({
      ...on(0.2),
      direction: "out",
      text: "お話しくださって、ありがとうございます。\n自動でお答えしています。職員があとで読みます。",
    }),
    word({ ...on(3), kind: "image", text: null, mediaId: "pic" }),
    word({ ...on(4), kind: "audio", text: null, mediaId: "voice" }),
    word({ ...on(5), kind: "sticker", text: "泣いている" }),
    word({ ...on(6), text: null, retractedAt: NOON - HOUR }),
    word({ ...on(30), direction: "staff", by: "taro", text: "読みました。今日の夜、お電話します。" }),
    word({
      ...on(20),
      intake: "viet",
      text: "Bà cụ nhà bên ba ngày nay không thấy ra ngoài. Báo chất đống trước cửa.",
    }),
    word({
      ...on(21),
      intake: "viet",
      direction: "out",
      text: "Cảm ơn bạn đã cho biết.\nTình trạng thế nào?",
      japanese: "知らせてくださって、ありがとうございます。\nどんな様子ですか。いくつでも選べます。",
    }),
    word({ ...on(22), intake: "viet", kind: "postback", text: "Báo chất đống", japanese: "新聞や郵便がたまっている" }),
    word({ ...on(31), intake: "D1", text: "はじめてです" }),
  ];
}

const CODES = {
  receivedAt: NOON - HOUR,
  lastAt: NOON,
  role: null,
  category: null,
  district: null,
  lang: "ja",
  urgency: "E9",
  dueAt: null,
} as const;

function talkOf(key: string, intake: string): Talk {
  const unfiled = intake === "D1" ? [word({ intake, text: "すこし話してもいいですか" })] : [];
  return {
    key,
    office: "demo",
    person: "U",
    revision: 1,
    state: freshState("intake", "1", "ja"),
    seen: [],
    unfiled,
    owed: [],
  };
}

/** A grey chequered picture. */
async function* png(): AsyncIterable<Uint8Array> {
  yield Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAKAAAABkCAAAAAAk3WRTAAAAbklEQVR42u3ZMQ0AMAwDsPJHVhpjMgK5u6ly7hx+o9QJ6ZBXvQIEBAQEBAQEBAQEXA38CZN6gICAgICAgICAgIC7gVYdICAgICAgICAgIKCfxOwEBAQEBAQEBAQE9JNYdYCAgICAgICAgICA470LBI3kPlyfSMMAAAAASUVORK5CYII=",
    "base64",
  );
}
