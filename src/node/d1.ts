// The records of the Worker, opened from a machine through wrangler: for `npm run staff` and `npm run export`.
// https://developers.cloudflare.com/workers/wrangler/api/#getplatformproxy
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Store } from "../ports.ts";
import { d1Store, type D1 } from "../store/d1.ts";

/** The tables are not there yet. */
export class D1NotReady extends Error {
  override readonly name = "D1NotReady";
}

export type D1Place = "local" | "remote";

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * The D1 of wrangler.toml: "local" is what `wrangler dev` uses on this machine, "remote" the one at Cloudflare (asks for
 * `wrangler login`, as deploying does). `persist`: where the local one is kept, if not in .wrangler/state.
 * @throws D1NotReady; WrongDataKey; what wrangler says where it cannot reach it
 */
export async function d1FromHere(place: D1Place, dataKey: string, persist?: string): Promise<Store> {
  // A tool for development: not there where only the program was installed, and slow to load.
  const { getPlatformProxy, experimental_readRawConfig: read } = await import("wrangler");
  const { rawConfig } = read({ config: join(root, "wrangler.toml") });
  const databases = (rawConfig.d1_databases ?? []).map((one: object) => ({ ...one, remote: place === "remote" }));
  const folder = await mkdtemp(join(tmpdir(), "uketome-d1-"));
  try {
    const configPath = join(folder, "wrangler.json");
    const { name, compatibility_date } = rawConfig;
    await writeFile(configPath, JSON.stringify({ name, compatibility_date, d1_databases: databases }));
    const path = persist ?? join(root, ".wrangler/state/v3");
    const proxy = await getPlatformProxy<{ DB: D1 }>({ configPath, persist: { path } });
    const store = d1Store({ db: proxy.env.DB, dataKey });
    const opened = { ...store, close: () => store.close().then(() => proxy.dispose()) };
    await answers(opened, place);
    return opened;
  } finally {
    await rm(folder, { recursive: true });
  }
}

// --- internal ---

async function answers(store: Store, place: D1Place): Promise<void> {
  try {
    await store.ping();
  } catch (cause) {
    await store.close();
    // Prisma's code for a table that is not there.
    if ((cause as { code?: unknown }).code !== "P2021") throw cause;
    throw new D1NotReady(`D1に表がまだありません。先に: npx wrangler d1 migrations apply DB --${place}`, { cause });
  }
}
