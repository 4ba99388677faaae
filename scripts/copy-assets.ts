// Puts the trial page's styles and scripts beside the emitted program: tsc copies only what it compiles.
import { cpSync } from "node:fs";

const root = new URL("../", import.meta.url);
cpSync(new URL("src/try/page/assets/", root), new URL("dist/try/page/assets/", root), { recursive: true });
