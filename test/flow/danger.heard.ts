// The shipped words of danger, compiled once for the tests.
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { RiskType } from "../../src/flow/codes.ts";
import { compileDanger, dangerSchema, hear } from "../../src/flow/danger/danger.ts";

export const file = dangerSchema.parse(parse(readFileSync("flows/danger.yaml", "utf8")));
export const danger = compileDanger(file);

/** 「SELF_HARM E0」, most urgent first; each once. */
export const heardAs = (text: string, standing: RiskType[] = []): string[] => [
  ...new Set(hear(danger, text, standing).map(({ risk, urgency }) => `${risk} ${urgency}`)),
];
