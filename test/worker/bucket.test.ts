// The Worker with a bucket bound: what residents send is kept there, comes back to staff, and goes when it is taken back.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { samplePicture } from "../../src/try/props/samples.ts";
import { book } from "../golden/golden.ts";
import { bring, resident } from "../golden/resident.ts";
import { clerk } from "../golden/staff.ts";
import { startWorker, type WorkerPlace } from "./start.ts";

let place: WorkerPlace;
beforeAll(async () => void (place = await startWorker(true)));
afterAll(() => place.close());

const keys = async (): Promise<string[]> => (await place.bucket!.list({})).objects.map(({ key }) => key);

describe("a picture", () => {
  it("stands in the bucket, opens in the staff view, and is gone from both when it is taken back", async () => {
    const hana = resident(place, book.office.id);
    const sent = place.line.line.say(hana.id, { kind: "image", bytes: samplePicture(), type: "image/png" });
    const messageId = sent.message?.id ?? "";
    await bring(place, [sent]);
    await hana.settled();
    expect(await keys()).toEqual([expect.stringMatching(`^${messageId}/.*/0$`)]);
    const staff = await clerk(place, book.office);
    const shown = await staff.file(`/admin/media/${messageId}`);
    expect([shown.status, shown.type, shown.bytes.equals(Buffer.from(samplePicture()))]).toEqual([
      200,
      "image/png",
      true,
    ]);
    await bring(place, [place.line.line.say(hana.id, { kind: "unsend", messageId })]);
    await hana.settled();
    expect([(await staff.file(`/admin/media/${messageId}`)).status, await keys()]).toEqual([410, []]);
  });

  it("that a Worker left without a row is removed at night, and the log tells how many", async () => {
    await place.bucket!.put("1/upload/0", new Uint8Array(3));
    await place.night(new Date());
    expect(await keys()).toEqual(["1/upload/0"]);
    await place.night(new Date(Date.now() + 2 * 86_400_000));
    expect([await keys(), place.log().includes(`"removed":1`)]).toEqual([[], true]);
  });
});
