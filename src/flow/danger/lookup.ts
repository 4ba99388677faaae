// Which expressions can stand in a text at all: only those all of whose words stand there are looked at.
import type { RiskType } from "../codes.ts";
import type { Found, Place } from "./vocabulary.ts";
import type { Level } from "./weigh.ts";

/** One expression of a risk. */
export interface Listed {
  risk: RiskType;
  /** `standing` is danger to life while the same risk stands from earlier in the talk; otherwise it is nothing. */
  level: Level | "standing";
  /** What staff read. */
  title: string;
  /** One side; two for 「A＆B」. Each side holds in any of its orders. */
  sides: Place[][][];
}

/** Things that are found by expressions, in their order. */
export interface Lookup<T> {
  items: T[];
  /** Those of which one expression has all its words among the words found. */
  among: (found: Found) => T[];
}

/**
 * `orders` gives the expressions of an item; one of them must stand. Each is looked up by the rarest of its words: 「母」 or
 * 「が」 stand in nearly every text, and in many expressions.
 */
export function lookup<T>(items: T[], orders: (item: T) => Place[][]): Lookup<T> {
  const needed = (places: Place[]): number[] => places.flatMap(({ optional, set }) => (optional ? [] : [set]));
  const uses = new Map<number, number>();
  for (const set of items.flatMap(orders).flatMap(needed)) uses.set(set, (uses.get(set) ?? 0) + 1);
  const rarest = (sets: number[]): number =>
    sets.reduce((a, b) => ((uses.get(b) ?? 0) < (uses.get(a) ?? Infinity) ? b : a), -1);
  const byRarest = new Map<number, { n: number; places: Place[] }[]>();
  items.forEach((item, n) =>
    orders(item).forEach((places) => {
      const set = rarest(needed(places));
      const known = byRarest.get(set);
      if (known === undefined) byRarest.set(set, [{ n, places }]);
      else known.push({ n, places });
    }),
  );
  const among = ({ sets, has }: Found): T[] => {
    const stands = (places: Place[]) => places.every(({ optional, set }) => optional || has(set));
    const standing = new Set<number>();
    for (const set of sets) for (const { n, places } of byRarest.get(set) ?? NONE) if (stands(places)) standing.add(n);
    return [...standing].sort((a, b) => a - b).flatMap((n) => items.slice(n, n + 1));
  };
  return { items, among };
}

const NONE: never[] = [];

/** For expressions that stand for nothing but themselves. */
export const plainLookup = (orders: Place[][]): Lookup<Place[]> => lookup(orders, (order) => [order]);

/** An expression can stand where an order of its first side can. */
export const listedLookup = (listed: Listed[]): Lookup<Listed> => lookup(listed, ({ sides: [first = []] }) => first);
