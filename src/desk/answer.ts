// A member of staff answers on LINE: the words go the same way as every other, through the row, and the bot is silent.
import type { State } from "../flow/state.ts";
import type { Message } from "../intake/intake.ts";
import type { Answered } from "../desk.ts";
import type { Filed, OwedWords, Staff, Talk } from "../ports.ts";
import { takeDue, type Claim, type Claims } from "./claim.ts";
import type { Room } from "./room.ts";
import { moveOf, remember, upToDate } from "./talk.ts";
import { tooLongIn } from "./turn/given.ts";

export interface StaffWords {
  /** Of this answer: pressed twice, it is one. */
  id: string;
  intake: string;
  /** Until when staff held the talk (`heldUntil`), as whoever answers saw it; left out where nobody looked. */
  held?: number;
  text: string;
  /** They weighed that somebody else may look. */
  sure: boolean;
  /** Why they answer somebody who does not want to be contacted; "" or left out where nobody said so. */
  why?: string;
  staff: Staff;
}

const TRIES = 20;
const HOUR = 3_600_000;

/** @throws when the store fails, or the talk kept moving: nothing was kept, and nothing will be sent */
export async function answer(
  room: Room,
  claims: Claims,
  run: (keys: string[]) => Promise<void>,
  words: StaffWords,
): Promise<Answered> {
  const claim = await keep(room, words);
  if (claim === "no-talk" || claim === "overtaken") return claim;
  if (claim !== "said") {
    claims.put(claim);
    await run([claim.talk.key]);
  }
  return endOf(room, words);
}

/** The entry of an answer. */
export const noteId = (answer: string): string => `${answer}:answer`;

// --- internal ---

/** Changes the talk under its revision, again where it moved meanwhile. said: these words stand in it already. */
async function keep(room: Room, words: StaffWords): Promise<Claim | "no-talk" | "said" | "overtaken"> {
  for (let n = 0; n < TRIES; n += 1) {
    const found = await room.store.records.talkOf(words.intake);
    if (found === null) return "no-talk";
    if (found.seen.includes(words.id)) return "said";
    if (words.held !== undefined && words.held !== found.state.heldUntil) return "overtaken";
    const claim = takeDue(room, addressed(room, upToDate(room, found), words));
    const move = withWhy(room, moveOf(room, claim.talk), words);
    if ((await room.store.talks.commit([move])).has(found.key)) return { ...claim, talk: move.talk };
  }
  throw new Error("the talk kept moving; the answer was not sent");
}

/** Why they answer is kept in the very write that keeps the words; also where there is no record yet to note it on. */
function withWhy(room: Room, move: Filed, { id, intake, why = "", staff }: StaffWords): Filed {
  if (why.trim() === "") return move;
  const plain = { id: noteId(id), office: room.office.id, intake, at: room.now(), by: staff.id } as const;
  const entry = { ...plain, kind: "answer" as const, body: { why: why.trim() } };
  return { ...move, filing: { ...move.filing, entries: [...move.filing.entries, entry] } };
}

function addressed(room: Room, talk: Talk, { id, intake, text, sure, staff }: StaffWords): Talk {
  const now = room.now();
  const message: Message = {
    id,
    office: room.office.id,
    intake,
    at: now,
    direction: "staff",
    kind: "text",
    text,
    mediaId: null,
    retractedAt: null,
    by: staff.id,
  };
  const words: OwedWords = {
    do: "say",
    id,
    messages: room.channel.write([{ text, buttons: [] }], intake, tooLongIn(room, talk.state.lang)),
    replyToken: null,
    tokenAt: now,
    retryKey: room.newId(),
    intake,
    by: staff.id,
    ...(sure && { weighed: true }),
    tries: 0,
    nextAt: now,
    unsure: false,
  };
  // Words that will not arrive silence nobody, and are no answer yet; nor are those that wait for one's wish to be written to.
  const { blocked, safeToPush, answeredAt = now } = talk.state;
  const held = blocked ? {} : { heldUntil: now + room.office.holdHours * HOUR };
  const spoken = { ...held, ...(blocked || !(safeToPush || sure) ? {} : { answeredAt }) };
  return {
    ...talk,
    state: { ...spokenTo(talk.state), ...spoken },
    ...remember(talk, [id]),
    unfiled: [...talk.unfiled, message],
    owed: [...talk.owed, words],
  };
}

/** Whether all should be erased is not asked any more: a 「はい」 that follows is said to whoever answered. */
const spokenTo = (state: State): State => (state.current === "erase" ? { ...state, current: null, tries: 0 } : state);

/** Told by the entry that was filed for it; where there is none, nobody knows yet. */
async function endOf(room: Room, { intake, id }: StaffWords): Promise<Answered> {
  const entries = await room.store.records.entries(intake);
  return ENDS.findLast((end) => entries.some((entry) => entry.id === `${id}:${end}`)) ?? "waiting";
}

/** The later, the more it counts: what waited for the month's quota may have been sent since. */
const ENDS = ["quota", "blocked", "never", "hushed", "sent"] as const;
