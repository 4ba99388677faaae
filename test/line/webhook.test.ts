// The door: what is let in, what is kept, and what LINE is told.
import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { webhook, type WebhookOptions } from "../../src/line/webhook.ts";
import type { Arrival } from "../../src/ports.ts";
import { noLog } from "./no-log.ts";

const SECRET = "8c570fa6dd201bb328f1c1eac23a96d8";
/** Published by LINE: https://developers.line.biz/en/docs/messaging-api/verify-webhook-signature/ */
const VECTOR = {
  body: '{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}',
  signature: "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=",
};
const PERSON = "U0123456789abcdef0123456789abcdef";

const sign = (body: string | Uint8Array, secret = SECRET): string =>
  createHmac("sha256", secret).update(body).digest("base64");
const textEvent = (id: string, text = "助けて") => ({
  type: "message",
  mode: "active",
  timestamp: 1_763_700_000_000,
  webhookEventId: id,
  source: { type: "user", userId: PERSON },
  replyToken: "token",
  message: { id: `m-${id}`, type: "text", text },
});
const bodyOf = (...events: unknown[]): string => JSON.stringify({ destination: "U1", events });

/** A door with a desk that remembers. */
function door(change: Partial<WebhookOptions> = {}) {
  const kept: Arrival[] = [];
  const ran: string[][] = [];
  const work: Promise<unknown>[] = [];
  const { log, lines } = noLog();
  const desk = {
    receive: async (arrivals: Arrival[]) => {
      kept.push(...arrivals);
      return ["key"];
    },
    run: async (keys: string[]) => void ran.push(keys),
  };
  const options = {
    secrets: [SECRET],
    desk,
    now: () => 1,
    background: (one: Promise<unknown>) => void work.push(one),
    log,
  };
  const app = webhook({ ...options, ...change });
  const post = (body: BodyInit, headers: Record<string, string> = {}) =>
    app.request("/webhook", {
      method: "POST",
      body,
      headers,
      ...(body instanceof ReadableStream && { duplex: "half" }),
    });
  const signed = (body: string) => post(body, { "x-line-signature": sign(body) });
  return { post, signed, kept, ran, work, lines };
}

describe("signature", () => {
  test("the vector LINE publishes is right", async () => {
    const { post } = door();
    expect((await post(VECTOR.body, { "x-line-signature": VECTOR.signature })).status).toBe(200);
  });

  const body = bodyOf(textEvent("1"));
  test.each<[label: string, headers: Record<string, string>]>([
    ["missing", {}],
    ["empty", { "x-line-signature": "" }],
    ["of another secret", { "x-line-signature": sign(body, "another") }],
    ["of another body", { "x-line-signature": VECTOR.signature }],
    ["not base64", { "x-line-signature": "%%%" }],
    ["in hex", { "x-line-signature": createHmac("sha256", SECRET).update(body).digest("hex") }],
  ])("%s: 401, and nothing is kept", async (_label, headers) => {
    const { post, kept } = door();
    expect((await post(body, headers)).status).toBe(401);
    expect(kept).toEqual([]);
  });

  test("a wrong one is told to the operator, once a minute; a knock without one is nothing", async () => {
    let now = 1_000_000;
    const { post, lines } = door({ now: () => now });
    await post(body);
    expect(lines).toEqual([]);
    for (const later of [0, 59_999, 60_000]) {
      now = 1_000_000 + later;
      await post(body, { "x-line-signature": sign(body, "another") });
    }
    const told = { message: expect.stringContaining("LINE_CHANNEL_SECRET is wrong") };
    expect(lines).toEqual([told, told]);
    expect(JSON.stringify(lines)).not.toContain(sign(body, "another"));
  });

  test("the header's case does not matter", async () => {
    expect((await door().post(body, { "X-LINE-Signature": sign(body) })).status).toBe(200);
  });

  test("either of two secrets opens while one is being changed", async () => {
    for (const secret of ["old", "new"]) {
      const { post } = door({ secrets: ["old", "new"] });
      expect((await post(body, { "x-line-signature": sign(body, secret) })).status).toBe(200);
    }
  });

  test("an empty secret opens nothing", async () => {
    const { post } = door({ secrets: [""] });
    expect(
      (await post(body, { "x-line-signature": createHmac("sha256", "").update(body).digest("base64") })).status,
    ).toBe(401);
  });

  test("is taken over the bytes, not over what they mean", async () => {
    const escaped =
      '{ "events": [' + JSON.stringify(textEvent("1", "X")).replace("X", String.raw`\uD83E\uDD28`) + "] }";
    const { signed, kept } = door();
    expect((await signed(escaped)).status).toBe(200);
    expect(kept[0]?.input).toEqual({ kind: "text", text: "🤨" });
  });
});

describe("body", () => {
  test.each([
    ["not JSON", "hello"],
    ["empty", ""],
    ["JSON, but no webhook", "[]"],
    ["null", "null"],
    ["without events", '{"destination":"U1"}'],
    ["nested very deep", "[".repeat(200_000)],
  ])("%s: 400", async (_label, body) => {
    const { signed, kept } = door();
    expect((await signed(body)).status).toBe(400);
    expect(kept).toEqual([]);
  });

  test("a hundred of the longest texts in one body, every letter escaped: 200", async () => {
    const { signed, kept } = door();
    const events = Array.from({ length: 100 }, (_, n) => textEvent(String(n), "あ".repeat(5000)));
    expect((await signed(bodyOf(...events).replaceAll("あ", String.raw`\u3042`))).status).toBe(200);
    expect(kept).toHaveLength(100);
  });

  test("over 4 MiB: 413, signed or not", async () => {
    const { signed, kept } = door();
    expect((await signed(bodyOf(textEvent("1", "あ".repeat(1_400_000))))).status).toBe(413);
    expect(kept).toEqual([]);
  });

  test("over 4 MiB in pieces of unsaid length: 413 without reading to the end", async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (stream) => {
        pulled += 1;
        stream.enqueue(new Uint8Array(65_536));
      },
    });
    expect((await door().post(endless)).status).toBe(413);
    expect(pulled).toBeLessThan(75);
  });

  test("in pieces of unsaid length, but right: 200", async () => {
    const bytes = new TextEncoder().encode(bodyOf(textEvent("1")));
    const { post, kept } = door();
    const body = new Blob([bytes]).stream();
    expect((await post(body, { "x-line-signature": sign(bytes), "transfer-encoding": "chunked" })).status).toBe(200);
    expect(kept).toHaveLength(1);
  });

  test("no events (LINE's Verify): 200, and the desk is not troubled", async () => {
    const { signed, ran } = door();
    expect((await signed(bodyOf())).status).toBe(200);
    expect(ran).toEqual([]);
  });
});

describe("keeping", () => {
  test("several events of a body are kept in one go, then run behind the answer", async () => {
    const { signed, kept, ran, work } = door();
    expect((await signed(bodyOf(textEvent("1"), textEvent("2")))).status).toBe(200);
    expect(kept.map((arrival) => arrival.id)).toEqual(["1", "2"]);
    await Promise.all(work);
    expect(ran).toEqual([["key"]]);
  });

  test("malformed events do not spoil the others", async () => {
    const { signed, kept } = door();
    expect((await signed(bodyOf(null, 7, { type: "message" }, textEvent("1"), []))).status).toBe(200);
    expect(kept.map((arrival) => arrival.id)).toEqual(["1"]);
  });

  test("200 is not said before they are durable", async () => {
    let durable = (): void => {};
    const wait = new Promise<string[]>((resolve) => (durable = () => resolve([])));
    const { signed } = door({ desk: { receive: () => wait, run: async () => {} } });
    const answer = signed(bodyOf(textEvent("1")));
    expect(await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 50, "waiting"))])).toBe("waiting");
    durable();
    expect((await answer).status).toBe(200);
  });

  test("not kept: 503, so that LINE sends them again; one line, no word, no id, no stack", async () => {
    const receive = async (): Promise<string[]> => {
      throw Object.assign(new TypeError(`insert failed for ${PERSON}: 助けて`), { code: "SQLITE_FULL" });
    };
    const { signed, lines } = door({ desk: { receive, run: async () => {} } });
    const answer = await signed(bodyOf(textEvent("1")));
    expect([answer.status, await answer.text()]).toEqual([503, "try again"]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ error: "TypeError", code: "SQLITE_FULL" });
    expect(JSON.stringify(lines)).not.toMatch(new RegExp(`${PERSON}|助けて|at `));
  });

  test("a run that fails after all is noted and hurts nobody", async () => {
    const run = async (): Promise<void> => {
      throw new Error("助けて");
    };
    const { signed, lines, work } = door({ desk: { receive: async () => ["key"], run } });
    expect((await signed(bodyOf(textEvent("1")))).status).toBe(200);
    await expect(Promise.all(work)).resolves.toHaveLength(1);
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toContain("助けて");
  });
});

test("only POST /webhook is a door", async () => {
  const app = webhook({
    secrets: [SECRET],
    desk: { receive: async () => [], run: async () => {} },
    now: () => 1,
    background: () => {},
    log: noLog().log,
  });
  expect((await app.request("/webhook")).status).toBe(404);
});
