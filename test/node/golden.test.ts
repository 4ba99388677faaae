// The program on one machine (Node, SQLite): the golden conversations, and what is left in the database.
import { afterAll, beforeAll } from "vitest";
import { golden } from "../golden/golden.ts";
import { laws } from "../golden/laws.ts";
import { startNode, type NodePlace } from "./start.ts";

let place: NodePlace;
beforeAll(async () => void (place = await startNode()));
afterAll(() => place.close());

golden(() => place);
laws(() => place);
