// What `advance` branches on is declared in full: whatever else stands in a state turns nothing.
import { describe, expect, test } from "vitest";
import { choicesIn } from "../../src/check/walk/explore.ts";
import { actsOf, type Act } from "../../src/check/walk/inputs.ts";
import { chance } from "../../src/check/walk/stray.ts";
import { begun, turn } from "../../src/check/walk/turn.ts";
import { controlOf } from "../../src/flow/control/control.ts";
import type { Say } from "../../src/flow/effect.ts";
import { inOneTurn } from "../../src/flow/listen/ear/memory.ts";
import type { State } from "../../src/flow/state.ts";
import { book } from "./talk.ts";

const { flow } = book;

/** A whole number below the one asked for, always the same for one seed. */
const numbers = (seed: number): ((below: number) => number) => {
  const draw = chance(seed);
  return (below) => Math.floor(draw() * below);
};

/** Each turn of talks at random, of 25 turns each. */
function met(talks: number): State[] {
  const draw = numbers(7);
  return Array.from({ length: talks }).flatMap(() => {
    let state = begun(flow);
    return Array.from({ length: 25 }, () => {
      const choices = [...actsOf(flow), ...choicesIn(flow, state)];
      const act = choices[draw(choices.length)];
      if (act !== undefined) ({ state } = turn(flow, state, act));
      return state;
    });
  });
}

/** The same in all that is declared, and different in nearly all that is not. */
function twinOf(state: State): State {
  const { answers, consents, risks, flags } = state;
  const kept = flags.filter((flag) => flag === "記録を望まない");
  return {
    ...state,
    intake: state.intake === null ? null : "another talk",
    startedAt: 1,
    lastAt: state.lastAt + 1000,
    version: "99",
    answers: Object.fromEntries(
      Object.entries(answers).map(([field, answer]) => [
        field,
        { ...answer, answer: "ちがうことば", at: 7, from: "m7" },
      ]),
    ),
    shown: Object.fromEntries(Object.keys(state.shown).map((field) => [field, "ちがう文"])),
    tries: state.tries === 2 ? 5 : state.tries,
    calm: state.calm === 1 ? 9 : state.calm,
    told: state.told >= 2 ? state.told + 3 : state.told,
    toldLength: state.toldLength >= 16 ? 900 : state.toldLength,
    sources: ["m7"],
    tags: [{ tag: "認知症疑い", of: "" }],
    aware: "KNOWS",
    risks: risks.map((risk) => ({ ...risk, words: "ちがう表現", at: 7, from: "m7" })),
    safety: "OK",
    consents: consents.map((line) => ({ ...line, version: "old", at: 7 })),
    flags: [...kept, "人と話したい"],
    supports: ["通訳"],
    wishes: ["ちがう望み"],
    avoids: ["夜はだめ"],
    safeToPush: !state.safeToPush,
    blocked: !state.blocked,
    receiptNo: state.receiptNo === null ? null : "2020-ABCDEF",
    linkedFrom: "an earlier record",
    heldUntil: 5,
  };
}

/** The same act in another talk: a button knows which talk it belongs to. */
const inTalk = ({ input, ...act }: Act, state: State): Act =>
  input.kind === "choice" && input.talk !== "0"
    ? { ...act, input: { ...input, talk: state.intake ?? "" } }
    : { ...act, input };

/** What is said: keys, questions in which words, buttons. */
const answerOf = (says: Say[]): string =>
  says
    .map(({ say, question, buttons }) =>
      [say, question?.field, question?.words, ...buttons.map(({ step, value }) => `${step}:${value}`)].join(),
    )
    .join("\n");

const states = inOneTurn(() => met(120));

describe("two states of one control", () => {
  test("answer every class of input alike, and come to one control again", () => {
    const unlike = inOneTurn(() =>
      states.flatMap((one) => {
        const other = twinOf(one);
        expect(controlOf(other)).toEqual(controlOf(one));
        // 送信取消 is left out: which message told what is no part of control.
        const acts = [...actsOf(flow), ...choicesIn(flow, one)].filter(({ input }) => input.kind !== "unsend");
        const draw = numbers(one.lastAt % 1000);
        return Array.from({ length: 6 }, () => acts[draw(acts.length)]).flatMap((act) => {
          if (act === undefined) return [];
          const [a, b] = [turn(flow, one, act), turn(flow, other, inTalk(act, other))];
          const [from, to] = [answerOf(a.says), answerOf(b.says)];
          if (from !== to) return [`${act.does}: ${from} | ${to} in ${JSON.stringify(controlOf(one))}`];
          const [next, also] = [controlOf(a.state), controlOf(b.state)].map((control) => JSON.stringify(control));
          return next === also ? [] : [`${act.does}: ${next} | ${also} in ${JSON.stringify(controlOf(one))}`];
        });
      }),
    );
    expect(unlike.slice(0, 3)).toEqual([]);
    // Twenty seconds of work on a quiet machine; nothing in it waits.
  }, 120_000);

  test("what is capped grows no further", () => {
    const { tries, tales, told, length } = controlOf({
      ...begun(flow),
      current: "role",
      phase: "asking",
      tries: 99,
      told: 99,
      toldLength: 9999,
    });
    expect([tries, tales, told, length]).toEqual([2, 0, 2, 16]);
  });
});
