// 同意を書きとめる: what was agreed to or taken back on the telephone, at the counter or on paper.
import { SPOKEN_METHODS, SPOKEN_SCOPES, SPOKEN_VALUES } from "../../../intake/act/consent.ts";
import { Select, TextArea } from "../../look/field.tsx";
import type { FormsProps } from "./forms.tsx";
import { ActForm, keptFor } from "./act-form.tsx";

const FIRST = { value: "", label: "（選ぶ）" };

export function ConsentForm({ room, sheet, typed }: FormsProps) {
  const { value, problems } = keptFor(typed, "consent");
  const { scope, consent } = room.labels;
  const scopes = SPOKEN_SCOPES.map((code) => ({ value: code, label: scope[code] }));
  const values = SPOKEN_VALUES.map((code) => ({ value: code, label: consent[code] }));
  const methods = SPOKEN_METHODS.map((code) => ({ value: code, label: code }));
  return (
    <ActForm act="consent" title="同意を書きとめる" sheet={sheet}>
      <details open={typed?.act === "consent"}>
        <summary>聞いた同意と、取り下げを書きとめる</summary>
        <Select
          id="consent.scope"
          label="何について"
          value={value("scope")}
          options={[FIRST, ...scopes]}
          problems={problems}
        />
        <Select
          id="consent.value"
          label="どう答えたか"
          value={value("value")}
          options={[FIRST, ...values]}
          problems={problems}
        />
        <Select
          id="consent.method"
          label="どう聞いたか"
          value={value("method") || "口頭"}
          options={methods}
          problems={problems}
        />
        <TextArea
          id="consent.text"
          label="だれが、何と言ったか"
          hint="本人の言葉で。機関の名前や、いつまでかも。取り下げは、書きとめたときから効きます。"
          value={value("text")}
          problems={problems}
        />
        <button class="second">書きとめる</button>
      </details>
    </ActForm>
  );
}
