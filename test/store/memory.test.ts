// The store that forgets keeps the contract, and keeps nothing that is not JSON.
import { expect, test } from "vitest";
import { memoryStore } from "../../src/store/memory.ts";
import { storeContract } from "./contract.ts";
import { move } from "./samples.ts";

storeContract("memory", async () => memoryStore());

test("what was committed does not change under the store's hands", async () => {
  const { talks } = memoryStore();
  const first = move("k1", 0);
  await talks.commit([first]);
  first.talk.seen.push("later");
  expect((await talks.load(["k1"], [])).talks.get("k1")?.seen).toEqual(["e0"]);
});
