// `npm run export`: every record as NDJSON on standard output and nothing else there, also while the server runs.
// It is the operator's full export; 秘匿 is a flag in it.
import { once } from "node:events";
import { linesOf } from "./export/lines.ts";
import { readRequest } from "./export/range.ts";
import { open } from "./node/open.ts";
import { plainly } from "./node/plainly.ts";

await plainly(async () => {
  const request = readRequest(process.argv.slice(2));
  const { store, book } = await open(process.env, { existing: true });
  try {
    for await (const line of linesOf(store, book.office.id, request)) await write(line);
  } finally {
    await store.close();
  }
});

// --- internal ---

/** A slow reader is waited for; one that went away ends the export quietly. */
async function write(line: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, "drain");
}
