// The channel access token: one from the console, or 15-minute ones issued as they are needed.
// https://developers.line.biz/en/docs/basics/channel-access-token/
import { channelAccessToken } from "@line/bot-sdk";
import { within } from "./call/within.ts";

/** Throws where none can be had; then nothing was sent. */
export interface TokenSource {
  get(): Promise<string>;
  /** LINE refused `stale` (401): another one, or the same where there is no other. */
  renew(stale: string): Promise<string>;
}

/**
 * Makes the call with the token, and once more with another one where LINE answered 401 (and so did nothing). Throws
 * what the source throws.
 */
export async function withToken<T extends { status: number }>(
  source: TokenSource,
  call: (token: string) => Promise<T>,
): Promise<T> {
  const token = await source.get();
  const ended = await call(token);
  if (ended.status !== 401) return ended;
  const fresh = await source.renew(token);
  return fresh === token ? ended : call(fresh);
}

/** A token somebody issued in the console. It cannot be renewed from here. */
export function fixedToken(token: string): TokenSource {
  return { get: async () => token, renew: async () => token };
}

export interface StatelessOptions {
  apiBaseUrl: string;
  channelId: string;
  /** More than one while the secret is being changed; LINE knows only one of them, so they are tried in order. */
  channelSecrets: string[];
  timeoutMs: number;
  /** Milliseconds since 1970. */
  now(): number;
}

/** A token is not begun to be used in its last minute, so that it does not end on the way. */
const LAST_MINUTE_MS = 60_000;

/** A token and the moment (ms) until which it may be begun to be used. Plain values: every request may read them. */
export interface HeldToken {
  token: string;
  until: number;
}

/**
 * Stateless tokens: good for 15 minutes, unlimited in number, nothing to keep or revoke. One is held until a minute
 * before its end; however many ask, one request is on the way at a time. `get` throws what the issuing threw.
 * `held` is where it is kept: on Workers each request has a source of its own, and they share this.
 */
export function statelessTokens(options: StatelessOptions, held: HeldToken = { token: "", until: 0 }): TokenSource {
  let coming: Promise<string> | null = null;

  const issueOne = async (): Promise<string> => {
    try {
      Object.assign(held, await issue(options));
      return held.token;
    } finally {
      coming = null;
    }
  };
  const get = (): Promise<string> =>
    options.now() < held.until ? Promise.resolve(held.token) : (coming ??= issueOne());
  const renew = (stale: string): Promise<string> => {
    if (held.token === stale) held.until = 0;
    return get();
  };
  return { get, renew };
}

async function issue(options: StatelessOptions): Promise<HeldToken> {
  const client = new channelAccessToken.ChannelAccessTokenClient({ baseURL: options.apiBaseUrl });
  let refusal: unknown = new Error("no channel secret");
  for (const secret of options.channelSecrets) {
    try {
      const asked = options.now();
      const request = client.issueStatelessChannelTokenByClientSecret(options.channelId, secret);
      const { access_token, expires_in } = await within(options.timeoutMs, request);
      if (!access_token) throw new Error("LINE answered without a token");
      return { token: access_token, until: asked + expires_in * 1000 - LAST_MINUTE_MS };
    } catch (error) {
      refusal = error;
    }
  }
  throw refusal;
}
