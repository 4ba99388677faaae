// A store that forgets: for tests and `npm run talk`. It keeps every rule of the port.
import type { Store } from "../ports.ts";
import { memoryMedia } from "./memory/media.ts";
import { memoryRecords } from "./memory/records.ts";
import { memoryStaff } from "./memory/staff.ts";
import { tables } from "./memory/tables.ts";
import { memoryTalks } from "./memory/talks.ts";

/** An empty store that lives as long as the process. */
export function memoryStore(): Store {
  const kept = tables();
  return {
    talks: memoryTalks(kept),
    records: memoryRecords(kept),
    media: memoryMedia(kept),
    staff: memoryStaff(kept),
    ping: async () => {},
    close: async () => {},
  };
}
