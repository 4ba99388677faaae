// The load and the local LINE, in a process of their own: takes one order at a time from the bench.
import { alone } from "./alone.ts";
import { closedLoop, pacedTalks } from "./closed.ts";
import { fourFaults } from "./faults.ts";
import { benchLine } from "./line.ts";
import { flood, steady } from "./open.ts";

export type Order =
  | { do: "closed"; url: string; people: number; atOnce: number; pauseMs?: number }
  | { do: "flood"; url: string; seconds: number; connections: number }
  | { do: "steady"; url: string; seconds: number; rate: number }
  | { do: "paced"; url: string; seconds: number; rate: number }
  | { do: "alone"; url: string; talks: number }
  | { do: "faults"; url: string; people: number };

const line = await benchLine();
process.on("message", (order: Order) => {
  void done(order).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.on("disconnect", () => process.exit(0));
process.send?.({ result: line.url });

/** What is done for each order. */
type Orders = { [K in Order["do"]]: (order: Extract<Order, { do: K }>) => Promise<unknown> };

function done(order: Order): Promise<unknown> {
  const orders: Orders = {
    closed: ({ url, people, atOnce, pauseMs }) => closedLoop(line, url, people, atOnce, pauseMs),
    flood: ({ url, seconds, connections }) => flood(url, seconds, connections),
    steady: ({ url, seconds, rate }) => steady(url, seconds, rate),
    paced: ({ url, seconds, rate }) => pacedTalks(line, url, seconds, rate),
    alone: ({ url, talks }) => alone(line, url, talks),
    faults: ({ url, people }) => fourFaults(line, url, people),
  };
  return (orders[order.do] as (order: Order) => Promise<unknown>)(order);
}
