// Danger in the languages of residents from elsewhere: what must be heard in each, and what must not, in any.
import { describe, expect, it } from "vitest";
import { RISK_TYPES, urgencyRank } from "../../src/flow/codes.ts";
import { hear } from "../../src/flow/danger/danger.ts";
import { EN } from "./danger.en.ts";
import { danger, file, heardAs } from "./danger.heard.ts";
import { KO } from "./danger.ko.ts";
import type { Tongue } from "./danger.tongue.ts";
import { FIL } from "./danger.fil.ts";
import { ID } from "./danger.id.ts";
import { NE } from "./danger.ne.ts";
import { PT } from "./danger.pt.ts";
import { VI } from "./danger.vi.ts";
import { ZH } from "./danger.zh-CN.ts";

const TONGUES: Record<string, Tongue> = { en: EN, fil: FIL, id: ID, ko: KO, ne: NE, pt: PT, vi: VI, "zh-CN": ZH };

const all = ({ said, held, fresh, last }: Tongue) => [...Object.values(said).flat(), ...held, ...fresh, ...last];
const quiet = ({ harmless, heldHarmless, freshHarmless, lastHarmless }: Tongue) => [
  ...harmless,
  ...heldHarmless,
  ...freshHarmless,
  ...lastHarmless,
];

describe.each(Object.entries(TONGUES))("%s", (lang, tongue) => {
  it.each(all(tongue))("「%s」 is %s, at least %s", (text, risk, atLeast) => {
    const ranks = hear(danger, text)
      .filter((heard) => heard.risk === risk)
      .map((heard) => urgencyRank(heard.urgency));
    expect(Math.min(...ranks), heardAs(text).join()).toBeLessThanOrEqual(urgencyRank(atLeast));
  });

  it.each(quiet(tongue))("「%s」 raises no alarm", (text) => expect(heardAs(text)).toEqual([]));

  it.each(tongue.ordinary ?? [])("「%s」 is an ordinary answer whatever was said before", (text) =>
    expect(heardAs(text, [...RISK_TYPES])).toEqual([]),
  );

  it.each(tongue.less)("「%s」 is less than it sounds", (text, heard) => expect(heardAs(text)).toEqual(heard));

  it.each(tongue.after)("after %s 「%s」 is danger to life, and alone it is not", (risk, text) => {
    expect(heardAs(text, [risk])).toContain(`${risk} E0`);
    expect(heardAs(text)).not.toContain(`${risk} E0`);
  });

  it("is tried with enough to mean something: four sentences for each risk, and a word after each", () => {
    for (const risk of RISK_TYPES) {
      expect(all(tongue).filter(([, is]) => is === risk).length, risk).toBeGreaterThanOrEqual(4);
      expect(tongue.after.map(([is]) => is)).toContain(risk);
    }
    expect(all(tongue).length).toBeGreaterThanOrEqual(90);
    expect(quiet(tongue).length).toBeGreaterThanOrEqual(55);
  });

  it("is a file of its own", () => expect(file.languages.map((one) => one.lang)).toContain(lang));
});
