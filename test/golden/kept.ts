// What stands in the database afterwards: pictures sealed, words taken back gone, and nothing of 記録しないで.
import { describe, expect, it } from "vitest";
import { samplePicture } from "../../src/try/props/samples.ts";
import { book, transcript } from "./golden.ts";
import { actsOf, turns } from "./hold.ts";
import { all, onlyNew } from "./only-new.ts";
import type { Place } from "./place.ts";
import { bring, type Resident } from "./resident.ts";

const TABLES = ["Talk", "Unheard", "Intake", "Message", "Entry", "Media", "MediaChunk", "Gone"];

export function kept(given: () => Place, somebody: () => Resident): void {
  const picture = async (hana: Resident): Promise<string> => {
    const bytes = samplePicture();
    const event = given().line.line.say(hana.id, { kind: "image", bytes, type: "image/png" });
    await bring(given(), [event]);
    await hana.settled();
    return event.message?.id ?? "";
  };
  describe("in the database", () => {
    it("stands a picture whole, sealed, and without LINE's word for its type", async () => {
      const id = await picture(somebody());
      const { media } = given().store;
      const bytes = Buffer.concat(await all(media.read(id)));
      expect(await media.find(id)).toMatchObject({ state: "kept", type: "image/png", size: samplePicture().length });
      expect(bytes.equals(samplePicture())).toBe(true);
      const [{ sealed } = { sealed: [] }] = (await given().rows(
        `SELECT sealed FROM "MediaChunk" WHERE media = '${id}'`,
      )) as { sealed: number[] }[];
      expect(Buffer.from(sealed).includes(Buffer.from(samplePicture()).subarray(0, 8))).toBe(false);
    });

    it("is nothing left of a picture that was taken back", async () => {
      const hana = somebody();
      const messageId = await picture(hana);
      await bring(given(), [given().line.line.say(hana.id, { kind: "unsend", messageId })]);
      await hana.settled();
      expect(await given().rows(`SELECT * FROM "MediaChunk" WHERE media = '${messageId}'`)).toEqual([]);
    });

    it("is no word and no LINE key left of somebody who wants nothing recorded", async () => {
      const hana = somebody();
      const acts = actsOf(transcript("06-記録しないで.txt")).slice(0, -1);
      const store = await onlyNew(given().store, book.office.id);
      const scene = { place: given(), office: book.office, person: hana.id, store };
      await turns(scene, acts.slice(0, 1), Date.now());
      expect(await traces(given(), hana)).not.toBe("");
      await turns(scene, acts.slice(1), Date.now());
      expect(await traces(given(), hana)).toBe("");
      const [intake] = await all(store.records.all(book.office.id, {}));
      const id = intake?.id ?? "";
      expect(JSON.stringify(intake)).not.toMatch(/生活保護|自分/);
      expect(intake).toMatchObject({
        talk: null,
        receiptNo: null,
        reporter: { role: "UNKNOWN" },
        facts: { answers: [], narrative: "" },
      });
      expect([await store.records.messages(id), await store.records.entries(id)]).toEqual([[], []]);
    });
  });
}

// --- helpers ---

/** The tables in which this person's LINE id or its keyed hash stands. */
async function traces(place: Place, { id, key }: Resident): Promise<string> {
  const found: string[] = [];
  for (const table of TABLES) {
    const rows = JSON.stringify(await place.rows(`SELECT * FROM "${table}"`));
    if (rows.includes(id) || rows.includes(key)) found.push(table);
  }
  return found.join(" ");
}
