// Sealed chunks in a bucket (Cloudflare R2), an object each: `media/upload/n`. The rows stay in the database and say which
// of them count; objects cannot be written in one step with a row. So they go before their row does, where that is
// decided (erased, taken back), and else behind it; what a program that died in between left goes by `tidy`.
import type { Store } from "../../ports.ts";
import { DAY } from "../media.ts";
import type { Base } from "../prisma/base.ts";
import { inTable, type Chunks, type Place } from "./chunks.ts";

/** What is used of an R2 binding. https://developers.cloudflare.com/r2/api/workers/workers-api-reference/ */
export interface Bucket {
  put(key: string, value: Uint8Array): Promise<unknown>;
  get(key: string): Promise<{ arrayBuffer(): Promise<ArrayBuffer> } | null>;
  list(options: { prefix?: string; cursor?: string }): Promise<Page>;
  delete(keys: string[]): Promise<void>;
}

interface Page {
  objects: { key: string; uploaded: Date }[];
  truncated: boolean;
  cursor?: string;
}

/** The database tells which of them count, and holds those that were kept before there was a bucket. */
export function inBucket(bucket: Bucket, base: Pick<Base, "prisma" | "sql" | "query" | "together">): Chunks {
  const table = inTable(base);
  return {
    async write(place, sealed) {
      await bucket.put(keyOf(place), sealed);
    },
    async read(place) {
      const object = await bucket.get(keyOf(place));
      return object === null ? table.read(place) : new Uint8Array(await object.arrayBuffer());
    },
    drop: (media, upload) => remove(bucket, ofUpload(media, upload), () => true),
    keepOnly: (media, upload) => remove(bucket, ofMedia(media), (key) => !isOf(key, media, upload)),
    tidy: async (now) => (await tidy(bucket, base, now - DAY)) + (await table.tidy(now)),
  };
}

/**
 * Where words are taken back or erased, their objects go first: what cannot be deleted fails, and as the wish is owed until
 * it is done, it is done again.
 */
export function forgetting(store: Store, bucket: Bucket, { query }: Base): Store {
  const { talks } = store;
  const forget = async (media: string[]): Promise<void> => {
    for (const id of media) await remove(bucket, ofMedia(id), () => true);
  };
  const text = `SELECT id FROM "Media" WHERE intake = ? UNION SELECT id FROM "Message" WHERE intake = ? AND "mediaId" IS NOT NULL`;
  const idsOf = (all: { messageId: string }[] = []): string[] => all.map(({ messageId }) => messageId);
  return {
    ...store,
    talks: {
      ...talks,
      async commit(moves) {
        await forget(moves.flatMap(({ filing }) => idsOf(filing?.retractions)));
        return talks.commit(moves);
      },
      async file(filing) {
        await forget(idsOf(filing.retractions));
        return talks.file(filing);
      },
      async erase(erasure) {
        const rows = await query<{ id: string }>(text, erasure.intake, erasure.intake);
        await forget(rows.map(({ id }) => id));
        return talks.erase(erasure);
      },
    },
  };
}

// --- internal ---

/** Removes what no row counts and was put before a time (ms): nobody is still writing it. How many there were. */
async function tidy(bucket: Bucket, { query, sql }: Pick<Base, "query" | "sql">, before: number): Promise<number> {
  const text = `SELECT id, upload FROM "Media" WHERE state = 'kept' AND id ${sql.among}`;
  let removed = 0;
  for await (const objects of pages(bucket, "")) {
    const old = objects.filter(({ uploaded }) => uploaded.getTime() < before).map(({ key }) => key);
    if (old.length === 0) continue;
    const rows = await query<{ id: string; upload: string }>(text, JSON.stringify([...new Set(old.map(mediaOf))]));
    const counted = new Map(rows.map(({ id, upload }) => [id, upload]));
    const gone = old.filter((key) => !isOf(key, mediaOf(key), counted.get(mediaOf(key)) ?? null));
    if (gone.length > 0) await bucket.delete(gone);
    removed += gone.length;
  }
  return removed;
}

const ofMedia = (media: string): string => `${encodeURIComponent(media)}/`;
const ofUpload = (media: string, upload: string): string => `${ofMedia(media)}${upload}/`;
const keyOf = ({ media, upload, n }: Place): string => `${ofUpload(media, upload)}${n}`;
const mediaOf = (key: string): string => decodeURIComponent(key.split("/")[0] ?? "");
const isOf = (key: string, media: string, upload: string | null): boolean =>
  upload !== null && key.startsWith(ofUpload(media, upload));

async function remove(bucket: Bucket, prefix: string, isGone: (key: string) => boolean): Promise<void> {
  for await (const objects of pages(bucket, prefix)) {
    const keys = objects.map(({ key }) => key).filter(isGone);
    if (keys.length > 0) await bucket.delete(keys);
  }
}

/** At most a thousand a page, and as many can be deleted at once. */
async function* pages(bucket: Bucket, prefix: string): AsyncIterable<Page["objects"]> {
  let cursor: string | undefined;
  do {
    const page = await bucket.list({ prefix, ...(cursor !== undefined && { cursor }) });
    yield page.objects;
    cursor = page.truncated ? page.cursor : undefined;
  } while (cursor !== undefined);
}
