// Media in memory.
import type { Media, MediaStore } from "../../ports.ts";
import { ERASED } from "../filing.ts";
import { inChunks, wasTakenBack } from "../media.ts";
import type { Tables } from "./tables.ts";

export function memoryMedia(tables: Tables): MediaStore {
  const takenBack = ({ id, intake }: Omit<Media, "size">): boolean =>
    tables.messages.get(id)?.retractedAt != null || tables.intakes.get(intake)?.filed === ERASED;
  return {
    async keep(media, chunks) {
      const standing = tables.media.get(media.id);
      if (standing) return standing;
      const kept: Uint8Array[] = [];
      for await (const chunk of inChunks(chunks)) kept.push(chunk);
      if (takenBack(media)) return wasTakenBack(media);
      const row: Media = { ...media, size: kept.reduce((sum, chunk) => sum + chunk.length, 0) };
      if (tables.media.add(media.id, row)) tables.chunks.set(media.id, kept);
      return tables.media.get(media.id) ?? row;
    },
    async mark(media) {
      if (tables.media.get(media.id)?.state === "retracted") return;
      tables.media.put(media.id, media);
      if (media.state !== "kept") tables.chunks.delete(media.id);
    },
    find: async (id) => tables.media.get(id) ?? null,
    async *read(id) {
      yield* tables.chunks.get(id) ?? [];
    },
    async drop(id) {
      tables.media.drop(id);
      tables.chunks.delete(id);
    },
    // What dies with the program leaves nothing.
    tidy: async () => 0,
  };
}
