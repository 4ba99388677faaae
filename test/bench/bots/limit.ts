// (c) The bare limit: the signature and one durable insert. No talk, no answer.
import Database from "better-sqlite3";
import { DATA_DIR, listen } from "./door.ts";

const db = new Database(`${DATA_DIR}/limit.sqlite`);
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
db.exec("CREATE TABLE IF NOT EXISTS body (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, text TEXT NOT NULL)");
const insert = db.prepare<[number, string]>("INSERT INTO body (at, text) VALUES (?, ?)");

listen((body) => void insert.run(Date.now(), body));
