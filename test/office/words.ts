// The shipped Japanese words, and a second language of the tests' own: what it says differs in order, clock and joins.
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { wordsSchema, type Words } from "../../src/flow/words.ts";

export const ja: Words = wordsSchema.parse(parse(readFileSync("flows/words/ja.yaml", "utf8")));

export const en: Words = {
  ...ja,
  lang: "en",
  name: "English",
  listens: "en",
  locale: "en-US",
  facts: {
    ...ja.facts,
    emergency: "119 (ambulance) or 110 (police)",
    "read-today": "by {{time}} today",
    "read-from": "from {{time}} on {{day}}",
    "reply-by": "You will have an answer by {{day}}.",
    "hours-known": "We are open {{hours}}.",
    span: "{{days}} {{from}} to {{to}}",
    "span-join": ", ",
    "except-holidays": "{{spans}} (not on holidays)",
    "except-closed": "{{spans}} (not on holidays, nor at New Year)",
    "day-join": ", ",
    "day-run": "{{first}}–{{last}}",
    time: "{{h12}}:{{mm}} {{ampm}}",
    "time-full": "{{h12}} {{ampm}}",
    am: "am",
    pm: "pm",
    "number-about": "{{name}}: {{number}} ({{about}})",
    "number-note": "{{line}} – {{note}}",
    "about-join": ", ",
    free: "free",
    paid: "not free",
    "always-open": "24 hours",
    "every-day": "every day {{from}} to {{to}}",
    "some-days": "{{days}} {{from}} to {{to}}",
    monthly: "{{hours}}; on day {{date}} of the month {{count}} hours from {{from}}",
    languages: "{{count}} languages",
    "languages-some": "other languages too",
  },
  hotlines: { ...ja.hotlines, yorisoi: "Yorisoi Hotline", "inochi-free": "Inochi no Denwa", ambulance: "Ambulance" },
  "hotline-notes": { ...ja["hotline-notes"], yorisoi: "choose your language in the guidance" },
};
