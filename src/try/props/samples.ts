// A picture and a voice to send where none is at hand: both made here, so they are nobody's.
import { crc32, deflateSync } from "node:zlib";

const WIDTH = 320;
const HEIGHT = 240;
const RATE = 8000;
export const VOICE_MS = 1500;

/** A PNG of a letter that lies unopened on a table. */
export function samplePicture(): Uint8Array {
  const rows = Array.from({ length: HEIGHT }, (_, y) => [
    0,
    ...Array.from({ length: WIDTH }, (_, x) => colour(x, y)).flat(),
  ]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixels = deflateSync(Buffer.from(rows.flat()));
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))]);
}

/** A WAV of a short hum. LINE itself sends m4a. */
export function sampleVoice(): Uint8Array {
  const samples = Array.from({ length: (RATE * VOICE_MS) / 1000 }, (_, n) => hum(n / RATE));
  const wav = Buffer.alloc(44 + samples.length * 2);
  wav.write("RIFF", 0);
  wav.writeUInt32LE(36 + samples.length * 2, 4);
  wav.write("WAVEfmt ", 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(RATE, 24);
  wav.writeUInt32LE(RATE * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write("data", 36);
  wav.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((value, n) => wav.writeInt16LE(Math.round(value * 9000), 44 + n * 2));
  return wav;
}

function colour(x: number, y: number): number[] {
  const inLetter = x > 70 && x < 250 && y > 90 && y < 200;
  const fold = Math.abs(y - 90 - Math.min(x - 70, 250 - x) * 0.62) < 1.6;
  const stamp = (x - 222) ** 2 + (y - 172) ** 2 < 13 ** 2;
  if (inLetter && stamp) return [192, 57, 43];
  if (inLetter && fold) return [170, 160, 140];
  if (inLetter) return [250, 246, 236];
  return y > 70 ? [150 + ((x * 7 + y) % 5), 108, 74] : [205, 214, 208];
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

/** Soft at both ends, trembling a little, as a voice does. */
function hum(seconds: number): number {
  const softness = Math.min(1, seconds * 6, (VOICE_MS / 1000 - seconds) * 6);
  const pitch = 190 + 12 * Math.sin(seconds * 9);
  return softness * (Math.sin(2 * Math.PI * pitch * seconds) * 0.7 + Math.sin(4 * Math.PI * pitch * seconds) * 0.25);
}
