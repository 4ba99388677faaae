// 送信取消: the words go from everything that was understood of them; that something was taken back stays as a mark.
// LINE asks for the utmost care: https://developers.line.biz/en/docs/messaging-api/receiving-messages/
import { flag, type Scene } from "./scene.ts";

export function retract(scene: Scene, messageId: string): void {
  const { state } = scene;
  for (const [field, answer] of Object.entries(state.answers)) {
    if (answer.from === messageId) state.answers[field] = { ...answer, value: null, answer: "", how: "skip" };
  }
  // What the story told cannot be told apart by message any more: candidates that are not answers go with it.
  [state.wishes, state.avoids, state.people] = [[], [], answered(state.answers["whom"]?.value) ? state.people : []];
  scene.effects.push({ do: "retract", messageId });
  flag(scene, "送信取消あり");
  scene.changed = true;
}

// --- internal ---

const answered = (value: unknown): boolean => Array.isArray(value) && value.length > 0;
