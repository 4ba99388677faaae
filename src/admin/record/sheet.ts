// Everything a record page shows, read once.
import type { Context } from "hono";
import { withConfirmed } from "../../intake/confirmed.ts";
import type { Entry, Intake, Message } from "../../intake/intake.ts";
import { proposedAnew } from "../../intake/told/proposals.ts";
import type { Media, OwedWords, Talk } from "../../ports.ts";
import { may, type Env } from "../room.ts";
import { maskFor, type Mask } from "./mask.ts";

export interface Sheet {
  intake: Intake;
  mask: Mask;
  /** May whoever reads it know who told us? */
  seesReporter: boolean;
  talk: Thread;
  entries: Entry[];
  /** Staff names by id, and who may own a record. */
  names: Map<string, string>;
  members: { id: string; name: string }[];
}

/** The talk as staff see it. */
export interface Thread {
  messages: Message[];
  media: Map<string, Media>;
  /** Words that have not reached the resident yet. */
  owed: OwedWords[];
  /** Is there a talk on LINE to answer in? */
  answerable: boolean;
  /** Until when staff hold it (ms): changes with every answer. */
  heldUntil: number;
  /** When the resident last wrote (ms). */
  heardAt: number;
}

/** A record with all that belongs to it. */
export async function readSheet(c: Context<Env>, told: Intake): Promise<Sheet> {
  const { store, office, labels } = c.get("room");
  const intake = proposedAnew(withConfirmed(told), office);
  const [talk, entries, staff] = await Promise.all([
    store.records.talkOf(intake.id),
    store.records.entries(intake.id),
    store.staff.list(office.id),
  ]);
  const names = new Map(staff.map(({ id, name }) => [id, name]));
  const members = staff.filter(({ removedAt, rights }) => removedAt === null && rights.includes("desk"));
  const seesReporter = may(c.get("staff"), "reporter");
  const mask = maskFor(intake, seesReporter, labels);
  return { intake, mask, seesReporter, talk: await readThread(c, intake.id, talk), entries, names, members };
}

// ── helpers ──

/** What was said for this record, words not yet filed included. */
async function readThread(c: Context<Env>, intake: string, talk: Talk | null): Promise<Thread> {
  const { store } = c.get("room");
  const filed = await store.records.messages(intake);
  const known = new Set(filed.map(({ id }) => id));
  const fresh = (talk?.unfiled ?? []).filter((word) => word.intake === intake && !known.has(word.id));
  const messages = [...filed, ...fresh].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const owed = (talk?.owed ?? []).filter((owed): owed is OwedWords => owed.do === "say");
  return {
    messages,
    media: await mediaOf(c, messages),
    owed,
    answerable: talk !== null,
    heldUntil: talk?.state.heldUntil ?? 0,
    heardAt: talk?.state.lastAt ?? 0,
  };
}

async function mediaOf(c: Context<Env>, messages: Message[]): Promise<Map<string, Media>> {
  const ids = messages.flatMap(({ mediaId, retractedAt }) =>
    mediaId === null || retractedAt !== null ? [] : [mediaId],
  );
  const found = await Promise.all(ids.map((id) => c.get("room").store.media.find(id)));
  return new Map(found.flatMap((media) => (media === null ? [] : [[media.id, media]])));
}
