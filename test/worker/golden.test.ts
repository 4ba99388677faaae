// The program on Workers (workerd, D1): the golden conversations, and what is left in D1 afterwards.
import { afterAll, beforeAll } from "vitest";
import { golden } from "../golden/golden.ts";
import { laws } from "../golden/laws.ts";
import type { Place } from "../golden/place.ts";
import { startWorker } from "./start.ts";

let place: Place;
beforeAll(async () => void (place = await startWorker()));
afterAll(() => place.close());

// What differs on D1: danger filed at once, media, erasure and retraction, silence and the cron, staff, a second record.
golden(() => place, ["01", "02", "04", "05", "06", "12", "13", "14"]);
laws(() => place);
