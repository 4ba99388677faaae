// To whom violence was done, as one message tells it: to whoever writes, or to a sister or a friend. Who is hit is comforted.
import { isThird } from "../consent/consent.ts";
import { listenOf } from "../../flow.ts";
import { isHitBySomebody } from "../../listen/ear/blows.ts";
import { hearPeople } from "../../listen/who/people.ts";
import type { Person } from "../../state.ts";
import type { Scene } from "../scene.ts";

/** Nobody is named but those who hurt: it is done to whoever writes. */
export function isDoneToWriter({ flow, state }: Scene, text: string): boolean {
  if (text === "" || isThird(state)) return false;
  const listen = listenOf(flow, state.lang, text);
  const { about, others } = hearPeople(listen, text);
  if (about.length > 0 || others.length === 0) return false;
  // 「おかあさんがたたく」: a parent hits their child.
  const suffers = SUFFERED.test(text) || others.every((relation) => relation === "親");
  return listen.lang !== "ja" || (suffers && !OF_OTHERS.test(text));
}

/**
 * 「妹が彼氏に殴られています」: a sister, a relative or a friend stands as whom it is done to, and the writer does not. In a house
 * with a child or a parent it frightens who writes, too.
 */
export function isDoneToAnother({ flow, state }: Scene, text: string): boolean {
  const listen = listenOf(flow, state.lang, text);
  if (listen.lang !== "ja" || WRITER.test(text)) return false;
  return hearPeople(listen, text).about.some((person) => isFurther(person) && isHit(text, person.called));
}

// --- internal ---

/** In Japanese it is suffered (たたかれます), and nobody saw or heard it of somebody else (but of 母さん, おじいさん). */
const SUFFERED = /れ(?:る|ま|た|て|そう)/u;
const OF_OTHERS =
  /(?:人|方|かた|様|子|(?<!母|父|あ|う|親)さん)(?:を|が|は|の|も)|見た|見まし|聞いた|聞きまし|聞こえ|みたい|らしい|ようで/u;

const WRITER = /私|わたし|わたくし|あたし|僕|ぼく|俺|おれ|自分|じぶん|うち/u;

const isFurther = ({ relation }: Person): boolean => ["きょうだい", "親族", "知人"].includes(relation);

/** Few letters stand before the name (友だちの), and between it and the blow no pause. */
const isHit = (text: string, called: string): boolean =>
  text.split(/[。、，,！!？?\n]/u).some((clause) => {
    const at = clause.indexOf(called);
    return called !== "" && at >= 0 && at <= 4 && isHitBySomebody(clause, { at, word: called });
  });
