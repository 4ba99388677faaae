// Counts for Prometheus, by prom-client: loaded only where they are asked for (METRICS_TOKEN), and after the start.
import type { Registry } from "prom-client";
import type { Meter } from "../../ports.ts";
import type { Gauges, Metrics } from "../../watch/watch.ts";

export interface Measured {
  meter: Meter;
  metrics: Metrics;
}

/** Seconds. LINE gives up on a webhook after two. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10];

/** @param token whoever asks for /metrics must bring it */
export function measured(token: string): Measured {
  const loaded = new Promise<Counts>((resolve, reject) =>
    setImmediate(() => void import("prom-client").then((prom) => resolve(countsOf(prom)), reject)),
  );
  // Where it cannot be loaded, /metrics says so; the work goes on.
  loaded.catch(() => {});
  return {
    meter: {
      took: (webhook) => void loaded.then((counts) => counts.took(webhook)).catch(() => {}),
      called: (call) => void loaded.then((counts) => counts.called(call)).catch(() => {}),
    },
    metrics: {
      token,
      contentType: "text/plain; version=0.0.4; charset=utf-8",
      text: async (gauges) => (await loaded).text(gauges),
    },
  };
}

// --- internal ---

interface Counts extends Meter {
  text(gauges: Gauges): Promise<string>;
}

function countsOf({ collectDefaultMetrics, Counter, Histogram, Registry }: typeof import("prom-client")): Counts {
  const registry: Registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name: `uketome_${name}`, help, labelNames, registers });
  const histogram = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Histogram({ name: `uketome_${name}`, help, labelNames, registers, buckets: BUCKETS });
  const webhooks = counter("webhooks_total", "Webhooks answered, by status", ["status"]);
  const events = counter("events_total", "Events of residents kept", []);
  const answered = histogram("webhook_seconds", "From a webhook to its 200 (seconds)", []);
  const calls = counter("line_calls_total", "Calls to LINE, by how they ended", ["endpoint", "end"]);
  const took = histogram("line_call_seconds", "How long calls to LINE took (seconds)", ["endpoint"]);
  return {
    took({ status, events: kept, ms }) {
      webhooks.inc({ status });
      if (status !== 200) return;
      events.inc(kept);
      answered.observe(ms / 1000);
    },
    called({ endpoint, end, ms }) {
      calls.inc({ endpoint, end });
      took.observe({ endpoint }, ms / 1000);
    },
    text: async (gauges) => `${await registry.metrics()}${textOf(gauges)}`,
  };
}

const textOf = ({ backlog, quotaLeft }: Gauges): string =>
  [
    gauge("owed_people", "People who are owed something or not heard yet (200: or more)", backlog?.people),
    gauge("oldest_unsent_seconds", "How long the oldest word waits to be heard or answered", secondsOf(backlog)),
    gauge("alerts_owed", "Alerts the people on duty were not told yet", backlog?.alerts),
    gauge("line_quota_left", "Pushes left this month", quotaLeft),
  ].join("");

const secondsOf = (backlog: Gauges["backlog"]): number | null => backlog && backlog.oldestMs / 1000;

/** Left out where it is not known: 0 would be an alarm, or none. The library's own gauges are 0 then. */
const gauge = (name: string, help: string, value: number | null | undefined): string =>
  value == null ? "" : `# HELP uketome_${name} ${help}\n# TYPE uketome_${name} gauge\nuketome_${name} ${value}\n`;
