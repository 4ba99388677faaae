// What the counter works with: given once at the start, by the entrance.
import type { Flow } from "../flow/flow.ts";
import type { Hotlines } from "../office/hotlines.ts";
import type { Office } from "../office/office.ts";
import type { Channel, Log, Pager, Store } from "../ports.ts";

export interface Room {
  store: Pick<Store, "talks" | "records" | "media">;
  flow: Flow;
  office: Office;
  hotlines: Hotlines;
  channel: Channel;
  /** null where nobody is on duty (ALERT_WEBHOOK_URL unset): every staff page says so. */
  pager: Pager | null;
  /** The keyed hash that finds a talk without keeping the LINE id in clear. */
  keyOf(office: string, person: string): string;
  /** Milliseconds since 1970; the only clock. */
  now(): number;
  /** A fresh UUID; the only chance. */
  newId(): string;
  /** Waits; tests make it instant. */
  pause(ms: number): Promise<void>;
  /**
   * Where one process serves many at once: what arrives in the same moment is one batch, and what was said is struck out
   * together with the person's next word. Left out on Workers, where requests share no work.
   */
  busy?: Busy;
  /**
   * Makes ready what these words must wait for to be heard soon, while others have their turn between; null where nothing
   * need be. Whose words wait for it is kept and told 200 before.
   */
  unready?: (words: string[]) => (() => Promise<unknown>) | null;
  log: Log;
}

export interface Busy {
  /** Waits for what may be written together: at the least until everything that has come in by now was read. */
  gather(): Promise<void>;
  /** So many webhooks may be heard before their 200. Who comes while there are more is kept as they came, told 200, and heard in turn. */
  atOnce: number;
  /** While more wait than `atOnce`, so many are heard in one go: those who knock are let in between. */
  few: number;
  /**
   * Waits for so long as a person's next word may be waited for. Left out where several programs share one database: the
   * next word may come to another of them, and what both write would be written twice.
   */
  linger?: () => Promise<void>;
}
