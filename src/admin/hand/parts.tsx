// The four parts of a 受付票 written by hand.
import { CHANNELS, RELATIONS } from "../../flow/codes.ts";
import type { Problem } from "../../intake/acts.ts";
import { Choices, options, Select, TextArea, TextField, Tick } from "../look/field.tsx";
import type { Room } from "../room.ts";
import { ROLE_ASKED, type Written } from "./read.ts";

interface PartProps {
  room: Room;
  written: Written;
  problems: Problem[];
}

const same = (codes: readonly string[]) => codes.map((code) => ({ value: code, label: code }));
const BLANK = { value: "", label: "（聞いていない）" };

/** What it is about. */
export function About({ room, written: { one }, problems }: PartProps) {
  const { urgency, category, ageBand } = room.labels;
  return (
    <section class="sheet" aria-labelledby="about">
      <h2 id="about">相談のこと</h2>
      <Choices
        id="channel"
        label="受けた方法"
        type="radio"
        options={same(CHANNELS.filter((c) => c !== "LINE"))}
        chosen={[one("channel")]}
      />
      <TextArea
        id="narrative"
        label="聞いたこと"
        hint="相手の言葉のまま、短くてもかまいません。"
        rows={10}
        value={one("narrative")}
        problems={problems}
      />
      <Select id="urgency" label="緊急度" value={one("urgency")} options={options(urgency)} />
      <Select
        id="category"
        label="一番困っていること"
        value={one("category")}
        options={options(category, BLANK.label)}
      />
      <Select id="ageBand" label="本人の年代" value={one("ageBand")} options={options(ageBand, BLANK.label)} />
      <District room={room} written={{ one, many: () => [] }} problems={problems} />
    </section>
  );
}

/** A list where the office has one; else the words. */
function District({ room, written: { one }, problems }: PartProps) {
  const districts = room.office.districts.map(({ code, label }) => ({ value: code, label }));
  if (districts.length === 0)
    return <TextField id="district" label="地区" value={one("district")} problems={problems} />;
  return <Select id="district" label="地区" value={one("district")} options={[BLANK, ...districts]} />;
}

/** Who told us. */
export function Told({ room, written: { one }, problems, seesReporter }: PartProps & { seesReporter: boolean }) {
  const hint = seesReporter
    ? undefined
    : "本人以外からの相談では、保存したあと、書いた人には見えません。権限のある職員だけが見られます。";
  return (
    <section class="sheet" aria-labelledby="told">
      <h2 id="told">相談した人</h2>
      <Select
        id="role"
        label={ROLE_ASKED}
        hint={hint}
        value={one("role")}
        options={options(room.labels.role, BLANK.label)}
      />
      <Select
        id="relation"
        label="相談した人からみて、本人は"
        value={one("relation")}
        options={[BLANK, ...same(RELATIONS)]}
      />
      <TextField id="name" label="名前（言わなければ空けておく）" value={one("name")} problems={problems} />
      <Tick id="anonymous" label="名前を出したくない" value={one("anonymous")} />
    </section>
  );
}

/** How to reach them. */
export function Reach({ room, written: { one, many }, problems }: PartProps) {
  const ways = options(room.labels.channel).filter(({ value }) => value !== "LINE");
  return (
    <section class="sheet" aria-labelledby="reach">
      <h2 id="reach">連絡のしかた</h2>
      <Choices id="contact" label="使ってよい方法" type="checkbox" options={ways} chosen={many("contact")} />
      <TextField id="phone" label="電話・FAXの番号、メールアドレス" value={one("phone")} problems={problems} />
      <TextField id="window" label="時間" value={one("window")} problems={problems} />
      <TextField
        id="nameToUse"
        label="名のり方"
        hint="電話でこちらが名のる名前"
        value={one("nameToUse")}
        problems={problems}
      />
      <TextField id="avoid" label="知られたくない相手" value={one("avoid")} problems={problems} />
    </section>
  );
}

/** What was agreed by word of mouth. */
export function Agreement({ written: { one } }: PartProps) {
  const values = [
    { value: "GIVEN", label: "利用目的を伝え、記録に同意があった" },
    { value: "REFUSED", label: "利用目的を伝え、記録に同意しなかった" },
    { value: "NOT_ASKED", label: "聞いていない" },
  ];
  return (
    <section class="sheet" aria-labelledby="agreement">
      <h2 id="agreement">口頭での同意</h2>
      <Choices id="consent" label="記録への同意" type="radio" options={values} chosen={[one("consent")]} />
    </section>
  );
}
