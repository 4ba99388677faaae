// Once a day what programs that died in the middle of an upload left goes: nobody else would look for it.
import type { Log, MediaStore } from "../ports.ts";

/** A start has other things to do first (ms). */
const FIRST_MS = 600_000;
const DAY_MS = 86_400_000;

/** @throws when the store fails; then the next night finds it */
export async function tidied(media: Pick<MediaStore, "tidy">, now: number, log: Log): Promise<void> {
  const removed = await media.tidy(now);
  if (removed > 0) log.warn({ removed }, "jobs: pieces of uploads that nothing counts were removed");
}

/** Ten minutes after the start, and then every day. A fault never ends it. Gives the way to stop. */
export function startTidying(media: Pick<MediaStore, "tidy">, now: () => number, log: Log): () => Promise<void> {
  let under = Promise.resolve();
  const begin = (): void => {
    under = tidied(media, now(), log).catch((error: unknown) =>
      log.error({ reason: error instanceof Error ? error.name : "unknown" }, "jobs: could not tidy up"),
    );
    timer = setTimeout(begin, DAY_MS).unref();
  };
  let timer = setTimeout(begin, FIRST_MS).unref();
  return () => {
    clearTimeout(timer);
    return under;
  };
}
