// Everything of an office for the export, one line after the other, also while people write and talks are filed.
import type { Store, Talk } from "../ports.ts";
import { draftLine, recordLine, type ExportLine } from "./line.ts";
import type { ExportRequest } from "./range.ts";

/** Its records in the order of arrival, then, where `all` is asked for, every talk that is no record yet. */
export async function* linesOf(
  store: Store,
  office: string,
  { all, ...range }: ExportRequest,
): AsyncIterable<ExportLine> {
  // Talks first, though their lines come last: what is filed while we read was seen as a talk, and is never between.
  const talks = all ? await unfiled(store, office) : new Map<string, Talk>();
  for await (const intake of store.records.all(office, range)) {
    talks.delete(intake.id);
    yield await recordLine(store, intake);
  }
  for (const talk of talks.values()) yield await draftLine(store, talk);
}

// --- internal ---

async function unfiled(store: Store, office: string): Promise<Map<string, Talk>> {
  const talks = new Map<string, Talk>();
  for await (const talk of store.records.drafts(office)) talks.set(talk.state.intake ?? talk.key, talk);
  return talks;
}
