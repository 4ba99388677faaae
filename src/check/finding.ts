// What the proof finds: which law is broken, where in flows/ that stands, and the shortest talk that leads there.
import type { Role } from "../flow/codes.ts";
import { courseOf, type Flow } from "../flow/flow.ts";
import type { Step } from "./walk/explore.ts";

/** The laws, by the name a finding carries. */
export const LAWS = {
  book: "flows/ の書きまちがい",
  record: "記録が職員に届かない",
  again: "同じ質問が三回以上くりかえされる",
  "dead-end": "終わりまで行けない",
  unreachable: "だれもたどりつけない設問",
  unanswered: "返事がない",
  unkept: "ことばが残らない",
  danger: "危険なことばに、すぐ番号が出ない",
  alert: "危険なのに、職員への急ぎの知らせがない",
  lowered: "緊急度が下がる",
  silence: "人に見られているときに、一行より多く話す",
  limits: "LINEの決まりに入らない",
  missing: "ことばのない言語がある",
  gap: "{{…}} が残る、または文が空になる",
  refusing: "断ることば",
  "lock-screen": "待ち受け画面に出る文に、相談の中身が出る",
  twice: "二度とどいた出来事で、何かが変わる",
  "taken-back": "送信を取り消したことばが残る",
  easy: "やさしい日本語なのに、むずかしい",
  long: "設問が多すぎる",
  deaf: "危険なことばに気づかない",
  alarm: "危険でないことばで騒ぐ",
  closed: "閉じた機関をすすめる",
  directory: "機関の名簿が空だと動かない",
} as const;
export type Law = keyof typeof LAWS;

/** A place in flows/, by path inside the file. */
export interface Place {
  file: string;
  path: (string | number)[];
}

export interface Finding {
  law: Law;
  /** In Japanese, for whoever writes flows/. */
  what: string;
  place: Place;
  /** The shortest talk that leads there; empty where none is needed. */
  talk: Step[];
}

/** Where a step of the flow stands. */
export function atStep(flow: Flow, field: string, role: Role | null = null): Place {
  const course = [courseOf(flow, role), flow.start, ...flow.courses].find(({ steps }) =>
    steps.some(({ fills }) => fills === field),
  );
  if (course === undefined) return { file: "words/ja.yaml", path: ["questions", field] };
  const n = course.steps.findIndex(({ fills }) => fills === field);
  return { file: `talks/${course.id}.yaml`, path: ["steps", n] };
}

/** Where the words of a language stand. */
export const atWords = (lang: string, ...path: string[]): Place => ({ file: `words/${lang}.yaml`, path });
