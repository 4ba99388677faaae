// flows/ as a Worker carries it: packed, without the notes, and otherwise the same.
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { readFiles } from "../../src/book/disk.ts";
import { packedFiles } from "../../src/book/packed/files.ts";
import { PROOF_FILES } from "../../src/book/proof/proof.ts";

test("says the same as flows/, line by line where a mistake would be told", async () => {
  const onDisk = await readFiles(fileURLToPath(new URL("../../flows/", import.meta.url)));
  const packed = packedFiles();
  const names = Object.keys(onDisk).filter((name) => !PROOF_FILES.some((proof) => proof === name));
  expect(Object.keys(packed).toSorted()).toEqual(names.toSorted());
  for (const name of names) {
    const [here, there] = [onDisk[name] ?? "", packed[name] ?? ""];
    expect(parse(there), name).toEqual(parse(here));
    expect(there.split("\n").length, name).toBe(here.split("\n").length);
  }
});
