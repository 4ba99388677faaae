// The heart: (flow, state, turn) → { state, effects }. Pure: no clock, no chance, no network; a wrong answer is a value.
import type { Effect, Say } from "./effect.ts";
import type { Flow } from "./flow.ts";
import type { Arrived, Input } from "./input.ts";
import { copyOf, type State } from "./state.ts";
import { begin, greet, welcome } from "./acts/begin.ts";
import { fileQuiet } from "./acts/finish.ts";
import { press } from "./turn/press.ts";
import { retract } from "./turn/retract.ts";
import { flag, say, wordOf, type Scene } from "./acts/scene.ts";
import { takeText } from "./turn/text.ts";
import { turnToSet } from "./turn/tongue.ts";
import { takeWordless } from "./turn/wordless.ts";
import { goOn } from "./acts/answer.ts";
import { inOneTurn } from "./listen/ear/memory.ts";

/** Everything that came before the last answer was committed: one turn, one answer. */
export interface Turn {
  arrived: Arrived[];
  /** Staff hold this talk: the flow is silent, save for danger and for what the person decides of their own words. */
  held: boolean;
}

/**
 * Plays one turn. `state` is not changed; what comes back is plain JSON. Never throws for anything a resident may send.
 * The effects are in the order in which they should happen, with at most one question, the last one asked.
 */
export const advance = (flow: Flow, state: State, turn: Turn): { state: State; effects: Effect[] } =>
  inOneTurn(() => play(flow, state, turn));

// --- internal ---

function play(flow: Flow, state: State, turn: Turn): { state: State; effects: Effect[] } {
  const scene: Scene = {
    flow,
    state: copyOf(state),
    effects: [],
    held: turn.held,
    alarmed: false,
    changed: false,
    now: turn.arrived[0] ?? { id: "", at: 0, messageId: null, input: { kind: "other", type: "none" } },
  };
  for (const arrived of merged(turn.arrived)) {
    scene.now = arrived;
    if (speaks(arrived.input)) keepGoing(scene);
    take(scene, arrived.input);
  }
  return { state: scene.state, effects: settled(scene) };
}

const speaks = ({ kind }: Input): boolean => !["follow", "unfollow", "unsend", "quiet", "other"].includes(kind);

/** Whoever writes on after 「記録しないで」, before it was done, is not erased. */
function keepGoing(scene: Scene): void {
  scene.effects = scene.effects.filter(
    (effect) => effect.do !== "erase" && !(effect.do === "say" && effect.say === "info"),
  );
}

function take(scene: Scene, input: Input): void {
  switch (input.kind) {
    case "text":
      return takeText(scene, input.text);
    case "choice":
      return press(scene, input);
    case "sticker":
    case "image":
    case "video":
    case "audio":
    case "file":
    case "location":
      return takeWordless(scene, input);
    case "follow":
      return followed(scene, input.lang);
    case "unfollow":
      return blocked(scene);
    case "unsend":
      return retract(scene, input.messageId);
    case "quiet":
      return fileQuiet(scene);
    case "other":
      return unplanned(scene, input.type);
  }
}

function followed(scene: Scene, tag?: string): void {
  scene.state.blocked = false;
  if (tag !== undefined) turnToSet(scene, tag);
  scene.changed = true;
  if (!scene.held) greet(scene);
}

function blocked(scene: Scene): void {
  scene.state.blocked = true;
  scene.changed = true;
}

/** A button that is not ours is met kindly; of what LINE merely reports there is nothing to say. */
function unplanned(scene: Scene, type: string): void {
  if (type !== "postback" && !type.startsWith("message")) return;
  const isFirst = begin(scene);
  if (scene.held) return;
  if (isFirst) welcome(scene);
  say(scene, "other");
  if (isFirst) goOn(scene);
  flag(scene, "読めない形式あり");
}

/** Texts that came one upon the other are one text: 「母が」「最近」「忘れっぽくて」. */
function merged(arrived: Arrived[]): Arrived[] {
  return arrived.reduce<Arrived[]>((list, next) => {
    const last = list.at(-1);
    if (last?.input.kind !== "text" || next.input.kind !== "text") return [...list, next];
    const both = {
      ...last,
      messageId: wordsOf(last, next),
      input: { kind: "text" as const, text: `${last.input.text}\n${next.input.text}` },
    };
    return [...list.slice(0, -1), both];
  }, []);
}

/** The ids of all the words in one: 送信取消 of any of them must find what it told. */
const wordsOf = (last: Arrived, next: Arrived): string => `${wordOf(last)} ${wordOf(next)}`;

/** One answer a turn: danger first, nothing twice, one question and that last; the record and the alert follow the words. */
function settled(scene: Scene): Effect[] {
  const { effects, state } = scene;
  if (effects.some((effect) => effect.do === "erase"))
    return effects.filter((effect) => (effect.do === "say" && effect.say === "info") || effect.do === "erase");
  const says = effects.filter((effect) => effect.do === "say");
  const once = says.filter(
    (say, n) =>
      says.findIndex((other) => other.say !== null && other.say === say.say) === n ||
      (say.say === null && n === says.findLastIndex(({ question }) => question !== null)),
  );
  const kept: Effect[] = [
    ...effects.filter((effect) => effect.do !== "say"),
    ...once.toSorted((a, b) => placeOf(a) - placeOf(b)),
  ];
  if (state.filed !== null && scene.changed) kept.push({ do: "file" });
  if (scene.alarmed) kept.push({ do: "alert" });
  return kept;
}

/** Where a thing stands in an answer: danger first, the question last. */
const placeOf = ({ say, question }: Say): number => {
  if (question !== null) return 3;
  if (say?.startsWith("danger-") === true && say !== "danger-hint") return 0;
  if (say === "safety-NOW") return 0;
  return say === "notice-danger" ? 1 : 2;
};
