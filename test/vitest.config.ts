// How the tests run: everything but the browser by default; UKETOME_BROWSER=1 runs those instead.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const browser = process.env.UKETOME_BROWSER === "1";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    root: fileURLToPath(new URL("..", import.meta.url)),
    include: browser ? ["test/browser/**/*.test.ts"] : ["test/**/*.test.ts"],
    exclude: browser ? [] : ["test/browser/**"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
