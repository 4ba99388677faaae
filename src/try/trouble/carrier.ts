// LINE's postman on a bad day: the same event several times, in any order, many people in one body, at the same moment;
// and what got no 2xx once more, as LINE brings it again, until it was taken.
// https://developers.line.biz/en/docs/messaging-api/receiving-messages/#webhook-redelivery
import type { Deliver } from "../deliver.ts";
import type { WebhookEvent } from "../local-line.ts";
import type { Chance } from "./chance.ts";

export interface Bad {
  /** Each event is brought so often at most, at least once. */
  times: number;
  /** So many events in one body at most. */
  inOneBody: number;
  /** So many bodies are under way at the same moment. */
  atOnce: number;
}

export interface Carried {
  /** Bodies that were brought, and how many of them were refused or not answered. */
  bodies: number;
  refused: number;
  /** Events that were brought more than once. */
  doubled: number;
}

/** Brings them all, somewhere each; ends when every one was taken with 2xx at least once. */
export async function carryAll(events: WebhookEvent[], to: Deliver[], by: Chance, bad: Bad): Promise<Carried> {
  const told: Carried = { bodies: 0, refused: 0, doubled: 0 };
  const times = events.map((event) => ({ event, n: 1 + by.below(bad.times) }));
  told.doubled = times.filter(({ n }) => n > 1).length;
  let waiting = bodiesOf(
    times.flatMap(({ event, n }) => Array.from({ length: n }, () => event)),
    by,
    bad,
  );
  for (let round = 0; waiting.length > 0; round += 1) {
    const refused: WebhookEvent[][] = [];
    const lane = async (): Promise<void> => {
      for (let body = waiting.shift(); body !== undefined; body = waiting.shift()) {
        const { status } = await by.pick(to)(body, { redelivery: round > 0 });
        told.bodies += 1;
        if (status < 200 || status > 299) refused.push(body);
      }
    };
    await Promise.all(Array.from({ length: bad.atOnce }, lane));
    told.refused += refused.length;
    waiting = refused;
  }
  return told;
}

// --- internal ---

function bodiesOf(events: WebhookEvent[], by: Chance, { inOneBody }: Bad): WebhookEvent[][] {
  const bodies: WebhookEvent[][] = [];
  const left = by.shuffled(events);
  while (left.length > 0) bodies.push(left.splice(0, 1 + by.below(inOneBody)));
  return bodies;
}
