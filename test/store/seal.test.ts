// Sealing: what comes back, what is refused.
import { expect, test } from "vitest";
import { sealer, WrongDataKey } from "../../src/store/seal.ts";

const key = (byte: number): string => Buffer.alloc(32, byte).toString("base64");
const words = "母が ひとりで 泣いています 😢";

test("words come back as they were", () => {
  const { seal, open } = sealer(key(1));
  expect(open(seal(words, "Message.text:1"), "Message.text:1")).toBe(words);
});

test("bytes come back as they were, none at all too", () => {
  const { sealBytes, openBytes } = sealer(key(1));
  for (const bytes of [new Uint8Array(0), new Uint8Array([0, 255, 7])])
    expect(openBytes(sealBytes(bytes, "c"), "c")).toEqual(bytes);
});

test("the same words are never sealed the same way twice", () => {
  const { seal } = sealer(key(1));
  expect(seal(words, "c")).not.toBe(seal(words, "c"));
});

test("no two of many cells have a nonce in common", () => {
  const { sealBytes } = sealer(key(1));
  const nonces = Array.from({ length: 2000 }, () =>
    Buffer.from(sealBytes(new Uint8Array(1), "c")).toString("hex", 1, 13),
  );
  expect(new Set(nonces).size).toBe(2000);
});

const changed = (sealed: string, at: number): string => {
  const bytes = Buffer.from(sealed, "base64url");
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes.toString("base64url");
};

test.each([
  ["with another key", (sealed: string) => sealer(key(2)).open(sealed, "Message.text:1")],
  ["in another row", (sealed: string) => sealer(key(1)).open(sealed, "Message.text:2")],
  ["in another column", (sealed: string) => sealer(key(1)).open(sealed, "Message.head:1")],
  ["with an unknown version", (sealed: string) => sealer(key(1)).open(changed(sealed, 0), "Message.text:1")],
  ["with a changed nonce", (sealed: string) => sealer(key(1)).open(changed(sealed, 3), "Message.text:1")],
  ["with a changed word", (sealed: string) => sealer(key(1)).open(changed(sealed, 20), "Message.text:1")],
  ["cut short", (sealed: string) => sealer(key(1)).open(sealed.slice(0, 10), "Message.text:1")],
  ["empty", () => sealer(key(1)).open("", "Message.text:1")],
])("a cell does not open %s", (_, open) => {
  expect(() => open(sealer(key(1)).seal(words, "Message.text:1"))).toThrow(WrongDataKey);
});

test("a look-up is the same for the same person, and differs by person, office and key", () => {
  const found = [
    sealer(key(1)).lookup("aoba", "U1"),
    sealer(key(1)).lookup("aoba", "U2"),
    sealer(key(1)).lookup("midori", "U1"),
    sealer(key(2)).lookup("aoba", "U1"),
  ];
  expect(sealer(key(1)).lookup("aoba", "U1")).toBe(found[0]);
  expect(new Set(found).size).toBe(4);
});

test.each(["", "c2hvcnQ=", Buffer.alloc(33).toString("base64")])("a key that is not 32 bytes is refused: %j", (bad) => {
  expect(() => sealer(bad)).toThrow(RangeError);
});
