// What the processes of this machine cost, as Linux tells it; null where the system does not tell.
import { readdirSync, readFileSync } from "node:fs";

/** Linux counts in hundredths of a second. */
const TICK_MS = 10;

/** Processor time so far (ms), all threads, with the children it has seen end. */
export function cpuOf(pid: number | undefined): number | null {
  const fields = statOf(pid);
  // The 12th to 15th behind the name: user and system time, and the children's.
  return fields === null ? null : [11, 12, 13, 14].reduce((sum, n) => sum + Number(fields[n]), 0) * TICK_MS;
}

/** Resident memory (MiB). */
export function memoryOf(pid: number | undefined): number | null {
  const kib = /VmRSS:\s+(\d+)/.exec(told(`/proc/${pid}/status`) ?? "")?.[1];
  return kib === undefined ? null : Number(kib) / 1024;
}

/** Processor time (ms) of all descendants of this process with this name, e.g. `workerd` or `postgres`. */
export function cpuOfOurs(name: string): number {
  const all = pids().filter((pid) => nameOf(pid) === name && isOurs(pid));
  return all.reduce((sum, pid) => sum + (cpuOf(pid) ?? 0), 0);
}

// --- internal ---

const pids = (): number[] =>
  told("/proc/stat") === null
    ? []
    : readdirSync("/proc")
        .filter((one) => /^\d+$/.test(one))
        .map(Number);

const nameOf = (pid: number): string => (told(`/proc/${pid}/comm`) ?? "").trim();

function isOurs(pid: number): boolean {
  for (let at = pid; at > 1; at = Number(statOf(at)?.[1] ?? 0)) if (at === process.pid) return true;
  return false;
}

/** What stands behind the name in brackets: state, parent, … */
function statOf(pid: number | undefined): string[] | null {
  const text = told(`/proc/${pid}/stat`);
  return text === null ? null : text.slice(text.lastIndexOf(")") + 2).split(" ");
}

function told(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
