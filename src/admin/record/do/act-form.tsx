// The frame of an act: a form that carries the revision the page was drawn from, and what was typed but not saved.
import type { Child } from "hono/jsx";
import { NOTE_MAX } from "../../../intake/act/length.ts";
import type { Problem } from "../../../intake/acts.ts";
import { Mend, TextField, type Ask } from "../../look/field.tsx";
import { Once } from "../../once.tsx";
import type { Sheet } from "../sheet.ts";

/** What somebody typed that was not saved, kept for the page that says so. */
export interface Typed {
  /** Which act: the last part of the form's address. */
  act: string;
  values: Record<string, string>;
  problems: Problem[];
  /** The revision its page was drawn from; -1 where it does not say. */
  base: number;
  /** Written before a sign-in: nothing was tried yet. */
  unsent?: true;
}

/** The frame of an act with one form. */
export function ActForm({
  act,
  title,
  sheet,
  children,
}: {
  act: string;
  title: string;
  sheet: Sheet;
  children: Child;
}) {
  return (
    <section class="sheet act" aria-labelledby={`act-${act}`}>
      <h2 id={`act-${act}`}>{title}</h2>
      <BareForm act={act} sheet={sheet}>
        {children}
      </BareForm>
    </section>
  );
}

export function BareForm({ act, sheet, children }: { act: string; sheet: Sheet; children: Child }) {
  return (
    <form method="post" action={`/admin/records/${encodeURIComponent(sheet.intake.id)}/${act}`}>
      <input type="hidden" name="base" value={String(sheet.intake.revision)} />
      <Once />
      {children}
    </form>
  );
}

/** What did not happen, in words for whoever pressed the button. */
export const notDone = (act: string): string => (act === "answer" ? "まだ送っていません" : "まだ保存していません");

/** Why it did not happen, at the top of the page; an answer has nothing to mend where only the talk went on. */
export const Slips = ({ typed: { act, problems } }: { typed: Typed }) => (
  <Mend
    problems={problems}
    form={`${act}.`}
    title={`${notDone(act)}。${act === "answer" ? "次のことを確かめてください" : "ここを直してください"}`}
  />
);

/** A reason, or a word on what was done: no longer than can be kept. */
export const Why = (ask: Ask) => <TextField {...ask} maxlength={NOTE_MAX} />;

/** What was typed into this form, and what is wrong with it. */
export function keptFor(typed: Typed | null, act: string) {
  const mine = typed?.act === act ? typed : null;
  return { value: (name: string) => mine?.values[name] ?? "", problems: mine?.problems ?? [] };
}
