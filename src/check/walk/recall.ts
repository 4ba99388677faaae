// The flow with an ear that remembers: the proof says the same few words in every state, and each is listened to once.
import type { Remember } from "../../flow/listen/ear/memory.ts";
import type { Flow } from "../../flow/flow.ts";
import type { Listen } from "../../flow/listen/lists.ts";

/** Answers as the flow itself does (tested); only for words that are none of a person's. */
export function recalling(flow: Flow): Flow {
  const listen = Object.entries(flow.listen).map(([lang, one]) => [lang, listening(one)] as const);
  return { ...flow, listen: Object.fromEntries(listen), danger: { ...flow.danger, remember: memory() } };
}

// --- internal ---

function memory(): Remember {
  const known = new Map<string, unknown>();
  return <T>(of: string, hear: () => T): T => {
    if (!known.has(of)) known.set(of, hear());
    return known.get(of) as T;
  };
}

function listening(listen: Listen): Listen {
  const remember = memory();
  return {
    ...listen,
    remember,
    plain: (text) => remember(`plain ${text}`, () => listen.plain(text)),
    fold: (text) => remember(`fold ${text}`, () => listen.fold(text)),
    lengthOf: (text) => remember(`length ${text}`, () => listen.lengthOf(text)),
  };
}
