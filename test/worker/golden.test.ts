// The program on Workers (workerd, D1): the golden conversations, and what is left in D1 afterwards.
import { afterAll, beforeAll } from "vitest";
import { golden } from "../golden/golden.ts";
import { startWorker, type WorkerPlace } from "./start.ts";

let place: WorkerPlace;
beforeAll(async () => void (place = await startWorker()));
afterAll(() => place.close());

golden(() => place);
