// Tokens: issued when needed, held while good, one request at a time.
import { expect, test } from "vitest";
import { statelessTokens } from "../../src/line/token.ts";
import { hang, json, localServer } from "./local-server.ts";

const issued = (token: string, seconds = 900) =>
  json(200, { token_type: "Bearer", access_token: token, expires_in: seconds });
const refused = json(400, { error: "invalid_client", error_description: "Invalid client" });

function tokens(url: string, channelSecrets = ["secret"]) {
  const clock = { now: 1_000_000 };
  const options = { apiBaseUrl: url, channelId: "1234567890", channelSecrets, timeoutMs: 200, now: () => clock.now };
  return { source: statelessTokens(options), clock };
}

test("asks as LINE documents it", async () => {
  const { url, asked } = await localServer(issued("a"));
  expect(await tokens(url).source.get()).toBe("a");
  expect(asked[0]).toMatchObject({ method: "POST", path: "/oauth2/v3/token" });
  expect(asked[0]?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
  expect(Object.fromEntries(new URLSearchParams(asked[0]?.body))).toEqual({
    grant_type: "client_credentials",
    client_id: "1234567890",
    client_secret: "secret",
  });
});

test("one is held until a minute before its end", async () => {
  const { url, asked } = await localServer(issued("a"), issued("b"));
  const { source, clock } = tokens(url);
  await source.get();
  clock.now += 839_999;
  expect(await source.get()).toBe("a");
  clock.now += 1;
  expect(await source.get()).toBe("b");
  expect(asked).toHaveLength(2);
});

test("many who ask at once share one request", async () => {
  const { url, asked } = await localServer(issued("a"), issued("b"));
  const { source } = tokens(url);
  expect(await Promise.all([source.get(), source.get(), source.get()])).toEqual(["a", "a", "a"]);
  expect(asked).toHaveLength(1);
});

test("a refused one is replaced, once for all who were refused with it", async () => {
  const { url, asked } = await localServer(issued("a"), issued("b"), issued("c"));
  const { source } = tokens(url);
  await source.get();
  expect(await Promise.all([source.renew("a"), source.renew("a")])).toEqual(["b", "b"]);
  expect(await source.renew("a")).toBe("b");
  expect(asked).toHaveLength(2);
});

test("while the secret is being changed the next one is tried", async () => {
  const { url, asked } = await localServer(refused, issued("a"));
  expect(await tokens(url, ["old", "new"]).source.get()).toBe("a");
  expect(asked.map((one) => new URLSearchParams(one.body).get("client_secret"))).toEqual(["old", "new"]);
});

test.each([
  ["refused", refused],
  ["answered without a token", json(200, {})],
  ["not answered", hang],
])("%s: throws, and the next who asks tries anew", async (_label, answer) => {
  const { url } = await localServer(answer, issued("a"));
  const { source } = tokens(url);
  await expect(source.get()).rejects.toThrow();
  expect(await source.get()).toBe("a");
});
