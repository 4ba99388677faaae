// Do an office's settings fit together? What the shape of the file cannot say by itself.
import type { Office } from "../../office/office.ts";
import { around } from "../../office/town/place.ts";
import type { Mistake } from "../mistakes.ts";
import type { Parsed } from "../parse.ts";

/** `id` is the name of the file. */
export function checkOffice(office: Parsed<Office>, id: string): Mistake[] {
  const { data, mistake } = office;
  const codes = data.districts.map(({ code }) => code);
  return [
    ...(data.id === id
      ? []
      : [mistake(["id"], `id が「${data.id}」です。ファイルの名前と同じ「${id}」にしてください。`)]),
    ...(data.hours ?? []).flatMap(({ from, to }, n) =>
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
    ...checkTree(office),
    ...checkAgencies(office),
    ...checkDays(office),
  ];
}

// --- internal ---

/** Every larger district exists, and none lies within itself. */
const checkTree = ({ data: { districts }, mistake }: Parsed<Office>): Mistake[] =>
  districts.flatMap(({ code, parent }, n) => {
    if (parent === null) return [];
    const larger = around(districts, parent);
    const what = larger.includes(code)
      ? `「${code}」が、自分の中に入っています。parent を確かめてください。`
      : `「${parent}」という地区がありません。districts に書き足すか、parent を直してください。`;
    return larger.length > 0 && !larger.includes(code) ? [] : [mistake(["districts", n, "parent"], what)];
  });

/** Ids and fields stand once, and what an agency names is there. */
function checkAgencies({ data: { agencies, fields, districts }, mistake }: Parsed<Office>): Mistake[] {
  const [ids, kinds] = [agencies.map(({ id }) => id), fields.map(({ kind }) => kind)];
  return [
    ...repeated(kinds).map((n) => mistake(["fields", n], `分野「${kinds[n]}」が二つあります。ひとつにしてください。`)),
    ...repeated(ids).map((n) =>
      mistake(["agencies", n, "id"], `機関の id「${ids[n]}」が二つあります。別のものにしてください。`),
    ),
    ...agencies.flatMap(({ field, districts: codes }, n) => [
      ...(kinds.includes(field) || field === "その他"
        ? []
        : [mistake(["agencies", n, "field"], `分野「${field}」が fields にありません。書き足してください。`)]),
      ...(codes ?? [])
        .filter((code) => !districts.some((district) => district.code === code))
        .map((code) =>
          mistake(
            ["agencies", n, "districts"],
            `「${code}」という地区がありません。districts の code を書いてください。`,
          ),
        ),
    ]),
  ];
}

/** Whatever has an end ends after it began, on days that exist. */
const checkDays = ({ data, mistake }: Parsed<Office>): Mistake[] =>
  (["agencies", "programmes", "resources"] as const).flatMap((list) =>
    data[list].flatMap(({ validFrom, validTo }, n) => {
      const wrong = [validFrom, validTo].find((day) => day !== null && !isDay(day.slice(5), day.slice(0, 4)));
      if (wrong !== undefined) return [mistake([list, n], `「${wrong}」という日はありません。`)];
      return validFrom !== null && validTo !== null && validTo < validFrom
        ? [mistake([list, n], `${validFrom} から ${validTo} までになっています。終わりの日を、あとにしてください。`)]
        : [];
    }),
  );

const repeated = (values: string[]): number[] => values.flatMap((value, n) => (values.indexOf(value) === n ? [] : [n]));

/** "02-29" is one, in some years. */
function isDay(day: string, year = "2024"): boolean {
  const at = new Date(`${year}-${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(5, 10) === day;
}
