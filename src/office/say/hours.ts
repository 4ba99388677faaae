// An office's opening hours in the resident's language.
import { fill } from "../../flow/words/fill.ts";
import type { Words } from "../../flow/words.ts";
import type { Office } from "../office.ts";
import { sayDays, sayWritten } from "./clock.ts";

/** 「月・火・水・木・金 8時30分から17時15分まで（祝日・年末年始を除く）」; "" where the office has not given them. */
export function sayHours({ hours, closed }: Office, words: Words): string {
  if (hours === null) return "";
  const { facts } = words;
  const spans = hours.map(({ days, from, to }) =>
    fill(facts.span, { days: sayDays(days, words), from: sayWritten(from, words), to: sayWritten(to, words) }),
  );
  return fill(closed.length > 0 ? facts["except-closed"] : facts["except-holidays"], {
    spans: spans.join(facts["span-join"]),
  });
}
