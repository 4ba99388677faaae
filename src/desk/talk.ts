// A talk's row: how it begins, and what of it stands in clear columns.
import { freshState, type State } from "../flow/state.ts";
import type { Move, Owed, Talk, TalkCodes } from "../ports.ts";
import type { Room } from "./room.ts";

/** So many event ids are remembered in the row; LINE redelivers within minutes, a talk has a few events an hour. */
const SEEN = 200;
/** Fresh work is done at once by whoever took it; the jobs look after it only when that one has died. */
const GRACE_MS = 15_000;
const HOUR = 3_600_000;

export const newTalk = (room: Room, key: string, person: string): Talk => ({
  key,
  office: room.office.id,
  person,
  revision: 0,
  state: freshStateOf(room),
  seen: [],
  unfiled: [],
  owed: [],
});

export const freshStateOf = (room: Room): State => freshState(room.flow.id, room.flow.version, "ja");

export const remember = (seen: string[], ids: string[]): string[] => [...seen, ...ids].slice(-SEEN);

/** The next revision of a talk as a conditional write. */
export const moveOf = (room: Room, talk: Talk): Move => ({
  talk: { ...talk, revision: talk.revision + 1 },
  base: talk.revision,
  codes: codesOf(room, talk),
});

/** When this talk's quiet time is over, or null where nothing waits for it. */
export function quietAt(room: Room, state: State): number | null {
  const open =
    state.phase === "asking" || state.phase === "waiting" || (state.phase === "paused" && state.filed === null);
  return state.intake !== null && open ? state.lastAt + room.office.quietHours * HOUR : null;
}

// --- internal ---

function codesOf(room: Room, { state, owed }: Talk): TalkCodes {
  const chosen = state.answers["category"]?.value as { primary: string } | null | undefined;
  const place = state.answers["district"]?.value as { code: string | null } | null | undefined;
  return {
    intake: state.intake,
    draft: state.intake !== null && state.filed === null,
    receivedAt: state.startedAt,
    lastAt: state.lastAt,
    role: (state.answers["role"]?.value as string | undefined) ?? null,
    category: chosen?.primary ?? null,
    district: place?.code ?? null,
    lang: state.lang,
    dueAt: earliest([quietAt(room, state), ...owed.map((item) => owedAt(room, item))]),
  };
}

const owedAt = (room: Room, item: Owed): number =>
  "nextAt" in item && item.tries > 0 ? item.nextAt : room.now() + GRACE_MS;

const earliest = (times: (number | null)[]): number | null => {
  const real = times.filter((time) => time !== null);
  return real.length === 0 ? null : Math.min(...real);
};
