// What a message tells by itself is written down as heard, so that it is not asked again.
import type { AgeBand, RiskType } from "../../codes.ts";
import { labelsOf, listenOf } from "../../flow.ts";
import { loneAge } from "../../listen/who/ages.ts";
import { readWhole, says } from "../../listen/answer/choice.ts";
import type { Listen } from "../../listen/lists.ts";
import { distinct } from "../../listen/who/people.ts";
import { hearStory, type Story } from "../../listen/story.ts";
import type { Person, State } from "../../state.ts";
import { letGo } from "../../acts/ask.ts";
import { write } from "../../acts/memory.ts";
import { isThird } from "../../acts/consent/consent.ts";
import { flag, wordOf, type Scene } from "../../acts/scene.ts";
import { fill, fillAhead, isSelf } from "./ahead.ts";
import { MOST_KEPT } from "./reach.ts";

/**
 * What a message told by itself: the answer to a question that stood open; or else somebody, an age, how not to be reached.
 * Told once more, it is still told: nothing here compares with what was said before.
 */
export type Told = "answer" | "fact" | "nothing";

/**
 * Takes the facts of a message as candidates, and counts it as told. `spared`: the question that stands, which reads its
 * answer itself.
 */
export function hearTold(scene: Scene, text: string, spared: string | null): Told {
  const { state } = scene;
  const before = { role: state.role, answered: Object.keys(state.answers).length };
  const listen = listenOf(scene.flow, state.lang, text);
  const story = hearStory(listen, text);
  keepCandidates(scene, story);
  const known = merged(state.people, story.people);
  state.people = aged(known, ageAlone(listen, text, story), state);
  const ages = state.people !== known;
  // An age that belongs to nobody named beside it is the writer's own.
  if (story.ownAge !== "UNKNOWN" && (story.people.length > 0 || isOwn(state, story))) state.ownAge = story.ownAge;
  state.told += 1;
  if (text !== "") state.sources = [...state.sources, wordOf(scene.now)].slice(-MOST_KEPT);
  state.toldLength += listen.lengthOf(text);
  scene.changed = true;
  fill(scene, spared, "role", story.role, text);
  if (story.role === "SELF" && turnsOutSelf(scene, listen, text)) turnToSelf(scene, text);
  agedOther(state, story);
  fillAhead(scene, spared, text, story.categories);
  if (Object.keys(state.answers).length > before.answered) return "answer";
  const tells = ages || story.people.length > 0 || story.ownAge !== "UNKNOWN" || story.avoid !== null;
  return tells || state.role !== before.role ? "fact" : "nothing";
}

/** Violence between partners, and only the partner was named: the writer is whom it is about, not the one who hurts. */
export function seesHarm(scene: Scene, text: string, risks: RiskType[]): void {
  const { state } = scene;
  const heard = state.answers["role"];
  if (!risks.some((risk) => risk === "DV" || risk === "SEXUAL") || (heard !== undefined && heard.how !== "heard"))
    return;
  if (onlyPartner(state) && (state.role === "FAMILY" || state.role === "FRIEND" || state.role === null))
    turnToSelf(scene, text);
}

// --- internal ---

const onlyPartner = ({ people }: State): boolean =>
  people.length > 0 && people.every(({ relation, called }) => relation === "配偶者" || called === "彼氏");

/**
 * 「夫のことで」, and then 「叩かれて」; or 「自分のことです」 in so many words. 「私も働いていて限界です」 and 「妹には言わないで」 are said
 * of the writer beside the mother whom it is about.
 */
function turnsOutSelf({ state, flow }: Scene, listen: Listen, text: string): boolean {
  if (state.role !== "FAMILY" || state.answers["role"]?.how !== "heard") return false;
  const labels = labelsOf(flow, state.lang, "role");
  if (readWhole(listen, text, [], labels, listen.choices["role"] ?? []) === "SELF") return true;
  return state.filed === null && onlyPartner(state) && says(listen, text, listen.doneToMe);
}

function keepCandidates(scene: Scene, story: Story): void {
  const { state } = scene;
  const more = (known: string[], heard: (string | null)[]): string[] =>
    [...new Set([...known, ...heard.filter((one) => one !== null)])].slice(-MOST_KEPT);
  state.likely = [...new Set([...state.likely, ...story.categories])];
  const isNew = ({ tag, of }: { tag: string; of: string }): boolean =>
    !state.tags.some((known) => known.tag === tag && known.of === of);
  state.tags = [...state.tags, ...story.tags.filter(isNew)];
  state.supports = more(state.supports, story.supports);
  // 「死にたい」 is no hope for help.
  state.wishes = more(state.wishes, [scene.alarmed ? null : story.wish]);
  state.avoids = more(state.avoids, [story.avoid]);
  state.aware ??= awareOf(state, story);
  if (!story.covered) return;
  state.covered = true;
  flag(scene, "秘匿");
}

/** Not what is said of somebody else than those whom the matter is about. Where nobody is known yet, it may be about them. */
function awareOf({ people }: State, { aware, people: named }: Story): string | null {
  const about = [...people, ...named];
  const ofAnother = aware !== null && aware.of !== null && !about.some(({ relation }) => relation === aware.of);
  return aware === null || (ofAnother && about.length > 0) ? null : aware.means;
}

/** 「夫のことで」, and then 「叩かれて」: it is about the writer, and the one who hurts is nobody to be contacted. */
function turnToSelf(scene: Scene, text: string): void {
  write(scene, "role", "SELF", text.length > 60 ? "" : text, "heard");
  const { state } = scene;
  [state.people, scene.changed] = [[], true];
  delete state.answers["whom"];
  letGo(scene.flow, state);
}

/** An age that belongs to nobody named is the writer's own, where the talk is about the writer. */
const isOwn = (state: State, story: Story): boolean =>
  isSelf(state) ||
  story.role === "SELF" ||
  story.role === "CHILD" ||
  (state.role === null && state.people.length === 0);

/** Words that name nobody new once somebody of that relation is known. */
const GENERIC = new Set(["親", "子ども", "子供", "こども", "きょうだい", "兄弟", ""]);

/** Nobody is counted twice: a person with the same relation and name keeps the age that was said. */
function merged(known: Person[], heard: Person[]): Person[] {
  const added = heard.filter(
    ({ relation, called }) =>
      !known.some((person) => person.relation === relation && (person.called === called || GENERIC.has(called))),
  );
  const aged = known.map((person) => {
    const again = heard.find(
      ({ relation, called, ageBand }) =>
        relation === person.relation && called === person.called && ageBand !== "UNKNOWN",
    );
    return person.ageBand === "UNKNOWN" && again !== undefined ? again : person;
  });
  return distinct([...aged, ...added]);
}

/** 「民生委員です。一人暮らしの男性(78)が…」: where somebody tells of another, an age without a name is the other's. */
function agedOther(state: State, story: Story): void {
  if (!isThird(state) || state.people.length > 0 || story.ownAge === "UNKNOWN") return;
  state.people = [
    {
      relation:
        state.role === "FRIEND" ? "知人" : state.role === "AGENCY" || state.role === "MEDICAL" ? "その他" : "近隣",
      called: "",
      ageBand: story.ownAge,
    },
  ];
  state.ownAge = "UNKNOWN";
}

/** An age, and nobody named beside it; so short, it says nothing else (letters of Japanese). */
function ageAlone(listen: Listen, text: string, story: Story): AgeBand | null {
  if (story.people.length > 0 || story.role === "SELF" || listen.lengthOf(text) > 12) return null;
  return story.ownAge === "UNKNOWN" ? loneAge(text) : story.ownAge;
}

/** 「小学生くらいです」「48」 alone, said after one person was named: the age of that person, unless it is the writer's. */
function aged(people: Person[], age: AgeBand | null, state: State): Person[] {
  const unknown = people.filter(({ ageBand }) => ageBand === "UNKNOWN");
  if (age === null || unknown.length !== 1 || isSelf(state)) return people;
  return people.map((person) => (person === unknown[0] ? { ...person, ageBand: age } : person));
}
