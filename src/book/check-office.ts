// Do an office's settings fit together? What the shape of the file cannot say by itself.
import type { Office } from "../office/office.ts";
import type { Mistake } from "./mistakes.ts";
import type { Parsed } from "./parse.ts";

/** `id` is the name of the file. */
export function checkOffice({ data, mistake }: Parsed<Office>, id: string): Mistake[] {
  const codes = data.districts.map(({ code }) => code);
  return [
    ...(data.id === id
      ? []
      : [mistake(["id"], `id が「${data.id}」です。ファイルの名前と同じ「${id}」にしてください。`)]),
    ...data.hours.flatMap(({ from, to }, n) =>
      from < to
        ? []
        : [
            mistake(
              ["hours", n],
              `${from} から ${to} までになっています。終わりの時刻を、始まりよりあとにしてください。`,
            ),
          ],
    ),
    ...data.closed.flatMap((day, n) =>
      isDay(day)
        ? []
        : [mistake(["closed", n], `「${day}」という日はありません。月と日を 12-29 のように書いてください。`)],
    ),
    ...codes.flatMap((code, n) =>
      codes.indexOf(code) === n
        ? []
        : [mistake(["districts", n, "code"], `地区の code「${code}」が二つあります。別のものにしてください。`)],
    ),
  ];
}

// --- internal ---

/** "02-29" is one, in some years. */
function isDay(day: string): boolean {
  const at = new Date(`2024-${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(5, 10) === day;
}
