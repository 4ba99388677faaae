// すること: what the talk left for staff to do, each until somebody has ticked it off.
import { openTasks } from "../../../intake/tasks.ts";
import { TextField } from "../../look/field.tsx";
import { dateTime, iso } from "../../when.ts";
import type { Sheet } from "../sheet.ts";
import { BareForm, keptFor, type Typed } from "./act-form.tsx";

export function Tasks({ sheet, typed }: { sheet: Sheet; typed: Typed | null }) {
  const tasks = openTasks(sheet.entries);
  if (tasks.length === 0) return null;
  const { value, problems } = keptFor(typed, "done");
  return (
    <section class="sheet tasks" aria-labelledby="act-done">
      <h2 id="act-done">すること（{tasks.length}件）</h2>
      <ul class="plain">
        {tasks.map(({ id, at, body }, n) => (
          <li>
            <p>
              <b>{sheet.mask.text(body.what ?? "")}</b> <time datetime={iso(at)}>{dateTime(at)}</time>
            </p>
            <BareForm act="done" sheet={sheet}>
              <input type="hidden" name="task" value={id} />
              <TextField
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
