// One YAML file → checked data, or its mistakes with their lines.
import { LineCounter, parseDocument, type Document } from "yaml";
import { z } from "zod";
import { BookMistakes, type Mistake } from "./mistakes.ts";

z.config(z.locales.ja());

/**
 * Reads `text` as YAML and checks it. `file` is only for the message.
 * @throws BookMistakes with every mistake in the file
 */
export function parse<Schema extends z.ZodType>(file: string, text: string, schema: Schema): z.infer<Schema> {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (doc.errors.length > 0) {
    throw new BookMistakes(
      doc.errors.map((error) => ({
        file,
        line: lines.linePos(error.pos[0]).line,
        what: `YAMLの書き方が正しくありません（${error.code}）。字下げと「:」のあとの空白を確かめてください。`,
      })),
    );
  }
  const checked = schema.safeParse(doc.toJS());
  if (checked.success) return checked.data;
  throw new BookMistakes(checked.error.issues.flatMap((issue) => mistakesOf(file, doc, lines, issue)));
}

// --- internal ---

function mistakesOf(file: string, doc: Document, lines: LineCounter, issue: z.core.$ZodIssue): Mistake[] {
  const path = issue.path.map((key) => (typeof key === "symbol" ? String(key) : key));
  const at = (more: (string | number)[]): number => lineOf(doc, lines, [...path, ...more]);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      file,
      line: at([key]),
      what: `「${key}」という項目はありません。つづりを確かめるか、消してください。`,
    }));
  }
  const where = path.length === 0 ? "このファイル" : `「${path.join(" → ")}」`;
  const missing = issue.code === "invalid_type" && issue.input === undefined && !doc.hasIn(path);
  return [
    { file, line: at([]), what: missing ? `${where}がありません。書き足してください。` : `${where}: ${issue.message}` },
  ];
}

/** The line of the nearest node that exists on the way to `path`. */
function lineOf(doc: Document, lines: LineCounter, path: (string | number)[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = doc.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
