// The intake record (受付票): what staff receive, whoever told it and by whatever way it came.
import type {
  Agreed,
  AgeBand,
  Category,
  CloseReason,
  Completeness,
  ConsentMethod,
  ConsentScope,
  ConsentValue,
  ContactChannel,
  IntakeChannel,
  NOT_ASKED,
  Relation,
  RiskType,
  Role,
  Status,
  Urgency,
} from "../flow/codes.ts";

/** One line of the consent ledger. Appended, never changed; the last line of a scope is the one that holds. */
export interface Consent {
  scope: ConsentScope;
  value: ConsentValue;
  /** Version of the words that were shown, for example `ja-2026-11-22`. */
  textVersion: string;
  /** The words as they stood on the resident's screen. */
  text: string;
  /** The same in Japanese, where they were shown in another language. */
  japanese?: string;
  lang: string;
  method: ConsentMethod;
  at: number;
}

/** Somebody the consultation is about (本人). All of it is a candidate until staff confirm it. */
export interface Subject {
  relation: Relation | typeof NOT_ASKED;
  /** The word the reporter used (母, 弟); "" or left out where none. */
  called?: string;
  ageBand: AgeBand;
  /** Code of the office's district list, or null. */
  district: string | null;
  /** Does the person know that somebody asked for help? */
  aware: "知っている" | "知らない" | "知らせてはいけない" | "わからない";
  issueTags: string[];
}

/** A question as it was shown, and what was answered, word for word. */
export interface Answer {
  step: string;
  question: string;
  answer: string;
  at: number;
  /** The question in Japanese, where it was shown in another language. */
  japanese?: string;
  /** What was understood, by its Japanese label, where the answer is not that label itself. */
  means?: string;
}

/** How it is safe to reach whoever wrote. */
export interface ContactPlan {
  channels: ContactChannel[];
  window: string;
  phone: string;
  nameToUse: string;
  avoid: string;
  /** The answer as typed. */
  text: string;
}

/** Who told us. Kept apart from the rest: it has its own permission (`reporter`). */
export interface Reporter {
  role: Role;
  anonymous: boolean;
  /** Only on records staff write by hand. */
  name: string;
}

/** What was understood and said, sealed as one piece. */
export interface Facts {
  subjects: Subject[];
  primaryCategory: Category | null;
  categories: Category[];
  /** Code of the office's district list, or null where the words below are all we have. */
  district: string | null;
  districtText: string;
  urgencyReasons: string[];
  riskTypes: RiskType[];
  /** For example: 送信取消あり, 人と話したい, 消去の希望, 秘匿, 本文なし. */
  flags: string[];
  /** What an agency says of the person's consent (つなぎ元の話); left out where nobody said. */
  agreed?: Agreed;
  needsSupport: string[];
  wish: string;
  /** 候補 for staff: agencies, categories heard in the story. Never shown to a resident. */
  proposals: string[];
  consents: Consent[];
  answers: Answer[];
  safeToPush: boolean;
  blocked: boolean;
  /** Staff's own short account (記録を手で書いたとき). */
  narrative: string;
}

/** What staff confirmed or put right, field by field: it stands, whatever the talk tells later. */
export interface Confirmed {
  primaryCategory?: Category | null;
  categories?: Category[];
  district?: string | null;
  /** Where the office has no list of districts. */
  districtText?: string;
  subjects?: Subject[];
  /** Whom the talk had told of by then (`keyOf`): who is heard of later stands beside those. */
  heard?: string[];
  /** What was agreed to by word of mouth or on paper, in order. */
  consents?: Consent[];
}

export interface Intake {
  /** The id of the event that began it (a ULID), or a UUID for one written by hand. */
  id: string;
  office: string;
  /** The keyed hash of the resident's LINE id; null where there is no talk. */
  talk: string | null;
  /** 年度 and six characters, for example 2026-7KQ4MN; null while DRAFT and on a wordless row. */
  receiptNo: string | null;
  channel: IntakeChannel;
  receivedAt: number;
  /** When the resident last said something. */
  lastAt: number;
  completeness: Completeness;
  status: Status;
  closeReason: CloseReason | null;
  urgency: Urgency;
  lang: string;
  /** Staff account id. */
  owner: string | null;
  /** The resident has said something no member of staff has opened yet. */
  unread: boolean;
  firstHumanReplyAt: number | null;
  linkedFrom: string | null;
  /** Counts staff's changes; two people saving over each other is refused by it. */
  revision: number;
  facts: Facts;
  reporter: Reporter;
  contactPlan: ContactPlan;
  /** Left out where staff confirmed nothing. `withConfirmed` lays it over the facts. */
  confirmed?: Confirmed;
}

export type Direction = "in" | "out" | "staff";
export type MessageKind = "text" | "sticker" | "image" | "audio" | "video" | "file" | "location" | "postback" | "other";

/** One word of the talk, as it happened. */
export interface Message {
  /** LINE's message id, or the event id, or `eventId:n` for what we said: the same word is never kept twice. */
  id: string;
  office: string;
  intake: string;
  at: number;
  direction: Direction;
  kind: MessageKind;
  /** null once it was taken back (送信取消). */
  text: string | null;
  /** What it says in Japanese, where we said it in another language, or a button of one was pressed. Goes with the words. */
  japanese?: string;
  mediaId: string | null;
  retractedAt: number | null;
  /** Staff account id, for direction "staff". */
  by: string | null;
  /** Its data was damaged: that something was said stands, and what it was cannot be read any more. */
  damaged?: true;
}

/** What happened to a record, in order, by whom and why. Appended only. */
export interface Entry {
  id: string;
  office: string;
  intake: string;
  at: number;
  /** Staff account id; null for the program itself. */
  by: string | null;
  kind:
    | "received"
    | "joined"
    | "status"
    | "owner"
    | "note"
    | "urgency"
    | "answer"
    | "delivery"
    | "task"
    | "opened"
    | "done"
    | "consent"
    | "confirmed";
  /** Sealed. For example { from: "RECEIVED", to: "SCREENING", why: "…" } or { text: "…" }. */
  body: Record<string, string>;
  /** Its data was damaged: what happened cannot be read any more. */
  damaged?: true;
}

/** A word that was taken back at `at`: that something was said stays, and nothing of what. */
export function withoutWords({ japanese: _gone, ...message }: Message, at: number): Message {
  return { ...message, text: null, retractedAt: at };
}
