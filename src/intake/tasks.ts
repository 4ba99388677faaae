// What the talk leaves for staff to do (取り下げ, 通訳要, 消去の希望 …): it stands on the record until somebody has seen to it.
import { change, done, refused, said, slip, type By, type Made } from "./act/change.ts";
import { overlong } from "./act/length.ts";
import type { Entry, Intake } from "./intake.ts";

/** Not yet seen to, the oldest first. */
export function openTasks(entries: Entry[]): Entry[] {
  const seenTo = new Set(entries.flatMap(({ kind, body }) => (kind === "done" ? [body.task] : [])));
  return entries.filter(({ id, kind }) => kind === "task" && !seenTo.has(id));
}

/** 「対応した」: who and when stand in the entry. */
export function tickOff(intake: Intake, typed: { task: string; text: string }, entries: Entry[], by: By): Made {
  const task = openTasks(entries).find(({ id }) => id === typed.task);
  if (task === undefined) return slip("task", "もう対応ずみです");
  const long = overlong("text", typed.text);
  if (long.length > 0) return refused(long);
  return done(change(intake, by, "done", said({ task: task.id, what: task.body.what ?? "", text: typed.text }), {}));
}
