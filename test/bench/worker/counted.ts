// D1 behind a counter: how often the Worker goes to its database.
type Statement = Record<string, unknown> & { bind(...values: unknown[]): Statement };
export interface Counted {
  prepare(text: string): Statement;
  batch(list: Statement[]): Promise<unknown>;
  exec(text: string): Promise<unknown>;
}

let trips = 0;
const real = new WeakMap<object, Statement>();

/** How many there were since the last time anybody asked. */
export function tripsTaken(): number {
  const taken = trips;
  trips = 0;
  return taken;
}

export const counted = <D1 extends object>(db: D1): D1 =>
  new Proxy(db, {
    get(given, name) {
      const d1 = given as unknown as Counted;
      if (name === "prepare") return (text: string) => statement(d1.prepare(text));
      if (name === "batch") return (list: Statement[]) => trip(() => d1.batch(list.map((one) => real.get(one) ?? one)));
      if (name === "exec") return (text: string) => trip(() => d1.exec(text));
      const value: unknown = Reflect.get(given, name);
      return typeof value === "function" ? value.bind(given) : value;
    },
  });

// --- internal ---

function trip<T>(go: () => T): T {
  trips += 1;
  return go();
}

function statement(given: Statement): Statement {
  const proxy = new Proxy(given, {
    get(one, name) {
      if (name === "bind") return (...values: unknown[]) => statement(one.bind(...values));
      const value = Reflect.get(one, name) as unknown;
      if (typeof value !== "function") return value;
      return (...values: unknown[]) => trip(() => value.apply(one, values));
    },
  });
  real.set(proxy, given);
  return proxy;
}
