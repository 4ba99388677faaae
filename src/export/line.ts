// One record as one line of the export: every field that README documents, in a stable order.
import type { Intake, Message, Reporter } from "../intake/intake.ts";
import { withConfirmed } from "../intake/confirmed.ts";
import { recordOf } from "../intake/record.ts";
import type { Store, Talk } from "../ports.ts";

/** The fields of a line, for the check that README tells each of them. */
export const FIELDS = [
  "receiptNo",
  "receivedAt",
  "office",
  "channel",
  "completeness",
  "status",
  "closeReason",
  "urgency",
  "urgencyReasons",
  "riskTypes",
  "flags",
  "reporter",
  "subjects",
  "primaryCategory",
  "categories",
  "district",
  "districtText",
  "contactPlan",
  "safeToPush",
  "blocked",
  "lang",
  "needsSupport",
  "wish",
  "narrative",
  "proposals",
  "linkedFrom",
  "owner",
  "firstHumanReplyAt",
  "consents",
  "answers",
  "messages",
  "history",
  "id",
] as const;

export type ExportLine = Record<(typeof FIELDS)[number], unknown>;

/** A filed record. Times are ISO 8601 in UTC. `linkedFrom` is the receipt number of the record before. */
export async function recordLine(store: Store, intake: Intake): Promise<ExportLine> {
  const before = intake.linkedFrom === null ? null : await store.records.find(intake.office, intake.linkedFrom);
  const history = await store.records.entries(intake.id);
  return {
    ...lineOf(withConfirmed(intake), await store.records.messages(intake.id), before?.receiptNo ?? intake.linkedFrom),
    history: history.map(({ at, by, kind, body }) => ({ at: iso(at), by, kind, ...body })),
  };
}

/** A talk that is no record yet: status and completeness DRAFT, receiptNo null. */
export async function draftLine(store: Store, talk: Talk): Promise<ExportLine> {
  const intake = recordOf(talk.state, talk.office, talk.key);
  const filed = await store.records.messages(intake.id);
  const unfiled = talk.unfiled.filter(({ id }) => !filed.some((message) => message.id === id));
  return lineOf(
    { ...intake, status: "DRAFT", completeness: "DRAFT", receiptNo: null },
    [...filed, ...unfiled],
    intake.linkedFrom,
  );
}

// --- internal ---

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

function lineOf(intake: Intake, messages: Message[], linkedFrom: string | null): ExportLine {
  const { facts, contactPlan } = intake;
  return {
    receiptNo: intake.receiptNo,
    receivedAt: iso(intake.receivedAt),
    office: intake.office,
    channel: intake.channel,
    completeness: intake.completeness,
    status: intake.status,
    closeReason: intake.closeReason,
    urgency: intake.urgency,
    urgencyReasons: facts.urgencyReasons,
    riskTypes: facts.riskTypes,
    flags: facts.flags,
    reporter: reporterOf(intake.reporter),
    subjects: facts.subjects.map(({ relation, called = "", ageBand, district, aware, issueTags }) => ({
      relation,
      called,
      ageBand,
      district,
      aware,
      issueTags,
    })),
    primaryCategory: facts.primaryCategory,
    categories: facts.categories,
    district: facts.district,
    districtText: facts.districtText,
    contactPlan: {
      channels: contactPlan.channels,
      window: contactPlan.window,
      phone: contactPlan.phone,
      nameToUse: contactPlan.nameToUse,
      avoid: contactPlan.avoid,
      text: contactPlan.text,
    },
    safeToPush: facts.safeToPush,
    blocked: facts.blocked,
    lang: intake.lang,
    needsSupport: facts.needsSupport,
    wish: facts.wish,
    narrative: facts.narrative,
    proposals: facts.proposals,
    linkedFrom,
    owner: intake.owner,
    firstHumanReplyAt: iso(intake.firstHumanReplyAt),
    consents: facts.consents.map(({ scope, value, textVersion, text, japanese, lang, method, at }) => ({
      scope,
      value,
      textVersion,
      lang,
      method,
      at: iso(at),
      text,
      ...(japanese !== undefined && { japanese }),
    })),
    answers: facts.answers.map(({ at, ...answer }) => ({ ...answer, at: iso(at) })),
    messages: messages.map(({ at, direction, kind, text, japanese, mediaId, retractedAt, damaged }) => ({
      at: iso(at),
      direction,
      kind,
      text,
      ...(japanese !== undefined && { japanese }),
      mediaId,
      ...(retractedAt === null ? {} : { retractedAt: iso(retractedAt) }),
      ...(damaged && { damaged }),
    })),
    history: [],
    id: intake.id,
  };
}

const reporterOf = ({ role, anonymous, name }: Reporter): unknown => ({
  role,
  anonymous,
  ...(name === "" ? {} : { name }),
});
