// What may be done now, told from the ledger of consent alone. Asked anew at every act, so that a withdrawal holds at once.
// Consent is for what is shared and talked over; it is never asked for before somebody is helped.
import type { ConsentScope } from "../../flow/codes.ts";
import type { Consent, Facts } from "../intake.ts";

/** May it be done, and how it stands, in words for staff. */
export interface May {
  ok: boolean;
  why: string;
}

/** The line of a scope that holds; null where it was never asked. */
export const lineOf = ({ consents }: Pick<Facts, "consents">, scope: ConsentScope): Consent | null =>
  consents.findLast((line) => line.scope === scope) ?? null;

/**
 * May it be shared? Inside the office and with those it has commissioned that is what the purpose notice says, unless they
 * do not want it; with other agencies only where they agreed (個人情報保護法69条2項1号).
 */
export function mayShare(facts: Pick<Facts, "consents">, scope: "SHARE_INTERNAL" | "SHARE_AGENCY"): May {
  const what = scope === "SHARE_INTERNAL" ? "ほかの課・委託先との共有" : "支援関係機関との共有";
  return allowed(facts, scope, what, scope === "SHARE_INTERNAL");
}

/** May it be talked over in the meeting that asks for consent (重層的支援会議)? */
export const mayMeet = (facts: Pick<Facts, "consents">): May => allowed(facts, "MEETING", "会議での検討", false);

/** May they be contacted by us? They came to us, so yes, until they say no. */
export const mayContact = (facts: Pick<Facts, "consents">): May => allowed(facts, "CONTACT", "こちらからの連絡", true);

// --- internal ---

function allowed(facts: Pick<Facts, "consents">, scope: ConsentScope, what: string, unasked: boolean): May {
  const value = lineOf(facts, scope)?.value;
  if (value === "GIVEN") return { ok: true, why: `${what}に、同意があります` };
  if (value === "WITHDRAWN") return { ok: false, why: `${what}は、取り下げられています` };
  if (value === "REFUSED") return { ok: false, why: `${what}に、同意していません` };
  return { ok: unasked, why: `${what}について、まだ聞いていません` };
}
