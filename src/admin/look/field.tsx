// A field is label, hint, error and input together, so that an input without a name cannot be written.
import type { Child } from "hono/jsx";
import type { Problem } from "../../intake/acts.ts";

export interface Ask {
  /** Unique on the page; the name in the form is the part after the last dot (`status.why` → `why`). */
  id: string;
  label: string;
  hint?: Child;
  value?: string;
  problems?: Problem[];
}

export interface Option {
  value: string;
  label: string;
}

export function TextField(ask: Ask & { type?: string; autocomplete?: string; inputmode?: "tel"; maxlength?: number }) {
  const { type = "text", autocomplete = "off", inputmode, maxlength } = ask;
  return (
    <Field ask={ask}>
      <input {...named(ask)} {...{ type, autocomplete, inputmode, maxlength }} value={ask.value ?? ""} />
    </Field>
  );
}

export function TextArea(ask: Ask & { rows?: number }) {
  return (
    <Field ask={ask}>
      <textarea {...named(ask)} rows={ask.rows ?? 3}>
        {/* A browser eats the first line break. */}
        {`\n${ask.value ?? ""}`}
      </textarea>
    </Field>
  );
}

export function Select(ask: Ask & { options: Option[] }) {
  return (
    <Field ask={ask}>
      <select {...named(ask)}>
        {ask.options.map(({ value, label }) => (
          <option value={value} selected={value === (ask.value ?? "")}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** One question answered by one of a few (radio) or several (checkbox). */
export function Choices(ask: Ask & { type: "radio" | "checkbox"; options: Option[]; chosen: string[] }) {
  const problem = problemOf(ask);
  return (
    <fieldset class={problem ? "field wrong" : "field"} id={ask.id}>
      <legend>{ask.label}</legend>
      {ask.hint && <p class="hint">{ask.hint}</p>}
      {problem && <p class="error">{problem}</p>}
      {ask.options.map(({ value, label }) => (
        <label class="choice">
          <input type={ask.type} name={nameOf(ask)} value={value} checked={ask.chosen.includes(value)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

/** One box to tick: its value is "yes". */
export function Tick(ask: Ask) {
  const problem = problemOf(ask);
  return (
    <div class={problem ? "field wrong" : "field"}>
      {problem && (
        <p class="error" id={`${ask.id}-error`}>
          {problem}
        </p>
      )}
      <label class="choice">
        <input {...named(ask)} type="checkbox" value="yes" checked={ask.value === "yes"} />
        {ask.label}
      </label>
    </div>
  );
}

/** What has to be mended, at the top of the page, each with a link to its field. */
export function Mend({ problems, form = "", title = UNSAVED }: { problems: Problem[]; form?: string; title?: string }) {
  if (problems.length === 0) return null;
  return (
    <div class="mend" role="alert">
      <h2>{title}</h2>
      <ul>
        {problems.map(({ field, say }) => (
          <li>
            <a href={`#${form}${field}`}>{say}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

const UNSAVED = "まだ保存していません。ここを直してください";

/** Codes and their labels as options. */
export function options(labels: Record<string, string>, first?: string): Option[] {
  const all = Object.entries(labels).map(([value, label]) => ({ value, label }));
  return first === undefined ? all : [{ value: "", label: first }, ...all];
}

// ── helpers ──

function Field({ ask, children }: { ask: Ask; children: Child }) {
  const problem = problemOf(ask);
  return (
    <div class={problem ? "field wrong" : "field"}>
      <label for={ask.id}>{ask.label}</label>
      {ask.hint && (
        <p class="hint" id={`${ask.id}-hint`}>
          {ask.hint}
        </p>
      )}
      {problem && (
        <p class="error" id={`${ask.id}-error`}>
          {problem}
        </p>
      )}
      {children}
    </div>
  );
}

function named(ask: Ask) {
  const problem = problemOf(ask);
  const described = [ask.hint && `${ask.id}-hint`, problem && `${ask.id}-error`].filter(Boolean).join(" ");
  return {
    id: ask.id,
    name: nameOf(ask),
    "aria-describedby": described || undefined,
    "aria-invalid": problem ? ("true" as const) : undefined,
  };
}

const nameOf = ({ id }: Ask): string => id.slice(id.lastIndexOf(".") + 1);
const problemOf = (ask: Ask): string | undefined => ask.problems?.find(({ field }) => field === nameOf(ask))?.say;
