// What every request to LINE passes first: request id, token, type and size of the body; and what was refused.
import type { Context, MiddlewareHandler } from "hono";
import type { AccessTokens } from "./access-tokens.ts";
import { requestId } from "../phone/ids.ts";

const TWO_MEGABYTES = 2 * 1024 * 1024;

/** One call of our program to LINE, as LINE saw it. Kept so that a mistake of ours can be seen. */
export interface Call {
  at: number;
  method: string;
  path: string;
  retryKey: string | null;
  status: number;
  requestId: string;
  /** The answer's body where it was refused. */
  refusal: Record<string, unknown> | null;
}

export const refuse = (status: number, message: string, headers?: Record<string, string>): Response =>
  Response.json({ message }, { status, ...(headers && { headers }) });

/** Sets x-line-request-id on every answer and tells `saw` how it ended. */
export function requestIds(now: () => number, saw: (call: Call) => void): MiddlewareHandler {
  return async function nameRequest(c, next) {
    const id = requestId();
    c.set("requestId", id);
    await next();
    c.res.headers.set("x-line-request-id", id);
    saw({
      at: now(),
      method: c.req.method,
      path: c.req.path,
      retryKey: c.req.header("x-line-retry-key") ?? null,
      status: c.res.status,
      requestId: id,
      refusal: c.res.status < 400 ? null : await bodyOf(c),
    });
  };
}

/** 401 without a token that holds now. */
export function needToken(tokens: AccessTokens, now: () => number): MiddlewareHandler {
  return async function checkToken(c, next) {
    if (tokens.allows(c.req.header("authorization"), now())) return next();
    return refuse(401, "Authentication failed. Confirm that the access token in the authorization header is valid.");
  };
}

/** 415, 413 and 400 for a body that is no JSON object; else it stands in `c.get("body")`. */
export const needJson: MiddlewareHandler = async function readBody(c, next) {
  if (!/^application\/json\b/i.test(c.req.header("content-type") ?? ""))
    return refuse(415, "The media type of the request is not supported. Use application/json.");
  const text = await c.req.text();
  if (Buffer.byteLength(text) > TWO_MEGABYTES) return refuse(413, "The request is larger than 2 MB.");
  const body = parse(text);
  if (!body) return refuse(400, "The request body could not be parsed as JSON");
  c.set("body", body);
  return next();
};

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

async function bodyOf(c: Context): Promise<Record<string, unknown>> {
  return parse(await c.res.clone().text()) ?? {};
}
