// Writes the dates of Japan's national holidays, and nothing else the library knows of them, as one module:
// src/office/generated/holidays.ts. Part of `npm run prepare`. A Worker is counted by its bytes, and the names of the days
// in two languages took ten thousand of them.
import { mkdir, writeFile } from "node:fs/promises";
import holidays from "@holiday-jp/holiday_jp";

const target = new URL("../src/office/generated/", import.meta.url);
const dates = Object.keys(holidays.holidays).join(" ");
await mkdir(target, { recursive: true });
await writeFile(
  new URL("holidays.ts", target),
  `// Written by scripts/holidays-module.ts. Do not edit.\nexport const holidays = "${dates}";\n`,
);
