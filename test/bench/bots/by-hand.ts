// (a) A bot as a good engineer would write it by hand: better-sqlite3, prepared statements, one transaction a turn.
import Database from "better-sqlite3";
import { DATA_DIR, listen, reply, saidIn, type Said } from "./door.ts";
import { answerTo } from "./questions.ts";

const db = new Database(`${DATA_DIR}/by-hand.sqlite`);
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
db.exec(`
  CREATE TABLE IF NOT EXISTS event (id TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS talk (person TEXT PRIMARY KEY, step INTEGER NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS answer (person TEXT, step INTEGER, text TEXT, at INTEGER, PRIMARY KEY (person, step)) WITHOUT ROWID;`);
const seen = db.prepare<[string]>("INSERT OR IGNORE INTO event (id) VALUES (?)");
const where = db.prepare<[string], { step: number }>("SELECT step FROM talk WHERE person = ?");
const keep = db.prepare<[string, number, string, number]>(
  "INSERT OR REPLACE INTO answer (person, step, text, at) VALUES (?, ?, ?, ?)",
);
const go = db.prepare<[string, number, number]>(
  "INSERT INTO talk (person, step, at) VALUES (?, ?, ?) ON CONFLICT (person) DO UPDATE SET step = excluded.step, at = excluded.at",
);

/** Its number in the talk, or null for an event that came before. */
const turn = db.transaction(({ id, person, text }: Said): number | null => {
  if (seen.run(id).changes === 0) return null;
  const step = where.get(person)?.step ?? 0;
  const now = Date.now();
  keep.run(person, step, text, now);
  go.run(person, step + 1, now);
  return step;
});

listen((body) => {
  for (const said of saidIn(body)) {
    const step = turn.immediate(said);
    if (step !== null) reply(said.replyToken, answerTo(step)).catch(() => console.error("a reply was lost"));
  }
});
