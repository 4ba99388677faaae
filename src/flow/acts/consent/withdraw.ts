// Consent is taken back scope by scope, in ordinary words, at any time: it holds at once, and staff have it to do.
// 個人情報保護法69条2項1号 and 社会福祉法106条の6: what was shared with consent is not shared on without it.
import type { ConsentScope } from "../../codes.ts";
import type { Intent, SayKey } from "../../words.ts";
import { note } from "./consent.ts";
import { say, task, type Scene } from "../scene.ts";

interface Scope {
  scopes: ConsentScope[];
  says: SayKey;
  /** What staff read. */
  label: string;
}

const SCOPES: Partial<Record<Intent, Scope>> = {
  "withdraw-share": {
    scopes: ["SHARE_INTERNAL", "SHARE_AGENCY"],
    says: "withdrawn-share",
    label: "取り下げ: ほかの課・機関との共有",
  },
  "withdraw-meeting": { scopes: ["MEETING"], says: "withdrawn-meeting", label: "取り下げ: 会議での検討" },
  "withdraw-contact": { scopes: ["CONTACT"], says: "withdrawn-contact", label: "取り下げ: こちらからの連絡" },
  "withdraw-stats": { scopes: ["STATS_EXAMPLE"], says: "withdrawn-stats", label: "取り下げ: 事例としての利用" },
};

/** Takes back what the words name. False where they name nothing of the kind. */
export function withdraw(scene: Scene, intent: Intent, buttons: { step: string; value: string }[]): boolean {
  const meant = SCOPES[intent];
  if (meant === undefined) return false;
  for (const scope of meant.scopes) note(scene, { scope, value: "WITHDRAWN", words: "notice", method: "LINE文章" });
  if (intent === "withdraw-contact") scene.state.safeToPush = false;
  task(scene, meant.label);
  say(scene, meant.says, { buttons });
  return true;
}
