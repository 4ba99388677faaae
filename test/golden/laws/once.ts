// One answer for one word, however often and with whom it comes.
import { describe, expect, it } from "vitest";
import type { Place } from "../place.ts";
import { bring, type Resident } from "../resident.ts";

/** Twice is harmless, and many cost one. */
export function once(given: () => Place, somebody: () => Resident): void {
  describe("one answer", () => {
    it("for an event that LINE brings again, one after the other and at the same moment", async () => {
      const hana = somebody();
      const event = hana.writes("相談したいです");
      await bring(given(), [event]);
      await hana.settled();
      const before = hana.got();
      const again = await Promise.all([bring(given(), [event], true), bring(given(), [event], true)]);
      await hana.settled();
      expect([again.map(({ status }) => status), before > 0, hana.got()]).toEqual([[200, 200], true, before]);
    });

    it("for two words of one person in one body", async () => {
      const hana = somebody();
      given().line.line.forgetCalls();
      await bring(given(), [hana.writes("母のことで"), hana.writes("困っています")]);
      await hana.settled();
      const intake = (await hana.talk())?.state.intake ?? "";
      const messages = await given().store.records.messages(intake);
      const words = messages.flatMap(({ direction, text }) => (direction === "in" ? [text] : []));
      expect(words).toEqual(["母のことで", "困っています"]);
      expect(
        given()
          .line.line.calls()
          .filter(({ path }) => /\/(reply|push)$/.test(path)),
      ).toHaveLength(1);
    });

    it("for each of many people in one body", async () => {
      const people = Array.from({ length: 12 }, somebody);
      await bring(
        given(),
        people.map((one) => one.writes("あの")),
      );
      for (const one of people) await one.settled();
      const intakes = await Promise.all(people.map(async (one) => (await one.talk())?.state.intake));
      expect(people.every((one) => one.got() > 0)).toBe(true);
      expect(new Set(intakes).size).toBe(people.length);
    });
  });
}
