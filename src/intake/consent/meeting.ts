// Which meeting may speak of somebody now: with consent the 重層的支援会議, without it the 支援会議, whose members are bound to
// secrecy by law (社会福祉法106条の6). A withdrawal leads back there at once.
import type { Agreed } from "../../flow/codes.ts";
import type { Office } from "../../office/office.ts";
import type { Facts } from "../intake.ts";
import { lineOf, mayMeet } from "./ledger.ts";

export interface MeetingBasis {
  legalType: "JUSO_KAIGI" | "SHIEN_KAIGI";
  /** What this town calls it: 「コーディネート会議」; several where it has several. */
  label: string;
  /** By what it may: the consent, or the law. */
  basis: string;
  why: string;
  /** Which one it could be, and what is lacking; "" where nothing is. */
  next: string;
}

export function meetingBasis(facts: Pick<Facts, "consents" | "agreed" | "subjects">, office: Office): MeetingBasis {
  const juso = labelIn(office, "JUSO_KAIGI");
  if (mayMeet(facts).ok)
    return {
      legalType: "JUSO_KAIGI",
      label: juso,
      basis: "本人の同意",
      why: "会議での検討に、同意があります",
      next: "",
    };
  return {
    legalType: "SHIEN_KAIGI",
    label: labelIn(office, "SHIEN_KAIGI"),
    basis: "社会福祉法106条の6（本人の同意なし。構成員に守秘義務）",
    why: whyWithout(facts),
    next: mustNotKnow(facts) ? "" : `本人の同意を聞いて書きとめると、${juso}に出せます`,
  };
}

/** Told by who brought the matter in (つなぎ元の話): it tells staff what to ask, and is no consent of the person. */
export const AGREED_WORDS: Record<Agreed, string> = {
  GIVEN: "本人は知っていて、同意している",
  KNOWS: "本人は知っているが、同意はこれから",
  UNKNOWN_TO: "本人は知らない",
  MUST_NOT: "本人に知らせてはいけない",
  UNSURE: "本人が知っているか、わからない",
};

// --- internal ---

const COMMON = { JUSO_KAIGI: "重層的支援会議", SHIEN_KAIGI: "支援会議" };

function labelIn({ meetings }: Office, legalType: MeetingBasis["legalType"]): string {
  const own = meetings.filter((meeting) => meeting.legalType === legalType).map(({ label }) => label);
  if (own.length === 0) return COMMON[legalType];
  const label = own.join("・");
  return own.some((one) => one.includes(COMMON[legalType])) ? label : `${label}（${COMMON[legalType]}）`;
}

/** Then nobody is to ask the person. */
const mustNotKnow = ({ agreed, subjects }: Pick<Facts, "agreed" | "subjects">): boolean =>
  agreed === "MUST_NOT" || subjects.some(({ aware }) => aware === "知らせてはいけない");

function whyWithout(facts: Pick<Facts, "consents" | "agreed" | "subjects">): string {
  const value = lineOf(facts, "MEETING")?.value;
  if (value === "WITHDRAWN") return "会議での検討の同意は、取り下げられています";
  if (value === "REFUSED") return "会議での検討に、同意していません";
  if (facts.agreed !== undefined) return `${AGREED_WORDS[facts.agreed]}（つなぎ元の話。本人にはまだ確かめていません）`;
  if (mustNotKnow(facts)) return "本人に相談を知らせてはいけません";
  if (facts.subjects.some(({ aware }) => aware === "知らない")) return "本人は相談を知りません";
  return "会議での検討について、まだ聞いていません";
}
