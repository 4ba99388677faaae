// The settings: what is taken, and how every problem is told at once with the way to mend it.
import { describe, expect, test } from "vitest";
import { readConfig, SettingsProblem } from "../src/config.ts";

const KEY = Buffer.alloc(32, 7).toString("base64");
/** All that real residents need. */
const REAL = { LINE_CHANNEL_SECRET: "s1", LINE_CHANNEL_ID: "1234567890", DATA_KEY: KEY };

type Env = Record<string, string | undefined>;

const problemsOf = (env: Env): string[] => {
  try {
    readConfig(env);
  } catch (error) {
    if (!(error instanceof SettingsProblem)) throw error;
    const [head, ...lines] = error.message.split("\n");
    expect(head).toBe("設定を直してください。");
    return lines;
  }
  return [];
};

describe("what is taken", () => {
  test("nothing set is the trial, on this machine alone", () => {
    expect(readConfig({})).toEqual({
      host: "127.0.0.1",
      port: 3000,
      publicUrl: null,
      dataDir: "data",
      databaseUrl: "file:data/uketome.sqlite",
      dataKey: null,
      office: "demo",
      line: null,
      alertWebhookUrl: null,
      metricsToken: null,
      logLevel: "info",
    });
  });

  test("with a secret and a channel id it serves the real LINE", () => {
    expect(readConfig(REAL)).toMatchObject({
      dataKey: KEY,
      line: {
        secrets: ["s1"],
        channelId: "1234567890",
        accessToken: null,
        apiBaseUrl: "https://api.line.me",
        dataApiBaseUrl: "https://api-data.line.me",
      },
    });
  });

  const good: [what: string, env: Env, expected: object][] = [
    [
      "an empty setting counts as not set",
      { PORT: "", HOST: "  ", ALERT_WEBHOOK_URL: "" },
      { port: 3000, host: "127.0.0.1", alertWebhookUrl: null },
    ],
    ["unknown variables are nobody's business", { PATH: "/bin", NODE_ENV: "production" }, { port: 3000 }],
    [
      "the database stands in DATA_DIR",
      { DATA_DIR: "/var/lib/uketome/" },
      { databaseUrl: "file:/var/lib/uketome/uketome.sqlite" },
    ],
    [
      "or where DATABASE_URL says",
      { DATABASE_URL: "file:/db/a.sqlite" },
      { databaseUrl: "file:/db/a.sqlite", dataDir: "data" },
    ],
    ["PORT 0 takes any free port", { PORT: "0" }, { port: 0 }],
    [
      "https for the address people use",
      { PUBLIC_URL: "https://soudan.example.jp" },
      { publicUrl: "https://soudan.example.jp" },
    ],
    [
      "plain http on this machine: 127.0.0.1",
      { PUBLIC_URL: "http://127.0.0.1:3000" },
      { publicUrl: "http://127.0.0.1:3000" },
    ],
    [
      "plain http on this machine: localhost",
      { PUBLIC_URL: "http://localhost:3000" },
      { publicUrl: "http://localhost:3000" },
    ],
    ["plain http on this machine: [::1]", { PUBLIC_URL: "http://[::1]:3000" }, { publicUrl: "http://[::1]:3000" }],
    [
      "two secrets while one is being changed",
      { ...REAL, LINE_CHANNEL_SECRET: "old , new" },
      { line: { secrets: ["old", "new"] } },
    ],
    [
      "a long-lived token instead of a channel id",
      { ...REAL, LINE_CHANNEL_ID: undefined, LINE_CHANNEL_ACCESS_TOKEN: "t" },
      { line: { channelId: null, accessToken: "t" } },
    ],
    [
      "any local LINE can stand in",
      { ...REAL, LINE_API_BASE_URL: "http://127.0.0.1:9000" },
      { line: { apiBaseUrl: "http://127.0.0.1:9000" } },
    ],
    ["a file of flows/offices/", { OFFICE: "kisarazu-shi" }, { office: "kisarazu-shi" }],
    ["a log that says less", { LOG_LEVEL: "warn" }, { logLevel: "warn" }],
  ];
  test.each(good)("%s", (_what, env, expected) => {
    expect(readConfig(env)).toMatchObject(expected);
  });
});

describe("what is not taken is told with the way to mend it", () => {
  const bad: [what: string, env: Env, told: RegExp][] = [
    ["a port that is no number", { PORT: "three" }, /PORT: .*数字.*65535/],
    ["a port there is not", { PORT: "70000" }, /PORT: .*65535/],
    ["a port between two ports", { PORT: "3000.5" }, /PORT: .*整数|PORT: .*数字/],
    ["an address that is none", { PUBLIC_URL: "soudan" }, /PUBLIC_URL: .*https:\/\//],
    ["plain http over the network", { PUBLIC_URL: "http://soudan.example.jp" }, /PUBLIC_URL: https:\/\//],
    ["a host that only looks like this machine", { PUBLIC_URL: "http://127.evil.example" }, /PUBLIC_URL: https:\/\//],
    ["a database of another kind", { DATABASE_URL: "mysql://db/uketome" }, /DATABASE_URL: .*file:PATH.*postgresql:/],
    ["a key that is too short", { DATA_KEY: "c2hvcnQ=" }, /DATA_KEY: 32バイト.*openssl rand -base64 32/],
    ["an office that is a path", { OFFICE: "../demo" }, /OFFICE: flows\/offices\//],
    ["a channel id in words", { ...REAL, LINE_CHANNEL_ID: "my channel" }, /LINE_CHANNEL_ID: .*チャネルID/],
    [
      "a secret alone: nothing could be sent",
      { LINE_CHANNEL_SECRET: "s", DATA_KEY: KEY },
      /LINE_CHANNEL_ID か LINE_CHANNEL_ACCESS_TOKEN: /,
    ],
    ["a channel id alone: nothing could be believed", { LINE_CHANNEL_ID: "1" }, /LINE_CHANNEL_SECRET: /],
    ["a token alone", { LINE_CHANNEL_ACCESS_TOKEN: "t" }, /LINE_CHANNEL_SECRET: /],
    [
      "real residents without a key",
      { ...REAL, DATA_KEY: undefined },
      /DATA_KEY: .*openssl rand -base64 32.*二度と読めません/,
    ],
    ["three secrets", { ...REAL, LINE_CHANNEL_SECRET: "a,b,c" }, /LINE_CHANNEL_SECRET: 2つまで/],
    ["a word for the metrics that is soon guessed", { METRICS_TOKEN: "geheim" }, /METRICS_TOKEN: .*16/],
    ["an alert address that is none", { ALERT_WEBHOOK_URL: "call me" }, /ALERT_WEBHOOK_URL: .*https:\/\//],
    ["a LINE address that is none", { LINE_API_BASE_URL: "api" }, /LINE_API_BASE_URL: .*https:\/\//],
    ["a LINE data address that is none", { LINE_DATA_API_BASE_URL: "api" }, /LINE_DATA_API_BASE_URL: .*https:\/\//],
    ["a log level there is not", { LOG_LEVEL: "loud" }, /LOG_LEVEL: .*debug.*silent/],
  ];
  test.each(bad)("%s", (_what, env, told) => {
    const problems = problemsOf(env);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(told);
    expect(problems[0]).toMatch(/ください|必要です|使えます|までです/);
  });

  test("all at once, a line each", () => {
    const problems = problemsOf({ PORT: "x", PUBLIC_URL: "http://a.example", DATA_KEY: "k", LINE_CHANNEL_ID: "1" });
    expect(problems.map((line) => /^・(\w+): /.exec(line)?.[1])).toEqual([
      "PORT",
      "DATA_KEY",
      "LINE_CHANNEL_SECRET",
      "PUBLIC_URL",
    ]);
  });

  test("what was typed is never repeated: it may be a secret", () => {
    const typed = {
      LINE_CHANNEL_SECRET: "hush",
      DATA_KEY: "hushhush",
      LOG_LEVEL: "hush",
      PUBLIC_URL: "http://hush.example",
    };
    expect(problemsOf(typed).join("\n")).not.toContain("hush");
  });
});
