// The program on one machine with PostgreSQL: the same golden conversations, and what is left in the database.
import { afterAll, beforeAll } from "vitest";
import { golden } from "../golden/golden.ts";
import { laws } from "../golden/laws.ts";
import { onPostgres } from "./on-postgres.ts";
import { startNode, type NodePlace } from "./start.ts";

let place: NodePlace;
beforeAll(async () => void (place = await startNode("src/node.ts", await onPostgres())));
afterAll(() => place.close());

golden(() => place);
laws(() => place);
