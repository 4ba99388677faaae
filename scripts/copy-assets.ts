// Puts beside the emitted program what tsc does not: the trial page's styles and scripts, and where its database client is.
import { cpSync, writeFileSync } from "node:fs";

const root = new URL("../", import.meta.url);
cpSync(new URL("src/try/page/assets/", root), new URL("dist/try/page/assets/", root), { recursive: true });

// The emitted program has a database client of its own, which need not be stripped of its types at every start.
const own = { type: "module", imports: { "#prisma": "./store/generated/sqlite/client.js" } };
writeFileSync(new URL("dist/package.json", root), JSON.stringify(own));
