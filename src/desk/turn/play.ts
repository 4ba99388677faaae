// Plays what arrived for one resident: the words are noted, the flow advances, and what follows is owed.
import { advance } from "../../flow/advance.ts";
import type { Effect } from "../../flow/effect.ts";
import type { Said } from "../../flow/render.ts";
import type { State } from "../../flow/state.ts";
import type { Arrival, OwedWords, Talk } from "../../ports.ts";
import type { Room } from "../room.ts";
import { remember } from "../talk.ts";
import { erased } from "../back/erased.ts";
import { numberOf } from "./free-number.ts";
import { isUrgent, tooLongIn, waitingFor } from "./given.ts";
import { incoming } from "./incoming.ts";
import { owe } from "./owed.ts";
import { quotes, toldIn, withoutQuote } from "../back/quote.ts";
import { marksOf, retracted, unquoted, wasUnsent } from "../back/retracted.ts";
import { meantNow, rendered, type Rendered } from "./rendered.ts";
import { said } from "./said.ts";

/** What is known before a talk is played. */
export interface Known {
  /** How often it was played before and could not be written; perhaps because its receipt number was taken. */
  attempt: number;
  /** How many wait before them, where that was asked together with the talk. */
  before: number | null;
}

/**
 * The talk after these arrivals (new ones only, in the order of LINE's time). Reads the store only to tell how many wait.
 */
export async function play(room: Room, talk: Talk, arrivals: Arrival[], known: Known): Promise<Talk> {
  const heard = arrivals.filter((arrival) => !wasUnsent(talk, arrival));
  const silent = arrivals.at(-1)?.standby ?? false;
  const held = silent || talk.state.heldUntil > room.now();
  const { state, effects } = advance(room.flow, talk.state, { arrived: heard, held });
  const erases = effects.some((effect) => effect.do === "erase");
  if (arrivals.length > 1 && (erases || arrivals.some(takesBack))) return oneByOne(room, talk, arrivals, known);
  if (effects.some((effect) => effect.do === "file"))
    state.receiptNo ??= numberOf(room, state.intake ?? "", state.startedAt, known.attempt);
  const before = isPlacedAs(talk.state, state) ? known.before : null;
  const answer = await answerOf(room, state, silent ? [] : effects, before);
  const begun = state.intake === talk.state.intake ? talk : { ...talk, meant: {} };
  const next = noted(room, { ...begun, state: unquoted(state, talk, heard) }, arrivals, answer, heard);
  const full = { ...next, owed: owe(room, next, effects, heard, answer) };
  return erases ? erased(room, full, heard.at(-1)?.id ?? "") : retracted(full, heard);
}

// --- internal ---

/** Who comes before them is the same as when the row was loaded. */
const isPlacedAs = (was: State, is: State): boolean => was.intake === is.intake && isUrgent(was) === isUrgent(is);

/** As the conversation keeps it, and as the channel takes it ([] for silence). */
type Answer = Rendered & Pick<OwedWords, "messages" | "check">;

const takesBack = ({ input }: Arrival): boolean => input.kind === "unsend";

/** What is taken back must not be told once more in the same answer, and what follows the wish to be forgotten is a new talk. */
async function oneByOne(room: Room, talk: Talk, arrivals: Arrival[], known: Known): Promise<Talk> {
  let next = talk;
  for (const arrival of arrivals) next = await play(room, next, [arrival], known);
  return next;
}

/** The questions and notices are kept as they were shown. */
async function answerOf(room: Room, state: State, effects: Effect[], before: number | null): Promise<Answer> {
  const says = effects.filter((effect) => effect.do === "say");
  const waiting = await waitingFor(room, state, says, before);
  const now = rendered(room, state, says, waiting);
  Object.assign(state.shown, now.shown);
  const written = (what: Said[]): unknown[] =>
    what.length === 0 ? [] : room.channel.write(what, state.intake ?? "", tooLongIn(room, state.lang));
  const answer = { ...now, messages: written(now.bubbles) };
  if (!says.some(quotes)) return answer;
  const bare = written(rendered(room, state, says.map(withoutQuote), waiting).bubbles);
  return { ...answer, check: { of: toldIn(state), bare } };
}

/** What was heard and what is said to it, as words of the conversation; the events are known from now on. */
function noted(room: Room, talk: Talk, arrivals: Arrival[], answer: Answer, heard: Arrival[]): Talk {
  const { bubbles, check } = answer;
  const shown = talk.state.shown["check"] ?? "";
  const last = heard.at(-1);
  const words = arrivals.flatMap((arrival) => incoming(room, talk.state, arrival, !heard.includes(arrival)));
  const out = last === undefined ? [] : said(room, talk, last.id, Math.max(room.now(), last.at + 1), bubbles);
  const checks = out.flatMap(({ id, text }) => (check && text?.includes(shown) ? [{ id, of: check.of }] : []));
  return {
    ...talk,
    ...remember(talk, [...arrivals.map(({ id }) => id), ...marksOf(arrivals)]),
    unfiled: [...talk.unfiled, ...words, ...out],
    checks: [...(talk.checks ?? []), ...checks],
    meant: meantNow(talk.meant, answer),
  };
}
