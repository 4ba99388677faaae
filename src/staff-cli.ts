// `npm run staff -- add|reset|remove|list`: the accounts of the staff view.
import { open } from "./node/open.ts";
import { plainly } from "./node/plainly.ts";
import { staffCommand } from "./staff.ts";

await plainly(async () => {
  // The first account is made before the program first runs; whoever only looks must not find an empty database.
  const existing = process.argv[2] !== "add";
  const { store, config, book } = await open(process.env, { existing });
  const publicUrl =
    config.publicUrl ?? `http://${config.host === "0.0.0.0" ? "127.0.0.1" : config.host}:${config.port}`;
  const desk = { store, office: book.office, publicUrl, now: Date.now, print: (line: string) => console.log(line) };
  try {
    process.exitCode = await staffCommand(process.argv.slice(2), desk);
  } finally {
    await store.close();
  }
});
