// What stands in a picture, before it is drawn: boxes from top to bottom, as a welfare officer reads them.

/** begin, end: where it starts and what comes of it. ask: a question. way: another picture that is led to. */
export type Shape = "begin" | "tell" | "ask" | "way" | "danger" | "quiet" | "end";

export interface Box {
  shape: Shape;
  /** 「3」, in a circle. */
  no?: string;
  title: string;
  /** What residents are asked or told, as it stands in the words file. */
  words?: string;
  /** What they may choose. */
  choices?: string[];
  /** What staff should know of it. */
  notes?: string[];
  /** What leads out of here into danger. */
  alarm?: string;
  /** Nothing leads from the box above into this one. */
  apart?: boolean;
}

export interface Plan {
  /** Also the name of its file: `self`. */
  id: string;
  title: string;
  /** Who is led here. */
  who?: string;
  boxes: Box[];
}

/** The same as sentences, for whoever hears it read or has no picture. */
export const sentencesOf = ({ no, title, words, choices = [], notes = [], alarm }: Box): string[] => [
  no === undefined ? title : `${no} ${title}`,
  ...(words === undefined ? [] : [`「${words}」`]),
  ...(choices.length === 0 ? [] : [`選べるもの: ${choices.join("、")}`]),
  ...notes,
  ...(alarm === undefined ? [] : [`危険: ${alarm}`]),
];
