// What a message tells by itself is written down as heard, so that it is not asked again.
import type { AgeBand, RiskType } from "../codes.ts";
import { listenOf } from "../flow.ts";
import { readChoices } from "../listen/choice.ts";
import { clausesOf } from "../listen/edges.ts";
import { found } from "../listen/lists.ts";
import { plain } from "../listen/normal.ts";
import { distinct } from "../listen/people.ts";
import { readPhone } from "../listen/phone.ts";
import { hearStory, type Story } from "../listen/story.ts";
import type { Json, Person, State } from "../state.ts";
import { write } from "../acts/answer.ts";
import { stepOf } from "../acts/ask.ts";
import { isThird } from "../acts/consent.ts";
import { flag, wordOf, type Scene } from "../acts/scene.ts";

/** So many characters (folded) make a story; fewer are a word or two, and are asked about gently. */
const A_STORY = 16;
/** Where one thing alone is said in so few characters, it is the answer before its question: 「借金です」. */
const ONE_THING = 20;

/**
 * Takes the facts of a message as candidates, and counts it as told. `spared`: the question that stands, which reads its
 * answer itself. True if it told of a person, an age, a place or a way to call.
 */
export function hearTold(scene: Scene, text: string, spared: string | null): boolean {
  const { state } = scene;
  const before = facts(state);
  const story = hearStory(listenOf(scene.flow, state.lang), text);
  keepCandidates(scene, story);
  state.people = aged(merged(state.people, story.people), text, story, state);
  // An age that belongs to nobody named beside it is the writer's own.
  if (story.ownAge !== "UNKNOWN" && (story.people.length > 0 || isOwn(state, story))) state.ownAge = story.ownAge;
  state.told += 1;
  if (text !== "") state.sources = [...state.sources, wordOf(scene.now)].slice(-50);
  state.toldLength += plain(text).length;
  scene.changed = true;
  fill(scene, spared, "role", story.role, text);
  if (story.role === "SELF" && state.role === "FAMILY" && state.answers["role"]?.how === "heard")
    turnToSelf(scene, text);
  agedOther(state, story);
  fillAhead(scene, spared, text, story);
  return facts(state) !== before;
}

/** Violence between partners, and only the partner was named: the writer is whom it is about, not the one who hurts. */
export function seesHarm(scene: Scene, text: string, risks: RiskType[]): void {
  const { state } = scene;
  const heard = state.answers["role"];
  if (!risks.some((risk) => risk === "DV" || risk === "SEXUAL") || (heard !== undefined && heard.how !== "heard"))
    return;
  const onlyPartner =
    state.people.length > 0 && state.people.every(({ relation, called }) => relation === "配偶者" || called === "彼氏");
  if (onlyPartner && (state.role === "FAMILY" || state.role === "FRIEND" || state.role === null))
    turnToSelf(scene, text);
}

// --- internal ---

const facts = ({ people, ownAge, answers, avoids }: State): string =>
  JSON.stringify([
    people,
    ownAge,
    avoids,
    ["contact", "phone", "district", "window"].map((field) => answers[field]?.value),
  ]);

function keepCandidates(scene: Scene, story: Story): void {
  const { state } = scene;
  const more = (known: string[], heard: (string | null)[]): string[] => [
    ...new Set([...known, ...heard.filter((one) => one !== null)]),
  ];
  state.likely = [...new Set([...state.likely, ...story.categories])];
  const isNew = ({ tag, of }: { tag: string; of: string }): boolean =>
    !state.tags.some((known) => known.tag === tag && known.of === of);
  state.tags = [...state.tags, ...story.tags.filter(isNew)];
  state.supports = more(state.supports, story.supports);
  state.wishes = more(state.wishes, [story.wish]);
  state.avoids = more(state.avoids, [story.avoid]);
  state.aware ??= story.aware;
  if (!story.covered) return;
  state.covered = true;
  flag(scene, "秘匿");
}

/** Everything that may be said before it is asked: who, where, how to call, when. */
function fillAhead(scene: Scene, spared: string | null, text: string, story: Story): void {
  const { flow, state } = scene;
  const listen = listenOf(flow, state.lang);
  if (state.people.length > 0) fill(scene, spared, "whom", peopleJson(state.people), text);
  if (state.answers["whom"]?.how === "heard") state.answers["whom"].value = peopleJson(state.people);
  if (state.toldLength >= A_STORY) fill(scene, spared, "story", state.told, "");
  const [only, ...others] = story.categories;
  if (only !== undefined && others.length === 0 && plain(text).length <= ONE_THING)
    fill(scene, spared, "category", { primary: only, others: [] }, text);
  fillContact(scene, spared, text);
  const place = clausesOf(text).find((clause) =>
    flow.districts.also.some(({ word }) => word.length > 1 && plain(clause).includes(word)),
  );
  const [code] =
    place === undefined
      ? []
      : readChoices(place, Object.keys(flow.districts.labels), flow.districts.labels, flow.districts.also);
  // 「岩根の77歳の父が…」 is a clause, not a place: the check shows the district's own name.
  const shown = place !== undefined && plain(place).length > 12 ? flow.districts.labels[code ?? ""] : place;
  if (code !== undefined && shown !== undefined) fill(scene, spared, "district", { code, text: shown }, shown);
  const hours = clausesOf(text).find(
    (clause) =>
      clause.length <= 20 &&
      /(時|午前|午後|平日|夕方|曜)/u.test(clause) &&
      listen.windows.some((word) => plain(clause).includes(word)),
  );
  if (hours !== undefined && state.answers["contact"] !== undefined) fill(scene, spared, "window", hours, hours);
}

/** A number, or a wish to be reached in one way, given before it is asked for. */
function fillContact(scene: Scene, spared: string | null, text: string): void {
  const phone = readPhone(text);
  const wish = found(plain(text), listenOf(scene.flow, scene.state.lang).contactAhead)[0]?.means;
  if (phone !== null) fill(scene, spared, "contact", ["TEL"], phone);
  else if (wish !== undefined) fill(scene, spared, "contact", [wish], text);
  fill(scene, spared, "phone", phone, phone ?? "");
}

/** 「夫のことで」, and then 「叩かれて」: it is about the writer, and the one who hurts is nobody to be contacted. */
function turnToSelf(scene: Scene, text: string): void {
  write(scene, "role", "SELF", text.length > 60 ? "" : text, "heard");
  [scene.state.people, scene.changed] = [[], true];
  delete scene.state.answers["whom"];
}

function fill(scene: Scene, spared: string | null, field: string, value: Json, text: string): void {
  if (value === null || field === spared || scene.state.answers[field] !== undefined) return;
  if (stepOf(scene.flow, field) === null || (field === "whom" && isSelf(scene.state))) return;
  write(scene, field, value, text.length > 60 ? "" : text, "heard");
}

const isSelf = (state: State): boolean => state.role === "SELF" || state.role === "CHILD";

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

/** 「小学生くらいです」 alone, said after one person was named: the age of that person, unless it is the writer's. */
function aged(people: Person[], text: string, story: Story, state: State): Person[] {
  const unknown = people.filter(({ ageBand }) => ageBand === "UNKNOWN");
  const age: AgeBand = story.ownAge;
  if (
    age === "UNKNOWN" ||
    unknown.length !== 1 ||
    story.people.length > 0 ||
    plain(text).length > 12 ||
    isSelf(state) ||
    story.role === "SELF"
  )
    return people;
  return people.map((person) => (person === unknown[0] ? { ...person, ageBand: age } : person));
}

const peopleJson = (people: Person[]): Json => people.map((person) => ({ ...person }));
