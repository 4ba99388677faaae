// What can be read off a course without walking it: how many questions, and whether each can be come to.
import type { Course, Flow } from "../../flow/flow.ts";
import type { Finding } from "../finding.ts";

/** On the longest way; more than this nobody answers on a telephone. */
const QUESTIONS = 7;

export const coursesBroken = (flow: Flow): Finding[] =>
  flow.courses.flatMap((course) => [...tooLong(flow, course), ...behindTheEnd(course)]);

// --- internal ---

const at = ({ id }: Course, n: number): Finding["place"] => ({ file: `talks/${id}.yaml`, path: ["steps", n] });

/** Who is asked for the story is not asked for its heading: it is heard there. */
function tooLong({ start }: Flow, course: Course): Finding[] {
  const tells = course.steps.some(({ fills }) => fills === "story");
  const asked = course.steps.flatMap(({ fills }, n) => (fills === "category" && tells ? [] : [n]));
  const over = asked[QUESTIONS - start.steps.length];
  if (over === undefined) return [];
  const what = `設問が${asked.length + start.steps.length}つあります。${QUESTIONS}つまでにしてください。`;
  return [{ law: "long", what, place: at(course, over), talk: [] }];
}

/** With the answer to the check the talk is over. */
function behindTheEnd(course: Course): Finding[] {
  const end = course.steps.findIndex(({ fills }) => fills === "check");
  const after = course.steps[end + 1];
  if (end < 0 || after === undefined) return [];
  const what = `設問「${after.fills}」は、たしかめ（check）のあとなので、だれもたどりつけません。たしかめの前に移してください。`;
  return [{ law: "unreachable", what, place: at(course, end + 1), talk: [] }];
}
