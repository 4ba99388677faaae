// The connections to PostgreSQL: so many, none of them waited for without end, and a new one for each that breaks.
import { Pool } from "pg";

/** LINE waits two seconds for its 200; whoever gets no lock in this time (ms) answers that it failed. */
const PATIENCE = 1_500;
/** No question to the database takes so long (ms), unless it or the way to it is stuck. */
const ANSWER = 5_000;
/** No new connection takes so long (ms), not on a machine that has just begun to load the program. */
const CONNECT = 10_000;
/** An instance that was frozen in the middle must not hold the others for longer (ms). */
const IDLE_IN_THE_MIDDLE = 10_000;
const CONNECTIONS = 10;
/**
 * A connection that lies idle is given up so soon (ms): where the way to the database was cut without a word, all are
 * dead, and only the first is waited for (`ANSWER`).
 */
const KEPT = 4_000;

/** PostgreSQL's word for "not yet". */
const STARTING_UP = "57P03";

/** Is it there, and only not ready yet? */
export const isStarting = (cause: unknown): boolean =>
  (cause as { code?: unknown }).code === STARTING_UP || /timeout/.test((cause as Error).message);

/**
 * A prepared statement keeps the plan it got while the tables were empty, and that reads whole tables (or joins with the
 * whole of one): then for ever, or until the server counts again.
 * https://www.postgresql.org/docs/current/runtime-config-query.html
 */
const BY_INDEX = ["seqscan", "hashjoin", "mergejoin"].map((way) => `-c enable_${way}=off`).join(" ");

const SERVED = {
  lock_timeout: PATIENCE,
  query_timeout: ANSWER,
  statement_timeout: ANSWER,
  idle_in_transaction_session_timeout: IDLE_IN_THE_MIDDLE,
  options: BY_INDEX,
};

/** Opens nothing yet. @param work of residents and staff; or of an operator, which takes as long as it takes */
export function postgresPool(url: string, work: "served" | "operator's" = "served"): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: "uketome",
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT,
    idleTimeoutMillis: KEPT,
    keepAlive: true,
    ...(work === "served" && SERVED),
  });
  // A connection that breaks while nothing is asked of it is replaced when one is needed; unheard, it would end the
  // program: of one that lies idle the pool tells, of one in the middle of a transaction the connection itself.
  pool.on("error", () => {});
  pool.on("connect", (client) => void client.on("error", () => {}));
  return pool;
}
