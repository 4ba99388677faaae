// Closed loop: so many people at once, and nobody writes before the last answer has come.
import type { Answer, BenchLine } from "./line.ts";
import { newPerson, post, postbackEvent, textEvent, type Event } from "./post.ts";
import { DONE, talkOf, type Act } from "./talk.ts";

export interface Closed {
  turns: number;
  seconds: number;
  /** Acknowledged with something else than 200. */
  refused: number;
  unanswered: number;
  /** Talks whose last answer is not what it should be. */
  wrong: number;
  /** From the webhook's departure to the answer at the local LINE (ms), sorted. */
  answered: number[];
}

/** `url`: of one program, or of several instances with blanks between. `pauseMs`: nobody reads quicker than that. */
export async function closedLoop(
  line: BenchLine,
  url: string,
  people: number,
  atOnce: number,
  pauseMs = 0,
): Promise<Closed> {
  const end: Closed = { turns: 0, seconds: 0, refused: 0, unanswered: 0, wrong: 0, answered: [] };
  let left = people;
  const begun = performance.now();
  const lane = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await oneTalk(line, url, end, pauseMs);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, people) }, lane));
  end.seconds = (performance.now() - begun) / 1000;
  end.answered.sort((a, b) => a - b);
  return end;
}

/** So many turns a second, as whole talks that begin evenly; each goes on as soon as it is answered. */
export async function pacedTalks(line: BenchLine, url: string, seconds: number, rate: number): Promise<Closed> {
  const end: Closed = { turns: 0, seconds: 0, refused: 0, unanswered: 0, wrong: 0, answered: [] };
  const every = (talkOf(0).length / rate) * 1000;
  const begun = performance.now();
  const under = new Set<Promise<void>>();
  for (let n = 0; n * every < seconds * 1000; n += 1) {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, begun + n * every - performance.now())));
    const talk: Promise<void> = oneTalk(line, url, end).finally(() => under.delete(talk));
    under.add(talk);
    // A soak of an hour is no reason to remember every answer of it.
    if (end.answered.length > 100_000) end.answered.splice(0, 50_000);
  }
  await Promise.all(under);
  end.seconds = (performance.now() - begun) / 1000;
  end.answered.sort((a, b) => a - b);
  return end;
}

/** How an act of the talk looks as an event, given the answer before it. */
export function eventOf(person: string, act: Act, before: Answer | null): Event {
  if ("text" in act) return textEvent(person, act.text);
  const data = before?.buttons.get(act.press);
  return data === undefined ? textEvent(person, act.press) : postbackEvent(person, data);
}

/** Of each person another. */
export const nextNumber = (): number => (number += 1);
let number = 0;
let turn = 0;

// --- internal ---

async function oneTalk(line: BenchLine, url: string, end: Closed, pauseMs = 0): Promise<void> {
  const urls = url.split(" ");
  const person = newPerson();
  let answer: Answer | null = null;
  for (const act of talkOf(nextNumber())) {
    const event = eventOf(person, act, answer);
    // Several instances of one program take turns.
    const [to = ""] = [urls[(turn += 1) % urls.length]];
    const coming = line.answerTo(event.replyToken).catch(() => null);
    const sent = performance.now();
    const [status, came]: [number, Answer | null] = await Promise.all([post(to, [event]), coming]);
    end.turns += 1;
    if (status !== 200) end.refused += 1;
    if (came === null) return void (end.unanswered += 1);
    end.answered.push(performance.now() - sent);
    answer = came;
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  if (!answer?.texts.join("").includes(DONE)) end.wrong += 1;
}
