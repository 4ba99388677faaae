// Each law of the walk is broken by a program that forgets just that: one turn of the real one, spoilt in one place.
import { describe, expect, test } from "vitest";
import { broken } from "../../src/check/law/acts.ts";
import { waysOf } from "../../src/check/law/ways.ts";
import type { Law } from "../../src/check/finding.ts";
import { beginning, type Edge, type Node, type Step } from "../../src/check/walk/explore.ts";
import { actsOf, type Act } from "../../src/check/walk/inputs.ts";
import { begun, turn, type Turned } from "../../src/check/walk/turn.ts";
import type { State } from "../../src/flow/state.ts";
import { book } from "../flow/talk.ts";

const { flow } = book;
const write = (text: string): Act => ({ does: "", input: { kind: "text", text } });
const QUIET: Act = { does: "沈黙", input: { kind: "quiet" } };
const danger = (risk: string): Act => actsOf(flow).find((act) => act.risk === risk && act.held !== true)!;
const COVERED = actsOf(flow).find((act) => act.danger === "neutral")!;

const after = (...acts: Act[]): State => acts.reduce((state, act) => turn(flow, state, act).state, begun(flow));
const nodeOf = (state: State, n: number, from: Node | null = null, by: Step | null = null): Node => ({
  n,
  state,
  from,
  by,
});

/** The act, played by the program, and then spoilt. */
function edge(before: State, act: Act, spoil: (turned: Turned) => Partial<Turned> = () => ({})): Edge {
  const turned = turn(flow, before, act);
  const step = { act, in: before, note: "" };
  const from = nodeOf(before, 0);
  return { ...turned, ...spoil(turned), from, to: nodeOf(turned.state, 1, from, step), step };
}

const lawsOf = (spoilt: Edge): Law[] => broken(flow, spoilt).map(({ law }) => law);
const without =
  (what: string) =>
  ({ effects }: Turned): Partial<Turned> => ({ effects: effects.filter((effect) => effect.do !== what) });
const state =
  (change: Partial<State>) =>
  (turned: Turned): Partial<Turned> => ({ state: { ...turned.state, ...change } });

const TAKING_BACK = actsOf(flow).find((act) => act.decides === true)!;

const FIRST = begun(flow);
const TOLD = after(write("借金が払えなくて困っています"));
const IN_DANGER = after(danger("SELF_HARM"));

/** Somebody who was asked once whether what they wrote may be erased. */
const ASKED_TO_ERASE: State = { ...TOLD, shown: { ...TOLD.shown, erase: "" } };

const SPOILT: [forgets: string, law: Law, Edge, spoil: (turned: Turned) => Partial<Turned>][] = [
  ["to answer", "unanswered", edge(TOLD, write("ふにゃほにゃ")), () => ({ says: [] })],
  ["who takes consent back while staff speak", "unanswered", edge(TOLD, TAKING_BACK), () => ({ says: [] })],
  ["the first words", "unkept", edge(FIRST, write("こんにちは")), state({ intake: null })],
  ["whoever falls silent", "record", edge(TOLD, QUIET), state({ filed: null })],
  ["to give staff the record", "record", edge(TOLD, QUIET), without("file")],
  ["that staff have the record", "record", edge(IN_DANGER, write("ありがとう")), state({ filed: null })],
  ["that new words are unread", "record", edge(IN_DANGER, write("まだつらいです")), without("file")],
  ["the numbers", "danger", edge(TOLD, danger("DV")), ({ says }) => ({ says: says.slice(1) })],
  ["that the numbers come first", "danger", edge(TOLD, danger("DV")), ({ says }) => ({ says: says.toReversed() })],
  ["the people on duty", "alert", edge(TOLD, danger("MEDICAL")), without("alert")],
  ["how urgent it was", "lowered", edge(IN_DANGER, write("もう大丈夫")), state({ urgency: "E3" })],
  ["that others look", "silence", edge(TOLD, COVERED), ({ says }) => ({ says: [...says, ...says] })],
  [
    "that it asked whether to erase",
    "again",
    edge(ASKED_TO_ERASE, write("ふにゃほにゃ")),
    ({ says }) => ({ says: says.map((say) => ({ ...say, question: { field: "erase", words: "ask" } })) }),
  ],
  [
    "that life outweighs the wish to be erased",
    "unkept",
    edge(IN_DANGER, write("記録しないで")),
    () => ({ erased: true }),
  ],
];

describe("a program that forgets", () => {
  test.each(SPOILT)("%s breaks the law 「%s」", (_, law, whole, spoil) => {
    expect(lawsOf(whole), "the program as it is breaks none").toEqual([]);
    expect(lawsOf({ ...whole, ...spoil(whole) })).toContain(law);
  });

  test("a refutation tells the talk that leads there, with file and line", () => {
    const [found] = broken(flow, { ...edge(TOLD, write("ふにゃ")), says: [] });
    expect([found?.place, found?.talk.length]).toEqual([{ file: "talks/start.yaml", path: ["steps", 0] }, 1]);
  });
});

describe("ways that", () => {
  /** From nobody to the first question, which everything but the end leads back to. */
  const asked = after(write("こんにちは"));
  const [from, to] = [nodeOf(FIRST, 0), nodeOf(asked, 1)];
  const step: Step = { act: write("ふにゃほにゃ"), in: asked, note: "" };
  const again: Edge = { ...edge(FIRST, write("こんにちは")), state: asked, from: to, to, step };
  const laws = (...edges: Edge[]): Law[] => {
    const ways = waysOf();
    for (const one of edges) ways.note(one);
    return ways.broken({ ...beginning(flow, []), nodes: [from, to] }).map(({ law }) => law);
  };

  test("put the same question for ever", () => expect(laws(again)).toContain("again"));
  test("come to no end", () => expect(laws({ ...again, from, to })).toContain("dead-end"));
  test("never come to a question", () => expect(laws()).toContain("unreachable"));
});
