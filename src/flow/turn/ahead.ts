// What answers a question that has not been asked yet is kept for it, whatever stands: a place, a way to call, a wish.
import { listenOf } from "../flow.ts";
import { readContact } from "../listen/contact.ts";
import { kindOf, stepOf } from "../acts/ask.ts";
import { write } from "../acts/answer.ts";
import type { Scene } from "../acts/scene.ts";

/** Words that are plainly a place: more than a bare noun. */
const A_PLACE =
  /(町|丁目|地区|小学校|中学校|駅|団地|番地|大字|ハイツ|マンション|アパート|ちょうめ|ちょうの|しょうがっこう|ゆうびんきょく|だんち|えきの)/u;

/** The answer to a question that has not been asked yet: kept for it, and the question that stands goes on standing. */
export function fillsAnother(scene: Scene, text: string, standingField: string): boolean {
  const { state, flow } = scene;
  const open = (field: string): boolean => field !== standingField && state.answers[field] === undefined;
  const field =
    open("contact") && readContact(text, listenOf(flow, state.lang).contactAhead).channels.length > 0
      ? "contact"
      : open("district") && A_PLACE.test(text)
        ? "district"
        : null;
  const step = field === null ? null : stepOf(flow, field);
  const value = step === null ? null : kindOf(step).read(step, text, flow, state);
  if (step === null || value === null) return false;
  write(scene, step.fills, value, text, "heard");
  return true;
}

/** How they do not want to be reached, clause by clause. True if anything was said of it. */
export function keepsAvoid(scene: Scene, text: string): boolean {
  const { state, flow } = scene;
  const { avoid } = readContact(text, listenOf(flow, state.lang).choices["contact"] ?? []);
  state.avoids = [...new Set([...state.avoids, ...avoid])];
  return avoid.length > 0;
}
