// Plays what arrived for one resident: the words are noted, the flow advances, and what follows is owed.
import type { Effect } from "../flow/effect.ts";
import { advance } from "../flow/advance.ts";
import type { State } from "../flow/state.ts";
import { render } from "../flow/render.ts";
import type { Entry, Message } from "../intake/intake.ts";
import { receiptNo } from "../intake/receipt.ts";
import { recordOf, wordlessRow } from "../intake/record.ts";
import { factsOf } from "../office/facts.ts";
import { fiscalYear } from "../office/hours.ts";
import type { Arrival, Owed, Talk } from "../ports.ts";
import { incoming } from "./incoming.ts";
import { numbersNow } from "./numbers.ts";
import type { Room } from "./room.ts";
import { freshStateOf, remember } from "./talk.ts";

/** The talk after these arrivals (new ones only, in the order of LINE's time). Reads the store only to keep numbers apart. */
export async function play(room: Room, talk: Talk, arrivals: Arrival[]): Promise<Talk> {
  const standby = arrivals.some((arrival) => arrival.standby);
  const held = standby || talk.state.heldUntil > room.now();
  const { state, effects } = advance(room.flow, talk.state, { arrived: arrivals, held });
  const filing = effects.some((effect) => effect.do === "file");
  if (filing) state.receiptNo ??= await freeNumber(room, state.intake ?? "", state.startedAt);
  const says = standby ? [] : effects.filter((effect) => effect.do === "say");
  const { said, shown } = render(room.flow, state.lang, says, givenOf(room, state));
  Object.assign(state.shown, shown);
  const next: Talk = {
    ...talk,
    state,
    seen: remember(
      talk.seen,
      arrivals.map(({ id }) => id),
    ),
    unfiled: [...talk.unfiled, ...arrivals.flatMap((arrival) => incoming(room, state, talk.key, arrival))],
    owed: [...talk.owed],
  };
  const last = arrivals.at(-1);
  if (last === undefined) return next;
  next.owed.push(
    ...arrivals.flatMap((arrival) => mediaOwed(arrival, state.intake)),
    ...owedBy(room, next, effects, last),
  );
  if (said.length > 0)
    next.owed.push(wordsOwed(room, next, last, arrivals, room.channel.write(said, state.intake ?? "")));
  next.unfiled.push(...said.map(({ text }, n) => outgoing(room, next, last, text, n)));
  return effects.some((effect) => effect.do === "erase") ? erased(room, next, last) : retracted(next, effects);
}

/** What the words leave open at this moment. */
export const givenOf = (room: Room, state: State): Parameters<typeof render>[3] => ({
  facts: { ...factsOf(room.office, room.now()), receiptNo: state.receiptNo ?? "" },
  numbers: (risks) => numbersNow(room, risks, state.role === "CHILD"),
});

/** A receipt number nobody has yet. */
export async function freeNumber(room: Room, id: string, at: number): Promise<string> {
  for (let attempt = 0; ; attempt += 1) {
    const number = receiptNo(fiscalYear(at), room.office.id, id, attempt);
    const others = (await room.store.records.findByReceipt(room.office.id, number)).filter(
      (intake) => intake.id !== id,
    );
    if (others.length === 0) return number;
  }
}

// --- internal ---

/** The record first, so that it is filed before 「受け付けました」 is said. */
function owedBy(room: Room, talk: Talk, effects: Effect[], last: Arrival): Owed[] {
  return effects.flatMap((effect, n): Owed[] => {
    const id = `${last.id}:${n}`;
    if (effect.do === "file") return [fileOwed(room, talk, effects, id)];
    if (effect.do === "alert") return [{ do: "alert", id, alert: alertOf(room, talk), tries: 0, nextAt: room.now() }];
    if (effect.do === "retract") return [{ do: "retract", id, messageId: effect.messageId, at: last.at }];
    return [];
  });
}

function fileOwed(room: Room, { state, key }: Talk, effects: Effect[], id: string): Owed {
  const intake = recordOf(state, room.office.id, key);
  const tasks = effects.flatMap((effect) => (effect.do === "task" ? [effect.what] : []));
  const entries = tasks.map((what, n): Entry => ({
    id: `${id}:task:${n}`,
    office: room.office.id,
    intake: intake.id,
    at: room.now(),
    by: null,
    kind: "task",
    body: { what },
  }));
  return {
    do: "file",
    id,
    intake,
    raise:
      effects.some(({ do: what }) => what === "alert") || state.risks.some(({ at }) => at === state.lastAt)
        ? state.urgency
        : null,
    entries,
  };
}

const alertOf = (room: Room, { state }: Talk): Extract<Owed, { do: "alert" }>["alert"] => ({
  office: room.office.name,
  intake: state.intake ?? "",
  receiptNo: state.receiptNo,
  urgency: state.urgency,
  risks: [...new Set(state.risks.map(({ risk }) => risk))],
  at: room.now(),
});

function wordsOwed(room: Room, talk: Talk, last: Arrival, arrivals: Arrival[], messages: unknown[]): Owed {
  const token = arrivals.findLast(({ replyToken }) => replyToken !== null)?.replyToken ?? null;
  return {
    do: "say",
    id: `${last.id}:say`,
    messages,
    replyToken: token,
    tokenAt: room.now(),
    retryKey: room.newId(),
    intake: talk.state.intake,
    by: null,
    tries: 0,
    nextAt: room.now(),
    unsure: false,
  };
}

const outgoing = (room: Room, { state, key }: Talk, last: Arrival, text: string, n: number): Message => ({
  id: `${last.id}:${n}`,
  office: room.office.id,
  intake: state.intake ?? key,
  at: Math.max(room.now(), last.at) + n,
  direction: "out",
  kind: "text",
  text,
  mediaId: null,
  retractedAt: null,
  by: null,
});

const MEDIA = ["image", "video", "audio", "file"];

const mediaOwed = ({ id, messageId, input }: Arrival, intake: string | null): Owed[] =>
  messageId !== null && MEDIA.includes(input.kind)
    ? [{ do: "media", id: `${id}:media`, messageId, intake: intake ?? "", kind: input.kind, tries: 0, nextAt: 0 }]
    : [];

/** Words that were not filed yet are blanked where they wait. */
function retracted(talk: Talk, effects: Effect[]): Talk {
  const back = new Set(effects.flatMap((effect) => (effect.do === "retract" ? [effect.messageId] : [])));
  if (back.size === 0) return talk;
  const owed = talk.owed.filter((item) => item.do !== "media" || !back.has(item.messageId));
  const unfiled = talk.unfiled.map((message) =>
    back.has(message.id) ? { ...message, text: null, mediaId: null, retractedAt: talk.state.lastAt } : message,
  );
  return { ...talk, owed, unfiled };
}

/** Nothing of what was said stays in the row; the last answer is still owed, then the row goes. */
function erased(room: Room, talk: Talk, last: Arrival): Talk {
  const { state } = talk;
  const answer = talk.owed.filter((item) => item.do === "say").filter(({ id }) => id === `${last.id}:say`);
  const erase: Owed = {
    do: "erase",
    id: `${last.id}:erase`,
    intake: state.intake ?? "",
    leave: wordlessRow(state, room.office.id),
    seen: talk.seen,
  };
  return {
    ...talk,
    state: { ...freshStateOf(room), greeted: true },
    unfiled: [],
    owed: [...answer.map((item) => ({ ...item, intake: null })), erase],
  };
}
