// `npm run flows:draw`: writes each flow as a picture (SVG, in Japanese) into drawings/, for a document or a wall.
// `-- --office demo`, `-- --to FOLDER`
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readBook } from "../../book/book.ts";
import { readFiles } from "../../book/disk.ts";
import { plansOf, svgOf } from "../../draw/draw.ts";

const { values } = parseArgs({
  options: { office: { type: "string", default: "demo" }, to: { type: "string", default: "drawings" } },
});
const files = await readFiles(new URL("../../../flows/", import.meta.url).pathname);
const { flow, office } = readBook(files, values.office, "when needed");
await mkdir(values.to, { recursive: true });
for (const plan of plansOf(flow, office.quietHours)) {
  const path = join(values.to, `${plan.id}.svg`);
  await writeFile(path, svgOf(plan));
  console.log(path);
}
