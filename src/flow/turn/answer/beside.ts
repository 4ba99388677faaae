// The answer to another question than the one that stands, by a button or in words: written down, and the one that stands
// keeps standing.
import { isFirst, wantsPhone } from "../../acts/ask.ts";
import { checkAgain, goOn, tellsOfDanger } from "../../acts/answer.ts";
import { given, tellThird } from "../../acts/consent/consent.ts";
import { standing } from "../../acts/intents.ts";
import { write } from "../../acts/memory.ts";
import { say, wordOf, type Scene } from "../../acts/scene.ts";
import { readOwnPhone } from "../../listen/answer/phone.ts";
import type { Json } from "../../state.ts";
import { keepsAvoid } from "../heard/reach.ts";

export function besides(scene: Scene, field: string, value: Json, words: string, how: "button" | "text"): void {
  const { state, flow } = scene;
  const before = state.answers[field];
  // 「やっぱり電話はやめてLINEで」 is an answer and a wish.
  if (field === "contact" && how === "text") keepsAvoid(scene, words);
  const got = state.current === null || state.current === "check" ? "got" : "got-on";
  if (before !== undefined && JSON.stringify(before.value) === JSON.stringify(value))
    return say(scene, got, { buttons: standing(scene) });
  write(scene, field, value, words, how);
  if (field === "role") tellThird(scene);
  if (field === "consent" && before?.value !== value) given(scene, "GIVEN", "LINEボタン");
  if (tellsOfDanger(scene, field)) return;
  say(scene, before !== undefined ? "corrected" : got, { buttons: standing(scene) });
  if (field === "contact" && state.covered && wantsPhone(state)) say(scene, "phone-later");
  if (state.current === "check") return checkAgain(scene);
  // Somebody else than was thought: another question may come first now.
  if (field === "role" && !isFirst(flow, state)) goOn(scene);
}

/** A telephone number under any other question: kept, also in the place of an earlier one. */
export function givesNumber(scene: Scene, text: string, standingField: string): boolean {
  const { state } = scene;
  const phone = readOwnPhone(text);
  if (phone === null || standingField === "contact" || scene.state.role === null) return false;
  const known = state.answers["phone"];
  // Heard in this very message, it is new.
  const before = known?.from === wordOf(scene.now) ? null : (known?.value ?? null);
  write(scene, "contact", ["TEL"], text, "text");
  write(scene, "phone", phone, phone, "text");
  say(scene, before === null || before === phone ? "got" : "corrected", { buttons: standing(scene) });
  if (standingField === "check" && before !== phone) checkAgain(scene);
  return true;
}
