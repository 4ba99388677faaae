// What is owed is said once, whatever LINE does to the call; and LINE's two seconds are kept.
import { describe, expect, it } from "vitest";
import type { Fault } from "../../../src/try/local-line.ts";
import { hanging, lost, next, refused } from "../faults.ts";
import type { ServedLine } from "../line.ts";
import type { Place } from "../place.ts";
import { bring, type Resident } from "../resident.ts";

/** LINE gives up after this (ms). https://developers.line.biz/en/docs/messaging-api/check-webhook-error-statistics/ */
const LINE_WAITS = 2000;
/** So many messages are said to first words of which nothing is understood. */
const GREETING = 3;

/** Refused, lost, too late, silent: what LINE may do to a call. */
export function lineFails(given: () => Place, somebody: () => Resident): void {
  describe("where LINE fails, it is said once", () => {
    it("after a reply that was refused with 500", async () => {
      expect(await said(given, somebody(), () => next(given().line, "/reply", refused))).toEqual({
        got: GREETING,
        keys: [],
      });
    });

    it("after a reply that arrived, though LINE said 500", async () => {
      expect(await said(given, somebody(), () => next(given().line, "/reply", lost))).toEqual({
        got: GREETING,
        keys: [],
      });
    });

    it.each([
      ["refused with 500", refused],
      ["lost on its way back", lost],
    ])(
      "by a push, when the reply token is too old; again under the same retry key where that was %s",
      async (_, fault) => {
        const { got, keys } = await said(given, somebody(), () => tooLate(given().line, fault));
        expect([got, keys.length > 0, new Set(keys).size]).toEqual([GREETING, true, 1]);
        expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
      },
    );

    it("and the webhook does not wait: 200 in time while LINE hangs, and others are served", async () => {
      const [hana, jiro] = [somebody(), somebody()];
      const { fault, letGo } = hanging();
      next(given().line, "/reply", fault);
      const first = await bring(given(), [hana.writes("あの")]);
      const second = await bring(given(), [jiro.writes("あの")]);
      await jiro.settled();
      expect([first.status, second.status, hana.got(), jiro.got()]).toEqual([200, 200, 0, GREETING]);
      expect(Math.max(first.ms, second.ms)).toBeLessThan(LINE_WAITS);
      letGo();
      await hana.settled();
      expect(hana.got()).toBe(GREETING);
    });
  });
}

// --- helpers ---

/** Somebody writes for the first time while LINE fails: how many messages stood there in the end, and the keys of the pushes. */
async function said(
  given: () => Place,
  hana: Resident,
  fail: () => void,
): Promise<{ got: number; keys: (string | null)[] }> {
  const { line } = given().line;
  line.forgetCalls();
  const event = hana.writes("あの");
  fail();
  await bring(given(), [event]);
  await hana.settled();
  const pushes = line.calls().filter(({ path }) => path.endsWith("/push"));
  return { got: hana.got(), keys: pushes.map(({ retryKey }) => retryKey) };
}

/** For LINE the minute of the reply token is over; the push that follows meets this fault. */
function tooLate(served: ServedLine, fault: Fault): void {
  const { ahead } = served.clock;
  next(served, "/push", fault);
  const push = served.fault.next;
  served.fault.next = (path, request) => {
    served.clock.ahead = path.endsWith("/reply") ? ahead + 61_000 : ahead;
    return push(path, request);
  };
}
