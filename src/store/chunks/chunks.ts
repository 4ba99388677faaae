// Where the sealed chunks of pictures, voices and files are kept: in a table of the database, or in a bucket.
import { oldUploads } from "../media.ts";
import type { Base } from "../prisma/base.ts";

/** One chunk, of one upload: two may be under way. */
export interface Place {
  media: string;
  upload: string;
  n: number;
}

/** Which upload counts is told by the row in Media alone. */
export interface Chunks {
  write(place: Place, sealed: Uint8Array<ArrayBuffer>): Promise<void>;
  /** null where it is gone. */
  read(place: Place): Promise<Uint8Array | null>;
  /** Of an upload that broke off. */
  drop(media: string, upload: string): Promise<void>;
  /** The row was written, or went: all but the upload that counts goes. */
  keepOnly(media: string, upload: string | null): Promise<void>;
  /** What programs that died left, and nobody can still be writing at, goes. How many chunks that were. */
  tidy(now: number): Promise<number>;
}

const LEFT = `DELETE FROM "MediaChunk" WHERE upload > ? AND upload < ? AND NOT EXISTS
  (SELECT 1 FROM "Media" AS m WHERE m.id = "MediaChunk".media AND m.state = 'kept' AND m.upload = "MediaChunk".upload)`;

/** The table's own rows go in the same write as the row that they belong to; nothing is left to do behind it. */
export const inTable = ({ prisma, together }: Pick<Base, "prisma" | "together">): Chunks => ({
  async write(place, sealed) {
    // createMany: create would read half a megabyte back.
    await prisma.mediaChunk.createMany({ data: [{ ...place, sealed }] });
  },
  read: async (place) => (await prisma.mediaChunk.findUnique({ where: { media_upload_n: place } }))?.sealed ?? null,
  async drop(media, upload) {
    await prisma.mediaChunk.deleteMany({ where: { media, upload } });
  },
  keepOnly: async () => {},
  async tidy(now) {
    const [left] = await together([[LEFT, ...oldUploads(now)]], []);
    return left?.changed ?? 0;
  },
});
