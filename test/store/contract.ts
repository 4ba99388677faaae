// What every store promises, as one suite: run against memory, SQLite, PostgreSQL and D1.
import { describe, expect, test } from "vitest";
import type { Store } from "../../src/ports.ts";
import { filingContract } from "./contract/filing.ts";
import { mediaContract } from "./contract/media.ts";
import { recordContract } from "./contract/records.ts";
import { staffContract } from "./contract/staff.ts";
import { unheardContract } from "./contract/unheard.ts";
import { talkContract } from "./contract/talks.ts";

/** Gives an empty store; the suite closes none. */
export type Fresh = () => Promise<Store>;

function servedContract(fresh: Fresh): void {
  test("it is known for which offices real residents write here", async () => {
    const store = await fresh();
    expect(await store.served()).toEqual([]);
    for (const office of ["midori", "aoba", "midori"]) await store.serve(office);
    expect(await store.served()).toEqual(["aoba", "midori"]);
  });
}

function aliveContract(fresh: Fresh): void {
  test("it is told whether it can be read and written, and nothing changes by that", async () => {
    const store = await fresh();
    const before = await store.served();
    await Promise.all([store.ping(), store.touch()]);
    expect(await store.served()).toEqual(before);
  });
}

export function storeContract(name: string, fresh: Fresh): void {
  describe(name, () => {
    talkContract(fresh);
    unheardContract(fresh);
    filingContract(fresh);
    recordContract(fresh);
    mediaContract(fresh);
    staffContract(fresh);
    servedContract(fresh);
    aliveContract(fresh);
  });
}
