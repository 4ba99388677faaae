// Media: sealed chunks first, then the row that makes them count.
import { randomUUID } from "node:crypto";
import type { Media as Row } from "#prisma";
import type { Media, MediaStore } from "../../ports.ts";
import type { Chunks, Place } from "../chunks/chunks.ts";
import { inChunks, uploadAt, wasTakenBack } from "../media.ts";
import type { Sealer } from "../seal.ts";
import type { Base, Statement } from "./base.ts";
import { insertRows, notErased, OR_LEAVE, type Dialect } from "./rows/sql.ts";

const COLUMNS = ["id", "office", "intake", "state", "upload", "sealed"] as const;

const rowContext = (id: string): string => `Media.sealed:${id}`;
const chunkContext = (media: string, upload: string, n: number): string => `MediaChunk.sealed:${media}:${upload}:${n}`;

// The first upload to end counts; none counts whose message was taken back meanwhile.
const counting = (sql: Dialect): string => `${insertRows(sql, "Media", COLUMNS)} WHERE ${notErased(sql.of("intake"))}
  AND NOT EXISTS (SELECT 1 FROM "Message" AS m WHERE m.id = ${sql.of("id")} AND m."retractedAt" IS NOT NULL) ${OR_LEAVE}`;
const SWEEP = `DELETE FROM "MediaChunk" WHERE media = ?
  AND upload <> coalesce((SELECT upload FROM "Media" WHERE id = ? AND state = 'kept'), '')`;
const marking = (sql: Dialect): string => `${insertRows(sql, "Media", COLUMNS)} WHERE true
  ON CONFLICT (id) DO UPDATE SET state = excluded.state, sealed = excluded.sealed WHERE "Media".state NOT IN ('retracted', 'kept') OR excluded.state = 'retracted'`;

export function prismaMedia(base: Base, kept: Chunks): MediaStore {
  const { prisma, sealer, sql, together } = base;
  const [count, mark] = [counting(sql), marking(sql)];
  const standing = async (id: string): Promise<Row | null> => prisma.media.findUnique({ where: { id } });
  const find = async (id: string): Promise<Media | null> => {
    const row = await standing(id);
    return row && openMedia(row, sealer);
  };
  const written = async (id: string): Promise<Row | null> => {
    const row = await standing(id);
    await kept.keepOnly(id, row?.state === "kept" ? row.upload : null);
    return row;
  };
  return {
    find,
    async keep(media, chunks) {
      const already = await find(media.id);
      if (already) return already;
      const upload = uploadAt(Date.now(), randomUUID());
      const size = await write(kept, sealer, { media: media.id, upload }, chunks);
      const row = mediaRow({ ...media, size }, upload, sealer);
      await together([[count, [row]], sweep(media.id)], [media.id, media.intake]);
      const now = await written(media.id);
      return now === null ? wasTakenBack(media) : openMedia(now, sealer);
    },
    async mark(media) {
      const row = mediaRow(media, "", sealer);
      await together([[mark, [row]], sweep(media.id)], [media.id, media.intake]);
      await written(media.id);
    },
    async *read(id) {
      const row = await standing(id);
      if (row?.state === "kept") yield* read(kept, sealer, row, openMedia(row, sealer).size);
    },
    async drop(id) {
      await together([[`DELETE FROM "Media" WHERE id = ?`, id], sweep(id)], [id]);
      await written(id);
    },
    tidy: (now) => kept.tidy(now),
  };
}

const sweep = (id: string): Statement => [SWEEP, id, id];

/** How many bytes there were. When `chunks` throws, what was written of this upload goes. */
async function write(
  kept: Chunks,
  { sealBytes }: Sealer,
  { media, upload }: Pick<Place, "media" | "upload">,
  chunks: AsyncIterable<Uint8Array>,
): Promise<number> {
  let size = 0;
  try {
    let n = 0;
    for await (const chunk of inChunks(chunks)) {
      await kept.write({ media, upload, n }, sealBytes(chunk, chunkContext(media, upload, n)));
      size += chunk.length;
      n += 1;
    }
    return size;
  } catch (cause) {
    await kept.drop(media, upload);
    throw cause;
  }
}

async function* read(
  kept: Chunks,
  { openBytes }: Sealer,
  { id: media, upload }: Row,
  size: number,
): AsyncIterable<Uint8Array> {
  for (let n = 0, from = 0; from < size; n++) {
    const sealed = await kept.read({ media, upload, n });
    if (sealed === null) throw new Error("the media was taken back while it was read");
    const chunk = openBytes(sealed, chunkContext(media, upload, n));
    from += chunk.length;
    yield chunk;
  }
}

function mediaRow({ type, size, ...plain }: Media, upload: string, { seal }: Sealer): Record<string, unknown> {
  return { ...plain, upload, sealed: seal(JSON.stringify({ type, size }), rowContext(plain.id)) };
}

function openMedia({ id, office, intake, state, sealed }: Row, { open }: Sealer): Media {
  const { type, size } = JSON.parse(open(sealed, rowContext(id))) as Pick<Media, "type" | "size">;
  return { id, office, intake, type, size, state: state as Media["state"] };
}
