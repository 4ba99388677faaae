// Channel access tokens: long-lived ones from the settings, and stateless ones good for fifteen minutes.
// https://developers.line.biz/en/reference/messaging-api/#issue-stateless-channel-access-token
import { createHmac, randomBytes } from "node:crypto";

const FIFTEEN_MINUTES = 15 * 60;

export interface AccessTokens {
  /** The answer to POST /oauth2/v3/token. */
  issue(form: Record<string, unknown>, now: number): { status: 200 | 400; body: Record<string, unknown> };
  /** True for the value of an Authorization header LINE would take. */
  allows(authorization: string | undefined, now: number): boolean;
}

export function accessTokens(channelId: string, channelSecret: string, longLived: string[]): AccessTokens {
  const key = randomBytes(32);
  const mark = (end: number) => createHmac("sha256", key).update(String(end)).digest("base64url");
  return {
    issue(form, now) {
      const problem = problemOf(form, channelId, channelSecret);
      if (problem) return { status: 400, body: problem };
      const end = now + FIFTEEN_MINUTES * 1000;
      return {
        status: 200,
        body: { token_type: "Bearer", access_token: `${end}.${mark(end)}`, expires_in: FIFTEEN_MINUTES },
      };
    },
    allows(authorization, now) {
      const token = /^Bearer (\S+)$/.exec(authorization ?? "")?.[1] ?? "";
      const [end, signed] = token.split(".");
      return longLived.includes(token) || (signed === mark(Number(end)) && now < Number(end));
    },
  };
}

function problemOf(form: Record<string, unknown>, id: string, secret: string): Record<string, string> | null {
  if (form.grant_type !== "client_credentials")
    return { error: "unsupported_grant_type", error_description: "grant_type must be client_credentials" };
  // The local LINE holds no public key, so it cannot judge a JWT assertion.
  if (form.client_assertion)
    return { error: "invalid_request", error_description: "the local LINE takes client_id and client_secret only" };
  return form.client_id === id && form.client_secret === secret
    ? null
    : { error: "invalid_client", error_description: "invalid client_id or client_secret" };
}
