// What is owed to people right now, and how old the oldest of it is.
import type { Owed, OwedWords, Store } from "../ports.ts";

export interface Backlog {
  /** People who are owed words, a record, a picture or an alert, or were not heard yet; at most `MOST`. */
  people: number;
  /** How long the oldest word waits to be said or heard (ms); 0 where none waits. */
  oldestMs: number;
  /** Alerts the people on duty were not told yet. */
  alerts: number;
}

/** So many talks are looked at; more that wait show as this many. */
const MOST = 200;
/** What is owed is due within an hour: the longest pause is the one after the month's quota. */
const SOON_MS = 3_600_000 + 60_000;

/** @throws when the store cannot be read */
export async function backlogOf({ talks }: Pick<Store, "talks">, now: number): Promise<Backlog> {
  const keys = await talks.due(now + SOON_MS, MOST);
  const { talks: found, unheard } = await talks.load(keys, []);
  const owing = [...found.values()].filter(({ owed, unfiled }) => owed.length + unfiled.length > 0);
  const owed = owing.flatMap((talk) => talk.owed);
  const since = [...owed.filter(isWords).map(({ tokenAt }) => tokenAt), ...unheard.map(({ arrival }) => arrival.at)];
  return {
    people: Math.min(MOST, new Set([...owing, ...unheard].map(({ key }) => key)).size),
    oldestMs: since.length === 0 ? 0 : Math.max(0, now - Math.min(...since)),
    alerts: owed.filter((item) => item.do === "alert").length,
  };
}

const isWords = (item: Owed): item is OwedWords => item.do === "say";
