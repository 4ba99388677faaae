// A member of staff answers on LINE: the words go the same way as every other, through the row, and the bot is silent.
import type { Desk } from "../desk.ts";
import type { Message } from "../intake/intake.ts";
import type { OwedWords, Staff, Talk } from "../ports.ts";
import type { Room } from "./room.ts";
import { moveOf } from "./talk.ts";

export async function answer(
  room: Room,
  desk: Pick<Desk, "run">,
  { intake, text, staff }: { intake: string; text: string; staff: Staff },
): Promise<"sent" | "waiting" | "blocked" | "no-talk"> {
  const id = room.newId();
  const talk = await put(room, intake, (found) => addressed(room, found, id, intake, text, staff));
  if (talk === null) return "no-talk";
  await desk.run([talk.key]);
  if (talk.state.blocked) return "blocked";
  const after = (await room.store.talks.load([talk.key], [])).talks.get(talk.key);
  return after?.owed.some((item) => item.do === "say" && item.id === id) ? "waiting" : outcome(room, intake, id);
}

// --- internal ---

/** Changes the talk under its revision, again where it moved meanwhile. */
async function put(room: Room, intake: string, change: (talk: Talk) => Talk): Promise<Talk | null> {
  for (let n = 0; n < 8; n += 1) {
    const found = await room.store.records.talkOf(intake);
    if (found === null) return null;
    const move = moveOf(room, change(found));
    if ((await room.store.talks.commit([move])).has(found.key)) return move.talk;
  }
  throw new Error("the talk kept moving; the answer was not sent");
}

function addressed(room: Room, talk: Talk, id: string, intake: string, text: string, staff: Staff): Talk {
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
    messages: room.channel.write([{ text, buttons: [] }], intake),
    replyToken: null,
    tokenAt: now,
    retryKey: room.newId(),
    intake,
    by: staff.id,
    tries: 0,
    nextAt: now,
    unsure: false,
  };
  return {
    ...talk,
    state: { ...talk.state, heldUntil: now + room.office.holdHours * 3_600_000 },
    unfiled: [...talk.unfiled, message],
    owed: [...talk.owed, words],
  };
}

/** LINE may have refused it for good: the entry that was filed tells. */
async function outcome(room: Room, intake: string, id: string): Promise<"sent" | "blocked"> {
  const entries = await room.store.records.entries(intake);
  return entries.some((entry) => entry.id === `${id}:sent`) ? "sent" : "blocked";
}
