// What follows from a turn, as it will stand in the row until it is done.
import type { Effect } from "../../flow/effect.ts";
import { urgencyRank, type Urgency } from "../../flow/codes.ts";
import type { State } from "../../flow/state.ts";
import type { Entry } from "../../intake/intake.ts";
import { withMeaning } from "../../intake/told/meaning.ts";
import { withProposals } from "../../intake/told/proposals.ts";
import { recordOf } from "../../intake/record.ts";
import type { Alert, Arrival, Owed, OwedWords, Talk } from "../../ports.ts";
import { bare } from "../back/quote.ts";
import type { Room } from "../room.ts";

type FileOwed = Extract<Owed, { do: "file" }>;

const MEDIA = ["image", "video", "audio", "file"];

type Words = Pick<OwedWords, "messages" | "check">;

/** The talk's list with what these arrivals and effects add to it. `words`: the answer; no messages for silence. */
export function owe(room: Room, before: Talk, effects: Effect[], arrivals: Arrival[], words: Words): Owed[] {
  const last = arrivals.at(-1);
  if (last === undefined) return before.owed;
  const talk = isPast(before, words) ? { ...before, owed: before.owed.map(bare) } : before;
  const added = arrivals.flatMap((arrival) => mediaOwed(room, arrival, talk.state.intake));
  if (effects.some((effect) => effect.do === "alert")) added.push(alertOwed(room, talk.state, last.id));
  if (words.messages.length > 0) added.push(wordsOwed(room, talk.state, arrivals, last.id, words));
  const owed = effects.some((effect) => effect.do === "file") ? fileOwed(room, talk, effects, last.id) : talk.owed;
  return [...owed, ...added];
}

// --- internal ---

/** May a check that has not been sent yet no longer be? A newer one follows, in which something was put right; or somebody looks. */
const isPast = ({ state }: Talk, { check }: Words): boolean => check !== undefined || state.covered;

/** A record waits once, as it stands now; what an earlier turn had to tell with it is told too. */
function fileOwed(room: Room, talk: Talk, effects: Effect[], event: string): Owed[] {
  const { state, key, owed } = talk;
  const told = withMeaning(recordOf(state, room.office.id, key), talk, room);
  const intake = withProposals(told, room.office);
  const isSame = (item: Owed): item is FileOwed => item.do === "file" && item.intake.id === intake.id;
  const before = owed.filter(isSame);
  const raise = [...before.map((item) => item.raise), raiseOf(state, effects)].reduce(moreUrgent, null);
  const entries = [...before.flatMap((item) => item.entries), ...tasksOf(room, effects, event, intake.id)];
  return [...owed.filter((item) => !isSame(item)), { do: "file", id: `${event}:file`, intake, raise, entries }];
}

/** Only danger raises a record that staff may have ranked already. */
const raiseOf = (state: State, effects: Effect[]): Urgency | null =>
  effects.some((effect) => effect.do === "alert") || state.risks.some(({ at }) => at === state.lastAt)
    ? state.urgency
    : null;

const moreUrgent = (one: Urgency | null, other: Urgency | null): Urgency | null =>
  one !== null && (other === null || urgencyRank(one) <= urgencyRank(other)) ? one : other;

const tasksOf = (room: Room, effects: Effect[], event: string, intake: string): Entry[] =>
  effects
    .flatMap((effect) => (effect.do === "task" ? [effect.what] : []))
    .map((what, n) => ({
      id: `${event}:task:${n}`,
      office: room.office.id,
      intake,
      at: room.now(),
      by: null,
      kind: "task",
      body: { what },
    }));

const alertOwed = (room: Room, state: State, event: string): Owed => ({
  do: "alert",
  id: `${event}:alert`,
  alert: alertOf(room, state),
  tries: 0,
  nextAt: room.now(),
});

const alertOf = (room: Room, state: State): Alert => ({
  office: room.office.name,
  intake: state.intake ?? "",
  receiptNo: state.receiptNo,
  urgency: state.urgency,
  risks: [...new Set(state.risks.map(({ risk }) => risk))],
  at: room.now(),
});

function wordsOwed(room: Room, state: State, arrivals: Arrival[], event: string, words: Words): OwedWords {
  const last = arrivals.findLast(({ replyToken }) => replyToken !== null);
  return {
    do: "say",
    id: `${event}:say`,
    messages: words.messages,
    ...(words.check && { check: words.check }),
    replyToken: last?.replyToken ?? null,
    tokenAt: Math.floor(last?.cameAt ?? room.now()),
    retryKey: room.newId(),
    intake: state.intake,
    by: null,
    tries: 0,
    nextAt: room.now(),
    unsure: false,
  };
}

function mediaOwed(room: Room, { id, messageId, input, standby }: Arrival, intake: string | null): Owed[] {
  if (messageId === null || intake === null || !MEDIA.includes(input.kind)) return [];
  const silent = standby ? { silent: true as const } : {};
  return [
    { do: "media", id: `${id}:media`, messageId, intake, kind: input.kind, tries: 0, nextAt: room.now(), ...silent },
  ];
}
