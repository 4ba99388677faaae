// A record with the agencies that staff might pass it to. Candidates for staff, beside the categories that were heard.
import { CATEGORIES, type Category } from "../../flow/codes.ts";
import type { Office } from "../../office/office.ts";
import { isDeskOnly, routesFor, sayProposal } from "../../office/route.ts";
import type { Intake } from "../intake.ts";

/** Once staff put right what it is about, where and whom: the candidates are told anew from that. */
export function proposedAnew(intake: Intake, office: Office): Intake {
  const { confirmed, facts } = intake;
  if (
    confirmed?.primaryCategory === undefined &&
    confirmed?.district === undefined &&
    confirmed?.subjects === undefined
  )
    return intake;
  const heard = facts.proposals.filter(
    (one) => one.startsWith("category:") && !facts.categories.includes(one.slice(9) as Category),
  );
  return withProposals({ ...intake, facts: { ...facts, proposals: heard } }, office);
}

/** The same record; `proposals` names agencies in words, as they stand in the office's file on the day of the last word. */
export function withProposals(intake: Intake, office: Office): Intake {
  const { facts, lastAt } = intake;
  const heard = CATEGORIES.filter((category) => facts.proposals.includes(`category:${category}`));
  const categories = facts.categories.length > 0 ? facts.categories : heard;
  const routes = routesFor(office, { ...facts, categories, at: lastAt });
  if (isDeskOnly(office, routes)) return intake;
  return { ...intake, facts: { ...facts, proposals: [...facts.proposals, ...routes.map(sayProposal)] } };
}
