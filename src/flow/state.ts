// Where one resident is. Plain JSON: it is written to the store and read back between any two words.
import type {
  AgeBand,
  Category,
  Completeness,
  ConsentMethod,
  ConsentScope,
  ConsentValue,
  Relation,
  RiskType,
  Role,
  Urgency,
} from "./codes.ts";

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** The text of a value that is a text; "" for any other. */
export const wordIn = (value: Json | undefined): string => (typeof value === "string" ? value : "");

/** What a resident answered to one question. */
export interface Answer {
  /** What was understood, in the shape of the step's kind; null where nothing was. */
  value: Json;
  /** Word for word, or the label of the button; "" once it was taken back. */
  answer: string;
  at: number;
  /** Message (or event) the answer came with: 送信取消 finds it by this. */
  from: string;
  /** heard: said before it was asked. kept: not understood, kept as it stands. */
  how: "button" | "text" | "skip" | "heard" | "kept";
}

/** Answered when it was asked, and not only heard in other words: what one can go back to and put right. */
export const wasAsked = ({ answers }: Pick<State, "answers">, field: string): boolean =>
  answers[field] !== undefined && answers[field].how !== "heard";

/** Danger that was heard. Never taken away: a bot may raise urgency, never lower it. */
export interface Risk {
  risk: RiskType;
  urgency: Urgency;
  /** The listed expression that was matched, for staff's 「なぜ」. */
  words: string;
  at: number;
  from: string;
}

/** Somebody the talk is about, as far as was heard. */
export interface Person {
  relation: Relation;
  /** The word that was used: 母, 弟, おばあちゃん; "" where only a button was pressed. */
  called: string;
  ageBand: AgeBand;
}

export interface ConsentLine {
  scope: ConsentScope;
  value: ConsentValue;
  version: string;
  /** Which words were shown: a key of `shown`. */
  words: string;
  method: ConsentMethod;
  at: number;
}

/**
 * idle: nothing said yet. asking: questions go on. waiting: danger was heard, the questions wait. paused: stopped by the
 * person, or the quiet time passed. done: the check was passed.
 */
export type Phase = "idle" | "asking" | "waiting" | "paused" | "done";

export interface State {
  flow: string;
  version: string;
  /** The language of the answers. */
  lang: string;
  /** How it was found: LINE's profile or none, the words, or because it was asked for. */
  langBy: "given" | "heard" | "asked";
  /** A language we do not speak yet, in which they write; "" where none. */
  tongue: string;
  phase: Phase;
  /** Has the greeting been given? */
  greeted: boolean;
  /** Id of the event that began this talk: also the id of its record. null before the first words. */
  intake: string | null;
  /** When it began, and when the resident last said something (LINE's time). */
  startedAt: number;
  lastAt: number;
  /** The question that stands, and how often it has been asked. */
  current: string | null;
  tries: number;
  answers: Record<string, Answer>;
  /** The questions and notices as they were shown, by field. */
  shown: Record<string, string>;
  /** Words of the story so far: how many messages, how many characters. */
  /** Story messages in a row that were only acknowledged. */
  tales: number;
  /** Messages in a row while the questions wait. */
  calm: number;
  /** Feelings that were answered with a word of their own. */
  acked: string[];
  /** Messages whose facts were heard: 送信取消 of one takes the candidates. */
  sources: string[];
  told: number;
  toldLength: number;
  /** 候補 heard in the story, likeliest first. */
  likely: Category[];
  people: Person[];
  /** The writer's own age, where they said it. */
  ownAge: AgeBand;
  /** 課題の候補 (issueTags) heard in the story. */
  tags: { tag: string; of: string }[];
  role: Role | null;
  aware: string | null;
  /** A few letters that may be the beginning of a sentence (acts/care/pieces.ts), when they came, and the messages' ids. */
  piece: { text: string; at: number; from: string } | null;
  risks: Risk[];
  urgency: Urgency;
  safety: "NOW" | "OK" | "UNKNOWN" | null;
  safetyAsked: boolean;
  /** Somebody who tells of another was told that it stays with us. */
  toldThird: boolean;
  consents: ConsentLine[];
  flags: string[];
  supports: string[];
  wishes: string[];
  /** How they do not want to be reached, in their own words. */
  avoids: string[];
  /** Somebody else may see this screen: nothing that was said is shown again. */
  covered: boolean;
  /** false: no push until the person writes again. */
  safeToPush: boolean;
  blocked: boolean;
  filed: Exclude<Completeness, "DRAFT"> | null;
  /** Given by the desk when the record is filed. */
  receiptNo: string | null;
  linkedFrom: string | null;
  /** Until when staff hold this talk (ms); set by the desk when they answer. */
  heldUntil: number;
  /** When staff first answered (ms), since danger was last heard; left out where nobody has. Set by the desk. */
  answeredAt?: number;
}

/** The same again, free to be changed. Plain JSON has no circles, and this is far quicker than `structuredClone`. */
export function copyOf<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf) as T;
  const copy = { ...value } as Record<string, unknown>;
  for (const key in copy) if (typeof copy[key] === "object") copy[key] = copyOf(copy[key]);
  return copy as T;
}

/** Somebody who has never written. */
export const freshState = (flow: string, version: string, lang: string): State => ({
  flow,
  version,
  lang,
  langBy: "given",
  tongue: "",
  phase: "idle",
  greeted: false,
  intake: null,
  startedAt: 0,
  lastAt: 0,
  current: null,
  tries: 0,
  answers: {},
  shown: {},
  tales: 0,
  calm: 0,
  acked: [],
  sources: [],
  told: 0,
  toldLength: 0,
  likely: [],
  people: [],
  ownAge: "UNKNOWN",
  tags: [],
  role: null,
  aware: null,
  piece: null,
  risks: [],
  urgency: "E9",
  safety: null,
  safetyAsked: false,
  toldThird: false,
  consents: [],
  flags: [],
  supports: [],
  wishes: [],
  avoids: [],
  covered: false,
  safeToPush: true,
  blocked: false,
  filed: null,
  receiptNo: null,
  linkedFrom: null,
  heldUntil: 0,
});
