// Whom violence is done to, where a child writes: 189 is for them, and the line for wives and husbands is not.
import type { Heard } from "../../danger/danger.ts";
import { listenOf } from "../../flow.ts";
import { hearStory } from "../../listen/story.ts";
import type { Scene } from "../scene.ts";

/** The dangers heard in `text`; that somebody hits the writer, nobody says who, is of a child harm to a child. */
export function ofChild(scene: Scene, text: string, heard: Heard[]): Heard[] {
  if (!heard.some(isBySomebody) || !isChild(scene, text)) return heard;
  return heard.map((one) => (isBySomebody(one) ? { ...one, risk: "CHILD_ABUSE", words: A_CHILD } : one));
}

/** Is it a child who writes, and is hit? */
export const isOfChild = (heard: Heard[]): boolean => heard.some(({ words }) => words === A_CHILD);

// --- internal ---

const A_CHILD = "書いている子どもが、だれかにたたかれている";

/** As flows/danger names it, in every language. */
const isBySomebody = ({ risk, words }: Heard): boolean => risk === "DV" && words === "だれかにたたかれている";

const isChild = ({ flow, state }: Scene, text: string): boolean =>
  state.role === "CHILD" || hearStory(listenOf(flow, state.lang, text), text).role === "CHILD";
