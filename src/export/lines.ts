// Everything of an office for the export, one line after the other, also while people write and talks are filed.
import type { Intake } from "../intake/intake.ts";
import type { Store } from "../ports.ts";
import { draftLine, recordLine, type ExportLine } from "./line.ts";
import type { ExportRequest } from "./range.ts";

/**
 * Its records in the order of arrival, then, where `all` is asked for, every talk that is no record yet. Of what changes
 * while it runs, nothing that was there at the beginning is left out, and what is erased meanwhile is not told.
 */
export async function* linesOf(
  store: Store,
  office: string,
  { all, ...range }: ExportRequest,
): AsyncIterable<ExportLine> {
  // Which talks stood open: one that is filed while we read is in neither list, if it is behind where we are.
  const open = new Set<string>();
  if (all) for await (const { state } of store.records.drafts(office)) open.add(state.intake ?? "");
  for await (const intake of store.records.all(office, range)) {
    open.delete(intake.id);
    yield await recordLine(store, intake);
  }
  if (all)
    for await (const talk of store.records.drafts(office)) {
      open.delete(talk.state.intake ?? "");
      yield await draftLine(store, talk);
    }
  for (const id of open) {
    const intake = await store.records.find(office, id);
    if (intake !== null && isIn(range, intake)) yield await recordLine(store, intake);
  }
}

// --- internal ---

const isIn = ({ from = -Infinity, to = Infinity }: Omit<ExportRequest, "all">, { receivedAt }: Intake): boolean =>
  receivedAt >= from && receivedAt < to;
