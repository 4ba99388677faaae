// Pictures and files residents sent. Only pictures of a type we looked into ourselves open in the page.
import type { Page } from "../room.ts";
import type { Media } from "../../ports.ts";

/** Types a browser shows without running anything; never by the sender's word, always sniffed (Media.type). */
const SAFE_PICTURES = ["image/png", "image/jpeg", "image/gif", "image/webp"];

export const isPicture = ({ type }: Media): boolean => SAFE_PICTURES.includes(type);

/** GET /admin/media/:id */
export const mediaFile: Page = async (c) => {
  const { store, office } = c.get("room");
  const media = await store.media.find(c.req.param("id") ?? "");
  if (media === null || media.office !== office.id) return c.text("見つかりません。", 404);
  if (media.state !== "kept") return c.text("このファイルはもうありません。", 410);
  return c.body(streamOf(store.media.read(media.id)), 200, {
    "Content-Type": isPicture(media) ? media.type : "application/octet-stream",
    "Content-Length": String(media.size),
    "Content-Disposition": isPicture(media) ? "inline" : `attachment; filename="${fileName(media)}"`,
    "Cache-Control": "private, no-store",
  });
};

// ── helpers ──

const ENDINGS: Record<string, string> = {
  "audio/mp4": ".m4a",
  "audio/mpeg": ".mp3",
  "audio/aac": ".aac",
  "audio/ogg": ".ogg",
  "audio/wav": ".wav",
  "video/mp4": ".mp4",
  "application/pdf": ".pdf",
};

/** A name of ours: the sender's could be anything. */
const fileName = (media: Media): string => `uketome-${media.id.replace(/\W/g, "")}${ENDINGS[media.type] ?? ".bin"}`;

/** Chunk by chunk, as the reader takes them: a large file never stands in memory whole. */
function streamOf(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const reading = chunks[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await reading.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => void (await reading.return?.()),
  });
}
