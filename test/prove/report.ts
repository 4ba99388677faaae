// What a run of one promise tells: its counts, what it found, its seed; as a line of the table and as JSON.
import type { Audit } from "./audit.ts";
import type { World } from "./world.ts";

export interface Row {
  promise: string;
  seed: number;
  seconds: number;
  ok: boolean;
  counts: Record<string, number>;
  found: Omit<Audit, "problems"> | null;
  problems: string[];
}

interface Told {
  seed: number;
  /** performance.now() at the beginning. */
  began: number;
  counts: Record<string, number>;
  found?: Audit;
}

/** Nothing of this may be found but 0. */
const FORBIDDEN = ["lost", "keptTwice", "disordered", "unsaid", "saidTwice"] as const;

export function row(promise: string, { seed, began, counts, found }: Told, more: string[]): Row {
  const { problems = [], ...rest } = found ?? {};
  const broken = FORBIDDEN.filter((name) => (found?.[name] ?? 0) > 0);
  return {
    promise,
    seed,
    seconds: Math.round((performance.now() - began) / 100) / 10,
    ok: broken.length + more.length === 0,
    counts,
    found: found === undefined ? null : (rest as Omit<Audit, "problems">),
    problems: [...more, ...problems],
  };
}

export const WAITED = "texts that waited for a language";
export const NOTHING_WAITED = "no text waited for a language: nothing was tried";

/** How often LINE and the database failed, and how many texts had to wait for a language; of each what came to pass. */
export function hardshipsOf({ trouble, programs }: World): Record<string, number> {
  const all = {
    "faults of LINE": total([...trouble.done]),
    "faults of the database": total(programs.flatMap((one) => [...one.trouble.done])),
    [WAITED]: programs.reduce((sum, one) => sum + one.waited(), 0),
  };
  return Object.fromEntries(Object.entries(all).filter(([, times]) => times > 0));
}

/** Where people write, some of their texts must have had to wait. */
export const untried = (place: World): string[] => (WAITED in hardshipsOf(place) ? [] : [NOTHING_WAITED]);

/** One line of the table, and its problems below it. */
export function told({ promise, seed, seconds, ok, counts, found, problems }: Row): string {
  const tried = Object.entries(counts).map(([name, n]) => `${name} ${n.toLocaleString("en")}`);
  const ends =
    found === null
      ? []
      : [
          `words ${found.words}, lost ${found.lost}, kept twice ${found.keptTwice}, out of order ${found.disordered}`,
          `answers ${found.answers}, unsaid ${found.unsaid}, said twice ${found.saidTwice} (二重の可能性: ${found.saidTwiceTold}), in another order ${found.saidOutOfOrder}`,
        ];
  return [
    `${ok ? "holds " : "BROKEN"} ${promise} (seed ${seed}, ${seconds} s)`,
    ...[tried.join(", "), ...ends].map((text) => `         ${text}`),
    ...(ok ? [] : problems.slice(0, 12).map((text) => `         ! ${text}`)),
  ].join("\n");
}

const total = (counts: [string, number][]): number => counts.reduce((sum, [, n]) => sum + n, 0);
