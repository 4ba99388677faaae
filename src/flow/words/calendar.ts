// Dates and weekdays of a language: by its locale, or in words of our own.
import * as z from "zod";

const text = z.string().min(1);

/** Can a runtime that knows all languages say its dates and weekdays? Where not all are known (workerd), it is believed. */
export function saysDays(locale: string): boolean {
  try {
    return (
      Intl.getCanonicalLocales(locale).length > 0 &&
      (!knowsAll() || Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0)
    );
  } catch {
    return false;
  }
}

/**
 * Days in words of our own: of a language that not every runtime knows (workerd says Nepali dates in English), or that
 * they say differently.
 */
export const calendarSchema = z.strictObject({
  /** From Monday, as they stand in a date. */
  weekdays: z.array(text).length(7),
  /** From January. */
  months: z.array(text).length(12),
  /** With {{weekday}}, {{month}} and {{day}}. */
  date: text,
});

// --- internal ---

const knowsAll = (): boolean => Intl.DateTimeFormat.supportedLocalesOf("ne-NP").length > 0;
