// Holds a golden conversation at a place: over signed webhooks, as a resident would, and writes down what LINE showed.
import type { Office } from "../../src/office/office.ts";
import type { Store } from "../../src/ports.ts";
import { sealer } from "../../src/store/seal.ts";
import { recordsOf, wordsOf, type Arrived } from "../../src/talk/write-down.ts";
import { flexWords, type FlexPart } from "../../src/try/flex-words.ts";
import type { Bubble, WebhookEvent } from "../../src/try/local-line.ts";
import { buttonsOf, deedOf, type Deed } from "./act.ts";
import { onlyNew } from "./only-new.ts";
import { DATA_KEY, moveTo, type Place } from "./place.ts";
import { clerk, newest } from "./staff.ts";
import { settled, swept } from "./settled.ts";

const MINUTE = 60_000;
const MARGIN = 10_000;
const SAID = "住民> ";

/** Who talks where: a person of their own, and the records that come of it. */
export interface Scene {
  place: Place;
  office: Office;
  person: string;
  store: Store;
}

/** The whole conversation as it went here, with the record it left: equal to `text` but for the receipt numbers. */
export async function hold(place: Place, office: Office, text: string, person: string): Promise<string> {
  const store = await onlyNew(place.store, office.id);
  const clock = /^時計 (\S+ \S+)$/m.exec(text)?.[1] ?? "";
  const title = text.split("\n").filter((line) => line.startsWith("# "));
  const body = await turns(
    { place, office, person, store },
    actsOf(text),
    Date.parse(`${clock.replace(" ", "T")}:00+09:00`),
  );
  return [...title, `時計 ${clock}`, ...body, ...(await recordsOf({ store, office: office.id }, office)), ""].join(
    "\n",
  );
}

/** What the residents' lines of a conversation say. */
export const actsOf = (text: string): string[] =>
  text.split("\n").flatMap((line) => (line.startsWith(SAID) ? [line.slice(SAID.length)] : []));

/** Does these things one after the other, a minute apart as in the written conversations; gives what was shown. */
export async function turns(scene: Scene, acts: string[], start: number): Promise<string[]> {
  const lines: string[] = [];
  let at = start;
  for (const act of acts) {
    const before = shown(scene).length;
    at += await turn(scene, act, at);
    lines.push("", `${SAID}${act}`, ...wordsOf(shown(scene).slice(before).map(saidIn)));
  }
  return lines;
}

// --- helpers ---

const shown = ({ place, person }: Scene): Bubble["message"][] => place.line.line.arrived(person);

export const saidIn = (message: Bubble["message"]): Arrived => ({
  text: message.type === "flex" ? flexWords(message.contents as FlexPart) : String(message.text),
  alt: message.type === "flex" ? String(message.altText) : null,
  buttons: buttonsOf(message).map(({ displayText }) => ({ step: "", value: "", label: displayText })),
});

/** Gives the time it took (ms). */
async function turn(scene: Scene, line: string, at: number): Promise<number> {
  const { place, person, office } = scene;
  const deed = deedOf(line, place.line.line, person);
  const took = deed.do === "wait" ? deed.ms : MINUTE;
  // What was said stands a little after its minute; waiting must reach beyond that.
  await moveTo(place, at + took + (deed.do === "wait" ? MARGIN : 0));
  await done(scene, deed);
  await settled(place, sealer(DATA_KEY).lookup(office.id, person));
  return took;
}

async function done(scene: Scene, deed: Deed): Promise<void> {
  const { place, person } = scene;
  if (deed.do === "act") return deliver(place, [place.line.line.say(person, deed.act)]);
  if (deed.do === "wait") {
    await place.sweep();
    return swept(place);
  }
  const record = await newest(scene.store, scene.office.id);
  const staff = await clerk(place, scene.office);
  if (deed.do === "answer") await staff.act(record, "answer", { text: deed.text, sure: "yes" });
  else await staff.act(record, "status", { status: "CLOSED", closeReason: "課題が解決" });
}

async function deliver(place: Place, events: WebhookEvent[]): Promise<void> {
  const { status } = await place.line.to(new URL("/webhook", place.url))(events);
  if (status !== 200) throw new Error(`the webhook answered ${status}`);
}
