// What a measure is, and the little arithmetic they share.
import type { Load } from "./load.ts";

export interface Line {
  /** What was measured. */
  what: string;
  figure: string;
  target: string;
  met: boolean;
}

export interface Bench {
  load: Load;
  /** How much of everything: 1 in a full run, less while developing. */
  scale: number;
  rounds: number;
  /** Of the soak; null for as long as it takes in a run of this scale. */
  minutes: number | null;
  say(text: string): void;
}

/**
 * Talks before the clock runs, for every bot as many: an office's program has been up for days, and one that has just
 * begun costs up to twice as much a turn for thousands of turns.
 */
export const WARM = 900;

export interface Measure {
  name: string;
  /** Also what the JSON keeps of it, round by round. */
  run(bench: Bench): Promise<{ lines: Line[]; rounds: unknown }>;
}

export const median = (numbers: number[]): number =>
  at(
    numbers.toSorted((a, b) => a - b),
    0.5,
  );

/** The value at this share of a sorted list. */
export const at = (sorted: number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

export const atLeast = (what: string, ratio: number, target: number, more: string): Line => ({
  what,
  figure: `${ratio.toFixed(2)} × (${more})`,
  target: `≥ ${target} ×`,
  met: ratio >= target,
});

export const atMost = (what: string, value: number, target: number, unit: string, more = ""): Line => ({
  what,
  figure: `${value.toFixed(2)} ${unit}${more && ` (${more})`}`,
  target: `≤ ${target} ${unit}`,
  met: value <= target,
});

/** What may not happen at all. */
export const none = (what: string, count: number): Line => ({
  what,
  figure: String(count),
  target: "0",
  met: count === 0,
});
