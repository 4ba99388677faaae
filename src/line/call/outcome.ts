// How a call to LINE ended, in the desk's words. https://developers.line.biz/en/reference/messaging-api/#status-codes
import type { Outcome } from "../../ports.ts";
import { part, word, type Loose } from "../read/loose.ts";
import type { Answered } from "./post.ts";

export type Refused = Extract<Outcome, { ok: false }>;
export type Endpoint = "reply" | "push" | "loading" | "content" | "token" | "profile";

/** LINE's limits count per second and it names no time to wait, so a second is the least that can help. */
const RATE_PAUSE_MS = 1000;
/** Whatever a proxy before LINE names, nobody waits longer than after the month's quota, and the backlog sees them wait. */
const LONGEST_PAUSE_MS = 3_600_000;
/** Of LINE's own explanation, so much goes into the record. */
const DETAIL_LETTERS = 200;

/** Errors before a byte of the request left this machine: it can be sent again without a doubt. */
const NEVER_LEFT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** What an error of a call means that was not answered. Where nobody can know its end (time-out, reset) it is "unsure". */
export function outcomeOf(error: unknown): Outcome {
  const code = codeOf(error);
  return refused(NEVER_LEFT.has(code) ? "again" : "unsure", 0, code || nameOf(error));
}

/** What LINE's answer means; of a 5xx nobody knows whether it was sent all the same. */
export function answered(answer: Answered, endpoint: Endpoint): Outcome {
  const { status } = answer;
  // A proxy before LINE may answer 200 with a page of its own: nobody knows whether LINE was asked.
  if (status >= 200 && status < 300) return isJson(answer) ? { ok: true } : refused("unsure", 0, "not LINE's answer");
  // A push with a retry key that LINE took before: https://developers.line.biz/en/docs/messaging-api/retrying-api-request/
  if (status === 409 && endpoint === "push") return { ok: true };
  const body = bodyOf(answer);
  const outcome = refused(whyOf(status, body, endpoint), status, detailOf(body));
  return status === 429 && outcome.why === "again" ? { ...outcome, retryAfterMs: pauseOf(answer) } : outcome;
}

/** An `Outcome` that is not a success. `status` is 0 where LINE gave none. */
export const refused = (why: Refused["why"], status: number, detail: string): Refused => ({
  ok: false,
  why,
  status,
  detail: detail.slice(0, DETAIL_LETTERS).toWellFormed(),
});

function whyOf(status: number, body: Loose, endpoint: Endpoint): Refused["why"] {
  if (status >= 500 || status === 408) return "unsure";
  if (status === 401) return "again";
  if (status === 429) return /monthly limit/i.test(word(body.message)) ? "quota" : "again";
  return status === 400 && endpoint === "reply" && isAboutToken(body) ? "token" : "never";
}

// LINE does not guarantee its wording. It names the message at fault in `details`; a 400 without them is taken for the
// token's, for then a push follows, which a body that is truly wrong ends with "never" all the same.
const isAboutToken = (body: Loose): boolean =>
  /reply token/i.test(word(body.message)) || !Array.isArray(body.details) || body.details.length === 0;

function isJson({ body }: Answered): boolean {
  try {
    return body === "" || typeof JSON.parse(body) === "object";
  } catch {
    return false;
  }
}

function bodyOf({ body }: Answered): Loose {
  try {
    return part(JSON.parse(body));
  } catch {
    return {};
  }
}

function detailOf(body: Loose): string {
  const details = Array.isArray(body.details) ? body.details.map(part) : [];
  const places = details.map((one) => `${word(one.property)}: ${word(one.message)}`);
  return [word(body.message), ...places].join(" / ");
}

// Seconds, as proxies before LINE send them; a date is not worth reading for a pause of seconds.
function pauseOf({ headers }: Answered): number {
  const seconds = Number(headers.get("retry-after"));
  return seconds > 0 ? Math.min(seconds * 1000, LONGEST_PAUSE_MS) : RATE_PAUSE_MS;
}

function codeOf(error: unknown): string {
  const { code, cause } = part(error);
  return word(code) || (cause === undefined ? "" : codeOf(cause));
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown");
