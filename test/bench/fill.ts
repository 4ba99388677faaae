// Fills a database with records of the past, by SQL: sealed columns hold as many letters as real ones, and no words.
import Database from "better-sqlite3";

/** Messages of a record. */
const MESSAGES = 10;
/** Of the newest records, so many are still open, however many there are. */
const OPEN = 400;
/** Rows of one transaction. */
const STEP = 50_000;

export function fill(file: string, records: number, office: string): void {
  const db = new Database(file);
  db.pragma("synchronous = OFF");
  db.pragma("cache_size = -500000");
  const text = (length: number): string => "A".repeat(length);
  const [intakes, messages] = [db.prepare(INTAKES), db.prepare(MESSAGES_OF)];
  for (let from = 0; from < records; from += STEP) {
    const to = Math.min(records, from + STEP);
    db.transaction(() => {
      intakes.run({ from, to, open: records - OPEN, office, facts: text(700), small: text(200) });
      messages.run({ from, to, office, each: MESSAGES, head: text(96), text: text(300) });
    })();
  }
  db.exec("ANALYZE");
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.close();
}

// --- internal ---

const NUMBERS = `WITH RECURSIVE n(i) AS (SELECT $from UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $to)`;
/** An hour between two records. */
const AT = "(1000000000000 + i * 3600000)";

const INTAKES = `
  INSERT INTO "Intake" (id, office, talk, "receiptNo", channel, "receivedAt", "lastAt", completeness, status,
    "closeReason", urgency, role, category, district, lang, owner, unread, "firstHumanReplyAt", "linkedFrom", revision,
    filed, place, ended, facts, reporter, "contactPlan")
  ${NUMBERS} SELECT printf('r%012d', i), $office, NULL, printf('2020-%06d', i), 'LINE', ${AT}, ${AT}, 'COMPLETE',
    iif(i < $open, 'CLOSED', 'RECEIVED'), NULL, iif(i % 20 = 0, 'E1', 'E3'), 'SELF', 'CARE', 'north', 'ja',
    iif(i % 3 = 0, 's1', NULL), i % 2, iif(i < $open, ${AT}, NULL), NULL, 1, 1,
    iif(i % 20 = 0, 1, 3) - i % 2, i < $open, $facts, $small, $small FROM n`;

const MESSAGES_OF = `
  INSERT INTO "Message" (id, office, intake, at, head, text)
  ${NUMBERS}, m(k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM m WHERE k + 1 < $each)
  SELECT printf('r%012d:%d', i, k), $office, printf('r%012d', i), ${AT} + k, $head, $text FROM n, m`;
