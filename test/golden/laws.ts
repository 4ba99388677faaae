// The laws of the webhook, held wherever the program runs: nothing lost, nothing twice, nothing refused that is LINE's.
import { describe, expect, it } from "vitest";
import { book } from "./golden.ts";
import { kept } from "./kept.ts";
import { bodies } from "./laws/bodies.ts";
import { doors } from "./laws/doors.ts";
import { lineFails } from "./laws/line-fails.ts";
import { once } from "./laws/once.ts";
import { ACCESS_TOKEN } from "./line.ts";
import type { Place } from "./place.ts";
import { bring, resident, type Resident } from "./resident.ts";

/** Shorter lines, and numbers, may stand in a log for other reasons. */
const TELLING = /[^ -~].{2}|.{8}/u;

export function laws(given: () => Place): void {
  const somebody = (): Resident => resident(given(), book.office.id);
  bodies(given, somebody);
  once(given, somebody);
  lineFails(given, somebody);
  doors(given);
  kept(given, somebody);
  describe("the log, after all this", () => {
    it("has no word, name or LINE id of a resident in it, nor what we said to them", async () => {
      const hana = somebody();
      await bring(given(), [hana.writes("となりの猫が三毛猫でした")]);
      await hana.settled();
      const log = given().log();
      expect(log).toContain("called LINE");
      expect(log).not.toMatch(/U[0-9a-f]{32}/);
      const { line } = given().line;
      const phones = line.phones();
      const words = phones.flatMap(({ bubbles }) => bubbles.flatMap(({ message }) => linesOf(message)));
      const keys = phones.map(({ id }) => resident(given(), book.office.id, id).key);
      const names = ["花子", "はなこ", line.channelSecret, ACCESS_TOKEN];
      expect([...new Set([...words, ...keys, ...names])].filter((secret) => log.includes(secret))).toEqual([]);
      expect(words.length).toBeGreaterThan(50);
    });
  });
}

/** The lines of a message, in whatever form it came. */
const linesOf = (message: object): string[] =>
  (JSON.stringify(message).match(/(?<="(?:text|altText|title|address|fileName)":")(?:[^"\\]|\\.)+/g) ?? [])
    .flatMap((text) => text.split("\\n"))
    .filter((line) => TELLING.test(line));
