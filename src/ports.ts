// What the desk and the staff view need from outside, in types only. `store/` answers the store, `line/` the channel.
import type { Arrived } from "./flow/input.ts";
import type { State } from "./flow/state.ts";
import type { Said } from "./flow/render.ts";
import type { Completeness, Status, Urgency } from "./flow/codes.ts";
import type { Settable } from "./intake/act/change.ts";
import type { Entry, Intake, Message } from "./intake/intake.ts";

// ── The talk: one row a resident. It holds where they are and everything still owed to them. ──────────────────────

/**
 * Something that must still happen. It stands in the row until it is done; doing it twice is harmless. `nextAt` (ms): not
 * before. Whoever does it moves `nextAt` on first, so that for half a minute nobody else does it too.
 */
export type Owed =
  | OwedWords
  /** File the record as it stands at this revision of the talk (insert, or update where the filed one is older): with the row's next write. */
  | { do: "file"; id: string; intake: Intake; raise: Urgency | null; entries: Entry[] }
  /** Erase the words of a message that was taken back, and its media: with the row's next write. */
  | { do: "retract"; id: string; messageId: string; at: number }
  /** Fetch a picture, voice or file from LINE before LINE deletes it. */
  | {
      do: "media";
      id: string;
      messageId: string;
      intake: string;
      kind: string;
      tries: number;
      nextAt: number;
      /** It came while another system held the chat: nothing is said of it. */
      silent?: true;
    }
  /** Take everything back but one wordless row (記録しないで). */
  | { do: "erase"; id: string; intake: string; leave: Intake; seen: string[] }
  /** Tell the people on duty (ALERT_WEBHOOK_URL). Carries no word of the resident. */
  | { do: "alert"; id: string; alert: Alert; tries: number; nextAt: number };

/** Words for the resident, rendered once: a retry key wants the same body. */
export interface OwedWords {
  do: "say";
  id: string;
  /** Message objects of the channel, ready to send, at most five. */
  messages: unknown[];
  /** Where they quote what the resident told (the check): in which messages it was told, and the same words without it. */
  check?: { of: string[]; bare: unknown[] };
  replyToken: string | null;
  /** When the event with the token reached us (ms); the token is good for a minute from then. */
  tokenAt: number;
  /** UUID for X-Line-Retry-Key, drawn once. */
  retryKey: string;
  intake: string | null;
  /** Staff account id where a person wrote it. */
  by: string | null;
  /** Staff weighed that somebody else may look: it is sent to who asked to be left alone, too. */
  weighed?: true;
  tries: number;
  nextAt: number;
  /** Somebody says them just now, or has died over it: until `nextAt` they are theirs. */
  leased?: true;
  /** A reply whose end nobody knows (time-out, reset, 5xx, or whoever gave it has not come back): it may have arrived. */
  unsure: boolean;
}

export interface Alert {
  office: string;
  intake: string;
  receiptNo: string | null;
  urgency: Urgency;
  risks: string[];
  at: number;
}

export interface Talk {
  /** Keyed hash of office and LINE user id: look-up without keeping the id in clear. */
  key: string;
  office: string;
  /** LINE user id, sealed at rest. */
  person: string;
  revision: number;
  state: State;
  /** The last event ids, newest last: an event seen before changes nothing. */
  seen: string[];
  /** Where older ids had to go: no event of a later LINE time (ms) was among them. */
  forgotten?: number;
  /** Words not yet filed as Message rows: every write of the row files them. */
  unfiled: Message[];
  /** The questions and notices as they read in Japanese, by field, where they were shown in another language. */
  meant?: Record<string, string>;
  /** Our messages that quote what the resident told (the check), and in which messages it was told: they go with those. */
  checks?: { id: string; of: string[] }[];
  owed: Owed[];
}

/** What of a talk stands in clear columns, so that the queue and the jobs can find it. */
export interface TalkCodes {
  /** The record this talk is filling, or null before the first words. */
  intake: string | null;
  /** True while staff see it as 入力中. */
  draft: boolean;
  receivedAt: number;
  lastAt: number;
  role: string | null;
  category: string | null;
  district: string | null;
  lang: string;
  /** As far as it is known by now: a hint of danger is seen in the queue before the record is filed. */
  urgency: Urgency;
  /** When the jobs should next look at it (quiet time, a retry); null when nothing waits. */
  dueAt: number | null;
}

/**
 * One conditional write: it holds only if the row is still at `base` (0: there was no row), and if nobody has the receipt
 * number of a record that is filed in it for the first time.
 */
export interface Move {
  talk: Talk;
  base: number;
  codes: TalkCodes;
  /** What leaves the row with this write: it is filed in it where it holds, and else not. */
  filing?: Filing;
}

/** A move that files what leaves the row. */
export type Filed = Move & { filing: Filing };

/** What was done, struck out of a row whose words stay as they are; conditional as a move is. */
export interface Struck {
  key: string;
  base: number;
  /** Of what was owed. */
  ids: string[];
  dueAt: number | null;
}

/**
 * A talk whose words were taken back before anything was filed: the row goes, a wordless record stays. With the key of no
 * talk and base 0 the words go and every row stays: so they are gone before that is said.
 */
export interface Erasure {
  key: string;
  base: number;
  /** The wordless row. */
  leave: Intake;
  /** Event ids that must still be known as seen, without any LINE key. */
  seen: string[];
  /** The record id whose messages and media go. */
  intake: string;
}

export interface Filing {
  messages: Message[];
  intakes: { intake: Intake; raise: Urgency | null; talkRevision: number }[];
  entries: Entry[];
  retractions: { messageId: string; at: number }[];
}

/** What came in and was not heard yet: kept as it came, under the key of its talk, while others have their turn. */
export interface Unheard {
  key: string;
  office: string;
  arrival: Arrival;
  /** When the jobs should look whether it was heard (ms). */
  dueAt: number;
}

export interface Loaded {
  talks: Map<string, Talk>;
  gone: Set<string>;
  before: Map<string, number>;
  /** In no order; nearly always none. */
  unheard: Pick<Unheard, "key" | "arrival">[];
}

export interface TalkStore {
  /**
   * The talks of these keys with what waits to be heard of them, and which of these event ids (and of what waits) belong to
   * talks that were erased. `before`: of these talks, how many wait and come before (`RecordStore.waiting`), as their rows
   * stand.
   */
  load(keys: string[], events: string[], before?: string[]): Promise<Loaded>;
  /** Durable when it returns, with what each files. The keys that were written; the others moved meanwhile and must be loaded again. */
  commit(moves: Move[]): Promise<Set<string>>;
  /** At most one for each talk. The keys of those that held: the talk stands one revision further, and owes these no more. */
  strike(struck: Struck[]): Promise<Set<string>>;
  /** Durable when it returns, and loaded with its talk from now on. What is kept already is due anew. */
  keep(unheard: Unheard[]): Promise<void>;
  /** These events could not be heard: the jobs look at them again then. Those that were heard meanwhile stay heard. */
  putOff(ids: string[], dueAt: number): Promise<void>;
  /** Events that were heard: what they said stands in their talk, and goes here. */
  heard(ids: string[]): Promise<void>;
  /** True if it was still at `base`. */
  erase(erasure: Erasure): Promise<boolean>;
  /** Insert-or-ignore; an intake filed from an older revision of its talk never overwrites a newer one. */
  file(filing: Filing): Promise<void>;
  /** Keys of talks whose time has come, or of whom something waits to be heard for long; oldest first, each once. At most `limit` of either kind. */
  due(now: number, limit: number): Promise<string[]>;
}

// ── The records: what staff see and do. ───────────────────────────────────────────────────────────────────────────

export interface QueueFilter {
  office: string;
  /** "open" leaves out what is ended; "draft" is 入力中. */
  show: "open" | "draft" | "ended" | "all";
  status?: Status;
  urgency?: Urgency;
  role?: string;
  category?: string;
  district?: string;
  /** Staff account id, or "none" for 未担当. */
  owner?: string;
  limit: number;
  offset: number;
  /** Instead of `LINES_COUNTED_TO`. */
  countedTo?: number;
  /** Instead of `ENDED_LOOKED_AT`. */
  endedLookedAt?: number;
}

/** A page of the queue. What it costs does not grow with the years: neither the count nor the look at the past goes on for ever. */
export interface QueuePage {
  rows: QueueRow[];
  /** How many lines there are, or how far they were counted. */
  total: number;
  /** There are more lines than `total`. */
  more: boolean;
  /** Some that ended were not looked at, because they came in before all that were. */
  older: boolean;
}

/** A line of the queue: clear columns only, nothing is unsealed to draw a list. */
export interface QueueRow {
  id: string;
  receiptNo: string | null;
  receivedAt: number;
  lastAt: number;
  status: Status;
  completeness: Completeness;
  urgency: Urgency;
  role: string | null;
  category: string | null;
  district: string | null;
  lang: string;
  owner: string | null;
  unread: boolean;
  channel: string;
  /** Has no person answered yet, and nobody begun to help? (`waitsForFirst` of intake/acts.ts) */
  waits: boolean;
  /** The record of the same person that this one follows (再相談); null for a draft, whose row does not tell. */
  linkedFrom: string | null;
}

/** A member of staff's change of a record. Fields left out stay as they are. */
export interface Act {
  id: string;
  /** The revision the page was drawn from. */
  base: number;
  set: Partial<Settable>;
  entry: Entry;
}

/** Where somebody stands among those who wait. */
export interface Waiting {
  /** The record that is theirs, filed or not: nobody waits for themselves. */
  id: string;
  receivedAt: number;
  urgent: boolean;
}

export interface RecordStore {
  /** 緊急 (E0) first, then 至急 (E1), then the rest: of each the oldest unread, then the oldest; below them what has ended, the newest first (`store/queue.ts`). */
  queue(filter: QueueFilter): Promise<QueuePage>;
  find(office: string, id: string): Promise<Intake | null>;
  /** How many residents wait for a first answer and come before this one (`countBefore` of `store/memory/before.ts`); one more than `COUNTED_TO` for all beyond. */
  waiting(office: string, place: Waiting): Promise<number>;
  /** Who has waited longest for a first answer; null where nobody waits. */
  longest(office: string): Promise<QueueRow | null>;
  /** All with this number: nearly always none or one. */
  findByReceipt(office: string, receiptNo: string): Promise<Intake[]>;
  /** In the order of `at`, then id. */
  messages(intake: string): Promise<Message[]>;
  entries(intake: string): Promise<Entry[]>;
  /** Which of these ids are words that were filed, of whatever record. */
  kept(ids: string[]): Promise<Set<string>>;
  /** False if somebody else saved meanwhile; then nothing was written. */
  act(act: Act): Promise<boolean>;
  /**
   * Every record in the order of receivedAt, then id; `from`/`to` in ms, `to` exclusive.
   * @throws after the last, where some could not be opened
   */
  all(office: string, range: { from?: number; to?: number }): AsyncIterable<Intake>;
  /** Every talk that is not a record yet, in the order of receivedAt. */
  drafts(office: string): AsyncIterable<Talk>;
  /** The talk that fills this record, for 入力中 and for answering; null where there is none. */
  talkOf(intake: string): Promise<Talk | null>;
  /** How many talks were damaged and set aside: nobody is held up by them, and whoever writes again is heard anew. */
  unreadable(office: string): Promise<number>;
}

// ── Media: pictures, voices and files, in sealed chunks of at most 512 KiB. ───────────────────────────────────────

export interface Media {
  /** LINE's message id. */
  id: string;
  office: string;
  intake: string;
  /** Sniffed type, never LINE's word for it; "application/octet-stream" where unknown. */
  type: string;
  /** Bytes. */
  size: number;
  /** kept · too-big (over the office's size) · gone (LINE no longer had it) · retracted (送信取消). */
  state: "kept" | "too-big" | "gone" | "retracted";
}

export interface MediaStore {
  /** Seals and keeps chunk by chunk; when `chunks` throws, nothing of it stays. */
  keep(media: Omit<Media, "size">, chunks: AsyncIterable<Uint8Array>): Promise<Media>;
  mark(media: Media): Promise<void>;
  find(id: string): Promise<Media | null>;
  read(id: string): AsyncIterable<Uint8Array>;
  drop(id: string): Promise<void>;
  /** Removes what was left of uploads whose program died: pieces that count for nothing, begun a day ago. How many. */
  tidy(now: number): Promise<number>;
}

// ── Staff. ────────────────────────────────────────────────────────────────────────────────────────────────────────

export type Right = "desk" | "reporter";

export interface Staff {
  id: string;
  office: string;
  /** What the account signs in with. */
  login: string;
  name: string;
  rights: Right[];
  /** scrypt, parameters inside the string; null until the one-time link was used. */
  password: string | null;
  removedAt: number | null;
}

export interface StaffStore {
  list(office: string): Promise<Staff[]>;
  byLogin(office: string, login: string): Promise<Staff | null>;
  byId(id: string): Promise<Staff | null>;
  /** Insert, or replace the one with the same id. */
  save(staff: Staff): Promise<void>;
  /** `tokenHash` is the SHA-256 of the cookie's token, in hex. */
  openSession(session: { tokenHash: string; staff: string; createdAt: number; expiresAt: number }): Promise<void>;
  session(tokenHash: string, now: number): Promise<Staff | null>;
  closeSession(tokenHash: string): Promise<void>;
  closeSessionsOf(staff: string): Promise<void>;
  /** The one link this person can use from now on: every earlier one is good no more. */
  invite(invitation: { tokenHash: string; staff: string; expiresAt: number }): Promise<void>;
  /** Who it is for, while it can still be used. */
  invited(tokenHash: string, now: number): Promise<Staff | null>;
  /** Uses it up; true for exactly one caller. */
  redeem(tokenHash: string, now: number): Promise<boolean>;
  /** How many tries to sign in were counted under this name (`admin/account/tries.ts`) since a time. */
  failures(counter: string, since: number): Promise<number>;
  noteFailure(counter: string, at: number): Promise<void>;
}

export interface Store {
  talks: TalkStore;
  records: RecordStore;
  media: MediaStore;
  staff: StaffStore;
  /** Notes, once for all, that real residents write to this office (its id) here. */
  serve(office: string): Promise<void>;
  /** For which offices that was noted, in order: what owes words to real people must never be answered by a trial. */
  served(): Promise<string[]>;
  /** Can it be read right now? For /healthz. */
  ping(): Promise<void>;
  /** Can it be written right now? Durable, and nothing is changed. For /readyz. @throws where it cannot (full, locked, read-only) */
  touch(): Promise<void>;
  close(): Promise<void>;
}

// ── The channel. ──────────────────────────────────────────────────────────────────────────────────────────────────

/** How a call to LINE ended. `again` may be repeated, `never` may not, `token` wants a push instead of a reply. */
export type Outcome =
  | { ok: true }
  | {
      ok: false;
      why: "token" | "again" | "unsure" | "quota" | "never";
      status: number;
      detail: string;
      retryAfterMs?: number;
    };

export type Fetched = { state: "ready"; chunks: AsyncIterable<Uint8Array> } | { state: "not-ready" | "gone" | "again" };

export interface Channel {
  /**
   * Said → message objects of the channel, cut to its limits; `talk` goes into the buttons. `tooLong` is said at the end of
   * what had to be cut.
   */
  write(said: Said[], talk: string, tooLong: string): unknown[];
  /** `alt`: all that may be seen of it on a locked telephone; null where the words themselves may. */
  reply(replyToken: string, messages: unknown[], alt: string | null): Promise<Outcome>;
  /** Lights up a telephone by itself, so that nothing but `alt` is ever seen of it. */
  push(person: string, messages: unknown[], retryKey: string, alt: string): Promise<Outcome>;
  /** 入力中… for the resident; failures are nobody's business. */
  loading(person: string): Promise<void>;
  fetch(messageId: string): Promise<Fetched>;
  /** The language this person's LINE is set to (BCP 47); null where LINE does not tell, or not at once. Never throws. */
  languageOf(person: string): Promise<string | null>;
}

/** Tells the people on duty; true when they were told. */
export interface Pager {
  tell(alert: Alert): Promise<boolean>;
}

/** One event from outside with its envelope, as a door hands it to the desk. */
export interface Arrival extends Arrived {
  /** LINE user id. */
  person: string;
  replyToken: string | null;
  /** Another system holds this chat (mode standby): keep, say nothing. */
  standby: boolean;
  /** When it reached us (ms), where it had to wait to be heard; a webhook's events in their order a thousandth apart. */
  cameAt?: number;
}

// ── The log. ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** Where a room notes what happened (pino fits). Never a resident's words, LINE ids or tokens: codes and counts only. */
export interface Log {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

// ── The meter. ────────────────────────────────────────────────────────────────────────────────────────────────────

/** What is counted for those who watch the program. Cheap, never throws; codes and counts only, as in the log. */
export interface Meter {
  /** A webhook was answered. */
  took(webhook: { status: number; events: number; ms: number }): void;
  /** A call to LINE ended: "ok", or how it failed. */
  called(call: { endpoint: string; end: string; ms: number }): void;
}
