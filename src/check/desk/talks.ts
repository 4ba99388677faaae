// The talks that are held at the counter: every course in every language, answered, passed over, in words that mean nothing,
// refused, and in danger. What comes next goes by the question that stands, as a person goes by it.
import { buttonsIn } from "../walk/buttons.ts";
import type { Role } from "../../flow/codes.ts";
import { labelsOf, type Flow } from "../../flow/flow.ts";
import type { Input } from "../../flow/input.ts";
import type { State } from "../../flow/state.ts";

export interface Talk {
  /** In Japanese, for whoever reads of a fault. */
  name: string;
  /** Silence and 送信取消 are tried after every turn of it, and not only at its end. */
  everyTurn: boolean;
  /** What this person does next; null at the end. */
  next(state: State | null, turn: number): Input | null;
}

/** Every way in Japanese; in the other languages the way that answers everything. */
export const talksOf = (flow: Flow): Talk[] =>
  flow.courses.flatMap(({ title, for: roles }) =>
    Object.keys(flow.words).flatMap((lang) =>
      WAYS.filter(({ everywhere }) => everywhere || lang === "ja").map((way) => ({
        name: `${title}（${lang}）、${way.name}`,
        everyTurn: lang === "ja",
        next: (state: State | null, turn: number) =>
          turn >= TURNS || state?.phase === "done"
            ? null
            : (first(lang, roles, turn) ?? way.next(flow, state, { roles, turn })),
      })),
    ),
  );

// --- internal ---

/** More than anybody needs for one course. */
const TURNS = 18;

interface At {
  /** Those whom the course is for. */
  roles: Role[];
  turn: number;
}

interface Way {
  name: string;
  everywhere: boolean;
  next(flow: Flow, state: State | null, of: At): Input;
}

const text = (words: string): Input => ({ kind: "text", text: words });

/** They add the account, choose their language, and tell something. Who is a child is heard, and not asked. */
const first = (lang: string, roles: Role[], turn: number): Input | null =>
  turn === 0
    ? { kind: "follow" }
    : turn === 1
      ? { kind: "choice", talk: "0", step: "lang", value: lang, label: lang }
      : turn === 2
        ? text(
            `${roles.includes("CHILD") ? "中学2年です。" : ""}おととい、ふくろう町の倉庫のことで、いろいろとあったのです`,
          )
        : null;

const WAYS: Way[] = [
  { name: "すべてに答える", everywhere: true, next: (flow, state, of) => pressed(flow, state, of, 0) },
  {
    name: "すべてことばで答える",
    everywhere: false,
    next: (flow, state, of) =>
      ["role", "consent", "check"].includes(state?.current ?? "")
        ? pressed(flow, state, of, 0)
        : state?.current === "contact"
          ? text(`電話は090-1234-5${String(of.turn).padStart(3, "0")}です`)
          : text(`むかし住んでいた山かげの家のこと、そのまた${of.turn}番めの話です`),
  },
  { name: "すべてとばす", everywhere: false, next: (flow, state, of) => pressed(flow, state, of, -1) },
  {
    name: "記録をことわる",
    everywhere: false,
    next: (flow, state, of) => pressed(flow, state, of, state?.current === "consent" ? 1 : 0),
  },
  {
    name: "危険を話す",
    everywhere: false,
    next: (flow, state, of) =>
      of.turn === 4 ? text("もう死にたいと、毎晩かんがえています") : pressed(flow, state, of, 0),
  },
];

/** A role of the course where it is asked, else the n-th button of the question (-1: the last); where none stands, on. */
function pressed(flow: Flow, state: State | null, { roles, turn }: At, n: number): Input {
  const field = state?.current ?? "";
  if (state === null) return text(`はじめまして、${turn}のものです`);
  if (field === "") return { kind: "choice", talk: "", step: "talk", value: "RESUME", label: "" };
  const own = buttonsIn(flow, state).map(({ input }) => input);
  const buttons = own.filter((input) => input.kind === "choice" && input.step === field);
  const role = buttons.find((input) => input.kind === "choice" && roles.some((one) => one === input.value));
  if (field === "role") return role ?? text(labelsOf(flow, state.lang, "role")[roles[0] ?? ""] ?? "");
  return buttons.at(n) ?? text(`つづきは、またあとで、${turn}回めにお話しするつもりです`);
}
