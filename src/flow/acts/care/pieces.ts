// Danger told in pieces, as people type on a telephone: 「死に」 「たい」, 「薬」 「100錠」 「飲んだ」.
import { listenOf } from "../../flow.ts";
import type { Listen } from "../../listen/lists.ts";
import { hearPeople } from "../../listen/who/people.ts";
import { wordOf, type Scene } from "../scene.ts";

/** So soon after the last one (ms) it may be the rest of the same sentence. */
const SOON = 3 * 60_000;
/** Longer than this (letters of Japanese) it is a sentence of its own. */
const A_PIECE = 12;
/** So much is remembered: the last letters (more where words stand apart), and no more messages than those. */
const MOST = 40;
const MOST_SPACED = 100;

/**
 * This text behind the pieces that came right before it; null where it stands alone. It is remembered for the next. Whatever
 * was asked: the first piece brings a question already, and the second is no answer to it.
 */
export function withPieces(scene: Scene, text: string): string | null {
  const { state, now } = scene;
  const listen = listenOf(scene.flow, state.lang, text);
  const before = state.piece;
  if (listen.lengthOf(text) > A_PIECE) {
    state.piece = null;
    return null;
  }
  const joins = before !== null && now.at - before.at <= SOON && !tellsOfDeath(listen, before.text);
  const whole = joins ? `${before.text}${listen.spaces ? " " : ""}${text}` : text;
  const most = listen.spaces ? MOST_SPACED : MOST;
  const from = [...(joins ? before.from.split(" ") : []), wordOf(now)].slice(-most);
  state.piece = { text: Array.from(whole).slice(-most).join(""), at: now.at, from: from.join(" ") };
  return joins ? whole : null;
}

// --- internal ---

/** 「父が死に」 「たいへんです」: somebody has died, and nobody said that they want to. */
const tellsOfDeath = (listen: Listen, text: string): boolean => {
  const { about, others } = hearPeople(listen, text);
  return text.endsWith("死に") && about.length + others.length > 0;
};
