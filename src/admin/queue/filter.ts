// A view of the queue is an address: what stands in it becomes a filter, and a filter becomes an address again.
import { CATEGORIES, STATUSES, URGENCIES, type Status } from "../../flow/codes.ts";
import { ENDED, hasEnded } from "../../intake/acts.ts";
import type { QueueFilter } from "../../ports.ts";

export const PAGE = 50;
const SHOWS = ["open", "draft", "ended", "all"] as const;

/** The part of a filter a person chooses, and the page from 1. */
export interface View {
  show: QueueFilter["show"];
  status: string;
  urgency: string;
  category: string;
  district: string;
  owner: string;
  page: number;
}

/** What a person chooses beside the tab. */
const CHOSEN = ["urgency", "status", "category", "district", "owner"] as const;

/** The states a tab can show; 入力中 has a tab of its own. */
export function statusesIn(show: View["show"]): readonly Status[] {
  if (show === "draft") return ["DRAFT"];
  if (show === "ended") return ENDED;
  return show === "open" ? STATUSES.filter((status) => !hasEnded(status)) : STATUSES;
}

/** Reads a view from an address; what is not known there, or cannot be in this tab, counts as not chosen. */
export function readView(query: (name: string) => string | undefined): View {
  const known = (name: string, codes: readonly string[]) => codes.find((code) => code === query(name)) ?? "";
  const show = SHOWS.find((one) => one === query("show")) ?? "open";
  return {
    show,
    status: known("status", statusesIn(show)),
    urgency: known("urgency", URGENCIES),
    category: known("category", CATEGORIES),
    district: query("district") ?? "",
    owner: query("owner") ?? "",
    page: Math.min(10_000, Math.max(1, Math.trunc(Number(query("page"))) || 1)),
  };
}

/** What the store is asked for. */
export function toFilter(view: View, office: string): QueueFilter {
  const { show, page, ...chosen } = view;
  const set = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== ""));
  return { office, show, ...set, limit: PAGE, offset: (page - 1) * PAGE };
}

/** The address of a view with something changed; a changed filter begins at its first page. */
export function addressOf(view: View, change: Partial<View>): string {
  const next = { ...view, page: 1, ...change };
  const isShown = (name: (typeof CHOSEN)[number]): boolean =>
    next[name] !== "" && (name !== "status" || statusesIn(next.show).some((status) => status === next.status));
  const query = new URLSearchParams();
  if (next.show !== "open") query.set("show", next.show);
  for (const name of CHOSEN) if (isShown(name)) query.set(name, next[name]);
  if (next.page > 1) query.set("page", String(next.page));
  return query.size > 0 ? `/admin?${query}` : "/admin";
}

export const NOTHING_CHOSEN = { status: "", urgency: "", category: "", district: "", owner: "" };

/** Is anything chosen but the tab? */
export const isNarrowed = (view: View): boolean => CHOSEN.some((name) => view[name] !== "");
