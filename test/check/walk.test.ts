// What the walk rests on: an ear that remembers through many turns hears as a fresh one, and the words of the walk
// are heard as what they stand for.
import { describe, expect, test } from "vitest";
import { choicesIn } from "../../src/check/walk/explore.ts";
import { actsOf } from "../../src/check/walk/inputs.ts";
import { chance } from "../../src/check/walk/stray.ts";
import { begun, turn } from "../../src/check/walk/turn.ts";
import { inOneTurn } from "../../src/flow/listen/ear/memory.ts";
import { intentOf } from "../../src/flow/listen/intent.ts";
import { listenOf } from "../../src/flow/flow.ts";
import type { State } from "../../src/flow/state.ts";
import { book } from "../flow/talk.ts";

const { flow } = book;
const ACTS = actsOf(flow);
const draw = chance(7);
const oneOf = <T>(list: T[]): T | undefined => list[Math.floor(draw() * list.length)];

/** States that talks of 25 turns at random come to. */
const states: State[] = Array.from({ length: 100 }).flatMap(() => {
  let state = begun(flow);
  return Array.from({ length: 25 }, () => {
    const act = oneOf([...ACTS, ...choicesIn(flow, state)]);
    if (act !== undefined) ({ state } = turn(flow, state, act));
    return state;
  });
});

test("an ear that remembers through many turns hears as a fresh one", () => {
  const tries = Array.from({ length: 400 }, () => [oneOf(states), oneOf(ACTS)] as const);
  const answers = (): string[] =>
    tries.map(([state, act]) => (state && act ? JSON.stringify(turn(flow, state, act)) : ""));
  expect(inOneTurn(answers)).toEqual(answers());
});

describe("the words of the walk", () => {
  const intents = ACTS.flatMap(({ does, input }) =>
    does.startsWith("ことば ") && input.kind === "text" ? [[input.text, does.slice("ことば ".length)] as const] : [],
  );
  test.each(intents)("「%s」 is heard as %s", (text, intent) => {
    expect(intentOf(listenOf(book.flow, "ja"), text)).toBe(intent);
  });

  const dangers = ACTS.flatMap(({ danger, input }) =>
    danger?.startsWith("danger-") === true && input.kind === "text" ? [[input.text, danger] as const] : [],
  );
  test.each(dangers)("「%s」 is answered with %s", (text, answer) => {
    const { says } = turn(book.flow, begun(book.flow), { does: "", input: { kind: "text", text } });
    expect(says[0]?.say).toBe(answer);
  });
});
