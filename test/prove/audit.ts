// What is found afterwards: every word that LINE got a 200 for, in order, once; every answer on the telephone, once.
import { flexWords, type FlexPart } from "../../src/try/flex-words.ts";
import type { LocalLine } from "../../src/try/local-line.ts";
import type { Entry, Message } from "../../src/intake/intake.ts";
import type { Store } from "../../src/ports.ts";
import type { Person } from "./people.ts";

export interface Audit {
  people: number;
  /** Words of residents that were acknowledged. */
  words: number;
  /** Of those, how many are not found, are found twice, or stand in another order. */
  lost: number;
  keptTwice: number;
  disordered: number;
  /** Answers that were owed, and those that never reached the telephone without staff being told. */
  answers: number;
  unsaid: number;
  /** Answers that reached it twice: unknown to staff, and with 二重の可能性 on the record. */
  saidTwice: number;
  saidTwiceTold: number;
  /**
   * People who read a later answer before an earlier one, though nothing waited for the month's quota. After a crash that is
   * as it should be: nobody waits for what a dead program had taken.
   */
  saidOutOfOrder: number;
  /** Answers staff are told of as not delivered, or perhaps twice. */
  told: Record<string, number>;
  problems: string[];
}

export async function audit(store: Store, line: LocalLine, all: Person[]): Promise<Audit> {
  const sum = nothing(all.length);
  for (const person of all) await one(sum, store, line, person);
  return sum;
}

// --- helpers ---

const nothing = (people: number): Audit => ({
  people,
  words: 0,
  lost: 0,
  keptTwice: 0,
  disordered: 0,
  answers: 0,
  unsaid: 0,
  saidTwice: 0,
  saidTwiceTold: 0,
  saidOutOfOrder: 0,
  told: {},
  problems: [],
});

async function one(sum: Audit, store: Store, line: LocalLine, person: Person): Promise<void> {
  const { talks } = await store.talks.load([person.key], []);
  const intake = talks.get(person.key)?.state.intake ?? "";
  const [messages, entries] = [await store.records.messages(intake), await store.records.entries(intake)];
  words(sum, person, messages);
  answers(sum, person, messages, entries, shownOn(line, person));
}

function words(sum: Audit, { id, sent }: Person, messages: Message[]): void {
  const kept = messages.flatMap(({ direction, text }) => (direction === "in" ? [text ?? ""] : []));
  const wanted = sent.toSorted((a, b) => a.event.timestamp - b.event.timestamp).map(({ text }) => text);
  const lost = wanted.filter((text) => !kept.includes(text));
  const twice = kept.filter((text, n) => kept.indexOf(text) !== n);
  sum.words += wanted.length;
  sum.lost += lost.length;
  sum.keptTwice += twice.length;
  const inOrder = wanted.filter((text) => kept.includes(text)).join("\n") === [...new Set(kept)].join("\n");
  if (!inOrder) sum.disordered += 1;
  if (lost.length + twice.length > 0 || !inOrder)
    sum.problems.push(`${id}: lost ${lost.join(" ")}; twice ${twice.join(" ")}; in order ${inOrder}`);
}

/** The words of our messages on this telephone. */
export const shownOn = (line: LocalLine, { id }: Pick<Person, "id">): string[] =>
  line
    .arrived(id)
    .map((message) => (message.type === "flex" ? flexWords(message.contents as FlexPart) : String(message.text)));

/** A check that waited is said without what it reads back (src/desk/back/quote.ts): both are the same answer. */
const same = (text: string | null): string => (text ?? "").replace(/ここまでのこと[^]*$/, "ここまでのこと");

/** Where each answer first stands on the telephone, in the order in which they were owed. */
function orderOf(messages: Message[], shown: string[]): number[] {
  const left: (string | null)[] = shown.map(same);
  const said = messages.filter(({ direction }) => direction === "out");
  return said.flatMap(({ text }) => {
    const at = left.indexOf(same(text));
    if (at >= 0) left[at] = null;
    return at >= 0 ? [at] : [];
  });
}

const NOT_DELIVERED = ["never", "gave-up", "blocked", "hushed"];

function answers(sum: Audit, { id }: Person, messages: Message[], entries: Entry[], shown: string[]): void {
  const states = new Map<string, string[]>();
  for (const { kind, id: entry, body } of entries.filter((item) => item.kind === "delivery")) {
    const [turn, state] = [entry.replace(/:say:[\w-]+$/, ""), body.state ?? kind];
    states.set(turn, [...(states.get(turn) ?? []), state]);
    sum.told[state] = (sum.told[state] ?? 0) + 1;
  }
  const waited = [...states.values()].some((list) => list.includes("quota"));
  const order = waited ? [] : orderOf(messages, shown);
  if (order.some((at, n) => at < (order[n - 1] ?? 0))) sum.saidOutOfOrder += 1;
  const left = shown.map(same);
  const take = ({ text }: Message): boolean => {
    const at = left.indexOf(same(text));
    return at >= 0 && left.splice(at, 1).length > 0;
  };
  const said = messages.filter(({ direction }) => direction === "out");
  const told = (message: Message): string[] => states.get(message.id.replace(/:\d+$/, "")) ?? [];
  for (const message of said) {
    sum.answers += 1;
    if (take(message) || told(message).some((state) => NOT_DELIVERED.includes(state))) continue;
    sum.unsaid += 1;
    sum.problems.push(`${id}: never said ${message.id}: ${message.text?.slice(0, 30)}`);
  }
  for (const message of said) if (told(message).includes("unsure") && take(message)) sum.saidTwiceTold += 1;
  sum.saidTwice += left.length;
  if (left.length > 0) sum.problems.push(`${id}: said twice: ${left.map((text) => text.slice(0, 30)).join(" | ")}`);
}
