// What must hold at the counter, whatever the flow: twice is harmless, silence files, and what is taken back is gone.
import type { Book } from "../../book/book.ts";
import type { Arrival, Store } from "../../ports.ts";
import { atStep, type Finding, type Law } from "../finding.ts";
import type { Step } from "../walk/explore.ts";
import { begun } from "../walk/turn.ts";
import { counterOf, type Counter } from "./counter.ts";
import { talksOf, type Talk } from "./talks.ts";

export interface AtDesk {
  findings: Finding[];
  /** Talks that were held, each as often as there are moments in it. */
  talks: number;
  /** Events that were handed in. */
  events: number;
}

/** Holds every talk at counters of their own. `open` gives an empty store. */
export async function deskBroken(book: Book, open: () => Store, progress?: (talks: number) => void): Promise<AtDesk> {
  const at: AtDesk = { findings: [], talks: 0, events: 0 };
  for (const talk of talksOf(book.flow)) {
    const [place, whole] = [{ at, book, open, talk }, await hold({ at, book, open, talk })];
    await repeated(place, whole);
    for (const turn of talk.everyTurn ? whole.steps.keys() : [whole.steps.length - 1]) {
      await silent(place, turn + 1);
      if (whole.steps[turn]?.act.input.kind === "text") await takenBack(place, turn + 1);
    }
    progress?.(at.talks);
  }
  return at;
}

// --- internal ---

interface Place {
  at: AtDesk;
  book: Book;
  open(): Store;
  talk: Talk;
}

/** A talk as it was held. */
interface Held {
  counter: Counter;
  arrivals: Arrival[];
  steps: Step[];
}

async function hold({ at, book, open, talk }: Place, turns = Infinity): Promise<Held> {
  const held: Held = { counter: counterOf(book, open()), arrivals: [], steps: [] };
  at.talks += 1;
  await goOn({ at, book, open, talk }, held, turns);
  return held;
}

/** Holds the talk on, to this turn or to its end. */
async function goOn({ at, book, talk }: Place, { counter, arrivals, steps }: Held, turns = Infinity): Promise<void> {
  for (let turn = arrivals.length; turn < turns; turn += 1) {
    const state = await counter.state();
    const input = talk.next(state, turn);
    if (input === null) return;
    const own = input.kind === "choice" && input.talk !== "0" ? { ...input, talk: state?.intake ?? "" } : input;
    steps.push({ act: { does: talk.name, input: own }, in: state ?? begun(book.flow), note: "" });
    arrivals.push(await counter.does(own));
    at.events += 1;
  }
}

/** LINE sends every event once more: nothing is kept twice, nothing is said twice. */
async function repeated(place: Place, held: Held): Promise<void> {
  const { counter, arrivals } = held;
  const [kept, shown] = [await counter.kept(), counter.shown().length];
  for (const arrival of arrivals) await counter.again(arrival);
  place.at.events += arrivals.length;
  if ((await counter.kept()) !== kept)
    found(place, held, "twice", "同じ出来事がもう一度とどくと、残るものが変わります。");
  if (counter.shown().length !== shown) found(place, held, "twice", "同じ出来事がもう一度とどくと、また返事をします。");
}

/** They write no more: staff have a record, and nothing lights up the telephone. */
async function silent(place: Place, turns: number): Promise<void> {
  const held = await hold(place, turns);
  const { counter } = held;
  const shown = counter.shown().length;
  await counter.falls();
  const wrote = held.steps.some(({ act }) => act.input.kind === "text");
  if (wrote && (await counter.records()) === 0)
    found(place, held, "record", "ここで書くのをやめると、記録が職員に届きません。");
  if (counter.shown().length !== shown) found(place, held, "silence", "だまっている人に、話しかけます。");
}

/** The last message is taken back, and the talk goes on: it stands nowhere, and is never said again. */
async function takenBack(place: Place, turns: number): Promise<void> {
  const held = await hold(place, turns);
  const { counter, arrivals } = held;
  const last = arrivals.at(-1);
  if (last?.input.kind !== "text") return;
  const trace = /[\d-]{12,}/u.exec(last.input.text)?.[0] ?? last.input.text;
  await counter.does({ kind: "unsend", messageId: last.messageId ?? "" });
  const shown = counter.shown().length;
  await goOn(place, held);
  await counter.falls();
  const said = counter.shown().slice(shown).join("\n");
  if ((await counter.kept()).includes(trace))
    found(place, held, "taken-back", "送信を取り消したことばが、残っています。");
  if (said.includes(trace)) found(place, held, "taken-back", "送信を取り消したことばを、また見せます。");
}

function found({ at, book }: Place, { steps }: Held, law: Law, what: string): void {
  const last = steps.at(-1)?.in;
  at.findings.push({ law, what, place: atStep(book.flow, last?.current ?? "", last?.role ?? null), talk: steps });
}
