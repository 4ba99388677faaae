// Four faults, each a run of whole talks in which nothing may go wrong or unanswered.
import { closedLoop, eventOf, nextNumber, type Closed } from "./closed.ts";
import type { Answer, BenchLine } from "./line.ts";
import { newPerson, post, textEvent, type Event } from "./post.ts";
import { DONE, talkOf } from "./talk.ts";

export interface Fault {
  name: string;
  talks: number;
  wrong: number;
  /** Replies and pushes over what one answer a turn needs. */
  twice: number;
}

export async function fourFaults(line: BenchLine, url: string, people: number): Promise<Fault[]> {
  const all: Fault[] = [];
  all.push(await inLanes("every event delivered twice", line, people, (end) => redelivered(line, url, end)));
  all.push(await inLanes("two messages of one person at once", line, people, (end) => atOnce(line, url, end)));
  all.push(await oneBody(line, url, people));
  line.failing = 20;
  const { wrong, unanswered, refused } = await closedLoop(line, url, people, 32);
  line.failing = 0;
  all.push({ name: "LINE answers 500 to 20 %", talks: people, wrong: wrong + unanswered + refused, twice: 0 });
  return all;
}

// --- internal ---

type End = Pick<Closed, "wrong">;

async function inLanes(
  name: string,
  line: BenchLine,
  people: number,
  talk: (end: End) => Promise<boolean>,
): Promise<Fault> {
  const [end, pushes] = [{ wrong: 0 }, line.counts.pushes];
  let left = people;
  const lane = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      if (!(await talk(end))) end.wrong += 1;
    }
  };
  await Promise.all(Array.from({ length: Math.min(16, people) }, lane));
  return { name, talks: people, wrong: end.wrong, twice: line.counts.pushes - pushes };
}

/** The second comes together with the first, as LINE's network may do it. True where every turn was answered once and well. */
async function redelivered(line: BenchLine, url: string, _end: End): Promise<boolean> {
  const person = newPerson();
  const before = line.counts.twice;
  let answer: Answer | null = null;
  for (const act of talkOf(nextNumber())) {
    const event: Event = eventOf(person, act, answer);
    const again = { ...event, deliveryContext: { isRedelivery: true } };
    const coming = line.answerTo(event.replyToken).catch(() => null);
    const statuses = await Promise.all([post(url, [event]), post(url, [again])]);
    answer = await coming;
    if (answer === null || statuses.some((status) => status !== 200)) return false;
  }
  return isDone(answer) && line.counts.twice === before;
}

/** The number and the name leave together: both must stand in what is read back. Either answer will do. */
async function atOnce(line: BenchLine, url: string, _end: End): Promise<boolean> {
  const person = newPerson();
  const talk = talkOf(nextNumber());
  let answer: Answer | null = null;
  for (const act of talk.slice(0, 5)) {
    const event = eventOf(person, act, answer);
    const coming = line.answerTo(event.replyToken).catch(() => null);
    if ((await post(url, [event])) !== 200) return false;
    answer = await coming;
    if (answer === null) return false;
  }
  const pair = talk.slice(5, 7).map((act) => textEvent(person, "text" in act ? act.text : ""));
  const coming = pair.map((event) => line.answerTo(event.replyToken, 3000).catch(() => null));
  const statuses = await Promise.all(pair.map((event) => post(url, [event])));
  const answers = (await Promise.all(coming)).filter((one) => one !== null);
  const last = answers.find(({ texts }) => texts.join("").includes("さとう") && texts.join("").includes("090-"));
  if (last === undefined || statuses.some((status) => status !== 200)) return false;
  const send = eventOf(person, talk[7] ?? { text: "" }, last);
  const end = line.answerTo(send.replyToken).catch(() => null);
  return (await post(url, [send])) === 200 && isDone(await end);
}

/** Everybody's next words come in one webhook. */
async function oneBody(line: BenchLine, url: string, people: number): Promise<Fault> {
  const persons = Array.from({ length: people }, newPerson);
  const talks = persons.map(() => talkOf(nextNumber()));
  let answers: (Answer | null)[] = persons.map(() => null);
  for (let turn = 0; turn < (talks[0]?.length ?? 0); turn += 1) {
    const events = persons.map((person, n) => eventOf(person, talks[n]?.[turn] ?? { text: "" }, answers[n] ?? null));
    const coming = events.map(({ replyToken }) => line.answerTo(replyToken).catch(() => null));
    await Promise.all(halves(events).map((body) => post(url, body)));
    answers = await Promise.all(coming);
  }
  return {
    name: "many people in one webhook",
    talks: people,
    wrong: answers.filter((answer) => !isDone(answer)).length,
    twice: 0,
  };
}

/** At most fifty a body. */
const halves = (events: Event[]): Event[][] =>
  Array.from({ length: Math.ceil(events.length / 50) }, (_, n) => events.slice(n * 50, n * 50 + 50));

const isDone = (answer: Answer | null): boolean => answer?.texts.join("").includes(DONE) ?? false;
