// What the walk rests on: equal shapes answer alike, the flow that remembers answers as the whole one, and the words of the walk
// are heard as what they stand for.
import { describe, expect, test } from "vitest";
import { choicesIn } from "../../src/check/walk/explore.ts";
import { ACTS, type Act } from "../../src/check/walk/inputs.ts";
import { recalling } from "../../src/check/walk/recall.ts";
import { outlineOf, shapeOf } from "../../src/check/walk/shape.ts";
import { chance } from "../../src/check/walk/strays.ts";
import { begun, turn } from "../../src/check/walk/turn.ts";
import type { Say } from "../../src/flow/effect.ts";
import { intentOf } from "../../src/flow/listen/intent.ts";
import { listenOf } from "../../src/flow/flow.ts";
import type { State } from "../../src/flow/state.ts";
import { book } from "../flow/talk.ts";

const flow = recalling(book.flow);

/** A whole number below the one asked for. */
const numbers = (seed: number): ((below: number) => number) => {
  const draw = chance(seed);
  return (below) => Math.floor(draw() * below);
};

/** States that talks of 25 turns at random come to. */
function met(talks: number): State[] {
  const draw = numbers(7);
  return Array.from({ length: talks }).flatMap(() => {
    let state = begun(flow);
    return Array.from({ length: 25 }, () => {
      const choices = choicesIn(flow, state);
      const act = choices[draw(choices.length)]?.act;
      if (act !== undefined) ({ state } = turn(flow, state, act));
      return state;
    });
  });
}

/** An answer without what hangs on likely categories: which of them are buttons. */
const answerOf = (says: Say[]): string =>
  says
    .map(({ say, question, buttons }) =>
      [
        say,
        question?.field,
        question?.words,
        ...buttons.filter(({ step }) => step !== "category").map(({ value }) => value),
      ].join(),
    )
    .join(";");

/** The same act in another talk: a button knows which talk it belongs to. */
const inTalk = ({ input, ...act }: Act, state: State): Act =>
  input.kind === "choice" && input.talk !== "0"
    ? { ...act, input: { ...input, talk: state.intake ?? "" } }
    : { ...act, input };

const states = met(200);

describe("states of one shape", () => {
  const twins = [...Map.groupBy(states, (state) => shapeOf(flow, state)).values()].flatMap(([first, ...others]) =>
    others.filter((other) => JSON.stringify(other) !== JSON.stringify(first)).map((other) => [first, other] as const),
  );
  test("there are many of them", () => expect(twins.length).toBeGreaterThan(20));

  test("answer every class of input alike, and come to one shape again", () => {
    const draw = numbers(3);
    const unlike = twins.flatMap(([one, other]) => {
      if (one === undefined) return [];
      // 送信取消 is left out: which message told what is no part of the shape.
      const acts = choicesIn(flow, one).filter(({ act }) => act.input.kind !== "unsend");
      return Array.from({ length: 12 }, () => acts[draw(acts.length)]?.act).flatMap((act) => {
        if (act === undefined) return [];
        const [a, b] = [turn(flow, one, act), turn(flow, other, inTalk(act, other))];
        const alike = answerOf(a.says) === answerOf(b.says) && shapeOf(flow, a.state) === shapeOf(flow, b.state);
        return alike ? [] : [`${act.does} in ${shapeOf(flow, one)}`];
      });
    });
    expect(unlike).toEqual([]);
  });

  test("stand in one outline", () => {
    expect(twins.filter(([one, other]) => one && outlineOf(flow, one) !== outlineOf(flow, other))).toEqual([]);
  });
});

test("the flow that remembers what it heard answers as the whole one", () => {
  const draw = numbers(11);
  const unlike = Array.from({ length: 400 }, () => states[draw(states.length)]).flatMap((state) => {
    const act = ACTS[draw(ACTS.length)];
    if (state === undefined || act === undefined) return [];
    const same = JSON.stringify(turn(flow, state, act)) === JSON.stringify(turn(book.flow, state, act));
    return same ? [] : [act.does];
  });
  expect(unlike).toEqual([]);
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
