// README is true: everything that can be set, typed, written into a flow or read from the export is named there.
import { fileURLToPath } from "node:url";
import { existsSync, globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { SETTINGS } from "../src/config.ts";
import { FIELDS } from "../src/export/line.ts";
import { KINDS } from "../src/flow/steps/register.ts";
import { FIELDS as FILLS } from "../src/flow/steps/step.ts";

const root = new URL("../", import.meta.url);
const readme = readFileSync(new URL("README.md", root), "utf8");
const { scripts } = JSON.parse(readFileSync(new URL("package.json", root), "utf8")) as { scripts: object };

/** What stands in `backticks`, the words of a command line one by one. */
const named = new Set(
  [...readme.matchAll(/`([^`\n]+)`/g)].flatMap(([, text = ""]) => [text, text.split(" -- ")[0] ?? ""]),
);
/** npm runs these by itself. */
const BY_ITSELF = /^(pre|post)(?!pare$)/;

const commands = Object.keys(scripts)
  .filter((name) => !BY_ITSELF.test(name))
  .map((name) => (name === "start" || name === "test" ? `npm ${name}` : `npm run ${name}`));
const rooms = globSync("src/*", { cwd: fileURLToPath(root), withFileTypes: true }).map((entry) =>
  entry.isDirectory() ? `src/${entry.name}/` : `src/${entry.name}`,
);
/** Lines of the table under a heading. */
const section = (heading: string): string => readme.split(/^#+ /m).find((part) => part.startsWith(heading)) ?? "";
const missing = (names: readonly string[], where: (name: string) => boolean): string[] =>
  names.filter((name) => !where(name));

describe("README names", () => {
  const lists: [what: string, names: readonly string[]][] = [
    ["every setting", SETTINGS],
    ["every npm script", commands],
    ["every room of src/", rooms],
    ["every kind of step", Object.keys(KINDS)],
    ["every field of the export", FIELDS],
  ];
  test.each(lists)("%s", (_what, names) => {
    expect(names.length).toBeGreaterThan(8);
    expect(missing(names, (name) => named.has(name))).toEqual([]);
  });

  test("no setting, script or field that is not there", () => {
    const told = [...section("設定").matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name);
    expect(new Set(told)).toEqual(new Set(SETTINGS));
    const typed = [...readme.matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name ?? "");
    expect(typed.filter((name) => !(name in scripts))).toEqual([]);
    const fields = [...section("The export").matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, cell = ""]) =>
      [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name),
    );
    expect(new Set(fields)).toEqual(new Set(FIELDS));
  });

  test("an example of every kind, with fields that exist", () => {
    const examples = [...readme.matchAll(/`\{ kind: ([a-z-]+), fills: (\w+)/g)];
    expect(new Set(examples.map(([, kind]) => kind))).toEqual(new Set(Object.keys(KINDS)));
    expect(examples.filter(([, , fills]) => !FILLS.some((field) => field === fills))).toEqual([]);
  });

  test("no file that is not there", () => {
    const paths = [...readme.matchAll(/(?:`|\]\()((?:src|test|flows|prisma|scripts|\.ci)\/[\w./-]+)[`)]/g)].map(
      ([, path = ""]) => path,
    );
    expect(paths.length).toBeGreaterThan(20);
    // An office that whoever reads it is to write.
    expect(paths.filter((path) => path !== "flows/offices/aoba.yaml" && !existsSync(new URL(path, root)))).toEqual([]);
  });

  test("pictures small enough for a slow line", () => {
    const heavy = globSync("test/pictures/*", { cwd: fileURLToPath(root) }).filter(
      (path) => readFileSync(new URL(path, root)).length > 200 * 1024,
    );
    expect(heavy).toEqual([]);
  });
});
