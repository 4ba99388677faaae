// Open loop: messages come whether or not the last were answered; only the acknowledgement is waited for.
import { newPerson, post, textEvent } from "./post.ts";
import { talkOf } from "./talk.ts";

export interface Open {
  sent: number;
  accepted: number;
  seconds: number;
  /** From departure (by the plan, not by the turn) to the 200 (ms), sorted. */
  acks: number[];
}

/** As fast as it will take them, over so many connections. */
export async function flood(url: string, seconds: number, connections: number): Promise<Open> {
  const write = writers(url);
  const end: Open = { sent: 0, accepted: 0, seconds: 0, acks: [] };
  const begun = performance.now();
  const lane = async (): Promise<void> => {
    while (performance.now() - begun < seconds * 1000) note(end, await write(), 0);
  };
  await Promise.all(Array.from({ length: connections }, lane));
  return closed(end, begun);
}

/** So many a second, evenly; an acknowledgement that comes late counts from when the message should have left. */
export async function steady(url: string, seconds: number, rate: number): Promise<Open> {
  const write = writers(url);
  const end: Open = { sent: 0, accepted: 0, seconds: 0, acks: [] };
  const begun = performance.now();
  const under: Promise<void>[] = [];
  const all = Math.floor(rate * seconds);
  while (under.length < all) {
    const due = Math.min(all, Math.floor(((performance.now() - begun) / 1000) * rate));
    while (under.length < due) {
      const planned = begun + (under.length / rate) * 1000;
      under.push(write().then((status) => note(end, status, performance.now() - planned)));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(under);
  return closed(end, begun);
}

// --- internal ---

const PEOPLE = 1000;

/** A thousand people take turns; each says the next thing of the talk. */
function writers(url: string): () => Promise<number> {
  const people = Array.from({ length: PEOPLE }, newPerson);
  let n = -1;
  return () => {
    n += 1;
    const talk = talkOf(n % PEOPLE);
    const act = talk[Math.floor(n / PEOPLE) % talk.length] ?? { text: "" };
    return post(url, [textEvent(people[n % PEOPLE] ?? "", "text" in act ? act.text : act.press)]);
  };
}

function note(end: Open, status: number, ms: number): void {
  end.sent += 1;
  if (status === 200) end.accepted += 1;
  end.acks.push(ms);
}

function closed(end: Open, begun: number): Open {
  end.seconds = (performance.now() - begun) / 1000;
  end.acks.sort((a, b) => a - b);
  return end;
}
