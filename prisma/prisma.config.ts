// Where Prisma's command finds the schema: `prisma generate --config prisma/prisma.config.ts`.
import { defineConfig } from "prisma/config";

// `generate` asks for the schema engine's binary though it never runs it, and that cannot be had without internet.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: "schema.prisma", migrations: { path: "migrations" } });
