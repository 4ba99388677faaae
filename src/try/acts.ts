// Reads what POST /try/send was given (JSON or a form) as an act of a person.
import type { Act } from "./local-line.ts";
import { samplePicture, sampleVoice, VOICE_MS } from "./props/samples.ts";
import { STICKERS } from "./props/stickers.ts";

type Body = Record<string, unknown>;
type Reader = (value: unknown, body: Body) => Act | null | Promise<Act | null>;

/** The act, or null where the body names none that can be done. */
export async function actOf(body: Body): Promise<Act | null> {
  const kind = Object.keys(READERS).find((name) => body[name] !== undefined && body[name] !== "");
  return kind ? READERS[kind]!(body[kind], body) : null;
}

const READERS: Record<string, Reader> = {
  // A form sends line ends as CRLF, LINE as LF.
  text: (value) => (typeof value === "string" ? { kind: "text", text: value.replaceAll("\r\n", "\n") } : null),
  sticker: (value) => stickerOf(value),
  image: async (value) => media("image", await bytesOf(value, samplePicture, "image/png")),
  audio: async (value) => media("audio", await bytesOf(value, sampleVoice, "audio/wav")),
  video: async (value) => media("video", await bytesOf(value, null, "video/mp4")),
  file: async (value) => media("file", await bytesOf(value, null, "application/octet-stream")),
  location: (value) => placeOf(value),
  postback: (value, body) => (typeof value === "string" ? postback(value, body) : null),
  follow: () => ({ kind: "follow" }),
  unfollow: () => ({ kind: "unfollow" }),
  unsend: (value) => ({ kind: "unsend", messageId: String(value) }),
};

interface Bytes {
  bytes: Uint8Array;
  type: string;
  name: string;
}

/** "sample", a file of a form, or base64 (also as a data: address). */
async function bytesOf(value: unknown, sample: (() => Uint8Array) | null, type: string): Promise<Bytes | null> {
  if (value instanceof File)
    return value.size > 0
      ? { bytes: new Uint8Array(await value.arrayBuffer()), type: value.type || type, name: value.name }
      : null;
  if (typeof value !== "string") return null;
  if (value === "sample") return sample && { bytes: sample(), type, name: "sample" };
  const [, told, data] = /^(?:data:([^;,]+);base64,)?([\w+/=-]+)$/.exec(value) ?? [];
  return data ? { bytes: Buffer.from(data, "base64"), type: told ?? type, name: "file" } : null;
}

function media(kind: "image" | "audio" | "video" | "file", given: Bytes | null): Act | null {
  if (!given) return null;
  const { bytes, type, name } = given;
  if (kind === "image") return { kind, bytes, type };
  if (kind === "file") return { kind, bytes, type, name };
  return { kind, bytes, type, durationMs: VOICE_MS };
}

function stickerOf(value: unknown): Act | null {
  const known = STICKERS.find((one) => one.id === String(value));
  if (known) return { kind: "sticker", stickerId: known.id, keywords: known.keywords };
  const { keywords, text } = (typeof value === "object" ? value : {}) as { keywords?: unknown; text?: unknown };
  if (!Array.isArray(keywords)) return null;
  return { kind: "sticker", keywords: keywords.map(String), ...(typeof text === "string" && { text }) };
}

const SAMPLE_PLACE = { title: "あおば駅 南口", address: "あおば市本町1丁目", latitude: 35.6812, longitude: 139.7671 };

function placeOf(value: unknown): Act | null {
  if (value === "sample") return { kind: "location", ...SAMPLE_PLACE };
  const { title, address, latitude, longitude } = (typeof value === "object" ? value : {}) as typeof SAMPLE_PLACE;
  if (typeof latitude !== "number" || typeof longitude !== "number") return null;
  return { kind: "location", latitude, longitude, ...(title && { title }), ...(address && { address }) };
}

/** `pick` is what was chosen in a datetimepicker, `mode` how it is called in `params`. */
function postback(data: string, body: Body): Act {
  const { displayText, mode, pick } = body;
  return {
    kind: "postback",
    data,
    ...(typeof displayText === "string" && displayText && { displayText }),
    ...(typeof mode === "string" && typeof pick === "string" && { params: { [mode]: pick } }),
  };
}
