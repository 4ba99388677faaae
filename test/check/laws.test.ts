// Each law of the walk refutes what breaks it. The engine keeps them all, so one act of a real talk is made to break one.
import { describe, expect, test } from "vitest";
import type { Law } from "../../src/check/finding.ts";
import { broken } from "../../src/check/law/acts.ts";
import { waysOf } from "../../src/check/law/ways.ts";
import { beginning, come, type Edge, type Node, type Walk } from "../../src/check/walk/explore.ts";
import type { Act } from "../../src/check/walk/inputs.ts";
import { turn } from "../../src/check/walk/turn.ts";
import { book } from "../flow/talk.ts";

const { flow } = book;
const say = (text: string, more: Partial<Act> = {}): Act => ({ does: text, input: { kind: "text", text }, ...more });

/** The last act of a talk that goes as it should. */
function lastOf(walk: Walk, ...acts: Act[]): Edge {
  let at: Node = walk.nodes[0]!;
  let edge: Edge | null = null;
  for (const act of acts) {
    const step = { act, in: at.state, note: "" };
    const turned = turn(walk.flow, at.state, act);
    edge = { ...turned, from: at, to: come(walk, at, step, turned), step };
    at = { ...edge.to, state: turned.state };
  }
  return edge!;
}
const talk = (...acts: Act[]): Edge => lastOf(beginning(flow, []), ...acts);

const STORY = say("母のことで困っています");
const QUIET: Act = { does: "沈黙", input: { kind: "quiet" } };
const DANGER = say("もう死にたい", { danger: "danger-SELF_HARM", risk: "SELF_HARM" });

const BREAKS: [what: string, law: Law, edge: Edge][] = [
  ["words that open no record", "unkept", ((e) => ({ ...e, state: { ...e.state, intake: null } }))(talk(STORY))],
  ["words without an answer", "unanswered", { ...talk(STORY), says: [] }],
  ["silence that files nothing", "record", ((e) => ({ ...e, state: { ...e.state, filed: null } }))(talk(STORY, QUIET))],
  ["filed, and not handed on", "record", { ...talk(STORY, QUIET), effects: [] }],
  [
    "a record that is taken away",
    "record",
    ((e) => ({ ...e, state: { ...e.state, filed: null } }))(talk(DANGER, say("はい"))),
  ],
  ["danger erased", "unkept", { ...talk(DANGER, say("はい")), erased: true }],
  ["danger answered with a question", "danger", ((e) => ({ ...e, says: e.says.slice(1) }))(talk(DANGER))],
  [
    "danger that nobody is told of",
    "alert",
    ((e) => ({ ...e, effects: e.effects.filter((one) => one.do !== "alert") }))(talk(DANGER)),
  ],
  [
    "urgency that falls",
    "lowered",
    ((e) => ({ ...e, state: { ...e.state, urgency: "E9" as const } }))(talk(DANGER, say("はい"))),
  ],
  [
    "more than one line while others look",
    "silence",
    { ...talk(STORY, say("夫に殴られています", { danger: "neutral", risk: "DV" })) },
  ],
];

describe("an act", () => {
  test.each(BREAKS)("%s → %s", (_, law, edge) => {
    const found = broken(flow, edge);
    expect(found.map((one) => one.law)).toContain(law);
    expect(found[0]?.talk.length).toBeGreaterThan(0);
  });

  test("as it truly goes breaks none", () => {
    expect(
      [talk(STORY), talk(STORY, QUIET), talk(DANGER), talk(DANGER, say("はい"))].flatMap((edge) => broken(flow, edge)),
    ).toEqual([]);
  });
});

describe("the ways", () => {
  /** The question of whom it is about, put at every word that is no answer. */
  const puts = (times: number): Law[] => {
    const [walk, ways] = [beginning(flow, []), waysOf()];
    const { to: asked } = lastOf(walk, say("こんにちは"));
    let at = asked;
    for (let n = 0; n < times; n += 1) {
      const node: Node = { n: walk.nodes.length, state: asked.state, from: at, by: null };
      walk.nodes.push(node);
      const act = say("ふにゃほにゃ");
      const turned = turn(walk.flow, asked.state, act);
      ways.note({ ...turned, state: asked.state, from: at, to: node, step: { act, in: at.state, note: "" } });
      at = node;
    }
    return ways
      .broken(walk)
      .map(({ law }) => law)
      .filter((law) => law === "again");
  };
  test("a question may be put, and put once more", () => expect(puts(1)).toEqual([]));
  test("a third time is too often", () => expect(puts(2)).toEqual(["again"]));

  test("nobody is led from where there is no way to the end", () => {
    const [walk, ways] = [beginning(flow, []), waysOf()];
    ways.note(lastOf(walk, STORY));
    expect(ways.broken(walk).map(({ law }) => law)).toContain("dead-end");
  });
});
