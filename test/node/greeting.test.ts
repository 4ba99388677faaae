// What stands in the terminal once the program listens: what runs all the same and must still be put right.
import { describe, expect, it } from "vitest";
import { greeting, type Begun } from "../../src/node/life/greeting.ts";

const WELL: Begun = {
  url: "https://soudan.example.jp",
  demo: null,
  staffed: true,
  others: [],
  alerts: true,
  addressed: true,
  office: { id: "kisarazu", name: "木更津市", invented: false },
};
const AOBA = { id: "demo", name: "あおば市", invented: true };
const said = (change: Partial<Begun>): string => greeting({ ...WELL, ...change }).join("\n");

describe("where real residents write", () => {
  it("nothing is missing: the addresses, and no more", () => {
    expect(greeting(WELL).filter(Boolean)).toHaveLength(4);
  });

  it.each<[Partial<Begun>, RegExp]>([
    [{ office: AOBA }, /「あおば市」は、実在しない見本の市です（OFFICE=demo）/],
    [{ addressed: false }, /PUBLIC_URL が設定されていません/],
    [{ others: ["kusatsu"] }, /ほかの窓口（OFFICE=kusatsu）[^]*OFFICE=kisarazu では見えません/],
    [{ staffed: false }, /職員のアカウントが、まだありません/],
    [{ alerts: false }, /ALERT_WEBHOOK_URL/],
  ])("%o is told", (change, words) => {
    expect(said({})).not.toMatch(words);
    expect(said(change)).toMatch(words);
  });
});

it("a trial is in its invented town, on this machine, and nothing is wrong with that", () => {
  const trial = said({ demo: { login: "demo", password: "aaaa-bbbb-cccc" }, office: AOBA, addressed: false });
  expect(trial).toContain("demo / aaaa-bbbb-cccc");
  expect(trial).not.toMatch(/見本|PUBLIC_URL/);
});
