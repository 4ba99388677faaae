// What was understood, as staff read it (a person, a place, a reason, a candidate), and what nobody has told us yet.
import { NOT_ASKED } from "../../../flow/codes.ts";
import type { Intake, Subject } from "../../../intake/intake.ts";
import { labelOf } from "../../labels.ts";
import type { Room } from "../../room.ts";

const KNOWS: Record<Exclude<Subject["aware"], "わからない">, string> = {
  知っている: "本人は相談を知っている",
  知らない: "本人は相談を知らない",
  知らせてはいけない: "本人に相談を知らせてはいけない",
};

/** 「親・75〜84歳（本人は知らない）」. The relation tells who the reporter is. */
export function subjectWords(
  room: Room,
  { relation, called = "", ageBand, district, aware, issueTags }: Subject,
  hides: boolean,
): string {
  const who = [
    hides ? "" : relationWords(relation, called),
    ageBand === "UNKNOWN" ? "年代はわからない" : labelOf(room.labels.ageBand, ageBand),
  ];
  const place = district === null ? "" : districtOf(room, district, "");
  const knows = relation === "本人" || aware === "わからない" ? "" : `（${KNOWS[aware]}）`;
  return [...who, place, ...issueTags].filter(Boolean).join("・") + knows;
}

function relationWords(relation: Subject["relation"], called: string): string {
  if (relation === NOT_ASKED) return "続柄は聞いていない";
  return called === "" || called === relation ? relation : `${relation}（${called}）`;
}

export function districtOf({ office }: Room, code: string | null, typed: string): string {
  const label = office.districts.find((district) => district.code === code)?.label ?? code ?? "";
  return [label, typed && typed !== label ? `「${typed}」` : ""].filter(Boolean).join(" ");
}

/** `SELF_HARM: 死にたい` → 「死にたい」（自殺・自傷）. */
export function reasonWords({ labels }: Room, reason: string): string {
  const [, risk, words] = /^([A-Z_]+): (.+)$/s.exec(reason) ?? [];
  return risk === undefined ? reason : `「${words}」（${labelOf(labels.risk, risk)}）`;
}

/** `category:CARE` → 困りごと「介護のこと」. */
export function proposalWords({ labels }: Room, proposal: string): string {
  const [, code] = /^category:(\w+)$/.exec(proposal) ?? [];
  return code === undefined ? proposal : `困りごと「${labelOf(labels.category, code)}」`;
}

/** 「困りごと 介護のこと → 収入・生活費のこと」: what staff put right; whom it is about only for those who may know. */
export function confirmedWords(body: Record<string, string>, room: Room, hides: boolean): string {
  const { category } = room.labels;
  const lists: [field: string, head: string, words: (code: string) => string][] = [
    ["primaryCategory", "困りごと", (code) => labelOf(category, code)],
    ["district", "地区", (code) => districtOf(room, code, "")],
    ["districtText", "地区", (words) => words],
    ["subjects", "だれのこと", (words) => (hides ? "" : peopleWords(room, words))],
  ];
  const told = lists.flatMap(([field, head, words]) => {
    const [from, to] = [body[`${field}From`], body[`${field}To`]];
    if (from === undefined || to === undefined) return [];
    const [before, now] = [words(from), words(to)];
    return [before === now ? `${head} ${now}`.trim() : `${head} ${before} → ${now}`];
  });
  return told.join("、");
}

const peopleWords = (room: Room, words: string): string =>
  words
    .split("／")
    .map((one) => one.replace(/ (\S+)$/u, (_, code: string) => `・${labelOf(room.labels.ageBand, code)}`))
    .join("／");

/** Short names of what is missing, in the order a conversation would ask; nothing of it is required. */
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
