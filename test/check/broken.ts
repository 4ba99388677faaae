// Broken flows: one defect each in the shipped files, and the finding it must give, with file and line.
import type { Files } from "../../src/book/book.ts";
import { checkFlows, checkStill, type Told } from "../../src/check/check.ts";
import type { Law } from "../../src/check/finding.ts";
import type { Still } from "../../src/check/still/still.ts";
import { tell } from "../../src/check/tell.ts";
import type { Act } from "../../src/check/walk/inputs.ts";

export interface Broken {
  defect: string;
  file: string;
  /** What stands in the shipped file, and what stands there instead. */
  from: string | RegExp;
  to: string;
  law: Law;
  /** On the line that holds this; "" where the file as a whole is named. */
  at: string;
  /** The proof it is about; none where the file cannot even be read. */
  by?: Still;
  /** Walked, with these acts beside the buttons. */
  acts?: Act[];
  office?: string;
}

/** The shipped files with the defect in them. */
export function withDefect(shipped: Files, { file, from, to }: Broken): Files {
  const text = shipped[file] ?? "";
  const changed = text.replace(from, () => to);
  if (changed === text) throw new Error(`${String(from)} does not stand in ${file}`);
  return { ...shipped, [file]: changed };
}

/** Runs only the proof that the defect is about, and tells what it found of that law. */
export function refuted(files: Files, { law, by, acts, office = "demo" }: Broken): string[] {
  const told = acts === undefined ? checkStill(files, [office], by ? [by] : []) : walked(files, law, acts, office);
  return told.filter(({ finding }) => finding.law === law).map((one) => tell(files, one));
}

const walked = (files: Files, law: Law, acts: Act[], office: string): Told[] =>
  checkFlows(files, [office], { acts, enough: (finding) => finding.law === law }).findings;

/** 「flows/words/vi.yaml 563行目」 */
export function placeIn(files: Files, { file, at }: Broken): string {
  const text = files[file] ?? "";
  return `flows/${file}${at === "" ? "" : ` ${text.slice(0, text.indexOf(at)).split("\n").length}行目`}`;
}
