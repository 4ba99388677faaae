// すること: what the talk left for staff to do, each until somebody has ticked it off.
import { openTasks } from "../../../intake/tasks.ts";
import { dateTime, iso } from "../../when.ts";
import type { Sheet } from "../sheet.ts";
import { BareForm, keptFor, Why, type Typed } from "./act-form.tsx";

export function Tasks({ sheet, typed }: { sheet: Sheet; typed: Typed | null }) {
  const tasks = openTasks(sheet.entries);
  const { value, problems } = keptFor(typed, "done");
  const isTicked = value("text") !== "" && tasks.every(({ id }) => id !== value("task"));
  if (tasks.length === 0 && !isTicked) return null;
  return (
    <section class="sheet tasks" aria-labelledby="act-done">
      <h2 id="act-done">すること（{tasks.length}件）</h2>
      {isTicked && <Ticked words={value("text")} />}
      <ul class="plain">
        {tasks.map(({ id, at, body }, n) => (
          <li>
            <p>
              <b>{sheet.mask.text(body.what ?? "")}</b> <time datetime={iso(at)}>{dateTime(at)}</time>
            </p>
            <BareForm act="done" sheet={sheet}>
              <input type="hidden" name="task" value={id} />
              <Why
                id={`done${n}.text`}
                label="どう対応したか（なくてもよい）"
                value={value("task") === id ? value("text") : ""}
                problems={value("task") === id ? problems : []}
              />
              <button class="second">対応した</button>
            </BareForm>
          </li>
        ))}
      </ul>
    </section>
  );
}

// ── helpers ──

/** A colleague was first: what was written is shown, to be kept as a note where it says more. */
function Ticked({ words }: { words: string }) {
  return (
    <>
      <p>
        このことは、ほかの職員がもう「対応した」にしています。あなたが書いた言葉です。要るときは、メモに写してください。
      </p>
      <pre class="words">{words}</pre>
    </>
  );
}
