// Builds what the bench runs: the program, and the client of the Prisma bot.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

export function prepare(): void {
  run("npm", ["run", "--silent", "build"]);
  if (!existsSync(`${root}test/bench/bots/generated`)) generate();
}

// --- internal ---

// `generate` asks for an engine it never runs (prisma/prisma.config.ts).
const generate = (): void =>
  run("npx", ["prisma", "generate", "--schema", "test/bench/bots/schema.prisma"], {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  });

function run(command: string, args: string[], env: Record<string, string> = {}): void {
  execFileSync(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ["ignore", "ignore", "inherit"] });
}
