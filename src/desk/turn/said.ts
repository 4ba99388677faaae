// What we say, as words of the conversation that staff read.
import type { Message } from "../../intake/intake.ts";
import type { Talk } from "../../ports.ts";
import type { Room } from "../room.ts";
import type { Bubble } from "./rendered.ts";

/**
 * One word for each bubble, `id:0`, `id:1` …, a millisecond apart so that they stay in order. A greeting before anybody
 * said anything belongs to no record and is not kept: it would be a row that only a LINE key could be found by.
 */
export const said = (room: Room, { state }: Talk, id: string, at: number, bubbles: Bubble[]): Message[] =>
  (state.intake === null ? [] : bubbles).map(({ text, japanese }, n) => ({
    id: `${id}:${n}`,
    office: room.office.id,
    intake: state.intake ?? "",
    at: at + n,
    direction: "out",
    kind: "text",
    text,
    ...(japanese !== undefined && { japanese }),
    mediaId: null,
    retractedAt: null,
    by: null,
  }));
