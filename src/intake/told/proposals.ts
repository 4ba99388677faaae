// A record with the agencies that staff might pass it to. Candidates for staff, beside the categories that were heard.
import { CATEGORIES } from "../../flow/codes.ts";
import type { Office } from "../../office/office.ts";
import { isDeskOnly, routesFor, sayProposal } from "../../office/route.ts";
import type { Intake } from "../intake.ts";

/** The same record; `proposals` names agencies in words, as they stand in the office's file on the day of the last word. */
export function withProposals(intake: Intake, office: Office): Intake {
  const { facts, lastAt } = intake;
  const heard = CATEGORIES.filter((category) => facts.proposals.includes(`category:${category}`));
  const categories = facts.categories.length > 0 ? facts.categories : heard;
  const routes = routesFor(office, { ...facts, categories, at: lastAt });
  if (isDeskOnly(office, routes)) return intake;
  return { ...intake, facts: { ...facts, proposals: [...facts.proposals, ...routes.map(sayProposal)] } };
}
