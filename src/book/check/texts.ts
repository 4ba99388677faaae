// Every text that stands in a piece of flows/, with the path to it.
export const textsIn = (value: unknown, path: string[] = []): [path: string[], text: string][] =>
  typeof value === "string"
    ? [[path, value]]
    : Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) => textsIn(inner, [...path, key]));
