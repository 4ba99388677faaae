// What must hold for every single act in every state: kept, answered, danger first, never lowered.
import { inDanger } from "../../flow/acts/consent/consent.ts";
import { urgencyRank } from "../../flow/codes.ts";
import { wordsOf, type Flow } from "../../flow/flow.ts";
import type { Input } from "../../flow/input.ts";
import { atStep, atWords, type Finding, type Law, type Place } from "../finding.ts";
import { wayTo, type Edge } from "./explore.ts";

/** The laws that this act breaks. */
export function broken(flow: Flow, edge: Edge): Finding[] {
  const laws = [...kept(edge), ...answered(edge), ...dangerMet(flow, edge), ...neverLowered(edge)];
  const talk = laws.length === 0 ? [] : [...wayTo(edge.from), edge.act];
  return laws.map(([law, what, place]) => ({ law, what, place: place ?? standing(flow, edge), talk }));
}

// --- internal ---

type Broken = [law: Law, what: string, place?: Place];

/** What a person says or presses. The rest is only reported by LINE, and cannot be answered. */
const speaks = (input: Input): boolean =>
  input.kind === "other"
    ? input.type === "postback" || input.type.startsWith("message")
    : !["unfollow", "unsend", "quiet"].includes(input.kind);

function kept({ from, act, state, erased, effects }: Edge): Broken[] {
  const { input } = act;
  if (erased)
    return inDanger(from.state) || from.state.filed !== null
      ? [["unkept", "危険を聞いた、または受け付けたあとの記録が消えました。"]]
      : [];
  if (input.kind !== "follow" && speaks(input) && state.intake === null)
    return [["unkept", "言われたことを残す受付票が、はじまっていません。"]];
  if (from.state.filed !== null && state.filed === null)
    return [["record", "一度とどいた記録が、取り下げられました。"]];
  const files = effects.some((effect) => effect.do === "file");
  if (state.filed !== null && from.state.filed === null && !files)
    return [["record", "受け付けたのに、記録が職員に渡りません。"]];
  if (input.kind === "quiet" && state.intake !== null && state.filed === null)
    return [["record", "だまっている人の記録が、職員に届きません。"]];
  return [];
}

function answered({ act, says }: Edge): Broken[] {
  if (act.held === true && act.danger === undefined) return [];
  return speaks(act.input) && says.length === 0 ? [["unanswered", "返事がありません。"]] : [];
}

/** The numbers in the very next reply, above all else; one neutral line where others are looking. */
function dangerMet(flow: Flow, edge: Edge): Broken[] {
  const { act, says, from, effects, state } = edge;
  if (act.danger === undefined) return [];
  if (act.danger === "hint") return [];
  const first = says[0];
  const fresh = state.risks.slice(from.state.risks.length);
  const isNew = fresh.some(({ risk }) => !from.state.risks.some((known) => known.risk === risk));
  const alert: Broken[] =
    isNew && !effects.some((effect) => effect.do === "alert") ? [["alert", "新しい危険の知らせがありません。"]] : [];
  if (act.danger === "neutral")
    return says.length === 1 && first?.say === "neutral"
      ? alert
      : [["silence", "一行の目立たない返事になっていません。"], ...alert];
  const key = first?.say ?? "";
  const template = (wordsOf(flow, state.lang).say as Record<string, string>)[key] ?? "";
  const shown = key.startsWith("danger-") && template.includes("{{numbers}}") && (first?.risks.length ?? 0) > 0;
  const place = key.startsWith("danger-")
    ? atWords("ja", "say", key)
    : { file: fresh.length > 0 ? "danger.yaml" : "danger/ja.yaml", path: [] };
  return shown ? alert : [["danger", "最初の返事に、いま通じる番号（{{numbers}}）がありません。", place], ...alert];
}

const neverLowered = ({ from, state, erased }: Edge): Broken[] =>
  !erased && urgencyRank(state.urgency) > urgencyRank(from.state.urgency)
    ? [["lowered", `緊急度が ${from.state.urgency} から ${state.urgency} に下がりました。`]]
    : [];

const standing = (flow: Flow, { from }: Edge): Place => atStep(flow, from.state.current ?? "", from.state.role);
