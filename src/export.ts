// `npm run export`: every record as NDJSON on standard output and nothing else there, also while the server runs.
// It is the operator's full export; 秘匿 is a flag in it.
import { once } from "node:events";
import { draftLine, recordLine } from "./export/line.ts";
import { readRequest } from "./export/range.ts";
import { open } from "./node/open.ts";
import { plainly } from "./node/plainly.ts";

await plainly(async () => {
  const { all, ...range } = readRequest(process.argv.slice(2));
  const { store, book } = await open(process.env, { existing: true });
  try {
    for await (const intake of store.records.all(book.office.id, range)) await write(await recordLine(store, intake));
    if (all) for await (const talk of store.records.drafts(book.office.id)) await write(await draftLine(store, talk));
  } finally {
    await store.close();
  }
});

// --- internal ---

/** A slow reader is waited for; one that went away ends the export quietly. */
async function write(line: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, "drain");
}
