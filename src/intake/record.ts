// A talk → its intake record: everything that was understood, and who said it, in the form staff receive.
import {
  AGREED as AGREED_CODES,
  CATEGORIES,
  type Category,
  type ContactChannel,
  type RiskType,
  type Role,
} from "../flow/codes.ts";
import { fewOf } from "../flow/steps/ask-few.ts";
import { EASY } from "../flow/listen/tongue.ts";
import { nameOf } from "../flow/listen/story.ts";
import type { Person, State } from "../flow/state.ts";
import type { Consent, ContactPlan, Facts, Intake, Subject } from "./intake.ts";

/** The record of this talk as it stands. `talk` is the talk's key; null erases the tie to LINE. */
export function recordOf(state: State, office: string, talk: string | null): Intake {
  const role = roleOf(state);
  return {
    id: state.intake ?? "",
    office,
    talk,
    receiptNo: state.receiptNo,
    channel: "LINE",
    receivedAt: state.startedAt,
    lastAt: state.lastAt,
    completeness: state.filed ?? "DRAFT",
    status: state.filed === null ? "DRAFT" : "RECEIVED",
    closeReason: null,
    urgency: state.urgency,
    lang: langOf(state),
    owner: null,
    unread: true,
    // Staff may have answered while it was still being written.
    firstHumanReplyAt: state.answeredAt ?? null,
    linkedFrom: state.linkedFrom,
    revision: 0,
    facts: factsOf(state),
    reporter: { role, anonymous: isAnonymous(state), name: text(state, "from") },
    contactPlan: contactPlanOf(state),
  };
}

/** What is left of a talk that was not to be recorded: that somebody asked, and nothing of what was said. */
export function wordlessRow(state: State, office: string): Intake {
  const full = recordOf({ ...state, filed: "PARTIAL", receiptNo: null }, office, null);
  const { agreed: _gone, ...facts } = full.facts;
  return {
    ...full,
    status: "INFO_DONE",
    closeReason: "情報提供で終了",
    urgency: "E9",
    unread: false,
    reporter: { role: "UNKNOWN", anonymous: true, name: "" },
    contactPlan: { channels: [], window: "", phone: "", nameToUse: "", avoid: "", text: "" },
    facts: {
      ...facts,
      subjects: [],
      primaryCategory: null,
      categories: [],
      district: null,
      districtText: "",
      urgencyReasons: [],
      riskTypes: [],
      flags: ["本文なし"],
      needsSupport: [],
      wish: "",
      proposals: [],
      answers: [],
      narrative: "",
    },
  };
}

/** What they write: a language we do not speak yet is answered in やさしい日本語, and is still theirs. */
export const langOf = ({ lang, langBy, tongue }: State): string =>
  tongue !== "" && langBy !== "asked" && ["ja", EASY].includes(lang) ? tongue : lang;

// --- internal ---

const value = (state: State, field: string): unknown => state.answers[field]?.value ?? null;

const text = (state: State, field: string): string => {
  const said = value(state, field);
  return typeof said === "string"
    ? said
    : state.answers[field]?.how === "kept"
      ? (state.answers[field]?.answer ?? "")
      : "";
};

const isAnonymous = (state: State): boolean => ["name", "phone", "from"].every((field) => text(state, field) === "");

/** What an agency says of the person's consent: whether they know, and whether the case may go before the 重層的支援会議. */
const AGREED: Record<string, { aware: Subject["aware"]; flag: string }> = {
  GIVEN: { aware: "知っている", flag: "本人の同意あり（つなぎ元による）" },
  KNOWS: { aware: "知っている", flag: "本人の同意はこれから（つなぎ元による）" },
  UNKNOWN_TO: { aware: "知らない", flag: "本人の同意なし（つなぎ元による）" },
  MUST_NOT: { aware: "知らせてはいけない", flag: "本人に知らせてはいけない（つなぎ元による）" },
};

const agreedOf = (state: State): (typeof AGREED)[string] | undefined => AGREED[fewOf(state, "agreed").chosen[0] ?? ""];

function toldAgreed(state: State): Pick<Facts, "agreed"> {
  const agreed = AGREED_CODES.find((code) => code === fewOf(state, "agreed").chosen[0]);
  return agreed === undefined ? {} : { agreed };
}

const wishesOf = ({ wishes, answers }: State): string[] =>
  [...new Set([...wishes, answers["wish"]?.answer ?? ""])].filter((wish) => wish !== "");

const roleOf = (state: State): Role => (value(state, "role") as Role | null) ?? "UNKNOWN";

function factsOf(state: State): Facts {
  const chosen = value(state, "category") as { primary: Category; others: Category[] } | null;
  const place = value(state, "district") as { code: string | null; text: string } | null;
  const placeText = place?.text ?? text(state, "district");
  return {
    subjects: subjectsOf(state, place?.code ?? null),
    primaryCategory: chosen?.primary ?? null,
    categories: chosen === null ? [] : [chosen.primary, ...chosen.others],
    district: place?.code ?? null,
    districtText: placeText,
    urgencyReasons: [
      ...new Set(state.risks.map(({ risk, words }) => `${risk}: ${words}`)),
      ...(state.safety === "NOW" ? ["今あぶない（本人の回答）"] : []),
    ],
    riskTypes: [...new Set(state.risks.map(({ risk }) => risk))],
    flags: [...state.flags, ...[agreedOf(state)?.flag ?? []].flat()],
    ...toldAgreed(state),
    needsSupport: state.supports,
    wish: wishesOf(state).join("\n"),
    proposals: proposalsOf(state, chosen === null ? [] : [chosen.primary, ...chosen.others]),
    consents: state.consents.map((line): Consent => ({
      scope: line.scope,
      value: line.value,
      textVersion: line.version,
      text: state.shown[line.words] ?? "",
      lang: /^(.+)-\d{4}-\d\d-\d\d$/u.exec(line.version)?.[1] ?? state.lang,
      method: line.method,
      at: line.at,
    })),
    answers: Object.entries(state.answers)
      // Who told us stands apart, behind its own permission.
      .filter(([step, { how, answer }]) => step !== "from" && how !== "heard" && answer !== "")
      .sort((a, b) => a[1].at - b[1].at)
      .map(([step, { answer, at }]) => ({ step, question: state.shown[step] ?? "", answer, at })),
    safeToPush: state.safeToPush,
    blocked: state.blocked,
    narrative: "",
  };
}

/** Candidates from the story that were not chosen: CATEGORY codes for staff, never shown to a resident. */
const proposalsOf = (state: State, chosen: Category[]): string[] =>
  CATEGORIES.filter((category) => state.likely.includes(category) && !chosen.includes(category)).map(
    (category) => `category:${category}`,
  );

function contactPlanOf(state: State): ContactPlan {
  const channels = value(state, "contact");
  return {
    channels: Array.isArray(channels) ? (channels as ContactChannel[]) : [],
    window: text(state, "window"),
    phone: text(state, "phone"),
    nameToUse: text(state, "name"),
    avoid: [
      ...(state.aware === "知らせてはいけない" || state.covered ? ["ほかの人に知られないように"] : []),
      ...state.avoids,
    ].join("\n"),
    text: state.answers["contact"]?.answer ?? "",
  };
}

/** In a matter of violence the family member who was named is not somebody the record is about. */
const HARM: RiskType[] = ["DV", "SEXUAL", "CHILD_ABUSE"];

function subjectsOf(state: State, district: string | null): Subject[] {
  const role = roleOf(state);
  const isSelf = role === "SELF" || role === "CHILD";
  const harmed = isSelf && state.risks.some(({ risk }) => HARM.includes(risk));
  const others = state.people.filter(({ relation }) => relation !== "本人");
  const own: Person = { relation: "本人", called: "", ageBand: state.ownAge };
  const people: Person[] = isSelf ? [own, ...(harmed ? [] : others)] : others;
  const known = new Set(people.map(nameOf));
  return people.map(({ relation, called, ageBand }, n) => ({
    relation,
    called,
    ageBand,
    district,
    aware:
      relation === "本人"
        ? "知っている"
        : (agreedOf(state)?.aware ?? (state.aware as Subject["aware"] | null) ?? "わからない"),
    // What was said of one person stands with that person; what was said of nobody in particular, with the first.
    issueTags: [
      ...new Set(
        state.tags
          .filter(({ of }) => of === nameOf({ relation, called }) || (n === 0 && !known.has(of)))
          .map(({ tag }) => tag),
      ),
    ],
  }));
}
