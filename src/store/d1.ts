// A store in Cloudflare D1.
import { PrismaD1 } from "@prisma/adapter-d1";
import { PrismaClient } from "#prisma";
import type { Store } from "../ports.ts";
import { forgetting, inBucket, type Bucket } from "./chunks/bucket.ts";
import type { Base, Statement } from "./prisma/base.ts";
import { asTexts, checkKey } from "./prisma/base.ts";
import { D1 as DIALECT } from "./prisma/rows/sql.ts";
import { prismaStore } from "./prisma/store.ts";
import { sealer } from "./seal.ts";

/** What is used of the D1 binding. https://developers.cloudflare.com/d1/worker-api/d1-database/ */
export interface D1 {
  prepare(text: string): { bind(...values: string[]): unknown };
  /** Atomic, unlike Prisma's transactions on D1. */
  batch(statements: unknown[]): Promise<{ meta: { changes: number }; results?: unknown[] }[]>;
}

export interface D1Given {
  db: D1;
  dataKey: string;
  keyCheck?: { done: boolean };
  /** Where pictures, voices and files are kept; in D1 itself where there is none. */
  bucket?: Bucket | undefined;
}

/**
 * Opens nothing yet; migrations are applied by `wrangler d1 migrations apply`.
 * The key is checked once, before the first word is loaded or kept, or anybody signs in: WrongDataKey. `keyCheck` remembers
 * that it went well; a Worker, which opens a store for every request, keeps it for all of them.
 * @throws RangeError for a DATA_KEY that is not 32 bytes.
 */
export function d1Store({ db, dataKey, keyCheck = { done: false }, bucket }: D1Given): Store {
  const { prisma, close } = whenAsked(
    () => new PrismaClient({ adapter: new PrismaD1(db as ConstructorParameters<typeof PrismaD1>[0]) }),
  );
  const together = writer(db);
  const query: Base["query"] = async <Row>(...statement: Statement) =>
    (await together([statement], [])).flatMap(({ rows }) => rows) as Row[];
  const base: Base = { prisma, sealer: sealer(dataKey), sql: DIALECT, query, together };
  return checked(
    bucket === undefined ? prismaStore(base, close) : keptInBucket(base, close, bucket),
    once(keyCheck, () => checkKey(base)),
  );
}

/** Made when first asked for anything: a Worker would make one for each request, and a turn of a talk needs none. */
function whenAsked(make: () => PrismaClient): { prisma: PrismaClient; close: () => Promise<void> } {
  let made: PrismaClient | undefined;
  const prisma = new Proxy({} as PrismaClient, { get: (_, name) => Reflect.get((made ??= make()), name) as unknown });
  return { prisma, close: async () => made?.$disconnect() };
}

const keptInBucket = (base: Base, close: () => Promise<void>, bucket: Bucket): Store =>
  forgetting(prismaStore(base, close, inBucket(bucket, base)), bucket, base);

function writer(db: D1): Base["together"] {
  return async (statements) => {
    const results = await db.batch(statements.map(([text, ...values]) => db.prepare(text).bind(...asTexts(values))));
    return results.map(({ meta, results: rows = [] }) => ({ changed: meta.changes, rows }));
  };
}

/** Whatever is read or written begins at one of these doors. */
function checked(store: Store, ready: () => Promise<void>): Store {
  const { talks, staff } = store;
  return {
    ...store,
    talks: {
      ...talks,
      load: (...asked) => ready().then(() => talks.load(...asked)),
      keep: (unheard) => ready().then(() => talks.keep(unheard)),
    },
    staff: {
      ...staff,
      byLogin: (office, login) => ready().then(() => staff.byLogin(office, login)),
      save: (account) => ready().then(() => staff.save(account)),
    },
    ping: () => ready().then(() => store.ping()),
    touch: () => ready().then(() => store.touch()),
  };
}

/** Remembers that it went well, never the promise: on Workers one request must not wait for another's work. */
function once(was: { done: boolean }, work: () => Promise<void>): () => Promise<void> {
  return async () => {
    if (!was.done) await work();
    was.done = true;
  };
}
