// A small vocabulary for limits: each check looks at one value and says, in LINE's words, what is wrong with it.

export type Path = readonly (string | number)[];
export interface Fault {
  path: Path;
  message: string;
}
/** Nothing wrong is an empty list. `undefined` means that the property was left out. */
export type Check = (value: unknown, path: Path) => Fault[];
export type Fields = Record<string, Check>;

/** The property must be there. Without this every check lets a missing property pass. */
export const need =
  (check: Check): Check =>
  (value, path) =>
    isEmpty(value) ? wrong(path, "May not be empty") : check(value, path);

/** A string of so many UTF-16 units. https://developers.line.biz/en/docs/messaging-api/text-character-count/ */
export const units = (min: number, max: number): Check => text(min, max, (value) => value.length);

/** A string of so many grapheme clusters: what a person would count as letters. */
export const graphemes = (min: number, max: number): Check =>
  text(min, max, (value) => [...letters.segment(value)].length);

export const oneOf =
  (...allowed: (string | number)[]): Check =>
  (value, path) =>
    value === undefined || allowed.includes(value as string)
      ? []
      : wrong(path, `Must be one of the following values: [${allowed.join(", ")}]`);

export const matching =
  (pattern: RegExp, message: string): Check =>
  (value, path) =>
    value === undefined || (typeof value === "string" && pattern.test(value)) ? [] : wrong(path, message);

export const number =
  (min: number, max: number): Check =>
  (value, path) =>
    value === undefined || (typeof value === "number" && value >= min && value <= max)
      ? []
      : wrong(path, `Must be a number between ${min} and ${max}`);

export const bool: Check = (value, path) =>
  value === undefined || typeof value === "boolean" ? [] : wrong(path, "Must be a boolean");

/** A web address LINE fetches itself: https only. */
export const https = (max: number): Check =>
  all(units(1, max), matching(/^https:\/\//i, "invalid uri scheme: https is required"));

export const list =
  (min: number, max: number, item: Check): Check =>
  (value, path) => {
    if (value === undefined) return [];
    if (!Array.isArray(value)) return wrong(path, "Must be an array");
    if (value.length < min || value.length > max) return wrong(path, `Size must be between ${min} and ${max}`);
    return value.flatMap((one, index) => item(one, [...path, index]));
  };

/** An object with these properties; others pass, for LINE ignores what it does not know. */
export const fields =
  (known: Fields): Check =>
  (value, path) => {
    if (value === undefined) return [];
    if (!isObject(value)) return wrong(path, "Must be an object");
    return Object.entries(known).flatMap(([name, check]) => check(value[name], [...path, name]));
  };

/** An object whose `type` decides which other properties it has. */
export const byType =
  (kinds: Record<string, Check>): Check =>
  (value, path) => {
    if (value === undefined) return [];
    if (!isObject(value)) return wrong(path, "Must be an object");
    const kind = kinds[String(value.type)];
    if (kind && Object.hasOwn(kinds, String(value.type))) return kind(value, path);
    return need(oneOf(...Object.keys(kinds)))(value.type, [...path, "type"]);
  };

export const all =
  (...checks: Check[]): Check =>
  (value, path) =>
    checks.map((check) => check(value, path)).find((faults) => faults.length > 0) ?? [];

export const wrong = (path: Path, message: string): Fault[] => [{ path, message }];

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const letters = new Intl.Segmenter("ja", { granularity: "grapheme" });

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === "";

function text(min: number, max: number, count: (value: string) => number): Check {
  return (value, path) => {
    if (value === undefined) return [];
    if (typeof value !== "string") return wrong(path, "Must be a string");
    const length = count(value);
    return length < min || length > max ? wrong(path, `Length must be between ${min} and ${max}`) : [];
  };
}
