// Writes a conversation down as a welfare officer would read it: 住民> / 窓口> / [ボタン], and the record at the end.
import { labelsFor, type Labels } from "../admin/labels.ts";
import type { Said } from "../flow/render.ts";
import type { Intake, Subject } from "../intake/intake.ts";
import type { Office } from "../office/office.ts";
import type { Conversation } from "./conversation.ts";

/** A bubble as it arrived. `alt`: all that the locked telephone shows of it; null where it shows the words. */
export type Arrived = Said & { alt: string | null };

/** What the window said after one act; at its end what the lock screen shows instead, where it does not show the words. */
export function wordsOf(said: Arrived[]): string[] {
  if (said.length === 0) return ["窓口> （だまっている）"];
  const words = said.flatMap(({ text, buttons }) => [
    ...text.split("\n").map((line, n) => `${n === 0 ? "窓口> " : "      "}${line}`.trimEnd()),
    ...(buttons.length > 0 ? [`      ${buttons.map(({ label }) => `[${label}]`).join(" ")}`] : []),
  ]);
  const alts = new Set(said.flatMap(({ alt }) => (alt === null ? [] : [alt])));
  return [...words, ...[...alts].map((alt) => `      （ロック画面：${alt}）`)];
}

/** Every record the conversation left, the oldest first; or that it left none. */
export async function recordsOf(
  { store, office }: Pick<Conversation, "store" | "office">,
  settings: Office,
): Promise<string[]> {
  const labels = labelsFor(settings.disability);
  const lines: string[] = [];
  for await (const intake of store.records.all(office, {}))
    lines.push("", "── 受付票 ──", ...(await recordLines(intake, labels, store, settings)));
  for await (const talk of store.records.drafts(office))
    lines.push(
      "",
      "── 入力中（まだ受付票ではない） ──",
      `ことば：${(await store.records.messages(talk.state.intake ?? "")).filter(({ direction }) => direction === "in").length}件`,
    );
  return lines.length === 0 ? ["", "── 受付票はない ──"] : lines;
}

// --- internal ---

async function recordLines(
  intake: Intake,
  labels: Labels,
  store: Conversation["store"],
  office: Office,
): Promise<string[]> {
  const { facts, reporter, contactPlan } = intake;
  const messages = await store.records.messages(intake.id);
  const place = office.districts.find(({ code }) => code === facts.district)?.label;
  return [
    `受付番号：${intake.receiptNo ?? "なし"}`,
    `状態：${labels.status[intake.status]}（${intake.completeness === "COMPLETE" ? "最後まで" : "途中まで"}）`,
    `緊急度：${labels.urgency[intake.urgency]}${facts.urgencyReasons.length > 0 ? `（${facts.urgencyReasons.join("、")}）` : ""}`,
    `相談者：${labels.role[reporter.role]}${reporter.anonymous ? "（匿名）" : ""}`,
    ...facts.subjects.map((subject) => `本人：${subjectLine(subject, labels)}`),
    `困りごと：${facts.categories.map((code, n) => `${n === 0 ? "◎" : "○"}${labels.category[code]}`).join(" ") || "わからない"}`,
    ...line(
      "候補",
      facts.proposals.map((code) => labels.category[code.replace("category:", "") as keyof Labels["category"]] ?? code),
    ),
    `地区：${[place, facts.districtText].filter((text) => text !== undefined && text !== "").join("／") || "わからない"}`,
    ...line(
      "連絡",
      [
        ...contactPlan.channels.map((code) => labels.channel[code]),
        contactPlan.phone,
        contactPlan.window,
        contactPlan.nameToUse,
        contactPlan.avoid,
      ].filter((text) => text !== ""),
    ),
    ...line("希望", facts.wish === "" ? [] : facts.wish.split("\n")),
    ...line("課題の候補", facts.subjects[0]?.issueTags ?? []),
    ...line("しるし", facts.flags),
    ...facts.consents.map(
      ({ scope, value, method }) => `同意：${labels.scope[scope]} ${labels.consent[value]}（${method}）`,
    ),
    `ことば：住民 ${messages.filter(({ direction, text }) => direction === "in" && text !== null).length}件${messages.some(({ retractedAt }) => retractedAt !== null) ? "（ほかに取り消し1件）" : ""}`,
    ...(intake.linkedFrom === null ? [] : ["前の受付票につながる再相談"]),
  ];
}

const line = (name: string, values: string[]): string[] =>
  values.length === 0 ? [] : [`${name}：${values.join("、")}`];

function subjectLine({ relation, called = "", ageBand, aware }: Subject, labels: Labels): string {
  const age = ageBand === "UNKNOWN" ? "年齢はわからない" : labels.ageBand[ageBand];
  return `${relation}${called === "" ? "" : `（${called}）`}・${age}${aware === "知らせてはいけない" ? "（知らせてはいけない）" : ""}`;
}
