// A mistake in a file of flows/, told so that whoever wrote the file can mend it: which file, which line, what to do.
export interface Mistake {
  file: string;
  /** 1 is the first line; 0 where the file as a whole is meant. */
  line: number;
  what: string;
}

/** Thrown with every mistake at once. The message is Japanese and ready to print. */
export class BookMistakes extends Error {
  override name = "BookMistakes";
  readonly mistakes: Mistake[];

  constructor(mistakes: Mistake[]) {
    super(mistakes.map(({ file, line, what }) => `${file}${line > 0 ? ` ${line}行目` : ""}: ${what}`).join("\n"));
    this.mistakes = mistakes;
  }
}
