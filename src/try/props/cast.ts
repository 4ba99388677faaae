// The people one can play in the trial: each has a LINE of their own.
import { createHash } from "node:crypto";
import type { LocalLine, Phone } from "../local-line.ts";

export interface Role {
  /** In addresses: /try?person=family. */
  key: string;
  /** Shown over the phone. */
  name: string;
}

export const CAST: readonly Role[] = [
  { key: "self", name: "本人" },
  { key: "family", name: "家族" },
  { key: "neighbor", name: "近所の人" },
];

/** The LINE user id of a person: fixed, so that a talk goes on after a restart. A user id stands for itself. */
const userIdOf = (person: string): string =>
  /^U[0-9a-f]{32}$/.test(person)
    ? person
    : `U${createHash("sha256").update(`uketome trial ${person}`).digest("hex").slice(0, 32)}`;

/** The phone of `self`, `family`, `neighbor` or of a user id; null for any other word. */
export function phoneOf(line: LocalLine, person: unknown): Phone | null {
  const role = CAST.find((one) => one.key === person);
  if (role) return line.phone(userIdOf(role.key));
  return typeof person === "string" && userIdOf(person) === person ? line.meet(person, "住民") : null;
}

/** They are friends from the start: after a restart, words of the staff still arrive. */
export function enter(line: LocalLine): void {
  for (const role of CAST) line.meet(userIdOf(role.key), role.name, true);
}
