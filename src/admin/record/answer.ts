// POST /admin/records/:id/answer: says it on LINE, once however often the button is pressed, and notes it when it is on its way.
import type { Context } from "hono";
import type { Answered } from "../../desk.ts";
import { answered } from "../../intake/acts.ts";
import { answerProblems } from "../../intake/answering.ts";
import { recordOf } from "../../intake/record.ts";
import type { Intake } from "../../intake/intake.ts";
import type { Talk } from "../../ports.ts";
import { onceId } from "../once.tsx";
import { typedForm, type Env, type Form, type Page } from "../room.ts";
import { back, byNow, conflict, isOld, keep } from "./act.ts";
import { drawDraft } from "./draft.tsx";
import { drawRecord, noSuchRecord } from "./page.tsx";

export const doAnswer: Page = async (c) => {
  const { store, office } = c.get("room");
  const id = c.req.param("id") ?? "";
  const typed = await typedForm(c);
  const [intake, talk] = await Promise.all([store.records.find(office.id, id), store.records.talkOf(id)]);
  if (intake !== null) return answerRecord(c, asTheyAreNow(intake, talk), talk, typed);
  return talk?.office === office.id ? answerDraft(c, id, talk, typed) : noSuchRecord(c);
};

// ── helpers ──

async function answerRecord(c: Context<Env>, reached: Intake, talk: Talk | null, typed: Form): Promise<Response> {
  const { id } = reached;
  if (wasSaid(c, id, talk, typed)) return back(c, id, await said(c, id, typed));
  const problems = answerProblems(reached, { text: typed("text"), sure: isSure(typed) });
  if (problems.length > 0) return drawRecord(c, reached, kept(typed, problems));
  if (isOld(reached, typed)) return conflict(c, id, kept(typed, []));
  // Why an answer cannot leave at all: then nothing is noted as answered.
  if (reached.facts.blocked) return back(c, id, "blocked");
  if (talk === null) return back(c, id, "no-talk");
  const became = await said(c, id, typed);
  if (became === "overtaken") return conflict(c, id, kept(typed, []));
  if (became === "failed") return drawRecord(c, reached, kept(typed, FAILED));
  if (ON_ITS_WAY.includes(became)) await note(c, id, idOf(c, id, typed));
  return back(c, id, became);
}

/** Somebody still writing has no record to change; the desk keeps the words and sends them. */
async function answerDraft(c: Context<Env>, id: string, talk: Talk, typed: Form): Promise<Response> {
  if (wasSaid(c, id, talk, typed)) return back(c, id, await said(c, id, typed));
  const record = recordOf(talk.state, talk.office, talk.key);
  const problems = answerProblems(record, { text: typed("text"), sure: isSure(typed) });
  if (problems.length > 0) return drawDraft(c, id, talk, kept(typed, problems));
  const became = await said(c, id, typed);
  if (became === "overtaken") return drawDraft(c, id, talk, kept(typed, OVERTAKEN));
  return became === "failed" ? drawDraft(c, id, talk, kept(typed, FAILED)) : back(c, id, became);
}

/** Owed to the resident at least: then a person has answered. */
const ON_ITS_WAY: string[] = ["sent", "waiting", "quota"] satisfies Answered[];
const FAILED = [
  { field: "text", say: "いま、送れませんでした。少し待って、もう一度押してください（二重には届きません）" },
];
const OVERTAKEN = [
  { field: "text", say: "ほかの職員が先に返事をしました。会話を確かめて、よければもう一度押してください" },
];

/** failed: nobody knows whether it was kept. The same form may be sent again: it is one answer. */
async function said(c: Context<Env>, intake: string, typed: Form): Promise<Answered | "failed"> {
  const words = { intake, text: typed("text").trim(), sure: isSure(typed), staff: c.get("staff") };
  const held = /^\d{1,15}$/.test(typed("held")) ? { held: Number(typed("held")) } : {};
  try {
    return await c.get("room").desk.answer({ ...words, ...held, id: idOf(c, intake, typed) });
  } catch {
    return "failed";
  }
}

/** That a person answered is noted on the record as it stands by now; a colleague may have saved meanwhile. */
async function note(c: Context<Env>, id: string, answer: string): Promise<void> {
  const { store, office } = c.get("room");
  const by = byNow(c, `${answer}:answer`);
  for (let n = 0; n < TRIES; n += 1) {
    const intake = await store.records.find(office.id, id);
    if (intake === null || (await store.records.act(answered(intake, by)))) return;
  }
}

const TRIES = 5;

/** Was this very form sent already? Then its button was pressed twice. */
const wasSaid = (c: Context<Env>, intake: string, talk: Talk | null, typed: Form): boolean =>
  talk?.seen.includes(idOf(c, intake, typed)) ?? false;

/** Typed again with other words it is another answer. */
const idOf = (c: Context<Env>, intake: string, typed: Form): string =>
  onceId(typed("once"), c.get("staff").id, intake, typed("text"));

const kept = (typed: Form, problems: { field: string; say: string }[]) =>
  keep("answer", typed, ["text", "sure", "once"], problems);

const isSure = (typed: Form): boolean => typed("sure") === "yes";

/** Somebody may have asked to be left alone, or blocked the account, since the record was filed. */
function asTheyAreNow(intake: Intake, talk: Talk | null): Intake {
  const safeToPush = intake.facts.safeToPush && (talk?.state.safeToPush ?? true);
  const blocked = intake.facts.blocked || (talk?.state.blocked ?? false);
  return { ...intake, facts: { ...intake.facts, safeToPush, blocked } };
}
