// How urgent, as a word with a shape before it: never by colour alone.
import type { Urgency } from "../../flow/codes.ts";
import type { Labels } from "../labels.ts";

const SHAPE: Record<Urgency, string> = { E0: "■", E1: "▲", E2: "◆", E3: "○", E9: "？" };

export function UrgencyMark({ labels, urgency }: { labels: Labels; urgency: Urgency }) {
  return (
    <span class={`urgency ${urgency.toLowerCase()}`}>
      <span aria-hidden="true">{SHAPE[urgency]}</span>
      {labels.urgency[urgency]}
    </span>
  );
}
