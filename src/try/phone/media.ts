// Pictures, voices and files a person sent, served as LINE's content endpoints serve them.
export interface Kept {
  kind: "image" | "video" | "audio" | "file";
  bytes: Uint8Array;
  type: string;
  /** LINE prepares voices and films for a while, and answers 202 meanwhile. */
  readyAt: number;
  /** True after 送信取消: LINE answers 410. */
  gone: boolean;
}

/** The content of a message: 200 with the bytes, 202 while LINE prepares it, 404 unknown, 410 taken back. */
export function contentOf(kept: Kept | undefined, now: number): Response {
  if (!kept) return Response.json({ message: "Not found" }, { status: 404 });
  if (kept.gone) return Response.json({ message: "Gone" }, { status: 410 });
  if (now < kept.readyAt) return new Response(null, { status: 202 });
  const bytes = new Uint8Array(kept.bytes);
  return new Response(bytes, { headers: { "content-type": kept.type, "content-length": String(bytes.length) } });
}

/** A small picture of it: here the picture itself. Voices and files have none. */
export function previewOf(kept: Kept | undefined, now: number): Response {
  if (kept && (kept.kind === "audio" || kept.kind === "file")) return badRequest();
  return contentOf(kept, now);
}

/** Whether LINE has finished preparing a voice or a film. */
export function transcodingOf(kept: Kept | undefined, now: number): Response {
  if (kept && kept.kind !== "audio" && kept.kind !== "video") return badRequest();
  if (!kept || kept.gone) return contentOf(kept, now);
  return Response.json({ status: now < kept.readyAt ? "processing" : "succeeded" });
}

const badRequest = (): Response => Response.json({ message: "Bad request" }, { status: 400 });
