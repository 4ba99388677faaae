// What is made ready behind everybody's back, and that nobody waits for it.
import { setTimeout as rest } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Flow } from "../../src/flow/flow.ts";
import { warm } from "../../src/node/warm.ts";

test("languages are made ready after the first words, one by one, and only while nobody waits", async () => {
  const ready: string[] = [];
  const language = (name: string) => ({ mayHold: () => false, compiled: () => ready.push(name) });
  const listen = {
    get pt() {
      return ready.push("listen pt");
    },
  };
  const flow = { danger: { languages: [language("ja"), language("vi")] }, listen } as unknown as Flow;
  let quiet = (): void => {};
  const done = warm(flow, () => new Promise((resolve) => (quiet = resolve)));
  await rest(2200);
  expect(ready).toEqual([]);
  quiet();
  await rest(50);
  expect(ready).toEqual(["ja"]);
  quiet();
  await rest(50);
  quiet();
  await done;
  expect(ready).toEqual(["ja", "vi", "listen pt"]);
});
