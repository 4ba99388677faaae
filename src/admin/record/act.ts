// POST /admin/records/:id/<act>: what was typed becomes a conditional change, then 303 back to the record.
import type { Context } from "hono";
import { putRight } from "../../intake/act/fix.ts";
import { noteConsent } from "../../intake/act/consent.ts";
import * as acts from "../../intake/acts.ts";
import type { By, Change, Made, Problem } from "../../intake/acts.ts";
import type { Intake } from "../../intake/intake.ts";
import { withConfirmed } from "../../intake/confirmed.ts";
import { tickOff } from "../../intake/tasks.ts";
import { onceId } from "../once.tsx";
import { may, typedForm, type Env, type Form, type Page } from "../room.ts";
import { isUnsent } from "../unsent.tsx";
import { maskFor } from "./mask.ts";
import { drawRecord, noSuchRecord } from "./page.tsx";
import type { Typed } from "./do/act-form.tsx";
import { fixTyped, PEOPLE_FIELDS } from "./do/fix-typed.ts";

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
  act(c, "status", ["status", "closeReason", "basis", "why"], (intake, typed, by) =>
    acts.changeStatus(
      intake,
      { status: typed("status"), closeReason: typed("closeReason"), basis: typed("basis"), why: typed("why") },
      by,
    ),
  );

export const doUrgency: Page = (c) =>
  act(c, "urgency", ["urgency", "why"], (intake, typed, by) =>
    acts.changeUrgency(intake, { urgency: typed("urgency"), why: typed("why") }, by),
  );

export const doConsent: Page = (c) =>
  act(c, "consent", ["scope", "value", "method", "text"], (intake, typed, by) =>
    noteConsent(
      intake,
      { scope: typed("scope"), value: typed("value"), method: typed("method"), text: typed("text") },
      by,
    ),
  );

export const doFix: Page = (c) =>
  act(c, "fix", ["category", "others", "district", "all", "why", ...PEOPLE_FIELDS], (intake, typed, by) => {
    const { office, labels } = c.get("room");
    const { hides } = maskFor(withConfirmed(intake), may(c.get("staff"), "reporter"), labels);
    return putRight(intake, fixTyped(typed, hides), office, by);
  });

export const doTask: Page = (c) =>
  act(c, "done", ["task", "text"], async (intake, typed, by) => {
    const entries = await c.get("room").store.records.entries(intake.id);
    return tickOff(intake, { task: typed("task"), text: typed("text") }, entries, by);
  });

// ── helpers ──

type Make = (intake: Intake, typed: Form, by: By) => Made | Promise<Made>;

async function act(c: Context<Env>, name: string, fields: string[], make: Make): Promise<Response> {
  const { store, office } = c.get("room");
  const id = c.req.param("id") ?? "";
  const typed = await typedForm(c);
  const intake = await store.records.find(office.id, id);
  if (intake === null) return noSuchRecord(c);
  if (isUnsent(typed)) return showUnsent(c, intake, typed, { ...keep(name, typed, fields, []), unsent: true });
  const by = byNow(
    c,
    onceId(typed("once"), c.get("staff").id, name, id, ...fields.map((field) => typed.all(field).join(" "))),
  );
  // First whether the page is still true: 「いまと同じです」 would only confuse somebody who looks at an old one.
  const made = isOld(intake, typed) ? null : await make(intake, typed, by);
  if (made?.ok === false) return drawRecord(c, intake, keep(name, typed, fields, made.problems));
  if (made !== null && (await save(c, made.change, typed))) return back(c, id, name);
  return (await isDone(c, id, by)) ? back(c, id, name) : conflict(c, id, keep(name, typed, fields, []));
}

/** Nothing is done; and a colleague may have changed the record while somebody signed in. */
export const showUnsent = async (c: Context<Env>, intake: Intake, typed: Form, shown: Typed): Promise<Response> =>
  isOld(intake, typed) ? conflict(c, intake.id, shown) : drawRecord(c, intake, shown);

/** Conditional on the revision the page was drawn from, not on the one just read. */
const save = (c: Context<Env>, change: Change, typed: Form): Promise<boolean> =>
  c.get("room").store.records.act({ ...change, base: baseOf(typed) });

/** Was this very form saved already? Then its button was pressed twice. */
const isDone = async (c: Context<Env>, intake: string, { entryId }: By): Promise<boolean> =>
  (await c.get("room").store.records.entries(intake)).some(({ id }) => id === entryId);

export const isOld = (intake: Intake, typed: Form): boolean => intake.revision !== baseOf(typed);

const baseOf = (typed: Form): number => (/^\d{1,9}$/.test(typed("base")) ? Number(typed("base")) : -1);

export async function conflict(c: Context<Env>, id: string, kept: Typed): Promise<Response> {
  const { store, office } = c.get("room");
  const fresh = await store.records.find(office.id, id);
  return fresh === null ? noSuchRecord(c) : drawRecord(c, fresh, kept, true);
}

export function keep(act: string, typed: Form, fields: string[], problems: Problem[]): Typed {
  const values = Object.fromEntries(fields.map((field) => [field, typed.all(field).join(" ")]));
  return { act, values, problems, base: baseOf(typed) };
}

export const byNow = (c: Context<Env>, entryId: string): By => ({
  staff: c.get("staff").id,
  at: c.get("room").now(),
  entryId,
});

export const back = (c: Context<Env>, id: string, done: string): Response =>
  c.redirect(`/admin/records/${encodeURIComponent(id)}?done=${done}`, 303);
