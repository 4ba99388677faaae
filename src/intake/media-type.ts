// What a file really is, by its first bytes: LINE's word for it, or its name, is not believed.

/** The library looks at up to so many first bytes. */
const HEAD = 4100;
export const UNKNOWN_TYPE = "application/octet-stream";

/** Looks at the first bytes of a stream and hands it on whole. The type is UNKNOWN_TYPE where the bytes tell nothing. */
export async function typeOf(chunks: AsyncIterable<Uint8Array>): Promise<[string, AsyncIterable<Uint8Array>]> {
  const rest = chunks[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let length = 0;
  while (length < HEAD) {
    const { value, done } = await rest.next();
    if (done === true) break;
    head.push(value);
    length += value.byteLength;
  }
  // Its fifty files are read with the first picture, and not while somebody waits for the start.
  const { fileTypeFromBuffer } = await import("file-type");
  const known = await fileTypeFromBuffer(joined(head, length));
  return [known?.mime ?? UNKNOWN_TYPE, whole(head, rest)];
}

// --- internal ---

function joined(parts: Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  parts.reduce((at, part) => (all.set(part, at), at + part.byteLength), 0);
  return all;
}

async function* whole(head: Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  yield* head;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
