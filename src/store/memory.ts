// A store that forgets: for tests and `npm run talk`. It keeps every rule of the port.
import type { Store } from "../ports.ts";
import { memoryMedia } from "./memory/media.ts";
import { memoryRecords } from "./memory/records.ts";
import { memoryStaff } from "./memory/staff.ts";
import { tables, type Tables } from "./memory/tables.ts";
import { memoryTalks } from "./memory/talks.ts";

/** An empty store that lives as long as the process; `kept`: to look at from beside. */
export function memoryStore(kept: Tables = tables()): Store {
  const served = new Set<string>();
  return {
    talks: memoryTalks(kept),
    records: memoryRecords(kept),
    media: memoryMedia(kept),
    staff: memoryStaff(kept),
    serve: async (office) => void served.add(office),
    served: async () => [...served].sort(),
    ping: async () => {},
    touch: async () => {},
    close: async () => {},
  };
}
