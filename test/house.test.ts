// The plan of the house (README, "The house"), kept true by reading the imports and the sizes of src/.
import { dirname } from "node:path";
import { describe, expect, test } from "vitest";
import { circleFrom, FILES, importsOf, textOf } from "./house-imports.ts";

/** Every room, from the ground up, and the rooms it may open into. A room only opens into rooms that stand above it here. */
const GROUND = ["flow/", "office/", "intake/", "ports.ts"];
const COUNTER = [...GROUND, "desk"];
const HALL = [...COUNTER, "line/", "admin/", "watch/", "app.ts", "config.ts"];
const PLAN: [floor: string, room: string, opensInto: string[]][] = [
  ["ground", "flow/", []],
  ["ground", "office/", ["flow/"]],
  ["drawing room", "draw/", ["flow/"]],
  ["shelf", "book/", ["flow/", "office/"]],
  ["back office", "intake/", ["flow/", "office/"]],
  ["contracts", "ports.ts", ["flow/", "office/", "intake/"]],
  ["cellar", "store/", GROUND],
  ["counter", "desk", GROUND],
  ["door", "line/", COUNTER],
  ["door", "try/", COUNTER],
  ["door", "admin/", [...COUNTER, "draw/"]],
  ["door", "jobs/", COUNTER],
  ["door", "watch/", COUNTER],
  ["hall", "config.ts", []],
  ["hall", "app.ts", [...COUNTER, "line/", "admin/", "watch/"]],
  ["entrance", "node", [...HALL, "try/", "jobs/", "book/", "store/"]],
  ["entrance", "worker.ts", [...HALL, "book/", "store/", "jobs/"]],
  ["entrance", "talk", [...COUNTER, "admin/", "book/", "store/", "node"]],
  ["entrance", "export", [...GROUND, "book/", "store/", "node"]],
  ["entrance", "database/", ["config.ts", "store/", "node"]],
  ["entrance", "check/", [...COUNTER, "book/", "store/", "draw/", "line/", "try/"]],
  ["entrance", "staff", [...GROUND, "admin/", "book/", "store/", "node"]],
];
const ROOMS = PLAN.map(([, room]) => room);
const ENTRANCES = PLAN.filter(([floor]) => floor === "entrance").map(([, room]) => room);

/** A package that only these rooms may use: the ground stays free of the outside. */
const ONLY_IN: [name: string, rooms: string[]][] = [
  ["@line/bot-sdk", ["line/"]],
  ["#prisma", ["store/"]],
  ["@prisma/", ["store/"]],
  ["better-sqlite3", ["store/"]],
  ["pg", ["store/"]],
  ["yaml", ["book/"]],
  ["hono", ["line/", "try/", "admin/", "watch/", "app.ts"]],
  ["prom-client", ["node"]],
  ["@hono/node-server", ["node"]],
  // A hash is neither chance nor clock nor network: node:crypto is left out of this one.
  ["node:", ["store/", "book/", "line/", "try/", "admin/", ...ENTRANCES]],
];

/** Lines a file: the aim, and the files that are over it today (contracts are read as one). */
const LINES = { median: 60, most: 150, hardly: 0.05, never: 250 };
const LONG = ["ports.ts"];
/** Source files a folder: nine, and where there are more today. These numbers may only fall,
    but for the kinds of questions: one file a kind. */
const CROWDED: Record<string, number> = {
  ".": 10,
  "admin/look": 10,
  "flow/steps": 13,
};
const FOLDER = 9;

describe("the plan: arrows only go down", () => {
  test("every file of src/ stands in a room of the plan", () => {
    expect(FILES.filter((file) => !ROOMS.includes(roomOf(file)))).toEqual([]);
    expect(ROOMS.filter((room) => !FILES.some((file) => roomOf(file) === room))).toEqual([]);
  });

  test("the plan itself has no circle: a room opens only into rooms above it in the table", () => {
    const upwards = PLAN.flatMap(([, room, into], n) =>
      into.filter((other) => !ROOMS.slice(0, n).includes(other)).map((other) => `${room} → ${other}`),
    );
    expect(upwards).toEqual([]);
  });

  test.each(PLAN)("%s: %s", (_floor, room, into) => {
    const wrong = FILES.filter((file) => roomOf(file) === room).flatMap((file) =>
      importsOf(file)
        .filter(({ to }) => to !== null && roomOf(to) !== room && !into.includes(roomOf(to)))
        .map(({ from }) => `src/${file} opens into ${from}`),
    );
    expect(wrong).toEqual([]);
  });

  test("only entrances name the store", () => {
    const wrong = FILES.filter(
      (file) => roomOf(file) !== "store/" && importsOf(file).some(({ to }) => to?.startsWith("store/")),
    );
    expect(wrong.filter((file) => !ENTRANCES.includes(roomOf(file)))).toEqual([]);
  });

  test.each(ONLY_IN)("%s is used only by %j", (name, rooms) => {
    const inside = /[/:]$/.test(name) ? name : `${name}/`;
    const uses = (from: string): boolean => from === name || (from.startsWith(inside) && from !== "node:crypto");
    const users = FILES.filter((file) => importsOf(file).some(({ from }) => uses(from)));
    expect(users.filter((file) => !rooms.includes(roomOf(file)))).toEqual([]);
  });

  test("no file leads back to itself", () => {
    expect(FILES.flatMap((file) => circleFrom(file) ?? [])).toEqual([]);
  });
});

describe("the manners of the house", () => {
  test("the first line of a file says what it is for", () => {
    expect(FILES.filter((file) => !/^(\/\/|\/\*\*) ?\S.{9,}/.test(textOf(file)))).toEqual([]);
  });

  test("only entrances print; all else goes to the log, which carries no words of a person", () => {
    const printing = FILES.filter((file) => /\bconsole\.\w+\(|process\.std(out|err)/.test(textOf(file)));
    expect(printing.filter((file) => !ENTRANCES.includes(roomOf(file)))).toEqual([]);
  });

  test("files are short", () => {
    const lines = FILES.filter((file) => !LONG.includes(file))
      .map((file) => ({ file, n: textOf(file).split("\n").length - 1 }))
      .toSorted((a, b) => a.n - b.n);
    expect(lines[Math.floor(lines.length / 2)]?.n).toBeLessThanOrEqual(LINES.median);
    expect(lines.filter(({ n }) => n > LINES.never)).toEqual([]);
    const long = lines.filter(({ n }) => n >= LINES.most);
    expect(long.length, JSON.stringify(long)).toBeLessThanOrEqual(lines.length * LINES.hardly);
  });

  test("folders are small", () => {
    const counts = Map.groupBy(FILES, (file) => dirname(file));
    expect(
      [...counts]
        .filter(([folder, files]) => files.length > (CROWDED[folder] ?? FOLDER))
        .map(([folder, files]) => `src/${folder}: ${files.length} files`),
    ).toEqual([]);
  });
});

// --- internal ---

/** "flow/turn/ask.ts" → "flow/"; an entrance and the counter have a file and a folder of one name, and are one room. */
function roomOf(file: string): string {
  const [first = "", ...rest] = file.split("/");
  const name = first.replace(/(-cli)?\.ts$/, "");
  if (ROOMS.includes(name)) return name;
  return rest.length > 0 ? `${first}/` : first;
}
