// What is looked up before new words are played: the language of who greets us, and whether their last record has ended.
import { hasEnded } from "../../intake/acts.ts";
import type { Arrival, Talk } from "../../ports.ts";
import { speaks } from "../only-new.ts";
import type { Room } from "../room.ts";
import { begunAnew } from "../talk.ts";

/** Who adds the account is greeted in the language their LINE is set to: asked of LINE once, before the first word. */
export async function withLanguage(room: Room, talk: Talk, arrivals: Arrival[]): Promise<Arrival[]> {
  if (talk.state.greeted || talk.state.intake !== null || !arrivals.some(({ input }) => input.kind === "follow"))
    return arrivals;
  const lang = await room.channel.languageOf(talk.person);
  if (lang === null) return arrivals;
  return arrivals.map((arrival) =>
    arrival.input.kind === "follow" ? { ...arrival, input: { kind: "follow", lang } } : arrival,
  );
}

/** After staff ended a record, new words open a new one that is linked to it (再相談). */
export async function reopened(room: Room, talk: Talk, arrivals: Arrival[]): Promise<Talk> {
  const { state } = talk;
  if (state.filed === null || state.intake === null || !arrivals.some(speaks)) return talk;
  const intake = await room.store.records.find(room.office.id, state.intake);
  if (intake === null || !hasEnded(intake.status)) return talk;
  const begun = { ...begunAnew(room, state), covered: state.covered };
  return { ...talk, state: { ...begun, linkedFrom: intake.id }, checks: [], meant: {} };
}
