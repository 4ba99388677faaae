// What the staff pages work with, and what a request carries on its way to a page.
import type { Context } from "hono";
import type { Desk } from "../desk.ts";
import type { Flow } from "../flow/flow.ts";
import type { LanguageReview } from "../flow/words/reviewed.ts";
import type { Hotlines } from "../office/hotlines.ts";
import type { Office } from "../office/office.ts";
import type { Right, Staff, Store } from "../ports.ts";
import type { Labels } from "./labels.ts";

export interface Room {
  store: Pick<Store, "records" | "staff" | "media">;
  desk: Pick<Desk, "answer" | "writeByHand">;
  office: Office;
  flow: Flow;
  hotlines: Hotlines;
  reviews: LanguageReview[];
  labels: Labels;
  /** ms since 1970. */
  now: () => number;
  publicUrl: string;
  /** False: nobody is told of 緊急 (ALERT_WEBHOOK_URL is not set), and every page says so. */
  alertsReady: boolean;
  trial: boolean;
}

/** `staff` is set on every page but those for anyone. */
export interface Env {
  Variables: { room: Room; staff: Staff };
}

export type Page = (c: Context<Env>) => Response | Promise<Response>;

export const may = (staff: Staff, right: Right): boolean => staff.rights.includes(right);

/** The names of the office's staff by id, those who left among them. */
export async function staffNames(c: Context<Env>): Promise<Map<string, string>> {
  const { store, office } = c.get("room");
  return new Map((await store.staff.list(office.id)).map((staff) => [staff.id, staff.name]));
}

/** What was typed into a field, the last where it stands several times; "" where it is missing. */
export interface Form {
  (field: string): string;
  /** Everything that was typed or ticked under this name. */
  all(field: string): string[];
  /** Every field once, in the order of the form. */
  fields: string[];
}

/** A form as typed; a file counts as nothing. */
export async function typedForm(c: Context<Env>): Promise<Form> {
  const form = await c.req.formData().catch(() => new FormData());
  // Browsers send line breaks as CRLF; counted and sent as typed they would be longer than the hint says.
  const all = (field: string): string[] =>
    form.getAll(field).flatMap((value) => (typeof value === "string" ? value.replaceAll("\r\n", "\n") : []));
  return Object.assign((field: string) => all(field).at(-1) ?? "", { all, fields: [...new Set(form.keys())] });
}
