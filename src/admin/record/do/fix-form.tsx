// 確かめる・直す: what was heard are candidates; a person says what it is about, where, and whom.
import { NOT_ASKED, RELATIONS } from "../../../flow/codes.ts";
import type { Subject } from "../../../intake/intake.ts";
import { Choices, options, Select, TextField, Tick } from "../../look/field.tsx";
import { ActForm, keptFor, Why } from "./act-form.tsx";
import { MOST_PEOPLE } from "./fix-typed.ts";
import type { FormsProps } from "./forms.tsx";

export function FixForm({ room, sheet, typed }: FormsProps) {
  const { value, problems } = keptFor(typed, "fix");
  const { facts } = sheet.intake;
  const isKept = typed?.act === "fix";
  const others = isKept
    ? value("others").split(" ")
    : facts.categories.filter((code) => code !== facts.primaryCategory);
  return (
    <ActForm act="fix" title="確かめる・直す" sheet={sheet}>
      <details open={isKept}>
        <summary>困りごと、地区、だれのことかを確かめる</summary>
        <Select
          id="fix.category"
          label="一番困っていること"
          value={isKept ? value("category") : (facts.primaryCategory ?? "")}
          options={options(room.labels.category, "（わからない）")}
        />
        <details>
          <summary>ほかの困りごと</summary>
          <Choices
            id="fix.others"
            label="ほかの困りごと（いくつでも）"
            type="checkbox"
            options={options(room.labels.categoryShort)}
            chosen={others}
          />
        </details>
        <District room={room} sheet={sheet} kept={isKept ? value("district") : null} />
        <People room={room} sheet={sheet} typed={typed} />
        <Why id="fix.why" label="どう確かめたか（変えるときは要ります）" value={value("why")} problems={problems} />
        <Tick id="fix.all" label="ほかも、このままで確かめました" value={value("all")} problems={problems} />
        <button class="second">確かめた</button>
      </details>
    </ActForm>
  );
}

// ── helpers ──

/** A list where the office has one; else the words. */
function District({ room, sheet, kept }: Pick<FormsProps, "room" | "sheet"> & { kept: string | null }) {
  const { district, districtText } = sheet.intake.facts;
  const known = room.office.districts.map(({ code, label }) => ({ value: code, label }));
  if (known.length === 0) return <TextField id="fix.district" label="地区" value={kept ?? districtText} />;
  const blank = { value: "", label: "（わからない）" };
  return <Select id="fix.district" label="地区" value={kept ?? district ?? ""} options={[blank, ...known]} />;
}

/** Whoever may not know the reporter sees no relation: it tells who they are. Nobody can be added then. */
function People({ room, sheet, typed }: Omit<FormsProps, "staff">) {
  const { value } = keptFor(typed, "fix");
  const isKept = typed?.act === "fix";
  const people: (Subject | null)[] = [...sheet.intake.facts.subjects, ...(sheet.mask.hides ? [] : [null])];
  return (
    <>
      {people.slice(0, MOST_PEOPLE).map((one, n) => (
        <fieldset class="field pair">
          <legend>{one === null ? "ほかにいれば" : `${n + 1}人め`}</legend>
          {!sheet.mask.hides && (
            <Select
              id={`fix.relation${n}`}
              label="相談した人からみて"
              value={isKept ? value(`relation${n}`) : (one?.relation ?? "")}
              options={[{ value: "", label: one === null ? "（いない）" : "（この人ではない）" }, ...relationsFor(one)]}
            />
          )}
          <Select
            id={`fix.age${n}`}
            label="年代"
            value={isKept ? value(`age${n}`) : (one?.ageBand ?? "UNKNOWN")}
            options={options(room.labels.ageBand)}
          />
        </fieldset>
      ))}
    </>
  );
}

/** That it was not asked can be kept, not chosen. */
function relationsFor(one: Subject | null) {
  const codes = one?.relation === NOT_ASKED ? [NOT_ASKED, ...RELATIONS] : RELATIONS;
  return codes.map((code) => ({ value: code, label: code }));
}
