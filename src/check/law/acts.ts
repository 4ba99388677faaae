// What must hold for every single act in every state: kept, answered, danger first, never lowered.
import { inDanger } from "../../flow/acts/consent/consent.ts";
import { urgencyRank } from "../../flow/codes.ts";
import { wordsOf, type Flow } from "../../flow/flow.ts";
import type { Input } from "../../flow/input.ts";
import { atStep, atWords, type Finding, type Law, type Place } from "../finding.ts";
import { wayTo, type Edge } from "../walk/explore.ts";

/** The laws that this act breaks. */
export function broken(flow: Flow, edge: Edge): Finding[] {
  const laws = [...kept(edge), ...answered(edge), ...dangerMet(flow, edge), ...neverLowered(edge), ...erasedOnce(edge)];
  const talk = laws.length === 0 ? [] : [...wayTo(edge.from), edge.step];
  return laws.map(([law, what, place]) => ({ law, what, place: place ?? standing(flow, edge), talk }));
}

// --- internal ---

type Broken = [law: Law, what: string, place?: Place];

/** What a person says or presses. The rest is only reported by LINE, and cannot be answered. */
const speaks = (input: Input): boolean =>
  input.kind === "other"
    ? input.type === "postback" || input.type.startsWith("message")
    : !["unfollow", "unsend", "quiet"].includes(input.kind);

function kept({ step: { act, in: before }, state, erased, effects }: Edge): Broken[] {
  const { input } = act;
  if (erased)
    return inDanger(before) || before.filed !== null
      ? [["unkept", "危険を聞いた、または受け付けたあとの記録が消えました。"]]
      : [];
  // Who chooses a language before the first word has said nothing yet.
  const isLanguage = input.kind === "choice" && input.step === "lang";
  if (input.kind !== "follow" && !isLanguage && speaks(input) && state.intake === null)
    return [["unkept", "言われたことを残す受付票が、はじまっていません。"]];
  if (before.filed !== null && state.filed === null && before.intake === state.intake)
    return [["record", "一度とどいた記録が、取り下げられました。"]];
  const files = effects.some((effect) => effect.do === "file");
  if (state.filed !== null && before.filed === null && !files)
    return [["record", "受け付けたのに、記録が職員に渡りません。"]];
  if (state.filed !== null && !files && says(input))
    return [["record", "受け付けたあとのことばが、職員に「未読」として届きません。"]];
  if (input.kind === "quiet" && state.intake !== null && state.filed === null)
    return [["record", "だまっている人の記録が、職員に届きません。"]];
  return [];
}

/** Words and what stands for them. */
const says = ({ kind }: Input): boolean => !["choice", "follow", "unfollow", "unsend", "quiet", "other"].includes(kind);

function answered({ step: { act }, says }: Edge): Broken[] {
  if (act.held === true && act.danger === undefined && act.decides !== true) return [];
  return speaks(act.input) && says.length === 0 ? [["unanswered", "返事がありません。"]] : [];
}

/** The numbers in the very next reply, above all else; one neutral line where others are looking. */
function dangerMet(flow: Flow, edge: Edge): Broken[] {
  const { says, effects, state } = edge;
  const { act, in: before } = edge.step;
  if (act.danger === undefined) return [];
  const [first] = says;
  const fresh = state.risks.slice(before.risks.length);
  const isNew = fresh.some(
    ({ risk, urgency }) => urgencyRank(urgency) <= 1 && !before.risks.some((known) => known.risk === risk),
  );
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
    ? atWords(state.lang, "say", key)
    : { file: fresh.length > 0 ? "danger.yaml" : "danger/ja.yaml", path: [] };
  return shown ? alert : [["danger", "最初の返事に、いま通じる番号（{{numbers}}）がありません。", place], ...alert];
}

const neverLowered = ({ step: { in: before }, state, erased }: Edge): Broken[] =>
  !erased && state.intake === before.intake && urgencyRank(state.urgency) > urgencyRank(before.urgency)
    ? [["lowered", `緊急度が ${before.urgency} から ${state.urgency} に下がりました。`]]
    : [];

const erasedOnce = ({ step: { in: before }, says }: Edge): Broken[] =>
  before.shown["erase"] !== undefined && says.some(({ question }) => question?.field === "erase")
    ? [["again", "消してよいかを、答えのないまま、もう一度たずねました。", atWords("ja", "questions", "erase")]]
    : [];

const standing = (flow: Flow, { step: { in: before } }: Edge): Place => atStep(flow, before.current ?? "", before.role);
