// Residents who write while everything breaks: what each of them sent, in the order of LINE's time.
import type { LocalLine, WebhookEvent } from "../../src/try/local-line.ts";
import { book } from "../golden/book.ts";
import { keyOf } from "./world.ts";

export interface Person {
  id: string;
  key: string;
  sent: { event: WebhookEvent; text: string }[];
}

const WORDS = [
  "母のことで相談したいです",
  "家賃が払えなくて困っています",
  "どうしたらいいかわかりません",
  "物忘れがひどくなってきました",
  "となりの人が心配です",
  "仕事を探しています",
  "話を聞いてほしいです",
];
/** Filed at once, and the people on duty are told. */
const DANGER = "もう死にたいです";

/** Every so many people somebody writes of danger. */
const DANGER_EVERY = 5;

/** The nth of this run. */
export function personAt(n: number, run = 0): Person {
  const id = `U${`${run}`.padStart(8, "0")}${`${n}`.padStart(24, "0")}`;
  return { id, key: keyOf(book.office.id, id), sent: [] };
}

export const people = (count: number, run = 0): Person[] => Array.from({ length: count }, (_, n) => personAt(n, run));

/** Their next words, each with a number of its own, so that it can be found again. */
export function writes(line: LocalLine, person: Person, n: number): WebhookEvent {
  const round = person.sent.length;
  const words = round === 1 && n % DANGER_EVERY === 0 ? DANGER : WORDS[(round + n) % WORDS.length];
  const text = `${words}（${n}の${round}）`;
  const event = line.say(person.id, { kind: "text", text });
  person.sent.push({ event, text });
  return event;
}

export const inDanger = (all: Person[]): number =>
  all.filter(({ sent }) => sent.some(({ text }) => text.startsWith(DANGER))).length;

/** What must stand nowhere as it is. */
export const secretsOf = (all: Person[]): string[] =>
  all.flatMap(({ id, sent }) => [id, ...sent.slice(0, 20).map(({ text }) => text)]);
