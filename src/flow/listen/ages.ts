// Hears ages: 82歳, 八十二歳, 80代, 中2, and bare figures where they stand beside a person.
import type { AgeBand } from "../codes.ts";
import { found, type Listen } from "./lists.ts";

export interface Age {
  at: number;
  end: number;
  band: AgeBand;
  /** Figures without 歳: an age only right beside a person. */
  bare: boolean;
}

/** Every age in a folded text, in its order. */
export function hearAges(listen: Listen, said: string): Age[] {
  const spoken = [
    ...said.matchAll(/(\d{1,3}|[一二三四五六七八九十]{1,4})(歳|才|さい|代|だい|か月|ヶ月|ヵ月|カ月)/gu),
  ].flatMap((hit) => {
    const [whole, numeral = "", unit = ""] = hit;
    if (/月/u.test(unit)) return [];
    const years = yearsOf(numeral) + (/代|だい/u.test(unit) ? 5 : 0);
    return years > 120
      ? []
      : [
          {
            at: hit.index,
            end: hit.index + whole.length,
            band: bandOf(years === 85 && /代|だい/u.test(unit) ? 84 : years),
            bare: false,
          },
        ];
  });
  const bare = [...said.matchAll(/(?<!\d)\d{2}(?![\d年月日時分円人回万番階号丁度日週キ％%.．-])/gu)].map((hit) => ({
    at: hit.index,
    end: hit.index + 2,
    band: bandOf(Number(hit[0])),
    // 「47です」 alone is an age; up to sixteen it may be the number of a choice.
    bare: !(Number(hit[0]) > 16 && /^(です|だよ|になり|になる|でして)/u.test(said.slice(hit.index + 2))),
  }));
  const schools = found(said, listen.ages).map(({ at, word, means }) => ({
    at,
    end: at + word.length,
    band: means,
    bare: false,
  }));
  const free = bare.filter(({ at }) => !spoken.some((age) => at >= age.at && at < age.end));
  return [...spoken, ...schools, ...free].sort((a, b) => a.at - b.at);
}

/** Years → the age band of the forms. */
export function bandOf(years: number): AgeBand {
  if (years < 6) return "U6";
  return BANDS.find(([last]) => years <= last)?.[1] ?? "85+";
}

// --- internal ---

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

const KANJI = "〇一二三四五六七八九";

/** 「八十二」 → 82 */
function yearsOf(numeral: string): number {
  if (/^\d+$/u.test(numeral)) return Number(numeral);
  const [tens = "", ones = ""] = numeral.includes("十") ? numeral.split("十") : ["", numeral];
  const digits = (text: string): number => text.split("").reduce((sum, kanji) => sum * 10 + KANJI.indexOf(kanji), 0);
  return numeral.includes("十") ? (tens === "" ? 1 : digits(tens)) * 10 + digits(ones) : digits(ones);
}
