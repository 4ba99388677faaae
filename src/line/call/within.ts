// A time-out for promises that have none of their own: the SDK's calls wait for ever on a silent server.

import { TimedOut } from "./post.ts";

/** The work's result, or `TimedOut` after `ms`. What was started goes on unseen. The work is not stopped: the SDK's calls take no signal. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimedOut(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
