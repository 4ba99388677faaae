// What was understood, as staff read it: a person, a place, a reason, a candidate.
import type { Subject } from "../../../intake/intake.ts";
import { labelOf } from "../../labels.ts";
import type { Room } from "../../room.ts";

/** 「親・75〜84歳（本人は知らない）」. The relation tells who the reporter is. */
export function subjectWords(
  room: Room,
  { relation, called = "", ageBand, district, aware, issueTags }: Subject,
  hides: boolean,
): string {
  const who = [
    hides ? "" : called === "" || called === relation ? relation : `${relation}（${called}）`,
    ageBand === "UNKNOWN" ? "年代はわからない" : labelOf(room.labels.ageBand, ageBand),
  ];
  const place = district === null ? "" : districtOf(room, district, "");
  const knows = relation === "本人" || aware === "わからない" ? "" : `（本人は相談を${aware}）`;
  return [...who, place, ...issueTags].filter(Boolean).join("・") + knows;
}

export function districtOf({ office }: Room, code: string | null, typed: string): string {
  const label = office.districts.find((district) => district.code === code)?.label ?? code ?? "";
  return [label, typed && typed !== label ? `「${typed}」` : ""].filter(Boolean).join(" ");
}

/** `SELF_HARM: 死にたい` → 「死にたい」（自殺・自傷）. */
export function reasonWords({ labels }: Room, reason: string): string {
  const [, risk, words] = /^([A-Z_]+): (.+)$/s.exec(reason) ?? [];
  return risk === undefined ? reason : `「${words}」（${labelOf(labels.risk, risk)}）`;
}

/** `category:CARE` → 困りごと「介護のこと」. */
export function proposalWords({ labels }: Room, proposal: string): string {
  const [, code] = /^category:(\w+)$/.exec(proposal) ?? [];
  return code === undefined ? proposal : `困りごと「${labelOf(labels.category, code)}」`;
}
