// A talk's row: how it begins, how an old one goes on, and what of it stands in clear columns.
import { courseOf, freshIn, stepOf } from "../flow/flow.ts";
import type { State } from "../flow/state.ts";
import { nextStep } from "../flow/acts/ask.ts";
import { langOf } from "../intake/record.ts";
import type { Filed, Filing, Owed, Talk, TalkCodes } from "../ports.ts";
import { LEASE_MS } from "./claim.ts";
import type { Room } from "./room.ts";

/** So many event ids are remembered in the row, for LINE redelivers within minutes; what is older is looked up (`onlyNew`). */
const SEEN = 200;
const HOUR = 3_600_000;

export const newTalk = (room: Room, key: string, person: string): Talk => ({
  key,
  office: room.office.id,
  person,
  revision: 0,
  state: freshStateOf(room, "ja"),
  seen: [],
  unfiled: [],
  owed: [],
  checks: [],
});

export const freshStateOf = (room: Room, lang: string): State => freshIn(room.flow, lang);

/** A talk begun anew by the same person: in the language they were spoken to, and greeted. */
export const begunAnew = (room: Room, { lang, langBy, tongue }: State): State => ({
  ...freshStateOf(room, lang),
  langBy,
  tongue,
  greeted: true,
});

/** A state written by an older program or flow: what it does not know yet is empty, and a question that is gone is not waited for. */
export function upToDate(room: Room, talk: Talk): Talk {
  const { id: flow, version } = courseOf(room.flow, talk.state.role);
  const state = { ...freshStateOf(room, talk.state.lang), ...talk.state, flow, version };
  const asides = ["safety", "erase"];
  const isGone =
    state.current !== null && !asides.includes(state.current) && stepOf(room.flow, state, state.current) === null;
  return {
    ...talk,
    state: isGone ? { ...state, current: nextStep(room.flow, state)?.fills ?? null, tries: 0 } : state,
  };
}

/** These event ids too; where the oldest had to go, also up to which of LINE's times they may have been. */
export function remember(talk: Talk, ids: string[]): Pick<Talk, "seen" | "forgotten"> {
  const seen = [...talk.seen, ...ids];
  if (seen.length <= SEEN) return { seen };
  return { seen: seen.slice(-SEEN), forgotten: Math.max(talk.forgotten ?? 0, talk.state.lastAt) };
}

export const owesNothing = ({ unfiled, owed }: Talk): boolean => unfiled.length === 0 && owed.length === 0;

/** The next revision of a talk as a conditional write, in which its words and its record are filed. */
export function moveOf(room: Room, before: Talk): Filed {
  const owed = before.owed.filter((item) => item.do !== "file" && item.do !== "retract");
  const talk = { ...before, unfiled: [], owed, revision: before.revision + 1 };
  return { talk, base: before.revision, codes: codesOf(room, talk), filing: filingOf(before, talk.revision) };
}

/** When the jobs should next look at this talk, or null where nothing of it waits. */
export const dueAt = (room: Room, { state, owed }: Pick<Talk, "state" | "owed">): number | null =>
  earliest([quietAt(room, state), ...owed.map((item) => owedAt(room, item))]);

/** When this talk's quiet time is over, or null where nothing waits for it. */
export function quietAt(room: Room, state: State): number | null {
  const open =
    state.phase === "asking" || state.phase === "waiting" || (state.phase === "paused" && state.filed === null);
  return state.intake !== null && open ? state.lastAt + room.office.quietHours * HOUR : null;
}

// --- internal ---

function filingOf({ unfiled, owed }: Talk, talkRevision: number): Filing {
  const files = owed.filter((item) => item.do === "file");
  return {
    messages: unfiled,
    intakes: files.map(({ intake, raise }) => ({ intake, raise, talkRevision })),
    entries: files.flatMap(({ entries }) => entries),
    retractions: owed.filter((item) => item.do === "retract").map(({ messageId, at }) => ({ messageId, at })),
  };
}

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
    lang: langOf(state),
    urgency: state.urgency,
    dueAt: dueAt(room, { state, owed }),
  };
}

/** What nobody has to take is done at once by whoever wrote the row; the jobs look after it where that one has died. */
const owedAt = (room: Room, item: Owed): number => ("nextAt" in item ? item.nextAt : later(room));

const later = (room: Room): number => room.now() + LEASE_MS;

const earliest = (times: (number | null)[]): number | null => {
  const real = times.filter((time) => time !== null);
  return real.length === 0 ? null : Math.min(...real);
};
