// Reading JSON that may have any shape: LINE adds fields, values and types without notice.
// https://developers.line.biz/en/docs/messaging-api/development-guidelines/

export type Loose = Record<string, unknown>;

/** The object, or an empty one where there is none. */
export const part = (value: unknown): Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Loose) : {};

/** The string, or an empty one where there is none. */
export const word = (value: unknown): string => (typeof value === "string" ? value : "");

/** The strings of a list, or none. */
export const wordList = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(word).filter((one) => one !== "") : [];
