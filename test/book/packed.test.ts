// flows/ as the built program and a Worker carry it: read already, and otherwise the same.
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { readBook } from "../../src/book/book.ts";
import { readFiles } from "../../src/book/disk.ts";
import { packedFiles } from "../../src/book/packed/files.ts";
import { quickened, readyOf } from "../../src/book/packed/ready.ts";
import { PROOF_FILES } from "../../src/book/proof/proof.ts";

const onDisk = await readFiles(fileURLToPath(new URL("../../flows/", import.meta.url)));

test("a Worker carries all of flows/ but what only the proof needs", () => {
  const packed = packedFiles();
  const names = Object.keys(onDisk).filter((name) => !PROOF_FILES.some((proof) => proof === name));
  expect(Object.keys(packed).toSorted()).toEqual(names.toSorted());
  for (const name of names) expect(JSON.parse(packed[name] ?? ""), name).toEqual(parse(onDisk[name] ?? ""));
});

test("what the build read makes the same book", () => {
  const [quick, slow] = [quickened(onDisk, readyOf(onDisk)), onDisk].map((files) => readBook(files, "demo"));
  expect(quick?.flow.words).toEqual(slow?.flow.words);
  expect(quick?.flow.courses).toEqual(slow?.flow.courses);
  expect([quick?.office, quick?.hotlines, quick?.reviews]).toEqual([slow?.office, slow?.hotlines, slow?.reviews]);
});

test("a file that was changed since the build is read as it stands", () => {
  const ready = readyOf(onDisk);
  const changed = {
    ...onDisk,
    "offices/demo.yaml": (onDisk["offices/demo.yaml"] ?? "").replace("あおば市", "みどり市"),
  };
  expect(readBook(quickened(changed, ready), "demo").office.name).toBe("みどり市");
});
