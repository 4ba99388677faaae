// Counts for Prometheus, by prom-client: loaded only where they are asked for (METRICS_TOKEN), and after the start.
import type { Gauge, Registry } from "prom-client";
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

function countsOf({
  collectDefaultMetrics,
  Counter,
  Gauge,
  Histogram,
  Registry,
}: typeof import("prom-client")): Counts {
  const registry: Registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name: `uketome_${name}`, help, labelNames, registers });
  const gauge = (name: string, help: string): Gauge => new Gauge({ name: `uketome_${name}`, help, registers });
  const histogram = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Histogram({ name: `uketome_${name}`, help, labelNames, registers, buckets: BUCKETS });
  const webhooks = counter("webhooks_total", "Webhooks answered, by status", ["status"]);
  const events = counter("events_total", "Events of residents kept", []);
  const answered = histogram("webhook_seconds", "From a webhook to its 200 (seconds)", []);
  const calls = counter("line_calls_total", "Calls to LINE, by how they ended", ["endpoint", "end"]);
  const took = histogram("line_call_seconds", "How long calls to LINE took (seconds)", ["endpoint"]);
  const people = gauge("owed_people", "People who are owed something or not heard yet (200: or more)");
  const oldest = gauge("oldest_unsent_seconds", "How long the oldest word waits to be heard or answered");
  const alerts = gauge("alerts_owed", "Alerts the people on duty were not told yet");
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
    async text({ backlog, quotaLeft }) {
      people.set(backlog.people);
      oldest.set(backlog.oldestMs / 1000);
      alerts.set(backlog.alerts);
      return `${await registry.metrics()}${quotaText(quotaLeft)}`;
    },
  };
}

/** Left out where it is not known: 0 would be an alarm. */
const quotaText = (left: number | null): string =>
  left === null
    ? ""
    : `# HELP uketome_line_quota_left Pushes left this month\n# TYPE uketome_line_quota_left gauge\nuketome_line_quota_left ${left}\n`;
