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

/** `orders` gives the expressions of an item; one of them must stand. */
export function lookup<T>(items: T[], orders: (item: T) => Place[][]): Lookup<T> {
  const byFirst = new Map<number, number[]>();
  items.forEach((item, n) =>
    orders(item).forEach((places) => {
      const first = places.find((place) => !place.optional)?.set ?? -1;
      const known = byFirst.get(first);
      if (known === undefined) byFirst.set(first, [n]);
      else known.push(n);
    }),
  );
  const among = (found: Found): T[] => {
    const at = new Set([...found.keys()].flatMap((set) => byFirst.get(set) ?? []));
    const stands = (places: Place[]) => places.every(({ optional, set }) => optional || found.has(set));
    return [...at]
      .sort((a, b) => a - b)
      .flatMap((n) => items.slice(n, n + 1))
      .filter((item) => orders(item).some(stands));
  };
  return { items, among };
}

/** For expressions that stand for nothing but themselves. */
export const plainLookup = (orders: Place[][]): Lookup<Place[]> => lookup(orders, (order) => [order]);

/** An expression can stand where an order of its first side can. */
export const listedLookup = (listed: Listed[]): Lookup<Listed> => lookup(listed, ({ sides: [first = []] }) => first);
