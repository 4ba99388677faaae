// The shipped words of danger, compiled once for the tests.
import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import type { RiskType } from "../../src/flow/codes.ts";
import { compileDanger, dangerSchema, dangerWordsSchema, hear } from "../../src/flow/danger/danger.ts";

const yaml = (path: string): unknown => parse(readFileSync(path, "utf8"));

export const file = {
  ...dangerSchema.parse(yaml("flows/danger.yaml")),
  languages: readdirSync("flows/danger").map((name) => dangerWordsSchema.parse(yaml(`flows/danger/${name}`))),
};
export const danger = compileDanger(file);

/** 「SELF_HARM E0」, most urgent first; each once. */
export const heardAs = (text: string, standing: RiskType[] = []): string[] => [
  ...new Set(hear(danger, text, standing).map(({ risk, urgency }) => `${risk} ${urgency}`)),
];
