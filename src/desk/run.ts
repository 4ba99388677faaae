// Does what is owed: files the words and the record, then says the answer, fetches, alerts; then it is owed no more.
// Doing it twice is harmless, so whoever comes first does it: this process, the redelivery, the next word, the jobs.
import { render } from "../flow/render.ts";
import type { Entry } from "../intake/intake.ts";
import type { Filing, Owed, Talk } from "../ports.ts";
import { fetchMedia } from "./fetch.ts";
import { givenOf } from "./play.ts";
import type { Room } from "./room.ts";
import { say } from "./say.ts";
import { moveOf } from "./talk.ts";

/** LINE asks for the loading sign only where an answer takes its time. */
const LOADING_MS = 1000;

/** What came of one thing that was owed: nothing more, or what is owed instead; and what staff should see. */
interface Done {
  id: string;
  next: Owed[];
  entries: Entry[];
}

/** Works off one talk. @throws when the store fails; then everything is still owed. */
export async function run(room: Room, talk: Talk): Promise<void> {
  if (talk.unfiled.length === 0 && talk.owed.length === 0) return;
  await room.store.talks.file(filingOf(talk));
  const done = await workOff(room, talk);
  await fileEntries(room, done);
  await settle(room, talk, filedIds(talk), done);
}

// --- internal ---

function filingOf({ unfiled, owed, revision }: Talk): Filing {
  const files = owed.filter((item) => item.do === "file");
  return {
    messages: unfiled,
    intakes: files.map(({ intake, raise }) => ({ intake, raise, talkRevision: revision })),
    entries: files.flatMap(({ entries }) => entries),
    retractions: owed.filter((item) => item.do === "retract").map(({ messageId, at }) => ({ messageId, at })),
  };
}

const filedIds = ({ unfiled, owed }: Talk): Set<string> =>
  new Set([
    ...unfiled.map(({ id }) => id),
    ...owed.filter((item) => item.do === "file" || item.do === "retract").map(({ id }) => id),
  ]);

/** Words in their order; alerts and media do not wait for them. */
async function workOff(room: Room, talk: Talk): Promise<Done[]> {
  const due = talk.owed.filter((item) => !("nextAt" in item) || item.nextAt <= room.now());
  const words = sayAll(
    room,
    talk,
    due.filter((item) => item.do === "say"),
  );
  const others = due.flatMap((item) => {
    if (item.do === "alert") return [alert(room, item)];
    if (item.do === "media") return [media(room, talk, item)];
    return [];
  });
  const done = (await Promise.all([words, ...others])).flat();
  // Only when the last answer has been said does the row go.
  const erase = due.find((item) => item.do === "erase");
  return erase ? [...done, ...(await takeBack(room, talk, erase, done))] : done;
}

async function sayAll(room: Room, talk: Talk, items: Extract<Owed, { do: "say" }>[]): Promise<Done[]> {
  if (items.length === 0) return [];
  const sign = setTimeout(() => void room.channel.loading(talk.person), LOADING_MS);
  const done: Done[] = [];
  try {
    for (const item of items) {
      const { done: said, words, entry } = await say(room, talk, item);
      done.push({ id: item.id, next: said ? [] : [words], entries: entry === null ? [] : [entry] });
    }
  } finally {
    clearTimeout(sign);
  }
  return done;
}

async function alert(room: Room, item: Extract<Owed, { do: "alert" }>): Promise<Done[]> {
  // Nobody on duty: the queue and every staff page say so in red.
  if (room.pager === null || (await room.pager.tell(item.alert).catch(() => false)))
    return [{ id: item.id, next: [], entries: [] }];
  const tries = item.tries + 1;
  return [
    { id: item.id, next: [{ ...item, tries, nextAt: room.now() + Math.min(60_000, 2000 * 2 ** tries) }], entries: [] },
  ];
}

async function media(room: Room, talk: Talk, item: Extract<Owed, { do: "media" }>): Promise<Done[]> {
  const { next, tell } = await fetchMedia(room, talk, item);
  return [
    {
      id: item.id,
      next: next === null ? (tell === null ? [] : [told(room, talk, item.id, tell)]) : [next],
      entries: [],
    },
  ];
}

/** That a picture could not be kept is said once, by a push: the reply was given long before. */
function told(room: Room, talk: Talk, id: string, key: "media-too-big" | "media-gone"): Owed {
  const says = [
    { do: "say" as const, say: key, question: null, choices: [], buttons: [], summary: "", risks: [], keep: null },
  ];
  const { said } = render(room.flow, talk.state.lang, says, givenOf(room, talk.state));
  return {
    do: "say",
    id: `${id}:told`,
    messages: room.channel.write(said, talk.state.intake ?? ""),
    replyToken: null,
    tokenAt: room.now(),
    retryKey: room.newId(),
    intake: talk.state.intake,
    by: null,
    tries: 0,
    nextAt: 0,
    unsure: false,
  };
}

async function takeBack(room: Room, talk: Talk, item: Extract<Owed, { do: "erase" }>, done: Done[]): Promise<Done[]> {
  const stillOwed = talk.owed.some(
    (other) => other.do === "say" && done.find(({ id }) => id === other.id)?.next.length !== 0,
  );
  if (stillOwed) return [];
  const base = talk.revision;
  if (
    talk.state.intake === null &&
    (await room.store.talks.erase({ key: talk.key, base, leave: item.leave, seen: item.seen, intake: item.intake }))
  )
    return [];
  // They wrote again meanwhile: the row stays for the new words, the old ones go one by one.
  const words = await room.store.records.messages(item.intake);
  await room.store.talks.file({
    messages: [],
    intakes: [{ intake: item.leave, raise: null, talkRevision: talk.revision }],
    entries: [],
    retractions: words.map(({ id }) => ({ messageId: id, at: room.now() })),
  });
  return [{ id: item.id, next: [], entries: [] }];
}

async function fileEntries(room: Room, done: Done[]): Promise<void> {
  const entries = done.flatMap((one) => one.entries);
  if (entries.length > 0) await room.store.talks.file({ messages: [], intakes: [], entries, retractions: [] });
}

/** Owed → done; a talk that moved meanwhile is loaded again, and the same things are struck out there. */
async function settle(room: Room, talk: Talk, filed: Set<string>, done: Done[]): Promise<void> {
  let open: Talk | undefined = talk;
  for (let n = 0; open !== undefined && n < 8; n += 1) {
    const move = moveOf(room, strike(open, filed, done));
    if ((await room.store.talks.commit([move])).has(talk.key)) return;
    open = (await room.store.talks.load([talk.key], [])).talks.get(talk.key);
  }
}

const strike = (talk: Talk, filed: Set<string>, done: Done[]): Talk => ({
  ...talk,
  unfiled: talk.unfiled.filter(({ id }) => !filed.has(id)),
  owed: talk.owed
    .filter(({ id }) => !filed.has(id))
    .flatMap((item) => done.find(({ id }) => id === item.id)?.next ?? [item]),
});
