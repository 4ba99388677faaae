// The settings, all from the environment, read once. Every problem is told at once, with how to mend it.
import * as z from "zod";

const url = z.url({
  protocol: /^https?$/,
  error: "アドレス（URL）の形ではありません。https:// から書いてください。",
});

const settings = z.object({
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number({ error: "数字にしてください（0〜65535）。" }).int().min(0).max(65_535).default(3000),
  PUBLIC_URL: url.optional(),
  DATA_DIR: z.string().default("data"),
  DATABASE_URL: z
    .string()
    .regex(
      /^(file:.+|postgres(ql)?:\/\/.+|d1:(local|remote))$/,
      "file:PATH か postgresql://利用者:パスワード@サーバー/データベース の形で書いてください。",
    )
    .optional(),
  DATA_KEY: z
    .string()
    .refine(
      (key) => Buffer.from(key, "base64").length === 32,
      "32バイトをbase64で書いた鍵にしてください。作り方: openssl rand -base64 32",
    )
    .optional(),
  OFFICE: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, "flows/offices/ にあるファイルの名前（demo など）にしてください。")
    .default("demo"),
  LINE_CHANNEL_SECRET: z.string().optional(),
  LINE_CHANNEL_ID: z
    .string()
    .regex(/^\d+$/, "LINE Developers に書いてある数字（チャネルID）にしてください。")
    .optional(),
  LINE_CHANNEL_ACCESS_TOKEN: z.string().optional(),
  LINE_API_BASE_URL: url.default("https://api.line.me"),
  LINE_DATA_API_BASE_URL: url.default("https://api-data.line.me"),
  ALERT_WEBHOOK_URL: url.optional(),
  METRICS_TOKEN: z.string().min(16, "16文字以上にしてください。作り方: openssl rand -hex 24").optional(),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"], {
      error: "debug、info、warn、error、silent のどれかにしてください。",
    })
    .default("info"),
});
/** The names of all settings, for the check that README tells each of them. */
export const SETTINGS = Object.keys(settings.shape);

/** How this program was told to run. */
export interface Config {
  host: string;
  port: number;
  publicUrl: string | null;
  dataDir: string;
  databaseUrl: string;
  dataKey: string | null;
  office: string;
  /** null: the trial, with a LINE of our own. */
  line: {
    secrets: string[];
    channelId: string | null;
    accessToken: string | null;
    apiBaseUrl: string;
    dataApiBaseUrl: string;
  } | null;
  alertWebhookUrl: string | null;
  /** null: nobody measures. */
  metricsToken: string | null;
  logLevel: string;
}

/** The settings cannot be used. The message has a line a problem, and is ready to print. */
export class SettingsProblem extends Error {
  override name = "SettingsProblem";
}

/** @throws SettingsProblem with every problem at once */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
  const read = settings.safeParse(given);
  const problems = [
    ...(read.success ? [] : read.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`)),
    ...together(given),
  ];
  if (!read.success || problems.length > 0)
    throw new SettingsProblem(["設定を直してください。", ...problems.map((line) => `・${line}`)].join("\n"));
  return configOf(read.data);
}

// --- internal ---

type Settings = z.infer<typeof settings>;

const secretsOf = (secret: string | undefined): string[] =>
  (secret ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

function configOf(set: Settings): Config {
  const secrets = secretsOf(set.LINE_CHANNEL_SECRET);
  return {
    host: set.HOST,
    port: set.PORT,
    publicUrl: set.PUBLIC_URL ?? null,
    dataDir: set.DATA_DIR,
    databaseUrl: set.DATABASE_URL ?? `file:${set.DATA_DIR.replace(/\/+$/, "")}/uketome.sqlite`,
    dataKey: set.DATA_KEY ?? null,
    office: set.OFFICE,
    line:
      secrets.length === 0
        ? null
        : {
            secrets,
            channelId: set.LINE_CHANNEL_ID ?? null,
            accessToken: set.LINE_CHANNEL_ACCESS_TOKEN ?? null,
            apiBaseUrl: set.LINE_API_BASE_URL,
            dataApiBaseUrl: set.LINE_DATA_API_BASE_URL,
          },
    alertWebhookUrl: set.ALERT_WEBHOOK_URL ?? null,
    metricsToken: set.METRICS_TOKEN ?? null,
    logLevel: set.LOG_LEVEL,
  };
}

/** What only shows when several settings are looked at together. */
function together(given: Record<string, string | undefined>): string[] {
  const secrets = secretsOf(given["LINE_CHANNEL_SECRET"]);
  const real = secrets.length > 0;
  const way = given["LINE_CHANNEL_ID"] ?? given["LINE_CHANNEL_ACCESS_TOKEN"];
  return [
    ...(secrets.length > 2 ? ["LINE_CHANNEL_SECRET: 2つまでです（切りかえるあいだだけ、コンマで区切ります）。"] : []),
    ...(real && way === undefined
      ? ["LINE_CHANNEL_ID か LINE_CHANNEL_ACCESS_TOKEN: LINEに返事を送るために、どちらかが必要です。"]
      : []),
    ...(!real && way !== undefined
      ? ["LINE_CHANNEL_SECRET: LINEにつなぐときは、チャネルシークレットも必要です。"]
      : []),
    ...(real && given["DATA_KEY"] === undefined
      ? [
          "DATA_KEY: 相談の内容を暗号にする鍵が必要です。作り方: openssl rand -base64 32 （なくすと、中身は二度と読めません）",
        ]
      : []),
    ...publicUrlProblems(given["PUBLIC_URL"]),
  ];
}

/** Plain http leaves passwords readable on the way: only on this machine itself. */
function publicUrlProblems(publicUrl: string | undefined): string[] {
  if (publicUrl === undefined || !URL.canParse(publicUrl)) return [];
  const { protocol, hostname } = new URL(publicUrl);
  const loopback = hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
  return protocol === "https:" || (protocol === "http:" && loopback)
    ? []
    : ["PUBLIC_URL: https:// のアドレスにしてください（http:// は、このパソコンの中だけで使えます）。"];
}
