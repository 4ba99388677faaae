// What LINE may do to a call, for tests: each serves the calls of one kind it is set for, then all is well again.
import type { Fault } from "../../src/try/local-line.ts";
import type { ServedLine } from "./line.ts";

/** The next calls to paths with this end meet these faults, one each. */
export function next(served: ServedLine, end: string, ...faults: Fault[]): void {
  const waiting = [...faults];
  served.fault.next = (path) => (path.endsWith(end) ? (waiting.shift() ?? null) : null);
}

/** Nothing was done. */
export const refused: Fault = async () => Response.json({ message: "Internal" }, { status: 500 });

/** It was done, and nobody was told. */
export const lost: Fault = async (go) => {
  await go();
  return Response.json({ message: "Internal" }, { status: 500 });
};

/** Done only when it is let go. `reached`: the call has come to LINE. */
export function hanging(): { fault: Fault; reached: Promise<void>; letGo(): void } {
  const [free, call] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const fault: Fault = (go) => {
    call.resolve();
    return free.promise.then(go);
  };
  return { fault, reached: call.promise, letGo: free.resolve };
}
