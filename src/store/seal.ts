// Seals every word at the store's border: nothing above sees ciphertext, nothing below sees words.
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomFillSync } from "node:crypto";
import type { KeyObject } from "node:crypto";

/** The data cannot be opened: another DATA_KEY, or a cell that was changed or moved to another row. */
export class WrongDataKey extends Error {
  override readonly name = "WrongDataKey";
}

/** What `open` gives; null where the row was damaged. That the key is the right one was seen when the store was opened. */
export function unlessDamaged<T>(open: () => T): T | null {
  try {
    return open();
  } catch (cause) {
    if (cause instanceof WrongDataKey) return null;
    throw cause;
  }
}

export interface Sealer {
  /** Words → base64url. `context` is where the cell stands, `Table.column:id`: elsewhere it cannot be opened. */
  seal: (text: string, context: string) => string;
  /** Throws WrongDataKey. */
  open: (sealed: string, context: string) => string;
  sealBytes: (bytes: Uint8Array, context: string) => Uint8Array<ArrayBuffer>;
  /** Throws WrongDataKey. */
  openBytes: (sealed: Uint8Array, context: string) => Uint8Array<ArrayBuffer>;
  /** A keyed hash of a name within an office: finds a resident or a login without keeping the name in clear. */
  lookup: (office: string, person: string) => string;
}

const CIPHER = "aes-256-gcm";
/** First byte of every cell, so that a later key or cipher can be told apart. */
const VERSION = 1;
/** Bytes. Random nonces of this length are safe for 2³² cells under one key (NIST SP 800-38D §8.3). */
const NONCE = 12;
const TAG = 16;

/**
 * @param dataKey 32 bytes in base64 (`DATA_KEY`); two keys are drawn from it, one to seal and one for look-up.
 * @throws RangeError when it is not 32 bytes.
 */
export function sealer(dataKey: string): Sealer {
  const root = Buffer.from(dataKey, "base64");
  if (root.length !== 32) throw new RangeError("DATA_KEY must be 32 bytes in base64");
  // KeyObjects: a raw Buffer key is parsed again for every cell and costs three times as much.
  const sealing = drawn(root, "uketome seal v1");
  const finding = drawn(root, "uketome lookup v1");
  const sealBytes: Sealer["sealBytes"] = (bytes, context) => encrypt(sealing, bytes, context);
  const openBytes: Sealer["openBytes"] = (sealed, context) => decrypt(sealing, sealed, context);
  return {
    seal: (text, context) => Buffer.from(sealBytes(Buffer.from(text), context).buffer).toString("base64url"),
    open: (sealed, context) => Buffer.from(openBytes(Buffer.from(sealed, "base64url"), context)).toString(),
    sealBytes,
    openBytes,
    lookup: (office, person) => createHmac("sha256", finding).update(`${office}\0${person}`).digest("base64url"),
  };
}

const drawn = (root: Buffer, purpose: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync("sha256", root, "", purpose, 32)));

/** Drawn for many cells at once: to ask the system costs more than to seal a short word. Nothing of it is used twice. */
const drawnNonces = { bytes: new Uint8Array(NONCE * 256), used: NONCE * 256 };

function nextNonce(): Uint8Array {
  if (drawnNonces.used === drawnNonces.bytes.length) {
    randomFillSync(drawnNonces.bytes);
    drawnNonces.used = 0;
  }
  const from = drawnNonces.used;
  drawnNonces.used += NONCE;
  return drawnNonces.bytes.subarray(from, drawnNonces.used);
}

function encrypt(key: KeyObject, bytes: Uint8Array, context: string): Uint8Array<ArrayBuffer> {
  const nonce = nextNonce();
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(context));
  const sealed = new Uint8Array(1 + NONCE + bytes.length + TAG);
  sealed[0] = VERSION;
  sealed.set(nonce, 1);
  sealed.set(cipher.update(bytes), 1 + NONCE);
  cipher.final();
  sealed.set(cipher.getAuthTag(), sealed.length - TAG);
  return sealed;
}

function decrypt(key: KeyObject, sealed: Uint8Array, context: string): Uint8Array<ArrayBuffer> {
  try {
    if (sealed[0] !== VERSION) throw new Error("unknown version");
    // authTagLength: without it Node takes a tag of four bytes as well, which can be guessed.
    const decipher = createDecipheriv(CIPHER, key, sealed.subarray(1, 1 + NONCE), { authTagLength: TAG });
    decipher.setAAD(Buffer.from(context));
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
    const bytes = new Uint8Array(decipher.update(sealed.subarray(1 + NONCE, sealed.length - TAG)));
    decipher.final();
    return bytes;
  } catch {
    throw new WrongDataKey("the data was sealed with another DATA_KEY, or was changed");
  }
}
