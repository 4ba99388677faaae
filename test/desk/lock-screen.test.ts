// What stands on the lock screen, seen on a telephone of the local LINE: who writes, and not a word of what it is about.
import * as fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { isWatched } from "../../src/desk/work/lock-screen.ts";
import { trialChannel } from "../../src/node/channel.ts";
import { flexWords, type FlexPart } from "../../src/try/flex-words.ts";
import type { LocalLine } from "../../src/try/local-line.ts";
import { talks } from "../flow/laws.pool.ts";
import { event, PERSON, STAFF, text, town, type Clock, type Town } from "./town.ts";

const ALT = "あおば市からの お返事が あります";

interface Phone extends Town {
  /** Writes it on the telephone; our program does nothing yet. */
  writes(words: string): ReturnType<typeof text>;
  says(...words: string[]): Promise<void>;
  /** The messages on it since the last look. */
  got(): { lock: string; words: string; uris: string[] }[];
}

/** The counter behind a LINE of its own, with one telephone that has added the account. */
async function phone(): Promise<Phone> {
  const clock: Clock = { now: Date.parse("2026-11-24T10:00:00+09:00") };
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const { channel, line, close } = await trialChannel("あおば市 くらしの相談", log, () => clock.now);
  onTestFinished(close);
  line.meet(PERSON, "花子", true);
  const place = town({ channel, clock });
  let seen = 0;
  const writes = (words: string) => carried(line, clock, words);
  return {
    ...place,
    writes,
    async says(...words) {
      for (const one of words) await place.take(writes(one));
    },
    got() {
      const fresh = line.arrived(PERSON).slice(seen);
      seen += fresh.length;
      return fresh.map((message) => ({
        lock: String(message.type === "text" ? message.text : message.altText),
        words: message.type === "text" ? String(message.text) : flexWords(message.contents as FlexPart),
        uris: [...JSON.stringify(message).matchAll(/"uri":"(.*?)"/g)].map(([, uri = ""]) => uri),
      }));
    },
  };
}

function carried(line: LocalLine, clock: Clock, words: string): ReturnType<typeof text> {
  const made = line.say(PERSON, { kind: "text", text: words });
  line.carried([made]);
  return text(words, clock, { messageId: made.message?.id ?? null, replyToken: made.replyToken ?? null });
}

const staffAnswer = async (place: Phone, words: string) =>
  place.desk.answer({
    id: crypto.randomUUID(),
    intake: (await place.talk())!.state.intake!,
    text: words,
    sure: false,
    staff: STAFF,
  });

/** [what happens, what it does, a word that must stand inside]. Everything that arrives in it is looked at. */
const TABLE: [string, (place: Phone) => Promise<unknown>, string][] = [
  ["DV in the first message", (place) => place.says("夫に殴られています"), "110"],
  ["DV told after other things", (place) => after(place, "家賃が払えません", "夫に殴られた"), "助けを呼べる"],
  ["a sign that he reads it: 「夫に見られる」", (place) => place.says("夫に見られるのが心配です"), "受け取りました"],
  ["secret contact: 「内緒で」", (place) => place.says("家族には内緒で相談したいです"), "受け取りました"],
  ["somebody must not know", (place) => place.says("80歳の母のことで。母には知られたくないです"), "受け取りました"],
  ["「今は話せない」", (place) => place.says("今は話せない"), "またいつでもどうぞ"],
  ["whatever comes after it", (place) => after(place, "今は話せない", "前に何を書いた？"), "お見せしていません"],
  ["numbers, asked for later", (place) => numbersAgain(place), "110"],
  ["the end, with its receipt number", (place) => toTheEnd(place), "受付番号"],
  ["an answer pushed because the token is stale", (place) => late(place, "借金があって死にたい"), "話せるところ"],
  ["staff's own words", (place) => answered(place), "生活保護"],
  ["a picture that could not be kept", (place) => lostPicture(place), "開けませんでした"],
];

async function after(place: Phone, first: string, ...then: string[]): Promise<void> {
  await place.says(first);
  place.got();
  await place.says(...then);
}

async function toTheEnd(place: Phone): Promise<void> {
  await place.says("夫に殴られています。子どもと逃げたいです", "今は大丈夫", "続ける");
  for (let n = 0; n < 12 && (await place.talk())!.state.phase !== "done"; n += 1) {
    const { current } = (await place.talk())!.state;
    place.got();
    await place.says(current === "check" ? "これで送る" : current === "consent" ? "相談する" : "とばす");
  }
}

async function late(place: Phone, words: string): Promise<void> {
  const keys = await place.desk.receive([place.writes(words)]);
  place.clock.now += 61_000;
  await place.desk.run(keys);
  await place.desk.sweep();
}

async function numbersAgain(place: Phone): Promise<void> {
  await after(place, "夫に殴られています");
  const talk = (await place.talk())!.state.intake!;
  const button = { kind: "choice", talk, step: "talk", value: "NUMBERS", label: "番号を見る" } as const;
  await place.take(event(button, place.clock, { replyToken: null }));
}

async function answered(place: Phone): Promise<void> {
  await after(place, "生活に困っています");
  await staffAnswer(place, "生活保護の件、田中がお待ちしています。0120-279-338");
}

async function lostPicture(place: Phone): Promise<void> {
  await after(place, "困っています");
  await place.take(event({ kind: "image", name: "" }, place.clock, { replyToken: null, messageId: "9" }));
  place.got();
  place.clock.now += 1000;
  await place.desk.sweep();
}

describe("what stands on the lock screen", () => {
  test.each(TABLE)("%s", async (_, happens, inside) => {
    const place = await phone();
    await happens(place);
    const got = place.got();
    expect(got.length).toBeGreaterThan(0);
    expect(got.map(({ lock }) => lock)).toEqual(got.map(() => ALT));
    expect(got.map(({ words }) => words).join("\n")).toContain(inside);
  });

  test("and that line has no topic in it", () => expect(ALT).not.toMatch(/相談|福祉|生活|保護|暴力|虐待|お金|電話/u));

  test("as long as there is no such sign, what is answered at once is an ordinary text", async () => {
    const place = await phone();
    await place.says("家賃が払えません");
    const got = place.got();
    expect(got.map(({ lock, words }) => lock === words)).toEqual(got.map(() => true));
  });

  test("numbers inside can be pressed", async () => {
    const place = await phone();
    await place.says("夫に殴られています");
    expect(place.got().flatMap(({ uris }) => uris)).toEqual(expect.arrayContaining(["tel:110"]));
  });

  test("a consultation that follows one of which nobody must know begins so, too", async () => {
    const place = await phone();
    await place.says("夫に殴られています");
    const { id, revision } = (await place.record())!;
    const entry = { id: "x", office: "demo", intake: id, at: 0, by: "s1", kind: "status" as const, body: {} };
    await place.store.records.act({ id, base: revision, set: { status: "CLOSED" }, entry });
    await after(place, "こんにちは", "また困っています");
    expect(new Set(place.got().map(({ lock }) => lock))).toEqual(new Set([ALT]));
  });
});

test("whatever is said: no push, and nothing after such a sign, leaves with its words outside", async () => {
  for (const talk of fc.sample(talks, { numRuns: 40, seed: 20_261_124 })) {
    const place = town();
    for (const { inputs } of talk) {
      place.line.calls.splice(0);
      await place.take(...inputs.map((input) => event(input, place.clock)));
      const state = (await place.talk())?.state;
      for (const { by, alt } of place.line.calls)
        if (by === "push" || (state !== undefined && isWatched(state))) expect(alt).toBe(ALT);
      place.clock.now += 60_000;
    }
  }
});
