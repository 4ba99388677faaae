// ask-person: whom it is about and about how old. 「80代の父と、45歳の弟」 → [{ relation: "親", ageBand: "75-84" … }]
import * as z from "zod";
import { RELATIONS, type Relation } from "../codes.ts";
import { labelsOf, listenOf } from "../flow.ts";
import { readChoices } from "../listen/answer/choice.ts";
import { hearPeople } from "../listen/who/people.ts";
import type { Json, Person, State } from "../state.ts";
import { stepBase, type StepKind } from "./step.ts";

const schema = z.strictObject({
  kind: z.literal("ask-person"),
  ...stepBase,
  choices: z.array(z.enum(RELATIONS)).min(1).max(10),
});

export const askPerson: StepKind<typeof schema> = {
  schema,
  // Relations help a family; for somebody next door they would be the wrong list.
  offer(step, _flow, state) {
    const choices = isFamily(state) ? (step.choices ?? []) : [];
    return { choices, buttons: choices };
  },
  read(step, text, flow, state) {
    const listen = listenOf(flow, state.lang, text);
    const chosen = isFamily(state)
      ? readChoices(listen, text, step.choices ?? [], labelsOf(flow, state.lang, "whom"), [])
      : [];
    const { about, ownAge } = hearPeople(listen, text);
    // 「祖父」 also begins 「祖父母」; who was named says more.
    const isLabel =
      chosen.length > 0 && listen.lengthOf(text) < 8 && !about.some(({ relation }) => chosen.includes(relation));
    if (isLabel) return people(chosen, "UNKNOWN");
    if (about.length > 0) return about.map((person) => ({ ...person }));
    return ownAge === "UNKNOWN" ? null : people([relationOf(state)], ownAge);
  },
  press: (_step, value) => (RELATIONS.includes(value as Relation) ? people([value], "UNKNOWN") : null),
};

// --- internal ---

const isFamily = (state: State): boolean => state.role === null || state.role === "FAMILY";

const people = (relations: string[], ageBand: Person["ageBand"]): Json =>
  relations.map((relation) => ({ relation, called: "", ageBand }));

/** What a role says of the relation, where nothing more is said. */
const relationOf = (state: State): Relation =>
  state.role === "NEIGHBOR" || state.role === "LANDLORD" ? "近隣" : state.role === "FRIEND" ? "知人" : "その他";
