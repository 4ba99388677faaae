// The store's hot calls, pumped: what many people need at the same moment is one load, one commit, one filing.
import type { Busy } from "../room.ts";
import type { Filing, TalkStore } from "../../ports.ts";
import { pump } from "./pump.ts";

export function pumped(talks: TalkStore, gather?: Busy["gather"]): TalkStore {
  const load = pump(async (calls: { keys: string[]; events: string[]; before: string[] }[]) => {
    const found = await talks.load(
      [...new Set(calls.flatMap(({ keys }) => keys))],
      calls.flatMap(({ events }) => events),
      calls.flatMap(({ before }) => before),
    );
    return calls.map(() => found);
  });
  const file = pump(async (filings: Filing[]) => {
    await talks.file(joined(filings));
    return filings.map(() => undefined);
  }, gather);
  const inOne = <One>(write: (all: One[]) => Promise<void>) =>
    pump(async (calls: One[][]) => {
      await write(calls.flat());
      return calls.map(() => undefined);
    }, gather);
  const commit = pump(onceEach(talks.commit, ({ talk }) => talk.key));
  const strike = pump(onceEach(talks.strike, ({ key }) => key));
  return {
    load: (keys, events, before = []) => load({ keys, events, before }),
    file,
    commit,
    strike,
    keep: inOne(talks.keep),
    heard: inOne(talks.heard),
    putOff: (ids, dueAt) => talks.putOff(ids, dueAt),
    erase: (erasure) => talks.erase(erasure),
    due: (now, limit) => talks.due(now, limit),
  };
}

// --- internal ---

/** One write holds each talk once: of two writes to one talk the second would miss its base anyway. */
function onceEach<One>(write: (all: One[]) => Promise<Set<string>>, keyOf: (one: One) => string) {
  return async (calls: One[][]): Promise<Set<string>[]> => {
    const first = new Map<string, One>();
    for (const one of calls.flat()) if (!first.has(keyOf(one))) first.set(keyOf(one), one);
    const written = await write([...first.values()]);
    const holds = (one: One): boolean => first.get(keyOf(one)) === one && written.has(keyOf(one));
    return calls.map((all) => new Set(all.filter(holds).map(keyOf)));
  };
}

const joined = (filings: Filing[]): Filing => ({
  messages: filings.flatMap(({ messages }) => messages),
  intakes: filings.flatMap(({ intakes }) => intakes),
  entries: filings.flatMap(({ entries }) => entries),
  retractions: filings.flatMap(({ retractions }) => retractions),
});
