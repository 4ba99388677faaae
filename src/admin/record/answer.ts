// POST /admin/records/:id/answer: says it on LINE, once however often the button is pressed, and notes it when it is on its way.
import type { Context } from "hono";
import type { Answered } from "../../desk.ts";
import { noteId } from "../../desk/answer.ts";
import { answered, type Problem } from "../../intake/acts.ts";
import { withConfirmed } from "../../intake/confirmed.ts";
import { answerProblems } from "../../intake/answering.ts";
import { recordOf } from "../../intake/record.ts";
import type { Intake } from "../../intake/intake.ts";
import type { Talk } from "../../ports.ts";
import { onceId } from "../once.tsx";
import { typedForm, type Env, type Form, type Page } from "../room.ts";
import { isUnsent } from "../unsent.tsx";
import { FAILED, NEW_WORDS, OVERTAKEN } from "./answer-words.ts";
import { back, byNow, conflict, isOld, keep, showUnsent } from "./act.ts";
import type { Typed } from "./do/act-form.tsx";
import { drawDraft } from "./draft.tsx";
import { drawRecord, noSuchRecord } from "./page.tsx";

export const doAnswer: Page = async (c) => {
  const { store, office } = c.get("room");
  const id = c.req.param("id") ?? "";
  const typed = await typedForm(c);
  // Typed again with other words it is another answer.
  const asked = { id, typed, answer: onceId(typed("once"), c.get("staff").id, id, typed("text")) };
  const [intake, talk] = await Promise.all([store.records.find(office.id, id), store.records.talkOf(id)]);
  if (talk?.seen.includes(asked.answer)) return sentBefore(c, asked);
  if (isUnsent(typed)) return showWritten(c, id, intake, talk, typed);
  if (intake !== null) return answerRecord(c, asTheyAreNow(intake, talk), talk, asked);
  return talk?.office === office.id ? answerDraft(c, talk, asked) : noSuchRecord(c);
};

// ── helpers ──

/** This very form was sent already: its button was pressed twice, or the program died before the answer was noted. */
async function sentBefore(c: Context<Env>, asked: Asked): Promise<Response> {
  const became = await said(c, asked);
  if (ON_ITS_WAY.includes(became)) await note(c, asked);
  return back(c, asked.id, became);
}

/** Drawn anew, and what changed since the page was opened is told as for every form: whoever sends it then has seen it. */
function showWritten(c: Context<Env>, id: string, intake: Intake | null, talk: Talk | null, typed: Form) {
  const shown: Typed = { ...(hasWritten(talk, typed) ? toldOnce(typed) : kept(typed, [])), unsent: true };
  if (intake !== null) return showUnsent(c, intake, typed, shown);
  return talk?.office === c.get("room").office.id ? drawDraft(c, id, talk, shown) : noSuchRecord(c);
}

/** A form that was sent: for which record, what was typed, and the id of the answer. */
interface Asked {
  id: string;
  typed: Form;
  answer: string;
}

async function answerRecord(c: Context<Env>, reached: Intake, talk: Talk | null, asked: Asked): Promise<Response> {
  const { id, typed } = asked;
  const problems = answerProblems(reached, wordsIn(typed));
  if (problems.length > 0) return drawRecord(c, reached, kept(typed, problems));
  if (isOld(reached, typed)) return conflict(c, id, kept(typed, []));
  if (hasWritten(talk, typed)) return drawRecord(c, reached, toldOnce(typed));
  if (talk === null) return back(c, id, "no-talk");
  const became = await said(c, asked);
  if (became === "overtaken") return conflict(c, id, kept(typed, []));
  if (became === "failed") return drawRecord(c, reached, kept(typed, FAILED));
  if (ON_ITS_WAY.includes(became)) await note(c, asked);
  return back(c, id, became);
}

/** Somebody still writing has no record to change; the desk keeps the words and sends them. */
async function answerDraft(c: Context<Env>, talk: Talk, asked: Asked): Promise<Response> {
  const { id, typed } = asked;
  const record = recordOf(talk.state, talk.office, talk.key);
  const problems = answerProblems(record, wordsIn(typed));
  if (problems.length > 0) return drawDraft(c, id, talk, kept(typed, problems));
  if (hasWritten(talk, typed)) return drawDraft(c, id, talk, toldOnce(typed));
  const became = await said(c, asked);
  if (became === "overtaken") return drawDraft(c, id, talk, kept(typed, OVERTAKEN));
  return became === "failed" ? drawDraft(c, id, talk, kept(typed, FAILED)) : back(c, id, became);
}

/** Owed to the resident at least: then a person has answered. */
const ON_ITS_WAY: string[] = ["sent", "waiting", "quota"] satisfies Answered[];

/** Since whoever answers opened the page. Told once: who writes without a pause must still be answered. */
const hasWritten = (talk: Talk | null, typed: Form): boolean =>
  talk !== null && talk.state.lastAt > (timeIn(typed, "heard") ?? Number.POSITIVE_INFINITY);

function toldOnce(typed: Form): Typed {
  const { values, ...rest } = kept(typed, NEW_WORDS);
  return { ...rest, values: { ...values, heard: "told" } };
}

/** failed: nobody knows whether it was kept. The same form may be sent again: it is one answer. */
async function said(c: Context<Env>, { id, typed, answer }: Asked): Promise<Answered | "failed"> {
  const held = timeIn(typed, "held");
  const { text, ...weighed } = wordsIn(typed);
  try {
    const words = {
      id: answer,
      intake: id,
      text: text.trim(),
      ...weighed,
      ...(held === null ? {} : { held }),
      staff: c.get("staff"),
    };
    return await c.get("room").desk.answer(words);
  } catch {
    return "failed";
  }
}

/** That a person answered is noted on the record as it stands by now, once; a colleague may have saved meanwhile. */
async function note(c: Context<Env>, { id, typed, answer }: Asked): Promise<void> {
  const { store, office } = c.get("room");
  const by = byNow(c, noteId(answer));
  const isNoted = (await store.records.entries(id)).some((entry) => entry.id === by.entryId);
  for (let n = 0; n < TRIES; n += 1) {
    const intake = await store.records.find(office.id, id);
    if (intake !== null && intake.firstHumanReplyAt !== null && isNoted) return;
    if (intake === null || (await store.records.act(answered(intake, wordsIn(typed), by)))) return;
  }
}

const TRIES = 5;

const kept = (typed: Form, problems: Problem[]) => keep("answer", typed, ["text", "sure", "why", "once"], problems);

/** A time that the form carries along (ms); null where it bears none. */
const timeIn = (typed: Form, field: string): number | null =>
  /^\d{1,15}$/.test(typed(field)) ? Number(typed(field)) : null;

const wordsIn = (typed: Form) => ({ text: typed("text"), sure: typed("sure") === "yes", why: typed("why") });

/** Somebody may have asked to be left alone, taken consent back, or blocked the account, since the record was filed. */
function asTheyAreNow(told: Intake, talk: Talk | null): Intake {
  const now = talk?.state.intake === told.id ? recordOf(talk.state, told.office, talk.key).facts : null;
  const consents =
    now !== null && now.consents.length > told.facts.consents.length ? now.consents : told.facts.consents;
  const intake = withConfirmed({ ...told, facts: { ...told.facts, consents } });
  const safeToPush = intake.facts.safeToPush && (talk?.state.safeToPush ?? true);
  const blocked = intake.facts.blocked || (talk?.state.blocked ?? false);
  return { ...intake, facts: { ...intake.facts, safeToPush, blocked } };
}
