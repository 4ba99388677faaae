// Who of a tongue has looked at what is said and heard in it: staff are told where nobody has.

export interface Reviewed {
  by: string | null;
  /** The day, as it stands in the file. */
  on: string | null;
}

/** null: there is no such file for this language. */
export interface LanguageReview {
  lang: string;
  words: Reviewed | null;
  danger: Reviewed | null;
}
