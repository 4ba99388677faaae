// Whom violence is about, as the whole talk tells it: a brother who was said to be 45 before is no child now.
import { AGE_BANDS, type AgeBand } from "../../codes.ts";
import type { Heard } from "../../danger/danger.ts";
import { listenOf } from "../../flow.ts";
import { hearPeople } from "../../listen/who/people.ts";
import type { Person, State } from "../../state.ts";
import type { Scene } from "../scene.ts";

/**
 * The dangers heard in `text`, where harm to a child is turned into what it is between grown people: 189 is for children.
 * Only of brothers and sisters, where every one of that name is known to be grown and it is done to them; a son of thirty may
 * have a brother of five, and a sister who hits hits somebody. In doubt it stays with the child. The urgency stays as it was.
 */
export function ofGrown({ flow, state }: Scene, text: string, heard: Heard[]): Heard[] {
  if (!heard.some(({ risk }) => risk === "CHILD_ABUSE") || OF_CHILDREN.test(text)) return heard;
  const { about } = hearPeople(listenOf(flow, state.lang, text), text);
  const siblings = about.filter(({ relation }) => relation === "きょうだい");
  if (siblings.length === 0 || about.some(({ relation }) => relation === "子" || relation === "孫")) return heard;
  if (!siblings.every((one) => isGrown(state, one) && isDoneTo(text, one))) return heard;
  return heard.map((one) =>
    one.risk === "CHILD_ABUSE" ? { ...one, risk: "VIOLENCE_TO_OTHERS", words: "大人の家族の間に暴力がある" } : one,
  );
}

// --- internal ---

/** A child may be meant, by whatever name. */
const OF_CHILDREN = /子|こども|赤ちゃん|あかちゃん|育児|虐待|下の|もう一人|姪|甥|[0-9０-９一二三四五六七八九]か月/u;
/** It is suffered (殴られて), not done. */
const SUFFERED = /れ(て|た|る|ま|そう|、|$)/u;

const GROWN: readonly AgeBand[] = AGE_BANDS.slice(AGE_BANDS.indexOf("19-29"), AGE_BANDS.indexOf("UNKNOWN"));

function isGrown({ people }: State, { relation, called, ageBand }: Person): boolean {
  const known = people.filter((person) => person.relation === relation && person.called === called);
  const ages = [ageBand, ...known.map((person) => person.ageBand)].filter((age) => age !== "UNKNOWN");
  return ages.length > 0 && ages.every((age) => GROWN.includes(age));
}

const isDoneTo = (text: string, { called }: Person): boolean => SUFFERED.test(text) || text.includes(`${called}を`);
