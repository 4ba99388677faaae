// Whose numbers come in which order: who raised a hand and asks for help is not sent to the police first.
import { describe, expect, it } from "vitest";
import { seeksHelp } from "../../src/flow/acts/care/own-hand.ts";
import { book, resident, tell } from "./talk.ts";

const leads = (...said: string[]): boolean => {
  const who = resident();
  tell(who, ...said);
  return seeksHelp(book.flow.danger, who.state);
};

describe("lines to talk to come first", () => {
  it.each([
    ["子どもを叩いてしまう"],
    ["介護で手が出てしまう"],
    ["妻を殴ってしまいました"],
    ["子どもを叩いてしまう", "[safety:OK]"],
    ["I hit my son again"],
  ])("%s", (...said) => expect(leads(...said)).toBe(true));

  it.each([
    ["隣の子どもが毎日叩かれています"],
    ["夫に殴られています"],
    // Both are hit, and so is who writes.
    ["夫に殴られて、私は子どもを叩いてしまう"],
    ["夫が子どもを叩いてしまう"],
    // A life is in danger.
    ["子どもを叩いてしまう", "[safety:NOW]"],
    ["赤ちゃんを揺さぶってしまった。ぐったりしています"],
    ["もう死にたい"],
  ])("the police or the ambulance do: %s", (...said) => expect(leads(...said)).toBe(false));
});
