// Stickers, pictures, voices, places: never turned away. They are part of the story, and staff see or hear them.
import type { Input } from "../input.ts";
import { askAgain } from "../acts/ask.ts";
import { goOn, leaveAsItStands, take } from "../acts/answer.ts";
import { write } from "../acts/memory.ts";
import { begin, welcome } from "../acts/begin.ts";
import { standing } from "../acts/intents.ts";
import { say, type Scene } from "../acts/scene.ts";

type Wordless = Extract<Input, { kind: "sticker" | "image" | "video" | "audio" | "file" | "location" }>;

export function takeWordless(scene: Scene, input: Wordless): void {
  const { state } = scene;
  const isFirst = begin(scene);
  state.told += 1;
  scene.changed = true;
  if (scene.held) return;
  if (isFirst) welcome(scene);
  say(scene, input.kind, { buttons: standing(scene) });
  if (isFirst) return goOn(scene);
  if (state.phase !== "asking" || state.current === null) return;
  if (state.current === "district" && input.kind === "location" && input.text !== "") {
    return take(scene, "district", { code: null, text: input.text }, input.text, "text");
  }
  if (state.current === "story") return wordlessStory(scene, input.kind);
  if (input.kind === "sticker") unanswered(scene, input.text);
}

// --- internal ---

/** A voice or a picture tells the story; a sticker says that somebody is there. */
function wordlessStory(scene: Scene, kind: Wordless["kind"]): void {
  if (kind === "sticker" && scene.state.tries < 2) return askAgain(scene, "story");
  write(scene, "story", scene.state.told, "", kind === "sticker" ? "kept" : "text");
  goOn(scene);
}

/** A sticker under a question: asked once more in other words, then the talk goes on. */
function unanswered(scene: Scene, text: string): void {
  const { state } = scene;
  const field = state.current;
  if (field === null || field === "safety" || field === "erase") return;
  if (state.tries < 2) return askAgain(scene, field);
  leaveAsItStands(scene, field, text);
}
