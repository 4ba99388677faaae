// The store's hot calls, pumped: what many people need at the same moment is one load, one commit, one filing.
import type { Busy } from "../room.ts";
import type { Filing, Move, TalkStore } from "../../ports.ts";
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
  const commit = pump((calls: Move[][]) => commitAll(talks, calls));
  return {
    load: (keys, events, before = []) => load({ keys, events, before }),
    file,
    commit,
    erase: (erasure) => talks.erase(erasure),
    due: (now, limit) => talks.due(now, limit),
  };
}

// --- internal ---

/** One write holds each talk once: of two moves of one talk the second would miss its base anyway. */
async function commitAll(talks: TalkStore, calls: Move[][]): Promise<Set<string>[]> {
  const first = new Map<string, Move>();
  for (const move of calls.flat()) if (!first.has(move.talk.key)) first.set(move.talk.key, move);
  const written = await talks.commit([...first.values()]);
  return calls.map(
    (moves) =>
      new Set(
        moves
          .filter((move) => first.get(move.talk.key) === move && written.has(move.talk.key))
          .map(({ talk }) => talk.key),
      ),
  );
}

const joined = (filings: Filing[]): Filing => ({
  messages: filings.flatMap(({ messages }) => messages),
  intakes: filings.flatMap(({ intakes }) => intakes),
  entries: filings.flatMap(({ entries }) => entries),
  retractions: filings.flatMap(({ retractions }) => retractions),
});
