// How the program ends: what was begun is done first. What comes meanwhile is refused, so that LINE brings it again.

/** What was begun and has not ended. */
export interface UnderWay {
  add<T>(work: Promise<T>): Promise<T>;
  /** Ends when nothing is under way any more, nor what came of it. */
  ended(): Promise<void>;
}

export function underWay(): UnderWay {
  const all = new Set<Promise<unknown>>();
  return {
    add(work) {
      all.add(work);
      const ended = (): void => void all.delete(work);
      work.then(ended, ended);
      return work;
    },
    async ended() {
      while (all.size > 0) await Promise.allSettled(all);
    },
  };
}

type Fetch = (request: Request, env?: object) => Response | Promise<Response>;

export interface Gate {
  fetch: Fetch;
  close(): void;
  isClosed(): boolean;
}

/** The door until it is closed; then 503 for whoever still comes. */
export function closable(door: Fetch, begun: UnderWay): Gate {
  let closed = false;
  return {
    fetch: async (request, env) => (closed ? refusal() : begun.add(Promise.resolve(door(request, env)))),
    close: () => void (closed = true),
    isClosed: () => closed,
  };
}

/** So long what was begun may take (ms); what is not done then is still owed, and done after the next start. */
const PATIENCE_MS = 7000;

/** Ends after what was begun is done, or after a while; a second signal ends at once. */
export function stopCleanly(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      setTimeout(() => process.exit(0), PATIENCE_MS);
      void stop().finally(() => process.exit(0));
    });
  }
}

// --- internal ---

const refusal = (): Response =>
  new Response("stopping", { status: 503, headers: { connection: "close", "retry-after": "5" } });
