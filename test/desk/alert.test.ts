// Danger: people on duty are told, once, within a minute, whatever else fails.
import { describe, expect, test } from "vitest";
import { OTHER, text, town } from "./town.ts";

describe("people on duty", () => {
  test("are told once, without a word of the resident", async () => {
    const place = town();
    await place.take(text("死にたい。駅前のアパートにいます", place.clock));
    await place.desk.sweep();
    expect(place.alerts.map(({ urgency, risks }) => [urgency, risks])).toEqual([["E0", ["SELF_HARM"]]]);
    expect(JSON.stringify(place.alerts)).not.toContain("駅前");
    expect(place.alerts[0]?.receiptNo).toMatch(/^2026-\w{6}$/);
  });

  test("are told again and again while the pager fails, the first half dozen times within a minute", async () => {
    const place = town();
    place.pagerEnds.push(false, false, false, false, false);
    await place.take(text("死にたい", place.clock));
    for (let second = 0; second < 60; second += 1) {
      place.clock.now += 1000;
      await place.desk.sweep();
    }
    expect([place.pagerEnds, place.alerts.length]).toEqual([[], 1]);
  });

  test("are told after a crash", async () => {
    const place = town();
    await place.desk.receive([text("死にたい", place.clock)]);
    place.clock.now += 31_000;
    const restarted = place.again();
    await restarted.desk.sweep();
    expect(restarted.alerts.length).toBe(1);
  });

  test("are told though another system holds the chat; the person hears nothing", async () => {
    const place = town();
    await place.take(text("死にたい", place.clock, { standby: true, replyToken: null, person: OTHER }));
    expect([place.alerts.length, place.line.calls]).toEqual([1, []]);
    expect((await place.words()).map(({ direction, text }) => [direction, text])).toEqual([["in", "死にたい"]]);
  });

  test("where nobody is on duty the words are kept and answered all the same", async () => {
    const place = town({ pager: null });
    await place.take(text("死にたい", place.clock));
    expect([(await place.record())?.urgency, (await place.talk())!.owed, place.line.shown.length]).toEqual([
      "E0",
      [],
      1,
    ]);
  });
});
