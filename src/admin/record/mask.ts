// Who told us is kept from those without the right to know, wherever it stands: in the facts, the answers, the talk.
import type { Answer, Intake } from "../../intake/intake.ts";
import type { Labels } from "../labels.ts";

const HIDDEN_WORDS = "（伏せています）";
const HIDDEN_NOTICE = "だれからの相談かは、権限のある職員だけが見られます";

/** Who wrote it down by hand must not think that it was lost. */
export const hiddenNotice = ({ talk, channel }: Pick<Intake, "talk" | "channel">): string =>
  talk === null && channel !== "LINE"
    ? `${HIDDEN_NOTICE}。書きとめてあります（書いた人には見えません）`
    : HIDDEN_NOTICE;

/** What a member of staff may read of a record. */
export interface Mask {
  /** True where the reporter is kept from this reader. */
  hides: boolean;
  /** Words as this reader may see them. */
  text: (words: string) => string;
  /** An answer to a question about the reporter or how to reach them is hidden whole. */
  answer: (answer: Answer) => string;
  hidesAnswer: (answer: Answer) => boolean;
}

/** People who speak for themselves are not hidden: reporter and subject are one. */
export function maskFor(intake: Intake, seesReporter: boolean, labels: Labels): Mask {
  if (seesReporter || speaksForSelf(intake)) return OPEN;
  const own = intake.facts.answers
    .filter(isOfReporter)
    .flatMap(({ answer, means = "" }) => [answer.trim(), means])
    .filter((words) => words !== "");
  const patterns = secretsOf(intake, labels, own).map(loosely);
  const text = (typed: string): string => {
    const words = withoutSummary(typed);
    return own.includes(words.trim())
      ? HIDDEN_WORDS
      : patterns.reduce((kept, one) => kept.replace(one, HIDDEN_WORDS), words);
  };
  const answer = (one: Answer): string => (isOfReporter(one) ? HIDDEN_WORDS : text(one.answer));
  return { hides: true, text, answer, hidesAnswer: isOfReporter };
}

/**
 * Somebody of whom nothing else is known, and who named nobody else, is taken to speak for themselves. Where staff wrote it
 * down and left open whom it is about, it may be anybody who called.
 */
const speaksForSelf = ({ reporter, facts, channel }: Intake): boolean =>
  reporter.role === "SELF" ||
  reporter.role === "CHILD" ||
  (reporter.role === "UNKNOWN" &&
    (channel === "LINE" || facts.subjects.length > 0) &&
    facts.subjects.every(({ relation }) => relation === "本人"));

/** The check reads the answers back: its lines about the reporter go, as the answers do. */
const withoutSummary = (words: string): string =>
  words.replace(/^(\d+ (?:だれのこと|どなたか|連絡|電話番号|電話の時間|お名前|所属)：).*$/gmu, `$1${HIDDEN_WORDS}`);

/** Shows everything. */
const OPEN: Mask = {
  hides: false,
  text: (words) => words,
  answer: ({ answer }) => answer,
  hidesAnswer: () => false,
};

/** How it came tells who told us, where it came by way of somebody. */
export const tellsReporter = (channel: string): boolean => channel === "紹介" || channel === "見守り通報";

// ── helpers ──

/** The questions of `flows/talks` that tell who writes or how to reach them. */
const REPORTER_STEPS = ["role", "whom", "contact", "phone", "window", "name"];

const isOfReporter = ({ step }: Answer): boolean => REPORTER_STEPS.includes(step);

function secretsOf({ reporter, contactPlan, channel }: Intake, labels: Labels, own: string[]): string[] {
  const { phone, nameToUse, text, avoid } = contactPlan;
  const long = [...own, text, avoid].filter((words) => words.trim().length >= 5);
  const way = tellsReporter(channel) ? channel : "";
  const short = [reporter.name, nameToUse, phone, labels.role[reporter.role], way].filter(
    (words) => words.trim().length >= 2,
  );
  return [...short, ...long].map((words) => words.trim()).sort((a, b) => b.length - a.length);
}

/** A telephone number is found however its hyphens and digits were typed. */
function loosely(secret: string): RegExp {
  const letters = Array.from(secret.normalize("NFKC")).filter((letter) => !/[-\s()‐−ー]/.test(letter));
  if (/^\+?\d{6,}$/.test(letters.join(""))) return new RegExp(letters.map(digit).join("[-\\s()（）‐−－ー]*"), "g");
  return new RegExp(secret.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "g");
}

const digit = (d: string): string =>
  d === "+" ? "[+＋]" : `[${d}${String.fromCharCode((d.codePointAt(0) ?? 0) + 0xfee0)}]`;
