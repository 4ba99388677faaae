// LINE as the desk's channel: says, fetches, and tells how it ended. Every call has a time-out.
import { HTTPFetchError, messagingApi } from "@line/bot-sdk";
import type { Channel, Fetched, Log, Meter, Outcome } from "../ports.ts";
import { fetchContent } from "./call/content.ts";
import { answered, outcomeOf, refused, type Endpoint } from "./call/outcome.ts";
import { postByFetch, type Post } from "./call/post.ts";
import { within } from "./call/within.ts";
import { neutral } from "./neutral.ts";
import { part } from "./read/loose.ts";
import { withToken, type TokenSource } from "./token.ts";
import { writeMessages } from "./write-messages.ts";

export interface LineClientOptions {
  /** Origins; a path in them is ignored. https://api.line.me and https://api-data.line.me, or a local LINE's. */
  apiBaseUrl: string;
  dataApiBaseUrl: string;
  token: TokenSource;
  /** For one request. */
  timeoutMs: number;
  /** How words are brought to LINE; by `fetch` where nothing is said. */
  post?: Post;
  log: Log;
  meter?: Meter | undefined;
  /** Milliseconds since 1970. */
  now(): number;
}

/** The dots are shown so long, or until the next message. 5 to 60, in fives. */
const LOADING_SECONDS = 20;

/** For so long a greeting may wait to learn its language (ms); LINE wants its 200 within two seconds. */
const PROFILE_MS = 700;

type Ended<T> = { status: number; requestId: string | null; result: T };
type Try<T> = (token: string) => Promise<Ended<T>>;

/**
 * The channel. Words go by our own request, as the SDK writes it; what is asked once a talk goes through the SDK, raced
 * against the time-out. No method throws, save that the `chunks` of
 * a fetched picture throw when the rest of it does not come. A reply carries no retry key (LINE answers 400 to one); a
 * push carries the one it is given, and never a text that a locked telephone would show.
 */
export function lineClient(options: LineClientOptions): Channel {
  return {
    write: writeMessages,
    reply: (replyToken, words, alt) => {
      const messages = alt === null ? asMessages(words) : neutral(asMessages(words), alt);
      return send(options, "reply", { replyToken, messages });
    },
    push: (to, words, retryKey, alt) => {
      const messages = neutral(asMessages(words), alt);
      return send(options, "push", { to, messages }, { "x-line-retry-key": retryKey });
    },
    loading: async (chatId) => {
      await send(options, "loading", { chatId, loadingSeconds: LOADING_SECONDS });
    },
    fetch: (messageId) => content(options, messageId),
    languageOf: (person) => languageOf(options, person),
  };
}

// They were written by `writeMessages` and came back from the store.
const asMessages = (messages: unknown[]): messagingApi.Message[] => messages as messagingApi.Message[];

/** https://developers.line.biz/en/reference/messaging-api/#send-reply-message and what follows it there */
const PATHS = {
  reply: "/v2/bot/message/reply",
  push: "/v2/bot/message/push",
  loading: "/v2/bot/chat/loading/start",
} as const;

function send(options: LineClientOptions, endpoint: keyof typeof PATHS, asked: object, more = {}): Promise<Outcome> {
  const { apiBaseUrl, timeoutMs, post = postByFetch } = options;
  const [url, body] = [new URL(PATHS[endpoint], apiBaseUrl), JSON.stringify(asked)];
  return attempt(options, endpoint, refused("again", 0, "no channel access token"), async (token) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json", ...more };
    try {
      const answer = await post({ url, headers, body, timeoutMs });
      const { status } = answer;
      return { status, requestId: requestIdOf(answer.headers), result: answered(answer, endpoint) };
    } catch (error) {
      return { status: 0, requestId: null, result: outcomeOf(error) };
    }
  });
}

/** A greeting does not wait long for it, nor for the token it is asked with: that goes on and serves the next call. */
const languageOf = (options: LineClientOptions, person: string): Promise<string | null> =>
  within(PROFILE_MS, languageFrom(options, person)).catch(() => null);

/** https://developers.line.biz/en/reference/messaging-api/#get-profile */
function languageFrom(options: LineClientOptions, person: string): Promise<string | null> {
  return attempt(options, "profile", null, async (token) => {
    const line = new messagingApi.MessagingApiClient({ channelAccessToken: token, baseURL: options.apiBaseUrl });
    try {
      const { httpResponse, body } = await within(PROFILE_MS, line.getProfileWithHttpInfo(person));
      return {
        status: httpResponse.status,
        requestId: requestIdOf(httpResponse.headers),
        result: body.language ?? null,
      };
    } catch (error) {
      const known = error instanceof HTTPFetchError;
      return { status: known ? error.status : 0, requestId: known ? requestIdOf(error.headers) : null, result: null };
    }
  });
}

function content(options: LineClientOptions, messageId: string): Promise<Fetched> {
  const { dataApiBaseUrl, timeoutMs } = options;
  return attempt(options, "content", { state: "again" }, async (token) => {
    const { status, headers, fetched } = await fetchContent({ dataApiBaseUrl, messageId, token, timeoutMs });
    return { status, requestId: requestIdOf(headers), result: fetched };
  });
}

// LINE gives no logs: https://developers.line.biz/en/docs/messaging-api/development-guidelines/#save-logs
async function attempt<T>(options: LineClientOptions, endpoint: Endpoint, noToken: T, act: Try<T>): Promise<T> {
  const noted = async (token: string): Promise<Ended<T>> => {
    const begun = options.now();
    const ended = await act(token);
    const { status, requestId } = ended;
    const ms = options.now() - begun;
    options.log.info({ endpoint, status, requestId, ms }, "called LINE");
    options.meter?.called({ endpoint, end: endNamed(ended), ms });
    return ended;
  };
  try {
    return (await withToken(options.token, noted)).result;
  } catch {
    options.log.error({ endpoint }, "no channel access token from LINE: check the channel's id and secret");
    return noToken;
  }
}

/** How a call ended, for the meter: the month's quota is not the rate limit, though both are 429. */
function endNamed({ status, result }: Ended<unknown>): string {
  if (part(result).why === "quota") return "quota";
  if (status === 0) return "no-answer";
  return status < 300 ? "ok" : String(status);
}

const requestIdOf = (headers: { get(name: string): string | null }): string | null => headers.get("x-line-request-id");
