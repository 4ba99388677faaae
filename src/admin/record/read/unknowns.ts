// What nobody has told us yet, so that the next person to speak with them knows what to ask. Nothing of it is required.
import type { Intake } from "../../../intake/intake.ts";

/** Short names of what is missing, in the order a conversation would ask. */
export function unknowns({ facts, contactPlan, reporter }: Intake): string[] {
  const subject = facts.subjects[0];
  const record = facts.consents.filter(({ scope }) => scope === "RECORD").at(-1)?.value;
  const missing: [boolean, string][] = [
    [reporter.role === "UNKNOWN", "だれからの相談か"],
    [subject === undefined || subject.ageBand === "UNKNOWN", "本人の年代"],
    [facts.primaryCategory === null || facts.primaryCategory === "UNSURE", "一番困っていること"],
    [facts.district === null && facts.districtText === "", "地区"],
    [reporter.role !== "SELF" && (subject?.aware ?? "わからない") === "わからない", "本人は相談を知っているか"],
    [facts.wish === "", "どうなったらよいか（希望）"],
    [contactPlan.channels.length === 0, "連絡のしかた"],
    [record === undefined || record === "NOT_ASKED" || record === "UNKNOWN", "記録への同意"],
  ];
  return missing.filter(([is]) => is).map(([, name]) => name);
}
