// The flows as pictures that a welfare officer can read. Pure: a flow in, plans and SVG out.
import type { Flow } from "../flow/flow.ts";
import { anytimeOf, dangerOf, startOf } from "./always.ts";
import { courseOf, inOrder } from "./course.ts";
import type { Plan } from "./plan.ts";

export { sentencesOf } from "./plan.ts";
export type { Plan } from "./plan.ts";
export { svgOf } from "./svg.ts";

/** Every picture there is, in the order they are read. `quietHours`: when silence becomes a record (the office's). */
export const plansOf = (flow: Flow, quietHours: number): Plan[] => [
  startOf(flow),
  ...inOrder(flow).map((course) => courseOf(flow, course)),
  dangerOf(flow),
  anytimeOf(flow, quietHours),
];
