// A counter to try a talk at: the real desk on a store in memory, one person, a clock, and a LINE that only notes what is said.
import { openDesk } from "../../desk.ts";
import type { Book } from "../../book/book.ts";
import type { Input } from "../../flow/input.ts";
import type { Said } from "../../flow/render.ts";
import type { State } from "../../flow/state.ts";
import type { Arrival, Store } from "../../ports.ts";
import { NOON } from "../walk/turn.ts";

const PERSON = "U00000000000000000000000000000001";
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export interface Counter {
  /** The person does this, a minute after the last. The event can be handed in once more. */
  does(input: Input): Promise<Arrival>;
  /** The same event once more, as LINE sends it again. */
  again(arrival: Arrival): Promise<void>;
  /** Nothing is written for longer than the office's quiet time. */
  falls(): Promise<void>;
  state(): Promise<State | null>;
  /** What stands on the person's telephone. */
  shown(): string[];
  /** All that is kept of the person, as text. */
  kept(): Promise<string>;
  /** How many records staff have, the one row without words among them; not those still being written. */
  records(): Promise<number>;
}

export function counterOf(book: Book, store: Store): Counter {
  const [shown, office] = [[] as string[], book.office.id];
  let [now, count] = [NOON, 0];
  const say = async (messages: unknown[]): Promise<{ ok: true }> => {
    shown.push(...(messages as Said[]).map(({ text }) => text));
    return { ok: true };
  };
  const keyOf = (of: string, person: string): string => `${of}:${person}`;
  const silent = (): void => {};
  const desk = openDesk({
    store,
    ...book,
    pager: null,
    keyOf,
    now: () => now,
    newId: () => `id${(count += 1)}`,
    channel: {
      write: (said) => said,
      reply: (_token, messages) => say(messages),
      push: (_person, messages) => say(messages),
      loading: async () => {},
      fetch: async () => ({ state: "gone" }),
      languageOf: async () => null,
    },
    pause: async () => {},
    log: { info: silent, warn: silent, error: silent },
  });
  const take = async (arrival: Arrival): Promise<void> => desk.run(await desk.receive([arrival]));
  const rows = async () => (await store.records.queue({ office, show: "all", limit: 50, offset: 0 })).rows;
  const talk = async () => (await store.talks.load([keyOf(office, PERSON)], [])).talks.get(keyOf(office, PERSON));
  return {
    async does(input) {
      now += MINUTE;
      const id = `e${(count += 1)}`;
      const messageId = ["choice", "follow", "unfollow", "unsend", "quiet"].includes(input.kind) ? null : `m${count}`;
      const arrival = { id, person: PERSON, at: now, messageId, replyToken: `t${count}`, standby: false, input };
      await take(arrival);
      return arrival;
    },
    again: take,
    async falls() {
      now += book.office.quietHours * HOUR + MINUTE;
      await desk.sweep();
    },
    state: async () => (await talk())?.state ?? null,
    shown: () => [...shown],
    async kept() {
      const all = await Promise.all(
        (await rows()).map(async ({ id }) => [
          await store.records.find(office, id),
          await store.records.messages(id),
          await store.records.entries(id),
        ]),
      );
      return JSON.stringify([(await talk())?.state, (await talk())?.unfiled, all]);
    },
    records: async () => (await rows()).filter(({ completeness }) => completeness !== "DRAFT").length,
  };
}
