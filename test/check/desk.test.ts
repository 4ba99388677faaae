// What the proof asks of the counter is refuted where the counter forgets: each law by a store that breaks it.
import { describe, expect, test } from "vitest";
import type { Book } from "../../src/book/book.ts";
import { counterOf } from "../../src/check/desk/counter.ts";
import { deskBroken } from "../../src/check/desk/laws.ts";
import { talksOf } from "../../src/check/desk/talks.ts";
import type { Law } from "../../src/check/finding.ts";
import type { Move, Store, TalkStore } from "../../src/ports.ts";
import { memoryStore } from "../../src/store/memory.ts";
import { book } from "../flow/talk.ts";

/** One course in one language is enough to find what the store forgets. */
const small: Book = {
  ...book,
  flow: {
    ...book.flow,
    courses: book.flow.courses.filter(({ id }) => id === "self"),
    words: { ja: book.flow.words["ja"]! },
  },
};

const changed = (change: (talks: TalkStore) => Partial<TalkStore>) => (): Store => {
  const store = memoryStore();
  return { ...store, talks: { ...store.talks, ...change(store.talks) } };
};

const withoutRetractions = ({ filing, ...move }: Move): Move => ({
  ...move,
  ...(filing && { filing: { ...filing, retractions: [] } }),
});

const BROKEN: [defect: string, law: Law, open: () => Store][] = [
  [
    "which events were seen",
    "twice",
    changed(({ commit }) => ({
      commit: (moves) => commit(moves.map((move) => ({ ...move, talk: { ...move.talk, seen: [] } }))),
    })),
  ],
  ["whose time has come", "record", changed(() => ({ due: async () => [] }))],
  [
    "that words were taken back",
    "taken-back",
    changed(({ commit }) => ({ commit: (moves) => commit(moves.map(withoutRetractions)) })),
  ],
];

describe("a counter whose store forgets", () => {
  test.each(BROKEN)("%s → %s", async (_, law, open) => {
    const { findings } = await deskBroken(small, open);
    expect([...new Set(findings.map((one) => one.law))]).toEqual([law]);
    expect(findings[0]?.talk.length).toBeGreaterThan(2);
  });

  test("nothing: no finding", async () => {
    const { findings, talks } = await deskBroken(small, memoryStore);
    expect(findings).toEqual([]);
    expect(talks).toBeGreaterThan(50);
  });
});

test("the talks come to the end of every course in every language", async () => {
  const ends = new Set<string>();
  for (const talk of talksOf(book.flow).filter(({ name }) => name.includes("すべてに答える"))) {
    const counter = counterOf(book, memoryStore());
    for (
      let turn = 0, input = talk.next(null, 0);
      input !== null;
      turn += 1, input = talk.next(await counter.state(), turn)
    ) {
      const intake = (await counter.state())?.intake ?? "";
      await counter.does(input.kind === "choice" && input.talk !== "0" ? { ...input, talk: intake } : input);
    }
    const state = await counter.state();
    ends.add(`${state?.flow} ${state?.lang} ${state?.phase}`);
  }
  const all = book.flow.courses.flatMap(({ id }) => Object.keys(book.flow.words).map((lang) => `${id} ${lang} done`));
  expect([...ends].toSorted()).toEqual(all.toSorted());
});
