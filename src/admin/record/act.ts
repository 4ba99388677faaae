// POST /admin/records/:id/<act>: what was typed becomes a conditional change, then 303 back to the record.
import type { Context } from "hono";
import * as acts from "../../intake/acts.ts";
import type { By, Change, Made, Problem } from "../../intake/acts.ts";
import { answerProblems } from "../../intake/answering.ts";
import type { Intake } from "../../intake/intake.ts";
import type { Talk } from "../../ports.ts";
import { typedForm, type Env, type Page } from "../room.ts";
import { recordOf } from "../../intake/record.ts";
import { drawDraft } from "./draft.tsx";
import { drawRecord, noSuchRecord } from "./page.tsx";
import type { Typed } from "./do/act-form.tsx";

type Form = (field: string) => string;

export const doOwner: Page = (c) =>
  act(c, "owner", ["to", "why"], async (intake, typed, by) => {
    const { store, office } = c.get("room");
    const staff = await store.staff.list(office.id);
    const members = staff.filter(({ removedAt, rights }) => removedAt === null && rights.includes("desk"));
    const ids = members.map(({ id }) => id);
    return acts.handTo(intake, { to: typed("to"), why: typed("why") }, ids, by);
  });

export const doNote: Page = (c) =>
  act(c, "note", ["text"], (intake, typed, by) => acts.note(intake, { text: typed("text") }, by));

export const doStatus: Page = (c) =>
  act(c, "status", ["status", "closeReason", "why"], (intake, typed, by) =>
    acts.changeStatus(intake, { status: typed("status"), closeReason: typed("closeReason"), why: typed("why") }, by),
  );

export const doUrgency: Page = (c) =>
  act(c, "urgency", ["urgency", "why"], (intake, typed, by) =>
    acts.changeUrgency(intake, { urgency: typed("urgency"), why: typed("why") }, by),
  );

/** Says it on LINE. That it was answered is kept first, conditionally: the same form sent twice says it once. */
export const doAnswer: Page = async (c) => {
  const { store, office } = c.get("room");
  const id = c.req.param("id") ?? "";
  const typed = await typedForm(c);
  const intake = await store.records.find(office.id, id);
  if (intake === null) return answerDraft(c, id, typed);
  const talk = await store.records.talkOf(id);
  const reached = asTheyAreNow(intake, talk);
  const problems = answerProblems(reached, { text: typed("text"), sure: isSure(typed) });
  const kept = keep("answer", typed, ["text", "sure"], problems);
  if (problems.length > 0) return drawRecord(c, reached, kept);
  if (isOld(intake, typed)) return conflict(c, id, kept);
  // Why an answer cannot leave at all: then nothing is noted as answered.
  if (reached.facts.blocked) return back(c, id, "blocked");
  if (talk === null) return back(c, id, "no-talk");
  if (!(await save(c, acts.answered(intake, byNow(c)), typed))) return conflict(c, id, kept);
  return say(c, id, typed);
};

// ── helpers ──

type Make = (intake: Intake, typed: Form, by: By) => Made | Promise<Made>;

async function act(c: Context<Env>, name: string, fields: string[], make: Make): Promise<Response> {
  const { store, office } = c.get("room");
  const id = c.req.param("id") ?? "";
  const typed = await typedForm(c);
  const intake = await store.records.find(office.id, id);
  if (intake === null) return noSuchRecord(c);
  // First whether the page is still true: 「いまと同じです」 would only confuse somebody who looks at an old one.
  if (isOld(intake, typed)) return conflict(c, id, keep(name, typed, fields, []));
  const made = await make(intake, typed, byNow(c));
  if (!made.ok) return drawRecord(c, intake, keep(name, typed, fields, made.problems));
  if (!(await save(c, made.change, typed))) return conflict(c, id, keep(name, typed, fields, []));
  return back(c, id, name);
}

/** Somebody may have asked to be left alone, or blocked the account, since the record was filed. */
function asTheyAreNow(intake: Intake, talk: Talk | null): Intake {
  const safeToPush = intake.facts.safeToPush && (talk?.state.safeToPush ?? true);
  const blocked = intake.facts.blocked || (talk?.state.blocked ?? false);
  return { ...intake, facts: { ...intake.facts, safeToPush, blocked } };
}

/** Somebody still writing has no record to change; the desk keeps the words and sends them. */
async function answerDraft(c: Context<Env>, id: string, typed: Form): Promise<Response> {
  const { store, office } = c.get("room");
  const talk = await store.records.talkOf(id);
  if (talk?.office !== office.id) return noSuchRecord(c);
  const record = recordOf(talk.state, office.id, talk.key);
  const problems = answerProblems(record, { text: typed("text"), sure: isSure(typed) });
  if (problems.length > 0) return drawDraft(c, id, talk, keep("answer", typed, ["text", "sure"], problems));
  return say(c, id, typed);
}

async function say(c: Context<Env>, intake: string, typed: Form): Promise<Response> {
  const words = { intake, text: typed("text").trim(), sure: isSure(typed), staff: c.get("staff") };
  return back(c, intake, await c.get("room").desk.answer(words));
}

const isSure = (typed: Form): boolean => typed("sure") === "yes";

/** Conditional on the revision the page was drawn from, not on the one just read. */
const save = (c: Context<Env>, change: Change, typed: Form): Promise<boolean> =>
  c.get("room").store.records.act({ ...change, base: baseOf(typed) });

const isOld = (intake: Intake, typed: Form): boolean => intake.revision !== baseOf(typed);

const baseOf = (typed: Form): number => (/^\d{1,9}$/.test(typed("base")) ? Number(typed("base")) : -1);

async function conflict(c: Context<Env>, id: string, kept: Typed): Promise<Response> {
  const { store, office } = c.get("room");
  const fresh = await store.records.find(office.id, id);
  return fresh === null ? noSuchRecord(c) : drawRecord(c, fresh, kept, true);
}

function keep(act: string, typed: Form, fields: string[], problems: Problem[]): Typed {
  return { act, values: Object.fromEntries(fields.map((field) => [field, typed(field)])), problems };
}

const byNow = (c: Context<Env>): By => ({
  staff: c.get("staff").id,
  at: c.get("room").now(),
  entryId: crypto.randomUUID(),
});

const back = (c: Context<Env>, id: string, done: string): Response =>
  c.redirect(`/admin/records/${encodeURIComponent(id)}?done=${done}`, 303);
