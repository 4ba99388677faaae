// `node scripts/bundle-size.ts`: how large the Worker is, as Cloudflare counts it (gzip), and that nothing of the
// machine's own rooms got into it. Offline; ends with 1 where it is too large.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/** Bytes, with ten languages; The free plan takes 3 MB: https://developers.cloudflare.com/workers/platform/limits/#worker-size */
const MOST = 1_500_000;
/** The trial, the disk and SQLite have no place on Workers. */
const NOT_HERE =
  /^(src\/(try|node|talk)\/|node_modules\/(better-sqlite3|pino|@hono\/node-server)\/)|(^|:)(fs|fs\/promises)$/;

const folder = mkdtempSync(join(tmpdir(), "uketome-bundle-"));
try {
  bundle(folder);
  report(sizes(folder), strangers(folder));
} finally {
  rmSync(folder, { recursive: true });
}

// --- internal ---

function bundle(into: string): void {
  const command = ["wrangler", "deploy", "--dry-run", "--outdir", into, "--metafile", join(into, "meta.json")];
  const env = { ...process.env, WRANGLER_SEND_METRICS: "false" };
  execFileSync("npx", command, { cwd: fileURLToPath(new URL("..", import.meta.url)), env, stdio: "pipe" });
}

/** What is uploaded: the program and the query compiler beside it, without the map. */
function sizes(from: string): { raw: number; gzip: number } {
  const files = readdirSync(from).filter((name) => /\.(js|wasm)$/.test(name));
  const contents = files.map((name) => readFileSync(join(from, name)));
  const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);
  return { raw: sum(contents.map((one) => one.length)), gzip: sum(contents.map((one) => gzipSync(one).length)) };
}

/** Modules that must not be there. */
function strangers(from: string): string[] {
  const { inputs } = JSON.parse(readFileSync(join(from, "meta.json"), "utf8")) as {
    inputs: Record<string, { imports: { path: string }[] }>;
  };
  const named = Object.entries(inputs).flatMap(([name, { imports }]) => [name, ...imports.map(({ path }) => path)]);
  return [...new Set(named)].filter((name) => NOT_HERE.test(name));
}

function report({ raw, gzip }: { raw: number; gzip: number }, wrong: string[]): void {
  const mb = (bytes: number): string => (bytes / 1_000_000).toFixed(3);
  console.log(`Worker: ${mb(gzip)} MB gzip (${mb(raw)} MB raw), at most ${mb(MOST)} MB gzip`);
  for (const name of wrong) console.log(`not for Workers, but bundled: ${name}`);
  if (gzip > MOST || wrong.length > 0) process.exitCode = 1;
}
