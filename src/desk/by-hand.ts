// A record that staff write themselves, for a telephone call or a visit: the same record, by another way.
import type { HandWritten } from "../desk.ts";
import { AGE_BANDS, NOT_ASKED, RELATIONS } from "../flow/codes.ts";
import type { Consent, Entry, Intake, Subject } from "../intake/intake.ts";
import { withProposals } from "../intake/told/proposals.ts";
import type { Staff } from "../ports.ts";
import type { Room } from "./room.ts";
import { freeNumber } from "./turn/free-number.ts";

export async function writeByHand(room: Room, record: HandWritten, staff: Staff, id: string): Promise<Intake> {
  const now = room.now();
  const written = intakeOf(room, record, staff, id, await freeNumber(room, id, now), now);
  const intake = withProposals(written, room.office);
  const entry: Entry = {
    id: `${id}:received`,
    office: room.office.id,
    intake: id,
    at: now,
    by: staff.id,
    kind: "received",
    body: { what: record.channel },
  };
  await room.store.talks.file({
    messages: [],
    intakes: [{ intake, raise: null, talkRevision: 1 }],
    entries: [entry],
    retractions: [],
  });
  return intake;
}

// --- internal ---

function intakeOf(room: Room, record: HandWritten, staff: Staff, id: string, receiptNo: string, now: number): Intake {
  const district = room.office.districts.find(({ code }) => code === record.district)?.code ?? null;
  return {
    id,
    office: room.office.id,
    talk: null,
    receiptNo,
    channel: record.channel,
    receivedAt: now,
    lastAt: now,
    completeness: "COMPLETE",
    status: "RECEIVED",
    closeReason: null,
    urgency: record.urgency,
    lang: "ja",
    owner: staff.id,
    unread: false,
    firstHumanReplyAt: now,
    linkedFrom: null,
    revision: 0,
    reporter: record.reporter,
    contactPlan: record.contactPlan,
    facts: {
      subjects: subjectsOf(record, district),
      primaryCategory: record.primaryCategory,
      categories: record.primaryCategory === null ? [] : [record.primaryCategory],
      district,
      districtText: district === null ? record.district : "",
      urgencyReasons: [],
      riskTypes: [],
      flags: [],
      needsSupport: [],
      wish: "",
      proposals: [],
      consents: consentsOf(record, now),
      answers: record.answers.map((answer) => ({ ...answer, at: now })),
      safeToPush: false,
      blocked: false,
      narrative: record.narrative,
    },
  };
}

/** Nobody where nobody asked whom it is about, as in a talk that ended before the question. */
function subjectsOf(record: HandWritten, district: string | null): Subject[] {
  const relation = RELATIONS.find((code) => code === record.relation) ?? NOT_ASKED;
  const ageBand = AGE_BANDS.find((code) => code === record.ageBand) ?? "UNKNOWN";
  if (relation === NOT_ASKED && ageBand === "UNKNOWN") return [];
  const aware = relation === "本人" ? "知っている" : "わからない";
  return [{ relation, called: "", ageBand, district, aware, issueTags: [] }];
}

/** By word of mouth the notice comes with the question whether it may be written down. */
function consentsOf({ consent }: HandWritten, at: number): Consent[] {
  const line = { textVersion: "by-hand", text: "口頭で説明", lang: "ja", method: "口頭", at } as const;
  const told: Consent[] = consent === "NOT_ASKED" ? [] : [{ ...line, scope: "PURPOSE_NOTICE", value: "SHOWN" }];
  return [...told, { ...line, scope: "RECORD", value: consent }];
}
