// What is heard of a text is heard once a turn, however many questions ask for it. When the turn is over it is
// forgotten: nothing that people said stays in the ear.

let listening = false;
const toForget = new Set<Map<string, unknown>>();

/** Plays one turn; what `onceATurn` makes in it is made once. */
export function inOneTurn<T>(turn: () => T): T {
  if (listening) return turn();
  listening = true;
  try {
    return turn();
  } finally {
    listening = false;
    for (const known of toForget) known.clear();
    toForget.clear();
  }
}

/** The same of the same text, for as long as a turn lasts. `make` must be pure. */
export function onceATurn<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, unknown>();
  return (text) => {
    if (!listening) return make(text);
    if (known.has(text)) return known.get(text) as T;
    const made = make(text);
    known.set(text, made);
    toForget.add(known);
    return made;
  };
}

/** The same of a text that stands in a file, ever after. Not for what people say. */
export function onceForAll(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const made = known.get(text) ?? make(text);
    known.set(text, made);
    return made;
  };
}

/** Hears, or knows what was heard of the same words before. `of` names both: what is listened for, and the words. */
export type Remember = <T>(of: string, hear: () => T) => T;

/** Remembers for as long as a turn lasts. */
export function shortMemory(): Remember {
  const known = new Map<string, unknown>();
  return <T>(of: string, hear: () => T): T => {
    if (!listening) return hear();
    if (known.has(of)) return known.get(of) as T;
    const heard = hear();
    known.set(of, heard);
    toForget.add(known);
    return heard;
  };
}
