// What those who watch are told without asking anew each time, and without waiting for what does not answer.

/** One question at a time, and its answer for so long (ms). */
export function remembered<T>(ms: number, now: () => number, ask: () => T): () => T {
  let last: { until: number; answer: T } | null = null;
  return () => {
    if (last === null || now() >= last.until) last = { until: now() + ms, answer: ask() };
    return last.answer;
  };
}

/** The work's result, or `meanwhile` where it fails or takes longer (ms). It is not stopped. */
export async function inTime<T, M>(ms: number, work: Promise<T>, meanwhile: M): Promise<T | M> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<M>((resolve) => (timer = setTimeout(() => resolve(meanwhile), ms)));
  try {
    return await Promise.race([work, late]);
  } catch {
    return meanwhile;
  } finally {
    clearTimeout(timer);
  }
}

/** `inTime` for an answer that is remembered: one that comes too late for who asked is told to whoever asks then. */
export function overtaken<T>(ms: number, work: Promise<T>, meanwhile: T): { told: Promise<T> } {
  const answer = { told: inTime(ms, work, meanwhile) };
  work.then(
    () => void (answer.told = work),
    () => {},
  );
  return answer;
}
