// A conversation without LINE and without a database: the same desk, a store in memory, a clock of its own.
// The terminal and the golden conversations both hold it.
import type { Book } from "../book/book.ts";
import { openDesk, type Desk } from "../desk.ts";
import type { Input } from "../flow/input.ts";
import type { Button, Said } from "../flow/render.ts";
import type { Staff, Store } from "../ports.ts";
import { memoryStore } from "../store/memory.ts";
import type { Act } from "./script.ts";
import type { Arrived } from "./write-down.ts";

export interface Conversation {
  /** Does one thing a resident, the clock or the staff may do; gives what the window said. */
  act(act: Act): Promise<Arrived[]>;
  /** Every button that was ever shown, the newest last. */
  buttons(): ShownButton[];
  store: Store;
  office: string;
  now(): number;
}

export interface ShownButton extends Button {
  talk: string;
}

const PERSON = "U00000000000000000000000000000001";
const STAFF: Staff = {
  id: "staff",
  office: "",
  login: "staff",
  name: "職員",
  rights: ["desk", "reporter"],
  password: null,
  removedAt: null,
};
const MINUTE = 60_000;

/** @param start ms since 1970; a minute passes with every act */
export function converse(book: Book, start: number): Conversation {
  const store = memoryStore();
  const shown: ShownButton[] = [];
  let [now, count, heard] = [start, 0, [] as Arrived[]];
  const say = async (messages: unknown[], alt: string | null) => {
    heard.push(...(messages as Said[]).map((said) => ({ ...said, alt })));
    return { ok: true as const };
  };
  const desk = openDesk({
    store,
    ...book,
    channel: {
      write: (said, talk) => (
        shown.push(...said.flatMap(({ buttons }) => buttons.map((button) => ({ ...button, talk })))),
        said
      ),
      reply: (_token, messages, alt) => say(messages, alt),
      push: (_person, messages, _key, alt) => say(messages, alt),
      loading: async () => {},
      fetch: async () => ({ state: "ready", chunks: oneByte() }),
      languageOf: async () => null,
    },
    pager: null,
    keyOf: (office, person) => `${office}:${person}`,
    now: () => now,
    newId: () => `id${(count += 1)}`,
    pause: async () => {},
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  const words: string[] = [];
  return {
    store,
    office: book.office.id,
    now: () => now,
    buttons: () => shown,
    async act(act) {
      heard = [];
      now += act.do === "wait" ? act.ms : MINUTE;
      if (act.do === "answer") await staffAnswers(desk, store, book.office.id, act.text);
      else if (act.do === "close") await staffCloses(store, book.office.id, now);
      else if (act.do === "say") await arrive(desk, { ...event(act.input), input: act.input });
      else if (act.do === "unsend")
        await arrive(desk, {
          ...event({ kind: "other", type: "" }),
          messageId: null,
          input: { kind: "unsend", messageId: words.at(-1) ?? "" },
        });
      await desk.sweep();
      return heard;
    },
  };

  function event(input: Input) {
    const id = `event${(count += 1)}`;
    const messageId =
      input.kind === "choice" || input.kind === "follow" || input.kind === "unfollow" ? null : `message${count}`;
    if (messageId !== null && input.kind !== "other") words.push(messageId);
    return { id, person: PERSON, at: now, messageId, replyToken: `token${count}`, standby: false };
  }
}

// --- internal ---

async function arrive(desk: Desk, arrival: Parameters<Desk["receive"]>[0][number]): Promise<void> {
  await desk.run(await desk.receive([arrival]));
}

async function newest(store: Store, office: string): Promise<string | null> {
  const { rows } = await store.records.queue({ office, show: "all", limit: 50, offset: 0 });
  return rows.toSorted((a, b) => b.receivedAt - a.receivedAt)[0]?.id ?? null;
}

async function staffAnswers(desk: Desk, store: Store, office: string, text: string): Promise<void> {
  const intake = await newest(store, office);
  if (intake !== null) await desk.answer({ id: crypto.randomUUID(), intake, text, sure: true, staff: STAFF });
}

async function staffCloses(store: Store, office: string, at: number): Promise<void> {
  const id = await newest(store, office);
  const intake = id === null ? null : await store.records.find(office, id);
  if (intake === null) return;
  const entry = {
    id: `close${at}`,
    office,
    intake: intake.id,
    at,
    by: STAFF.id,
    kind: "status" as const,
    body: { from: intake.status, to: "CLOSED", closeReason: "課題が解決" },
  };
  await store.records.act({
    id: intake.id,
    base: intake.revision,
    set: { status: "CLOSED", closeReason: "課題が解決" },
    entry,
  });
}

async function* oneByte(): AsyncIterable<Uint8Array> {
  yield new Uint8Array([0]);
}
