// The laws of the conversation: whatever is sent, in whatever order, these hold.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CATEGORIES, CONTACT_CHANNELS, RISK_TYPES, ROLES, URGENCIES, urgencyRank } from "../../src/flow/codes.ts";
import type { Input } from "../../src/flow/input.ts";
import { intentOf } from "../../src/flow/listen/intent.ts";
import { listenOf, stepsOf } from "../../src/flow/flow.ts";
import { talks, type Sent } from "./laws.pool.ts";
import { book, resident, textOf, type Played } from "./talk.ts";

/** The same talks every time, so that a red test is red again; UKETOME_LAW_RUNS asks for more, and other ones. */
const MORE = process.env["UKETOME_LAW_RUNS"];
const RUNS = MORE === undefined ? { numRuns: 150, seed: 20_261_124 } : { numRuns: Number(MORE) };
type Turn = Played & { sent: Sent };

/** Plays a talk, every turn with what was sent. */
function played(talk: Sent[]): Turn[] {
  const who = resident();
  return talk.map(({ held, inputs }) => {
    const sent = { held, inputs: inputs.map((input) => named(input, who.id)) };
    return { ...who[held ? "held" : "send"](...sent.inputs), sent };
  });
}

/** The same talks for every law, played once. */
const TALKS = fc.sample(talks, RUNS).map(played);

/** Looks at every turn of every talk, with the turns before it; where the law is broken, the shortest such talk is sought. */
function always(law: (turn: Turn, before: Turn[]) => void): void {
  const look = (turns: Turn[]): void => turns.forEach((turn, n) => law(turn, turns.slice(0, n)));
  try {
    TALKS.forEach(look);
  } catch (broken) {
    fc.assert(
      fc.property(talks, (talk) => look(played(talk))),
      RUNS,
    );
    throw broken;
  }
}

function named(input: Input, talk: string): Input {
  return input.kind === "choice" && input.talk === "now" ? { ...input, talk } : input;
}

const isErased = ({ effects }: Played): boolean => effects.some((effect) => effect.do === "erase");
const isContent = ({ kind }: Input): boolean => !["follow", "unfollow", "unsend", "quiet", "other"].includes(kind);
const isReport = (input: Input): boolean =>
  ["unfollow", "unsend", "quiet"].includes(input.kind) || (input.kind === "other" && input.type === "beacon");
const DECIDED = /^(?:withdrawn-.*|info|info-kept|erase-noted|erase-done-third|got|numbers|\?consent:more)$/u;
const isDanger = (key: string): boolean => /^danger-[A-Z]/.test(key);

describe("whatever is sent", () => {
  it("nothing throws, and the state stays plain JSON", () =>
    always(({ state }) => expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state)));

  it("content is always answered, unless staff hold the talk", () =>
    always(({ sent, said }) => {
      if (!sent.held && sent.inputs.some(isContent)) expect(said.length).toBeGreaterThan(0);
    }));

  it("while staff hold the talk only danger is answered, and what the person decides of their words", () =>
    always(({ sent, keys }) => {
      const decided = keys.every((key) => key.startsWith("safety-") || DECIDED.test(key));
      if (sent.held && !keys.some(isDanger) && !decided) expect(keys).toEqual([]);
    }));

  it("there is at most one question a turn, and it stands last", () =>
    always(({ keys }) => {
      const questions = keys.filter((key) => key.startsWith("?"));
      expect(questions.length, keys.join()).toBeLessThanOrEqual(1);
      if (questions.length === 1) expect(keys.at(-1)).toBe(questions[0]);
    }));

  it("nothing is said twice in one turn", () => always(({ keys }) => expect(keys).toEqual([...new Set(keys)])));

  it("what LINE merely reports is met with silence", () =>
    always(({ sent, keys }) => {
      if (sent.inputs.every(isReport)) expect(keys).toEqual([]);
    }));

  it("a button of another talk changes no answer", () =>
    always(({ sent, before, state }) => {
      const isForeign = sent.inputs.every((input) => input.kind === "choice" && input.talk !== before.intake);
      if (isForeign && before.intake !== null) expect(state.answers).toEqual(before.answers);
    }));

  it("no question is put more than twice in a row while nothing moves", () =>
    always((turn, before) => {
      const row = [turn, ...before.toReversed()];
      const still = row.findIndex((one) => one.asked !== turn.asked || moved(one));
      const times = row.slice(0, still < 0 ? row.length : still + 1).filter(({ asked }) => asked === turn.asked);
      if (turn.asked !== null) expect(times.length, turn.keys.join()).toBeLessThanOrEqual(2);
    }));
});

describe("danger", () => {
  it("is answered before anything else that is said", () =>
    always(({ keys }) => {
      if (keys.some(isDanger)) expect(keys[0]).toSatisfy(isDanger);
    }));

  it("is filed, then told to the people on duty", () =>
    always(({ effects }) => {
      const order = effects.map(({ do: what }) => what);
      if (order.includes("alert")) expect(order.slice(-2)).toEqual(["file", "alert"]);
    }));

  it("never becomes less, save where all is erased", () =>
    always((turn) => {
      if (isErased(turn)) return;
      expect(urgencyRank(turn.state.urgency)).toBeLessThanOrEqual(urgencyRank(turn.before.urgency));
      expect(turn.state.risks.slice(0, turn.before.risks.length)).toEqual(turn.before.risks);
    }));

  it("keeps a talk from being erased", () =>
    always((turn) => {
      const isGrave = turn.state.risks.some(({ urgency }) => urgencyRank(urgency) <= 1);
      if (isErased(turn)) expect([isGrave, turn.state.filed]).toEqual([false, null]);
    }));
});

describe("what is written down", () => {
  it("consents are only ever added", () =>
    always(({ before, state }) => expect(state.consents.slice(0, before.consents.length)).toEqual(before.consents)));

  it("the notice is shown once a talk, in its first answer", () =>
    always((turn) => {
      const shown = turn.state.consents.filter(({ scope }) => scope === "PURPOSE_NOTICE");
      expect(shown.length).toBeLessThanOrEqual(1);
      if (turn.says.some(({ question }) => question !== null)) expect(shown.length).toBe(1);
    }));

  it("what was filed stays filed, and COMPLETE means confirmed", () =>
    always(({ before, state }) => {
      if (before.filed !== null) expect(state.filed).not.toBeNull();
      if (before.filed === "COMPLETE") expect(state.filed).toBe("COMPLETE");
      const checked = stepsOf(book.flow, state).some(({ fills }) => fills === "check");
      if (checked && state.filed === "COMPLETE" && before.filed !== "COMPLETE")
        expect(state.answers["check"]?.value).toBe("SEND");
    }));

  it("words that come to a filed record bring it up to date, so that staff see them as unread", () =>
    always(({ before, sent, effects }) => {
      const speaks = sent.inputs.some((input) => isContent(input) && input.kind !== "choice");
      if (before.filed !== null && speaks) expect(effects.map(({ do: what }) => what)).toContain("file");
    }));

  it("a talk keeps its id to the end", () =>
    always(({ before, state }) => {
      if (before.intake !== null) expect(state.intake).toBe(before.intake);
    }));
});

describe("what is shown", () => {
  it("is at most five messages for one word, none empty, none longer than LINE takes", () =>
    always(({ sent, said }) => {
      if (sent.inputs.length === 1) expect(said.length).toBeLessThanOrEqual(5);
      for (const { text } of said) expect(text.length).toSatisfy((n: number) => n <= 5000);
      for (const { text } of said) expect(text.trim()).not.toBe("");
    }));

  it("has at most thirteen buttons, each with a label of one to twenty characters", () =>
    always(({ said }) => {
      for (const { buttons } of said) {
        expect(buttons.length).toBeLessThanOrEqual(13);
        for (const { label } of buttons) expect(graphemes(label), label).toSatisfy((n: number) => n > 0 && n <= 20);
      }
    }));

  it("has no button twice", () => always(({ buttons }) => expect(buttons).toEqual([...new Set(buttons)])));

  it("leaves no gap open and shows no code", () =>
    always((turn) => {
      const labels = turn.said.flatMap(({ buttons }) => buttons.map(({ label }) => label));
      const shown = [textOf(turn), ...labels].join("\n");
      if (!typedByResident(turn, "{{")) expect(shown).not.toContain("{{");
      for (const code of CODES) expect(shown, code).not.toMatch(new RegExp(`(?<![A-Za-z_])${code}(?![A-Za-z_])`));
    }));
});

// --- internal ---

/** Codes no person should ever see; LINE, DV and the like are words as well. */
const CODES = [
  ...ROLES,
  ...CATEGORIES,
  ...CONTACT_CHANNELS,
  ...RISK_TYPES,
  ...URGENCIES,
  "UNSURE",
  "SKIP",
  "FIX",
].filter((code) => !["LINE", "DV"].includes(code));

const segmenter = new Intl.Segmenter("ja", { granularity: "grapheme" });
const graphemes = (text: string): number => [...segmenter.segment(text)].length;

const typedByResident = ({ state }: Turn, text: string): boolean =>
  Object.values(state.answers).some(({ answer }) => answer.includes(text));

/** Did something move in this turn: an answer, the phase, a danger, or a wish to see the question again? */
function moved({ before, state, sent }: Turn): boolean {
  const place = (of: typeof state): string => JSON.stringify([of.answers, of.phase, of.risks.length, of.filed]);
  return place(before) !== place(state) || sent.inputs.some(wantsQuestion);
}

const WANTS = ["resume", "start", "back", "more", "who", "fix"];

const wantsQuestion = (input: Input): boolean =>
  (input.kind === "choice" && /^(RESUME|MORE|FIX:.*)$/.test(input.value)) ||
  (input.kind === "text" && WANTS.includes(intentOf(listenOf(book.flow, "ja"), input.text) ?? ""));
