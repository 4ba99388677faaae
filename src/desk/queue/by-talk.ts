// Whose events they are: each talk is found once, by the key that stands for a person.
import type { Arrival } from "../../ports.ts";
import type { Room } from "../room.ts";

/** Events by the key of their talk. */
export type ByTalk = Map<string, Arrival[]>;

export const byTalk = ({ office, keyOf }: Room, arrivals: Arrival[]): ByTalk =>
  Map.groupBy(arrivals, ({ person }) => keyOf(office.id, person));

/** All that came in one moment; the events of a talk in the order of LINE's own time. */
export function joined(all: ByTalk[]): ByTalk {
  const groups = Map.groupBy(
    all.flatMap((one) => [...one]),
    ([key]) => key,
  );
  return new Map([...groups].map(([key, lists]) => [key, inOrder(lists.flatMap(([, list]) => list))]));
}

/** What is written in each. One that was kept may be damaged: it holds up nobody else. */
export const wordsIn = (arrivals: { input: Arrival["input"] | null }[]): string[] =>
  arrivals.flatMap(({ input }) => (input?.kind === "text" ? input.text : []));

/** Of LINE's own time; at the same time, what waited first. */
export const inOrder = (arrivals: Arrival[]): Arrival[] =>
  arrivals.toSorted((a, b) => a.at - b.at || cameAt(a) - cameAt(b));

const cameAt = (arrival: Arrival): number => arrival.cameAt ?? Number.MAX_SAFE_INTEGER;
