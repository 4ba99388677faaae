// A store as one conversation sees it: the records and talks of those before are left out.
import type { Store } from "../../src/ports.ts";

/** The store without the records and drafts that stand in it now. */
export async function onlyNew(store: Store, office: string): Promise<Store> {
  const old = new Set<string>();
  // Drafts first: one that is filed between the two is met as a record, and not missed by both.
  for await (const { state } of store.records.drafts(office)) old.add(state.intake ?? "");
  for await (const { id } of store.records.all(office, {})) old.add(id);
  const records: Store["records"] = {
    ...store.records,
    all: (id, range) => without(store.records.all(id, range), (intake) => old.has(intake.id)),
    drafts: (id) => without(store.records.drafts(id), ({ state }) => old.has(state.intake ?? "")),
  };
  return { ...store, records };
}

async function* without<T>(items: AsyncIterable<T>, isOld: (item: T) => boolean): AsyncIterable<T> {
  for await (const item of items) if (!isOld(item)) yield item;
}

/** Everything of it, in order. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}
