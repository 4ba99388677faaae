// The laws of the webhook, held wherever the program runs: nothing lost, nothing twice, nothing refused that is LINE's.
import { describe, expect, it } from "vitest";
import { book } from "./golden.ts";
import { kept } from "./kept.ts";
import { bodies } from "./laws/bodies.ts";
import { doors } from "./laws/doors.ts";
import { lineFails } from "./laws/line-fails.ts";
import { once } from "./laws/once.ts";
import type { Place } from "./place.ts";
import { bring, resident, type Resident } from "./resident.ts";

const SECRET_WORDS = "となりの猫が三毛猫でした";

export function laws(given: () => Place): void {
  const somebody = (): Resident => resident(given(), book.office.id);
  bodies(given, somebody);
  once(given, somebody);
  lineFails(given, somebody);
  doors(given);
  kept(given, somebody);
  describe("the log", () => {
    it("has no word and no LINE id of a resident in it", async () => {
      const hana = somebody();
      await bring(given(), [hana.writes(SECRET_WORDS)]);
      await hana.settled();
      expect(given().log()).toContain("called LINE");
      expect(given().log()).not.toMatch(new RegExp(`${SECRET_WORDS}|U[0-9a-f]{32}|${hana.key}`));
    });
  });
}
