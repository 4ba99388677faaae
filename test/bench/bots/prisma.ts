// (b) A bot as most would write it today: Hono, the SDK and Prisma, a call a row.
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import Database from "better-sqlite3";
import { DATA_DIR, listen, reply, saidIn, type Said } from "./door.ts";
import { answerTo } from "./questions.ts";

interface Table {
  create(query: { data: object }): Promise<unknown>;
  upsert(query: { where: object; create: object; update: object }): Promise<unknown>;
  findUnique(query: { where: object }): Promise<{ step: number } | null>;
  update(query: { where: object; data: object }): Promise<unknown>;
}
type Tables = Record<"event" | "user" | "session" | "message" | "answer", Table>;

const file = `${DATA_DIR}/prisma.sqlite`;
tables();
const generated = new URL("generated/client.ts", import.meta.url).href;
const { PrismaClient } = (await import(generated)) as {
  PrismaClient: new (o: object) => Tables & { $queryRawUnsafe(sql: string): Promise<unknown> };
};
const prisma = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url: file }) });
await prisma.$queryRawUnsafe("PRAGMA synchronous = FULL");

async function turn({ id, person, text }: Said): Promise<number | null> {
  const isNew = await prisma.event.create({ data: { id } }).then(
    () => true,
    () => false,
  );
  if (!isNew) return null;
  await prisma.user.upsert({ where: { id: person }, create: { id: person }, update: {} });
  const session = await prisma.session.findUnique({ where: { userId: person } });
  const step = session?.step ?? 0;
  await prisma.message.create({ data: { userId: person, from: "user", text } });
  await prisma.answer.upsert({
    where: { userId_step: { userId: person, step } },
    create: { userId: person, step, text },
    update: { text },
  });
  await prisma.session.upsert({
    where: { userId: person },
    create: { userId: person, step: step + 1 },
    update: { step: step + 1 },
  });
  await prisma.message.create({ data: { userId: person, from: "bot", text: answerTo(step) } });
  return step;
}

listen(async (body) => {
  for (const said of saidIn(body)) {
    const step = await turn(said);
    if (step !== null) reply(said.replyToken, answerTo(step)).catch(() => console.error("a reply was lost"));
  }
});

function tables(): void {
  const db = new Database(file);
  db.pragma("journal_mode = WAL");
  db.exec(`
    CREATE TABLE IF NOT EXISTS "Event" (id TEXT PRIMARY KEY, at DATETIME DEFAULT CURRENT_TIMESTAMP);
    CREATE TABLE IF NOT EXISTS "User" (id TEXT PRIMARY KEY, "createdAt" DATETIME DEFAULT CURRENT_TIMESTAMP);
    CREATE TABLE IF NOT EXISTS "Session" ("userId" TEXT PRIMARY KEY, step INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS "Message" (id INTEGER PRIMARY KEY AUTOINCREMENT, "userId" TEXT NOT NULL, "from" TEXT NOT NULL, text TEXT NOT NULL, at DATETIME DEFAULT CURRENT_TIMESTAMP);
    CREATE INDEX IF NOT EXISTS "Message_userId" ON "Message" ("userId");
    CREATE TABLE IF NOT EXISTS "Answer" ("userId" TEXT, step INTEGER, text TEXT NOT NULL, PRIMARY KEY ("userId", step));`);
  db.close();
}
