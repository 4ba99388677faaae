// The shape of flows/other-languages.yaml: languages that are known when they are seen, and not spoken yet.
import * as z from "zod";

const text = z.string().min(1);

/** A script by the name Unicode gives it (https://unicode.org/iso15924/iso15924-codes.html). */
const script = text.refine((name) => isScript(name), "文字の種類の名前（Unicode の Script）ではありません");

export const othersSchema = z.array(
  z.strictObject({
    code: text,
    japanese: text,
    name: text,
    script: script.nullable().default(null),
    marks: z.array(text).default([]),
    got: text,
  }),
);

// --- internal ---

function isScript(name: string): boolean {
  try {
    return new RegExp(`\\p{Script=${name}}`, "u").test("") || true;
  } catch {
    return false;
  }
}
