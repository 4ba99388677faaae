// A resident nobody knows yet, for tests of one law: writes, and reads what arrives.
import { randomBytes } from "node:crypto";
import { sealer } from "../../src/store/seal.ts";
import type { Talk } from "../../src/ports.ts";
import type { WebhookEvent } from "../../src/try/local-line.ts";
import { DATA_KEY, type Place } from "./place.ts";
import { settled } from "./settled.ts";

export interface Resident {
  id: string;
  key: string;
  /** Types it; the webhook is not on its way yet. */
  writes(text: string): WebhookEvent;
  /** How many messages of the office stand on the phone. */
  got(): number;
  talk(): Promise<Talk | null>;
  /** Waits until nothing is owed to them; `patienceMs` where that may take longer than a moment. */
  settled(patienceMs?: number): Promise<void>;
}

/** Somebody new, or whoever has this LINE id. */
export function resident(place: Place, office: string, id = `U${randomBytes(16).toString("hex")}`): Resident {
  const key = sealer(DATA_KEY).lookup(office, id);
  const { line } = place.line;
  return {
    id,
    key,
    writes: (text) => line.say(id, { kind: "text", text }),
    got: () => line.arrived(id).length,
    talk: async () => (await place.store.talks.load([key], [])).talks.get(key) ?? null,
    settled: (patienceMs) => settled(place, key, patienceMs),
  };
}

/** LINE's postman brings these in one body; the status of the answer, and how long it took (ms). */
export async function bring(
  place: Place,
  events: WebhookEvent[],
  redelivery = false,
): Promise<{ status: number; ms: number }> {
  const began = performance.now();
  const { status } = await place.line.to(new URL("/webhook", place.url))(events, { redelivery });
  return { status, ms: performance.now() - began };
}
