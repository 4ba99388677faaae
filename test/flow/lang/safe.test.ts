// Chinese and Korean answers to 「いま、あぶない状態ですか」, and words that say somebody else may see the screen.
import { describe, expect, it } from "vitest";
import { labelsOf, listenOf } from "../../../src/flow/flow.ts";
import { readSafety, type Safety } from "../../../src/flow/listen/answer/safety.ts";
import { hearStory } from "../../../src/flow/listen/story.ts";
import { book } from "../talk.ts";

type Answers = Record<Safety, string[]> & { nothing: string[] };

/** What is no clear answer is none (nothing): it is asked again, and nobody is taken for safe. */
const SAFE: Record<string, Answers> = {
  "zh-CN": {
    NOW: [
      "有",
      "是的",
      "现在很危险",
      "他在砸门",
      "快来",
      "救命",
      "不安全",
      "我很害怕",
      "危险！",
      "现在就有危险",
      "我不太好",
    ],
    OK: [
      "没有",
      "没事",
      "现在没事",
      "暂时安全",
      "不危险",
      "他不在家，现在没事",
      "我没事的",
      "没有危险",
      "现在还好",
      "不是",
    ],
    UNKNOWN: ["不知道", "不好说", "我也不清楚"],
    nothing: ["没有吃的", "没有钱", "现在没有吃的", "我在厕所里", "不是没事", "孩子在哭"],
  },
  ko: {
    NOW: [
      "네",
      "위험해요",
      "지금 위험해요",
      "도와주세요",
      "무서워요",
      "안 괜찮아요",
      "괜찮지 않아요",
      "괜찮은 게 아니에요",
      "네 지금요",
      "살려줘",
    ],
    OK: [
      "아니요",
      "괜찮아요",
      "지금은 괜찮아요",
      "안 위험해요",
      "네 괜찮아요",
      "위험하지 않아요",
      "지금은 남편이 없어서 괜찮아요",
      "안전해요",
    ],
    UNKNOWN: ["모르겠어요", "잘 모르겠어요", "글쎄요"],
    nothing: ["먹을 게 없어요", "갈 데가 없어요", "화장실에 있어요", "애가 울어요"],
  },
};

describe.each(Object.entries(SAFE))("%s: in danger now?", (lang, { nothing, ...answers }) => {
  const read = (said: string): Safety | null => {
    const listen = listenOf(book.flow, lang, said);
    return readSafety(listen, said, labelsOf(book.flow, lang, "safety"), listen.choices["safety"] ?? []);
  };
  const rows = Object.entries(answers).flatMap(([value, list]) => list.map((said) => [said, value] as const));
  it.each(rows)("「%s」 → %s", (said, value) => expect(read(said)).toBe(value));
  it.each(nothing)("「%s」 is no answer", (said) => expect(read(said)).toBeNull());
});

/** Somebody may look at the screen, or must not know. */
const SEEN: [lang: string, said: string[]][] = [
  [
    "zh-CN",
    ["别告诉我老公", "我老公会看我手机", "不想让家里人知道", "被他发现就完了", "瞒着婆婆来问的", "手机会被看到"],
  ],
  [
    "ko",
    [
      "남편한테는 비밀이에요",
      "남편이 제 핸드폰을 봐요",
      "가족이 알면 안 돼요",
      "들키면 큰일나요",
      "시어머니 모르게 상담하고 싶어요",
    ],
  ],
];
const UNSEEN: [lang: string, said: string[]][] = [
  ["zh-CN", ["我妈妈生病了", "不知道怎么办", "老公失业了", "想知道能不能申请补助"]],
  ["ko", ["어머니가 아파요", "어떻게 해야 할지 모르겠어요", "남편이 실직했어요", "지원금을 받을 수 있을까요"]],
];
const each = (table: typeof SEEN) => table.flatMap(([lang, list]) => list.map((said) => [said, lang] as const));

describe("who else may see the screen", () => {
  it.each(each(SEEN))("「%s」 covers it", (said, lang) =>
    expect(hearStory(listenOf(book.flow, lang, said), said).covered).toBe(true),
  );
  it.each(each(UNSEEN))("「%s」 does not", (said, lang) =>
    expect(hearStory(listenOf(book.flow, lang, said), said).covered).toBe(false),
  );
});
