// Every promise of delivery, tried for a short while with one seed. `npm run prove` tries them in full.
import { expect, test } from "vitest";
import { FAULTS, type FaultName } from "../../src/try/trouble/faults.ts";
import { clocks } from "./clocks.ts";
import { crowd } from "./crowd.ts";
import { kill } from "./kill.ts";
import { lineFails } from "./line-fails.ts";
import { media } from "./media.ts";
import { told, type Row } from "./report.ts";
import { stop } from "./stop.ts";
import { storeFails } from "./store-fails.ts";
import { twice } from "./twice.ts";

const SEED = 20_261_122;

/** A call that hangs takes its time: for the full run. */
const QUICK = (Object.keys(FAULTS) as FaultName[]).filter((name) => !name.startsWith("hang"));

const PROMISES: [name: string, prove: () => Promise<Row>][] = [
  ["killed under load, nothing is lost", () => kill({ seed: SEED, kills: 2, people: 50, file: "src/node.ts" })],
  ["stopped under load, it ends cleanly", () => stop({ seed: SEED, stops: 1, people: 8, file: "src/node.ts" })],
  ["one program: twice is harmless", () => twice({ seed: SEED, people: 10, rounds: 2 })],
  ["three programs on one file: twice is harmless", () => twice({ seed: SEED, people: 10, rounds: 2, programs: 3 })],
  ["many at once, each as if alone", () => crowd({ seed: SEED, people: 12, few: 1, only: ["02", "12"] })],
  ["LINE fails", () => lineFails({ seed: SEED, people: 3, rounds: 2, rate: 0.6, only: QUICK, timeoutMs: 5000 })],
  ["media are kept", () => media({ seed: SEED, pictures: 2, filmMiB: 3, rate: 0.5, timeoutMs: 120 })],
  ["clocks and limits", () => clocks({ seed: SEED })],
  ["the database fails", () => storeFails({ seed: SEED, people: 10, rounds: 3, rate: 0.3, outages: 0 })],
];

test.each(PROMISES)(
  "%s",
  async (_, prove) => {
    const row = await prove();
    expect(row.ok, told(row)).toBe(true);
  },
  90_000,
);
