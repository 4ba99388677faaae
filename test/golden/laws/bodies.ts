// POST /webhook: what is taken, what is not, and that nothing is kept of what is not LINE's.
import { describe, expect, it } from "vitest";
import { sign } from "../../../src/try/deliver.ts";
import type { Place } from "../place.ts";
import type { Resident } from "../resident.ts";

const HUNG_UP = ["EPIPE", "ECONNRESET", "UND_ERR_SOCKET"];

/** LINE is answered what it should be, whatever it or somebody else brings. */
export function bodies(given: () => Place, somebody: () => Resident): void {
  const right = (body: string): string => sign(given().line.line.channelSecret, body);
  const table: [label: string, body: string, signature: ((body: string) => string) | null, status: number][] = [
    ["LINE's Verify button", `{"destination":"U0","events":[]}`, right, 200],
    ["no signature", `{"destination":"U0","events":[]}`, null, 401],
    ["a signature by another secret", `{"events":[]}`, (body) => sign("another", body), 401],
    ["a signature of another body", `{"events":[]}`, () => right(`{"events": []}`), 401],
    ["no JSON", "こんにちは", right, 400],
    ["JSON that is no webhook", `{"event":1}`, right, 400],
    ["more than 4 MiB", `{"events":[],"more":"${"x".repeat(4 * 1024 * 1024)}"}`, right, 413],
    [
      "an event of a kind nobody knows",
      `{"events":[{"type":"tomorrow","source":{"type":"user","userId":"Ux"}}]}`,
      right,
      200,
    ],
    ["events that are no objects", `{"events":[null,1,"a",[]]}`, right, 200],
  ];
  describe("POST /webhook", () => {
    it.each(table)("%s", async (_label, body, signature, status) => {
      const headers = { "content-type": "application/json", ...(signature && { "x-line-signature": signature(body) }) };
      const sent = fetch(new URL("/webhook", given().url), { method: "POST", body, headers });
      // What is too large is not read: the connection may end before the answer is heard.
      const answer = await sent.catch((error: { cause?: { code?: string } }) => {
        if (status !== 413 || !HUNG_UP.includes(error.cause?.code ?? "")) throw error;
        return new Response("", { status });
      });
      expect([answer.status, await answer.text()]).toEqual([status, expect.not.stringMatching(/\bat .*:\d+/)]);
    });

    it("keeps nothing of a body with a wrong signature", async () => {
      const hana = somebody();
      const body = JSON.stringify({ events: [hana.writes("あの")] });
      const headers = { "x-line-signature": sign("another", body) };
      await fetch(new URL("/webhook", given().url), { method: "POST", body, headers });
      expect([await hana.talk(), hana.got()]).toEqual([null, 0]);
    });
  });
}
