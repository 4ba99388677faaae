// Everything the program can say by itself, without a talk: each word of `say`, and each question of each course in each
// of its words, with the longest answers to check. What stands beside each other in one answer is the walk's.
import { ask } from "../../flow/acts/ask.ts";
import { languages } from "../../flow/acts/begin.ts";
import { button, type Scene } from "../../flow/acts/scene.ts";
import { CATEGORIES, RISK_TYPES, type RiskType, type Role } from "../../flow/codes.ts";
import { saying, type Say } from "../../flow/effect.ts";
import { freshIn, stepsOf, wordsOf, type Flow } from "../../flow/flow.ts";
import type { Json, State } from "../../flow/state.ts";
import type { Step } from "../../flow/steps/step.ts";
import { SAY_KEYS } from "../../flow/words.ts";
import { NOON } from "../walk/turn.ts";

/** Each an answer of its own, and each once: most questions are put to several roles in the same words. */
export function everySaying(flow: Flow, lang: string): Say[][] {
  const asked = everyRole(flow).flatMap((role) =>
    [false, true].flatMap((covered) => questions(flow, lang, role, covered)),
  );
  const once = [...new Map(asked.map((say) => [JSON.stringify(say), say])).values()];
  return [
    ...SAY_KEYS.filter((key) => key !== "alt").flatMap((key) => sayings(flow, lang, key)),
    ...once.map((say) => [say]),
  ];
}

// --- internal ---

const TALK = [button("talk", "RESUME"), button("talk", "NUMBERS")];

/** Where numbers are told: for each danger alone, and for all of them at once. */
function sayings(flow: Flow, lang: string, key: (typeof SAY_KEYS)[number]): Say[][] {
  const risks: RiskType[][] = wordsOf(flow, lang).say[key].includes("{{numbers}}")
    ? [[], ...RISK_TYPES.map((risk) => [risk]), [...RISK_TYPES]]
    : [[]];
  const buttons = key === "greeting" || key === "lang-other" ? languages(flow) : TALK;
  const summary = key === "lang-other" ? longest(flow.others.map(({ got }) => got)) : "";
  return risks.map((of) => [{ ...saying(key), risks: of, buttons, summary }]);
}

/** One role a course, and a family member, who is offered relations. */
const everyRole = (flow: Flow): (Role | null)[] => [null, ...flow.courses.flatMap(({ for: [first] }) => first ?? [])];

/** The real `ask`, for every question in each of its words; the notice that comes before the first is looked at by itself. */
function questions(flow: Flow, lang: string, role: Role | null, covered: boolean): Say[] {
  const fields = [...stepsOf(flow, { role }).map(({ fills }) => fills as string), "safety", "erase"];
  return fields.flatMap((field) =>
    Object.keys(wordsOf(flow, lang).questions[field] ?? {})
      .filter((words) => words !== "label")
      .map((words) => {
        const scene = sceneOf(flow, { ...answered(flow, lang, role), covered });
        ask(scene, field, words);
        return scene.effects.findLast((effect) => effect.do === "say");
      })
      .filter((say) => say !== undefined),
  );
}

const sceneOf = (flow: Flow, state: State): Scene => ({
  flow,
  state,
  effects: [],
  held: false,
  now: { id: "e1", at: NOON, messageId: "m1", input: { kind: "text", text: "" } },
  alarmed: false,
  changed: false,
});

/** Everything was answered, and as long as it can be. */
function answered(flow: Flow, lang: string, role: Role | null): State {
  const state = { ...freshIn(flow, lang), role, likely: [...CATEGORIES] };
  const parts: [string, Json][] = [
    ["phone", "090-1234-5678".repeat(2)],
    ["window", TYPED],
    ["name", TYPED],
  ];
  for (const [field, value] of [...stepsOf(flow, { role }).map(longAnswer), ...parts])
    state.answers[field] = { value, answer: TYPED, at: NOON, from: "m1", how: "text" };
  return state;
}

/** As much as is taken for a place or a name, in letters of any language. */
const TYPED = "とても長い町の名前".repeat(15);

function longAnswer({ fills, kind, choices = [] }: Step): [string, Json] {
  const people = choices.map((relation) => ({ relation, called: "", ageBand: "6-12" }));
  const values: Record<string, Json> = {
    "ask-choice": choices[0] ?? "SELF",
    "ask-person": people,
    "ask-age": [{ relation: "本人", called: "", ageBand: "6-12" }],
    "ask-category": { primary: "TAX_UTIL", others: CATEGORIES.filter((one) => one !== "TAX_UTIL") },
    "ask-place": { code: null, text: TYPED },
    "ask-contact": choices,
    "ask-few": { chosen: choices, text: "" },
  };
  return [fills, values[kind] ?? TYPED];
}

const longest = (texts: string[]): string => texts.toSorted((a, b) => b.length - a.length)[0] ?? "";
