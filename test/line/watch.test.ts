// How it stands with LINE: is the token taken, and how many pushes are left.
import { expect, test } from "vitest";
import { lineWatch } from "../../src/line/call/watch.ts";
import { fixedToken, statelessTokens } from "../../src/line/token.ts";
import { hang, json, localServer, nobody } from "./local-server.ts";

const watching = (apiBaseUrl: string) => lineWatch({ apiBaseUrl, token: fixedToken("t"), timeoutMs: 100 });
const BOT = { userId: "U0", basicId: "@0", displayName: "市", chatMode: "bot", markAsReadMode: "auto" };

test.each([
  ["ok", json(200, BOT), "ok"],
  ["a token LINE does not take", json(401, {}), "refused"],
  ["LINE is ill", json(500, {}), "unreachable"],
  ["silence", hang, "unreachable"],
] as const)("the token: %s", async (_label, answer, standing) => {
  const { url, asked } = await localServer(answer);
  expect([await watching(url).token(), asked[0]?.path]).toEqual([standing, "/v2/bot/info"]);
});

test("nobody there: unreachable", async () => expect(await watching(await nobody()).token()).toBe("unreachable"));

test("a channel secret LINE does not take: refused", async () => {
  const { url } = await localServer(json(400, { error: "invalid_client" }));
  const token = statelessTokens({
    apiBaseUrl: url,
    channelId: "1",
    channelSecrets: ["s"],
    timeoutMs: 100,
    now: Date.now,
  });
  expect(await lineWatch({ apiBaseUrl: url, token, timeoutMs: 100 }).token()).toBe("refused");
});

test.each([
  ["so many are left", { type: "limited", value: 200 }, 188],
  ["there is no limit", { type: "none" }, null],
  ["none is left", { type: "limited", value: 5 }, 0],
])("the quota: %s", async (_label, quota, left) => {
  const { url } = await localServer((response, { path }) =>
    json(200, path.endsWith("/consumption") ? { totalUsage: 12 } : quota)(response, undefined as never),
  );
  expect(await watching(url).quotaLeft()).toBe(left);
});

test("the quota that LINE does not tell is not known", async () => {
  const { url } = await localServer(json(500, {}));
  expect(await watching(url).quotaLeft()).toBeNull();
});
