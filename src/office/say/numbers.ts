// Telephone lines in the resident's language, one short line each.
import { fill } from "../../flow/words/fill.ts";
import type { Words } from "../../flow/words.ts";
import type { Hotline } from "../hotlines-file.ts";
import { sayDays, sayWritten } from "./clock.ts";

/** 「よりそいホットライン 0120-279-338（無料・24時間）」. `area`: the prefecture, for limits that hold only in some. */
export const sayNumbers = (list: Hotline[], words: Words, area: string | null): string =>
  list.map((hotline) => sayNumber(hotline, words, area)).join("\n");

/** Whoever does not write Japanese wants to know who answers in something else. */
export const isForeign = ({ listens }: Words): boolean => listens !== "ja";

// --- internal ---

function sayNumber(hotline: Hotline, words: Words, area: string | null): string {
  const { facts } = words;
  const about = [costOf(hotline, words), hoursOf(hotline, words), languagesOf(hotline, words)];
  const known = about.filter((part) => part !== null).join(facts["about-join"]);
  const named = { name: words.hotlines[hotline.id] ?? hotline.name, number: hotline.number };
  const line = known === "" ? fill(facts.number, named) : fill(facts["number-about"], { ...named, about: known });
  const note = words["hotline-notes"][hotline.id];
  return note === undefined || !limited(hotline, area) ? line : fill(facts["number-note"], { line, note });
}

/** Where it is not known which prefecture this is, the limit is told. */
const limited = ({ caveatIn }: Hotline, area: string | null): boolean =>
  caveatIn === null || area === null || caveatIn.includes(area);

const costOf = ({ cost }: Hotline, { facts }: Words): string | null =>
  cost === null ? null : cost === "無料" ? facts.free : facts.paid;

function hoursOf({ hours, also }: Hotline, words: Words): string | null {
  const [first, ...others] = hours ?? [];
  if (first === undefined || others.length > 0) return null;
  const { facts } = words;
  if (first.days.length === 7 && first.from === "00:00" && first.to === "24:00") return facts["always-open"];
  const span = { from: sayWritten(first.from, words), to: sayWritten(first.to, words) };
  const usual =
    first.days.length === 7
      ? fill(facts["every-day"], span)
      : fill(facts["some-days"], { days: sayDays(first.days, words), ...span });
  return also.reduce(
    (said, rule) =>
      "monthly" in rule
        ? fill(facts.monthly, {
            hours: said,
            date: rule.monthly,
            from: sayWritten(rule.from, words),
            count: rule.forHours,
          })
        : said,
    usual,
  );
}

function languagesOf({ langs }: Hotline, words: Words): string | null {
  if (langs === null || !isForeign(words)) return null;
  return langs === "some" ? words.facts["languages-some"] : fill(words.facts.languages, { count: langs });
}
