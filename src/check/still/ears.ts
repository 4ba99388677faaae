// Is danger heard in every language? Each sentence of flows/must-hear.yaml, through the ears the talk itself has.
import type { Book } from "../../book/book.ts";
import type { Proof } from "../../book/proof/proof.ts";
import { urgencyRank, type RiskType } from "../../flow/codes.ts";
import { hear } from "../../flow/danger/danger.ts";
import type { Finding } from "../finding.ts";

/** So urgent at least that the people on duty are told. */
const TOLD = urgencyRank("E1");

export const deafTo = ({ flow: { danger } }: Pick<Book, "flow">, { mustHear }: Pick<Proof, "mustHear">): Finding[] =>
  Object.entries(mustHear).flatMap(([lang, { danger: listed, harmless }]) => [
    ...Object.entries(listed).flatMap(([risk, sentences]) =>
      sentences.flatMap((text) => {
        const heard = hear(danger, text).filter((one) => one.risk === risk);
        if (heard.some(({ urgency }) => urgencyRank(urgency) <= TOLD)) return [];
        return heard.length === 0 ? unheard(lang, risk as RiskType, text) : tooLate(risk as RiskType, text);
      }),
    ),
    ...harmless.flatMap((text) => falseAlarm(lang, text, hear(danger, text)[0]?.words)),
  ]);

// --- internal ---

const unheard = (lang: string, risk: RiskType, text: string): Finding => ({
  law: "deaf",
  what: `「${text}」を、${risk} と聞き取れません（must-hear.yaml）。`,
  place: { file: `danger/${lang}.yaml`, path: ["risks", risk] },
  talk: [],
});

const tooLate = (risk: RiskType, text: string): Finding => ({
  law: "deaf",
  what: `「${text}」が、職員への急ぎの知らせ（E0・E1）になりません（must-hear.yaml）。`,
  place: { file: "danger.yaml", path: ["urgency", risk] },
  talk: [],
});

const falseAlarm = (lang: string, text: string, heard: string | undefined): Finding[] =>
  heard === undefined
    ? []
    : [
        {
          law: "alarm",
          what: `「${text}」を、危険（${heard}）と聞きちがえます（must-hear.yaml）。`,
          place: { file: `danger/${lang}.yaml`, path: ["harmless"] },
          talk: [],
        },
      ];
