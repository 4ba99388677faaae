// What time alone brings: a talk that went quiet, and rows whose time has come for nothing.
import type { Arrival, Talk } from "../ports.ts";
import { byTalk, type ByTalk } from "./queue/by-talk.ts";
import type { Room } from "./room.ts";
import { moveOf, owesNothing, quietAt } from "./talk.ts";

/**
 * Of these due talks, those whose quiet time is over, as if silence were a word, and those of whom something waits to be
 * heard. A row that is due for nothing (the office changed its quiet time) is written anew, or it would stand first in
 * every list.
 */
export async function overdue(room: Room, keys: string[]): Promise<ByTalk> {
  if (keys.length === 0) return new Map();
  const { talks: found, unheard } = await room.store.talks.load(keys, []);
  const waiting: ByTalk = new Map(unheard.map(({ key }) => [key, []]));
  const talks = [...found.values()].filter(({ key }) => !waiting.has(key));
  const idle = talks.filter((talk) => owesNothing(talk) && !isQuiet(room, talk));
  if (idle.length > 0) await room.store.talks.commit(idle.map((talk) => moveOf(room, talk)));
  const silent = talks.filter((talk) => isQuiet(room, talk));
  return new Map([...waiting, ...byTalk(room, silent.map(silence))]);
}

// --- internal ---

function isQuiet(room: Room, { state }: Talk): boolean {
  const at = quietAt(room, state);
  return at !== null && at <= room.now();
}

const silence = ({ state, person }: Talk): Arrival => ({
  id: `quiet:${state.intake ?? ""}:${state.lastAt}`,
  person,
  at: state.lastAt,
  messageId: null,
  replyToken: null,
  standby: false,
  input: { kind: "quiet" },
});
