// Hears ages: 82歳, 八十二歳, 80代, 中2, and bare figures where they stand beside a person.
import type { AgeBand } from "../../codes.ts";
import { found, type Listen } from "../lists.ts";

export interface Age {
  at: number;
  end: number;
  band: AgeBand;
  /** Figures without 歳: an age only right beside a person. */
  bare: boolean;
}

/** Every age in a folded text, in its order. */
export function hearAges(listen: Listen, said: string): Age[] {
  const spoken = apart([...hearSpoken(said), ...hearYears(listen, said)]);
  const schools = found(said, listen.ages).map(({ at, word, means }) => ({
    at: at + word.length - word.trimStart().length,
    end: at + word.length,
    band: means,
    bare: false,
  }));
  const free = hearBare(said).filter(({ at }) => !spoken.some((age) => at >= age.at && at < age.end));
  const now = [...spoken, ...schools].filter((age) => isSomebodysNow(said, age));
  return [...now.filter((age) => !schools.includes(age) || !OF_SCHOOL.test(said.slice(age.end))), ...free].sort(
    (a, b) => a.at - b.at,
  );
}

/** Years → the age band of the forms. */
export function bandOf(years: number): AgeBand {
  if (years < 6) return "U6";
  return BANDS.find(([last]) => years <= last)?.[1] ?? "85+";
}

/** 「82」 and nothing else: more than any list has choices. */
export function loneAge(text: string): AgeBand | null {
  const years = loneYears(text) ?? 0;
  return years > MOST_CHOICES ? bandOf(years) : null;
}

/** The one figure of two digits in a few letters, as far as it may be years: 「残業80時間」「借金80万」 are not. */
export function loneYears(text: string): number | null {
  const [, years, unit = ""] = /^\D{0,4}(\d{2})(\D{0,6})$/u.exec(text.normalize("NFKC")) ?? [];
  return years === undefined || OTHER_UNIT.test(unit) ? null : Number(years);
}

// --- internal ---

/** What is counted is no age. */
const OTHER_UNIT =
  /^\s*(?:時|分|日|週|月|[かヶケ]月|年(?!上|下)|万|千|円|人|匹|頭|件|回|枚|個|本|号|番|階|度|キロ|kg|km|%|％)/u;

/** The sixteen of the national form. */
const MOST_CHOICES = 16;

const BANDS: [number, AgeBand][] = [
  [12, "6-12"],
  [15, "13-15"],
  [18, "16-18"],
  [29, "19-29"],
  [39, "30-39"],
  [49, "40-49"],
  [64, "50-64"],
  [74, "65-74"],
  [84, "75-84"],
];

/** 82歳, 八十二歳, 80代; months are a baby's, and told by 赤ちゃん. */
const hearSpoken = (said: string): Age[] =>
  [...said.matchAll(/(\d{1,3}|[一二三四五六七八九十]{1,4})(歳|才|さい|代|だい|か月|ヶ月|ヵ月|カ月)/gu)].flatMap(
    (hit) => {
      const [whole, numeral = "", unit = ""] = hit;
      const years = inBand(yearsOf(numeral), /代|だい/u.test(unit) ? MIDDLE : 0);
      return /月/u.test(unit) || years > 120 ? [] : [ageAt(hit.index, whole, years)];
    },
  );

/** 「10歳年上」「3歳差」 are no age; 「10歳のときから」 is one of long ago; a dog has its own, and whoever hurts. */
const isSomebodysNow = (said: string, { at, end }: Age): boolean =>
  !NO_AGE_BEHIND.test(said.slice(end)) && !ANOTHER_BEFORE.test(said.slice(0, at));

const PET = "(?:犬|猫|いぬ|ねこ|うさぎ|ぺっと|愛犬|愛猫)";
/** As folded: katakana stand as hiragana. */
const NO_AGE_BEHIND = new RegExp(
  `^(?:も|ほど|くらい|ぐらい)?(?:年上|年下|上|下|差|ちがい|違い|離れ|はなれ|の(?:とき(?!どき)|時(?![々間期給計])|頃|ころ|${PET}(?!好))|(?:から|まで)(?:ずっと|今|いま|うつ|働))`,
  "u",
);
const ANOTHER_BEFORE = new RegExp(`(?:${PET}|(?<!話し|介護の|世話の)相手|加害者)(?:は|が|も|、)*(?:もう|今年)?$`, "u");

/** 「中学生の保護者です」「小5の担任です」: the school of somebody who is not named. */
const OF_SCHOOL = /^の(?:保護者|担任|親|母|父|まま|ぱぱ)/u;

/** 82 or 八十二. */
const NUMBER = "\\d{1,3}|[一二三四五六七八九十]{1,4}";

/** 「82 tuổi」「八十二岁」「umur 82」: a number with the language's own word for years. */
const hearYears = ({ years: { behind, before }, decades }: Listen, said: string): Age[] => [
  ...behind.flatMap((unit) => numbersWith(said, `(?<!\\d)(${NUMBER}) ?${edged(unit)}`, 0)),
  ...before.flatMap((unit) => numbersWith(said, `(?<= )${unit.trim()} ?(\\d{1,3})(?!\\d)`, 0)),
  ...decades.flatMap((unit) => numbersWith(said, `(?<!\\d)(${NUMBER}) ?${edged(unit)}`, MIDDLE)),
];

/** 60代, 60多岁, 60대: about the middle of the ten years. */
const MIDDLE = 5;

const numbersWith = (said: string, pattern: string, more: number): Age[] =>
  [...said.matchAll(new RegExp(pattern, "gu"))].flatMap((hit) => {
    const years = yearsOf(hit[1] ?? "");
    return years > 120 ? [] : [ageAt(hit.index, hit[0], inBand(years, more))];
  });

/** Bands change at 85: who is 80-something is in the lower one. */
const inBand = (years: number, more: number): number => (years === 80 ? Math.min(years + more, 84) : years + more);

/** A whole word, or the beginning of one. */
const edged = (unit: string): string => unit.trim() + (unit.endsWith(" ") ? "(?= )" : "");

/** 「78 years old」 holds 「78 years」, and 「umur 78 tahun」 is said once: the first and longest is the age. */
const apart = (ages: Age[]): Age[] =>
  ages
    .toSorted((a, b) => a.at - b.at || b.end - a.end)
    .reduce<Age[]>((kept, age) => (age.at < (kept.at(-1)?.end ?? 0) ? kept : [...kept, age]), []);

const ageAt = (at: number, whole: string, years: number): Age => ({
  at,
  end: at + whole.length,
  band: bandOf(years),
  bare: false,
});

/** 「母78」: two figures alone. */
const hearBare = (said: string): Age[] =>
  [
    ...said.matchAll(
      /(?<!\d)\d{2}(?![\d年月日時分円人回万番階号丁度日週キ个点天块元楼년월일시분명번원엔개층호％%.．-])/gu,
    ),
  ].map((hit) => ({
    at: hit.index,
    end: hit.index + 2,
    band: bandOf(Number(hit[0])),
    // 「47です」 alone is an age; up to sixteen it may be the number of a choice.
    bare: !(Number(hit[0]) > 16 && /^(です|でした|だよ|だった|になり|になる|でして)/u.test(said.slice(hit.index + 2))),
  }));

const KANJI = "〇一二三四五六七八九";

/** 「八十二」 → 82 */
function yearsOf(numeral: string): number {
  if (/^\d+$/u.test(numeral)) return Number(numeral);
  const [tens = "", ones = ""] = numeral.includes("十") ? numeral.split("十") : ["", numeral];
  const digits = (text: string): number => text.split("").reduce((sum, kanji) => sum * 10 + KANJI.indexOf(kanji), 0);
  return numeral.includes("十") ? (tens === "" ? 1 : digits(tens)) * 10 + digits(ones) : digits(ones);
}
