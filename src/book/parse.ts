// One YAML file → checked data that still knows its lines, or its mistakes.
import { LineCounter, parseDocument, type Document } from "yaml";
import * as z from "zod";
import { ja } from "zod/locales";
import { BookMistakes, type Mistake } from "./mistakes.ts";
import { sayIssue, sayYaml, type Path } from "./say-mistake.ts";

z.config(ja());

/** What a file holds, and on which line each part of it stands. */
export interface Parsed<Data> {
  data: Data;
  /** The mistake `what` at this place of the file, for checks that go beyond the shape. */
  mistake(path: Path, what: string): Mistake;
}

/**
 * Reads `text` as YAML and checks it. `file` is only for the message.
 * @throws BookMistakes with every mistake in the file
 */
export function parse<Schema extends z.ZodType>(file: string, text: string, schema: Schema): Parsed<z.infer<Schema>> {
  const read = readyIn(text);
  const ready = read === undefined ? null : schema.safeParse(read);
  if (ready?.success === true) return { data: ready.data, mistake: (_, what) => ({ file, line: 0, what }) };
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const mistake = (path: Path, what: string): Mistake => ({ file, line: lineOf(doc, lines, path), what });
  if (doc.errors.length > 0)
    throw new BookMistakes(
      doc.errors.map(({ code, pos }) => ({ file, line: lines.linePos(pos[0]).line, what: sayYaml(code) })),
    );
  const checked = schema.safeParse(doc.toJS());
  if (checked.success) return { data: checked.data, mistake };
  const { issues } = checked.error;
  throw new BookMistakes(
    issues.flatMap((issue) => sayIssue(issue, issues, doc).map(({ path, what }) => mistake(path, what))),
  );
}

// --- internal ---

/** What was read when the program was built (packed/ready.ts): checked then, with its lines. undefined for YAML. */
function readyIn(text: string): unknown {
  try {
    return /^[{[]/.test(text) ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** The line of the key at `path`, or of the nearest part that exists on the way to it; 0 where only the file is known. */
function lineOf(doc: Document, lines: LineCounter, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const start = startOf(doc, path.slice(0, length));
    if (start !== null) return lines.linePos(start).line;
  }
  return 0;
}

/** Where the key of this entry stands; for an item of a list, where the item stands. */
function startOf(doc: Document, path: Path): number | null {
  const parent = doc.getIn(path.slice(0, -1), true) as { items?: unknown[] } | undefined;
  const key = path.at(-1);
  const pair = parent?.items?.find(
    (item): item is { key: { value: unknown; range: number[] } } =>
      typeof item === "object" && item !== null && "key" in item && (item.key as { value: unknown }).value === key,
  );
  const node = pair?.key ?? (doc.getIn(path, true) as { range?: number[] } | undefined);
  return node?.range?.[0] ?? null;
}
