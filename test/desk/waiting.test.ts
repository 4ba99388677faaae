// Somebody who asks is told what is true of their waiting: a machine answers, is the desk open, who reads when, how many
// come before, and what to do where it cannot wait.
import { describe, expect, test } from "vitest";
import { COUNTED_TO } from "../../src/intake/acts.ts";
import type { Intake } from "../../src/intake/intake.ts";
import { filing, intake } from "../store/samples.ts";
import { BOOK, HOUR, memory, STAFF, text, town, walkTo, type Town } from "./town.ts";

const others = (place: Town, ...rows: [id: string, more: Partial<Intake>][]) =>
  place.store.talks.file(
    filing({
      intakes: rows.map(([id, more]) => ({
        intake: intake(id, { office: "demo", ...more }),
        raise: null,
        talkRevision: 1,
      })),
    }),
  );

const says = async (place: Town, words: string): Promise<string> => {
  place.clock.now += 60_000;
  await place.take(text(words, place.clock));
  return place.line.shown.at(-1)?.text ?? "";
};

/** Somebody has begun to write, a minute ago. */
async function begun(room: Parameters<typeof town>[0] = {}): Promise<Town> {
  const place = town(room);
  await place.take(text("家賃が払えません", place.clock));
  return place;
}

const NIGHT = { now: Date.parse("2026-11-24T20:00:00+09:00") };

describe("「いつ返事もらえますか」", () => {
  test("while the desk is open, and nobody waits", async () =>
    expect(await says(await begun(), "いつ返事もらえますか")).toBe(
      [
        "この返事は自動です。受付番号は、受け付けたときにお知らせします。",
        "いま、窓口は開いています。",
        "職員が、今日の17時15分までに読みます。",
        "いま、先にお待ちの方はいません。",
        "命にかかわるときは、待たずに119（救急）・110（警察）へ。",
      ].join("\n"),
    ));

  test("at night, with one who came earlier and one in danger who came later", async () => {
    const place = await begun({ clock: { ...NIGHT } });
    await others(
      place,
      ["earlier", { receivedAt: place.clock.now - HOUR }],
      ["later-in-danger", { receivedAt: place.clock.now + 1, urgency: "E0" }],
      ["later", { receivedAt: place.clock.now + 1 }],
      ["answered", { receivedAt: 1, firstHumanReplyAt: 2 }],
    );
    expect((await says(place, "いつ返事もらえますか")).split("\n").slice(1, 4)).toEqual([
      "いま、窓口は閉まっています。",
      "職員が、11月25日(水)の8時30分から読みます。",
      "いま、先にお待ちの方が2人います。",
    ]);
  });

  test("with one", async () => {
    const place = await begun();
    await others(place, ["earlier", { receivedAt: 1 }]);
    expect(await says(place, "いつ返事もらえますか")).toContain("いま、先にお待ちの方が1人います。");
  });

  test("with more than are counted: no number is said, and the rest is", async () => {
    const place = await begun();
    await others(
      place,
      ...Array.from({ length: COUNTED_TO + 1 }, (_, n): [string, Partial<Intake>] => [
        `earlier-${n}`,
        { receivedAt: 1 },
      ]),
    );
    expect((await says(place, "いつ返事もらえますか")).split("\n").slice(2)).toEqual([
      "職員が、今日の17時15分までに読みます。",
      "命にかかわるときは、待たずに119（救急）・110（警察）へ。",
    ]);
  });

  test("in an office that has not given its hours: neither open nor closed, and no time", async () => {
    const answer = await says(await begun({ office: { ...BOOK.office, hours: null } }), "いつ返事もらえますか");
    expect(answer).toMatch(/自動です[\s\S]*かならず読みます[\s\S]*先にお待ちの方はいません[\s\S]*119/);
    expect(answer).not.toMatch(/開いて|閉まって|時/);
  });

  test("of somebody whom a person has answered: they wait for no first answer", async () => {
    const place = await begun();
    await place.take(text("死にたい", place.clock));
    await place.desk.answer({
      id: crypto.randomUUID(),
      intake: (await place.record())!.id,
      text: "お電話します",
      sure: false,
      staff: STAFF,
    });
    place.clock.now += 30 * HOUR;
    expect(await says(place, "いつ返事もらえますか")).toMatch(/^受付番号：(?![\s\S]*お待ち)/);
  });

  test("of somebody in danger: only the urgent who came earlier are before them", async () => {
    const place = await begun();
    await others(place, ["earlier", { receivedAt: 1 }], ["earlier-in-danger", { receivedAt: 1, urgency: "E1" }]);
    await place.take(text("死にたい", place.clock));
    expect(await says(place, "いつ返事もらえますか")).toContain("先にお待ちの方が1人います。");
  });
});

test("「誰が読むんですか」 is told the same", async () =>
  expect(await says(await begun(), "誰が読むんですか")).toMatch(
    /自動です[\s\S]*窓口は開いています。\n職員が、[\s\S]*先にお待ちの方はいません。\n[\s\S]*119/,
  ));

test("at the end it is told with the number, and before that nothing is counted", async () => {
  const store = memory();
  const { waiting } = store.records;
  let looks = 0;
  store.records.waiting = (...place) => {
    looks += 1;
    return waiting(...place);
  };
  const place = await begun({ store });
  await walkTo(place, "check", {});
  expect(looks).toBe(0);
  expect(await says(place, "これで送る")).toMatch(/受付番号：.*\n.*までにします。\nいま、先にお待ちの方はいません。\n/);
  expect(looks).toBe(1);
});
