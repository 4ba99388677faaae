// A member of staff answers on LINE: the words go the same way as every other, through the row, and the bot is silent.
import type { Message } from "../intake/intake.ts";
import type { OwedWords, Staff, Talk } from "../ports.ts";
import { takeDue, type Claim, type Claims } from "./claim.ts";
import type { Room } from "./room.ts";
import { moveOf, upToDate } from "./talk.ts";
import { tooLongIn } from "./turn/given.ts";

export interface StaffWords {
  intake: string;
  text: string;
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
): Promise<"sent" | "waiting" | "blocked" | "no-talk"> {
  const id = room.newId();
  const claim = await keep(room, words, id);
  if (claim === null) return "no-talk";
  claims.put(claim);
  await run([claim.talk.key]);
  return endOf(room, claim.talk.key, words.intake, id);
}

// --- internal ---

/** Changes the talk under its revision, again where it moved meanwhile. */
async function keep(room: Room, words: StaffWords, id: string): Promise<Claim | null> {
  for (let n = 0; n < TRIES; n += 1) {
    const found = await room.store.records.talkOf(words.intake);
    if (found === null) return null;
    const claim = takeDue(room, addressed(room, upToDate(room, found), id, words));
    const move = moveOf(room, claim.talk);
    if ((await room.store.talks.commit([move])).has(found.key)) return { ...claim, talk: move.talk };
  }
  throw new Error("the talk kept moving; the answer was not sent");
}

function addressed(room: Room, talk: Talk, id: string, { intake, text, staff }: StaffWords): Talk {
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
    tries: 0,
    nextAt: now,
    unsure: false,
  };
  const heldUntil = now + room.office.holdHours * HOUR;
  return {
    ...talk,
    state: { ...talk.state, heldUntil },
    unfiled: [...talk.unfiled, message],
    owed: [...talk.owed, words],
  };
}

/** Still owed, or told by the entry that was filed; LINE may have refused it for good. */
async function endOf(room: Room, key: string, intake: string, id: string): Promise<"sent" | "waiting" | "blocked"> {
  const { talks } = await room.store.talks.load([key], []);
  if (talks.get(key)?.owed.some((item) => item.id === id)) return "waiting";
  const entries = await room.store.records.entries(intake);
  return entries.some((entry) => entry.id === `${id}:sent`) ? "sent" : "blocked";
}
