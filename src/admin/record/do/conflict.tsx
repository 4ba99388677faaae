// What is said where a form comes from an older state of the record: who changed it since, and that nothing is lost.
import type { Sheet } from "../sheet.ts";
import { notDone, type Typed } from "./act-form.tsx";

/** `staff`: who sent the form. */
export function Conflict({ sheet, typed, staff }: { sheet: Sheet; typed: Typed; staff: string }) {
  const who = isOwn(sheet, typed.base, staff)
    ? "この画面をひらいたあとに、あなたがこの受付票を変えました"
    : "ほかの職員が先にこの受付票を変えました";
  return (
    <div class="mend" role="alert">
      <h2>
        {notDone(typed.act)}。{who}
      </h2>
      <p>
        いまの内容を下に出しています。<a href={`#act-${typed.act}`}>書いたものは残っています</a>
        。確かめて、よければもう一度ボタンをおしてください。
      </p>
    </div>
  );
}

// ── helpers ──

/** Every change is one revision and one entry of its writer; how words were delivered is an entry, and no change. */
function isOwn({ intake, entries }: Sheet, base: number, staff: string): boolean {
  const since = intake.revision - base;
  const changes = entries.filter(({ by, kind }) => by !== null && kind !== "received" && kind !== "delivery");
  return since > 0 && changes.length >= since && changes.slice(-since).every(({ by }) => by === staff);
}
