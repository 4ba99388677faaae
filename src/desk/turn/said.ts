// What we say, as words of the conversation that staff read.
import type { Said } from "../../flow/render.ts";
import type { Message } from "../../intake/intake.ts";
import type { Talk } from "../../ports.ts";
import type { Room } from "../room.ts";

/** One word for each bubble, `id:0`, `id:1` …, a millisecond apart so that they stay in order. */
export const said = (room: Room, { state, key }: Talk, id: string, at: number, bubbles: Said[]): Message[] =>
  bubbles.map(({ text }, n) => ({
    id: `${id}:${n}`,
    office: room.office.id,
    intake: state.intake ?? key,
    at: at + n,
    direction: "out",
    kind: "text",
    text,
    mediaId: null,
    retractedAt: null,
    by: null,
  }));
