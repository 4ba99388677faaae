// `npm run flows:draw`: writes the flow as Mermaid to standard output, for a document or a wall. `-- --office demo`
import { parseArgs } from "node:util";
import { readBook } from "../../book/book.ts";
import { readFiles } from "../../book/disk.ts";
import { pictureOf } from "./picture.ts";

const { values } = parseArgs({ options: { office: { type: "string", default: "demo" } } });
const files = await readFiles(new URL("../../../flows/", import.meta.url).pathname);
console.log(pictureOf(readBook(files, values.office, "when needed").flow));
