// Hears danger in what a resident writes, by the expressions of `flows/danger/`. Pure: it raises, it never lowers.
import { urgencyRank } from "../codes.ts";
import type { RiskType, Urgency } from "../codes.ts";
import type { Certainty, DangerFile, LanguageFile } from "./file.ts";
import { compileLanguage, hearLanguage } from "./language.ts";
import type { Language } from "./language.ts";
import { withoutHeadings } from "./notation/kana.ts";
import { fromRomaji } from "./notation/romaji.ts";
import { gradual, type Gradual } from "../listen/ear/gradual.ts";
import { shortMemory, type Remember } from "../listen/ear/memory.ts";
import { asTyped, inScriptOf, writingsOf } from "./writing.ts";

export { dangerSchema, dangerWordsSchema } from "./file.ts";
export type { Certainty, DangerFile, LanguageFile } from "./file.ts";

export interface Heard {
  risk: RiskType;
  certainty: Certainty;
  urgency: Urgency;
  /** The listed title of what fitted (「お金も食べるものもない」), for staff's 「なぜ」; never the resident's own words. */
  words: string;
}

/** Compiled once a start; holds no state. */
export interface Danger {
  urgency: DangerFile["urgency"];
  /** Titles (`words` of what is heard) of whoever raises a hand and writes of it. */
  ownHand: ReadonlySet<string>;
  languages: Listening[];
  /** Leaves out what nobody says of themselves. */
  spoken: (text: string) => string;
  remember: Remember;
}

/** Nothing is compiled yet: see `compiled` of each language. */
export function compileDanger(file: DangerFile): Danger {
  const { urgency, languages, "own-hand": ownHand } = file;
  const [headings, foreign] = [languages.flatMap((one) => one.headings), languages.map(({ own }) => own).join("")];
  const spoken = withoutHeadings(headings, foreign);
  return {
    urgency,
    ownHand: new Set(ownHand),
    languages: languages.flatMap(listening),
    spoken,
    remember: shortMemory(),
  };
}

/** The words of danger of one language in one of the ways it is typed, compiled when a text so typed first comes. */
interface Listening {
  /** Can anything of it stand in this text? */
  mayHold(text: string): boolean;
  /** Once a file. @throws an Error in Japanese that names the language and the expression where one cannot be read */
  compiled: Gradual<Language>;
}

const KNOWN = new WeakMap<LanguageFile, Listening[]>();

function listening(file: LanguageFile): Listening[] {
  const known = KNOWN.get(file) ?? listeningAnew(file);
  KNOWN.set(file, known);
  return known;
}

function listeningAnew(file: LanguageFile): Listening[] {
  const inItsScript = inScriptOf(file);
  return writingsOf(file).map((writing) => ({
    mayHold: (text) => inItsScript(text) && writing.fits(text),
    compiled: gradual(() => compileLanguage(file, writing)),
  }));
}

/**
 * What is dangerous in a resident's words, most urgent first, each title once; empty where nothing was heard.
 * `standing` are the risks heard earlier in this talk: after them a short word (「もう飲んだ」「来た」) is danger to life.
 * Every language listens to every text. Give it one message, or several joined with "\n"; time grows with length only.
 */
export const hear = (danger: Danger, text: string, standing: readonly RiskType[] = []): Heard[] =>
  danger.remember(`${standing.join(" ")} ${text}`, () => dangersIn(danger, text, standing));

function dangersIn(danger: Danger, text: string, standing: readonly RiskType[]): Heard[] {
  const heard = new Map<string, Heard>();
  const kana = fromRomaji(text);
  const said = danger.spoken(kana === null ? text : `${text}\n${kana}`);
  const typed = asTyped(said);
  const listening = danger.languages.filter(({ mayHold }) => typed.some(({ raw }) => mayHold(raw)));
  for (const { compiled } of listening)
    for (const { risk, level, words } of hearLanguage(compiled.whole(), typed, standing)) {
      const urgency = level === "now" ? "E0" : danger.urgency[risk][level];
      const found: Heard = { risk, certainty: level === "now" ? "sure" : level, urgency, words };
      const known = heard.get(`${risk} ${words}`);
      if (known === undefined || urgencyRank(urgency) < urgencyRank(known.urgency))
        heard.set(`${risk} ${words}`, found);
    }
  return [...heard.values()].sort((a, b) => urgencyRank(a.urgency) - urgencyRank(b.urgency));
}
