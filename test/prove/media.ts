// Media are kept: fetched at once with retry, streamed into sealed chunks, limited in size, known by their bytes, and
// never shown as something that runs.
import { createHash } from "node:crypto";
import { Hono } from "hono";
import { mediaFile } from "../../src/admin/record/media.ts";
import type { Env } from "../../src/admin/room.ts";
import type { Fault, WebhookEvent } from "../../src/try/local-line.ts";
import { samplePicture } from "../../src/try/props/samples.ts";
import type { FaultName } from "../../src/try/trouble/faults.ts";
import { book } from "../golden/book.ts";
import { shownOn } from "./audit.ts";
import { people } from "./people.ts";
import { hardshipsOf, row, type Row } from "./report.ts";
import { world, type World, type WorldOptions } from "./world.ts";

export interface MediaOptions extends WorldOptions {
  /** So many pictures; one film of `filmMiB` and a few that are not what they say. */
  pictures: number;
  filmMiB: number;
  rate: number;
}

interface Sent {
  event: WebhookEvent;
  bytes: Uint8Array;
  /** What it truly is. */
  type: string;
  inline: boolean;
}

const MIB = 1024 * 1024;
/** What may lie between LINE and the database, however large the file is: the two ends of a connection hold up to ten. */
const LEAD_MIB = 12;
/** A chunk of 512 KiB and what sealing adds. */
const MOST_CHUNK = 512 * 1024 + 64;
const FAULTS: FaultName[] = [
  "429",
  "500",
  "502 in HTML",
  "hang",
  "reset",
  "half an answer after",
  "wrong access token",
];
const OCTETS = "application/octet-stream";

export async function media({ pictures, filmMiB, rate, ...options }: MediaOptions): Promise<Row> {
  const began = performance.now();
  const place = await world(options);
  try {
    const all = people(pictures + 5);
    await Promise.all(all.map(({ id }) => bring(place, place.line.say(id, { kind: "text", text: "相談です" }))));
    const film = await streamed(place, all.at(-1)!.id, filmMiB);
    const tooBig = await sent(place, all.at(-2)!.id, filled(place, (book.office.mediaMiB + 1) * MIB), "image/png");
    await place.calm(all.map(({ key }) => key));
    place.trouble.set(FAULTS, rate);
    const shams = [
      ["<!doctype html><script>alert(1)</script>", "text/html"],
      [`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`, "image/svg+xml"],
      ["%PDF-1.7\n1 0 obj", "application/pdf"],
    ] as const;
    const kept: Sent[] = [];
    for (const [n, [text, type]] of shams.entries())
      kept.push({
        ...(await sent(place, all[n]!.id, Buffer.from(text), "image/png")),
        type: known(type),
        inline: false,
      });
    for (const { id } of all.slice(3, -2)) kept.push({ ...(await picture(place, id)), inline: true });
    await place.calm(all.map(({ key }) => key));
    const problems = (await Promise.all(kept.map((one) => wrongWith(place, one)))).flat();
    const counts = {
      ...hardshipsOf(place),
      files: kept.length + 2,
      "MiB of the film": filmMiB,
      "MiB ahead": film.lead(),
    };
    return row(`media are kept (${place.ground.name})`, { ...options, began, counts }, [
      ...problems,
      ...(film.wasSlow() ? [] : ["the film was never handed out slowly"]),
      ...(film.lead() > LEAD_MIB ? [`${film.lead()} MiB of the film stood in memory`] : []),
      ...(await wrongWith(place, film)),
      ...(await notRefused(place, tooBig)),
      ...(await chunksWrong(place)),
    ]);
  } finally {
    await place.close();
  }
}

// --- helpers ---

/** As its first bytes tell; what a browser would run has no name of its own here. */
const known = (type: string): string => (type === "application/pdf" ? type : OCTETS);

async function bring(place: World, event: WebhookEvent): Promise<void> {
  const { status } = await place.by.pick(place.programs).deliver([event]);
  if (status !== 200) throw new Error(`the webhook answered ${status}`);
}

async function sent(place: World, person: string, bytes: Uint8Array, type: string): Promise<Sent> {
  // LINE is not ready with every second one at once.
  const readyInMs = place.by.hits(0.5) ? 2000 : 0;
  const event = place.line.say(person, { kind: "image", bytes, type, readyInMs });
  await bring(place, event);
  return { event, bytes, type, inline: false };
}

/** Any bytes behind the first ones of a picture. */
function filled(place: World, size: number): Uint8Array {
  const bytes = Buffer.alloc(size, place.by.below(256));
  bytes.set(samplePicture());
  return bytes;
}

const picture = (place: World, person: string): Promise<Sent> =>
  sent(place, person, filled(place, 1000 + place.by.below(2 * MIB)), "image/png");

/** A film that is handed out piece by piece: how far LINE was ahead of what stood in the database (MiB). */
async function streamed(
  place: World,
  person: string,
  mib: number,
): Promise<Sent & { lead(): number; wasSlow(): boolean }> {
  let [lead, slow] = [0, false];
  const bytes = filled(place, mib * MIB);
  const before = await keptBytes(place);
  const slowly: Fault = async () => {
    slow = true;
    let at = 0;
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        controller.enqueue(bytes.subarray(at, at + MIB));
        at += MIB;
        lead = Math.max(lead, Math.round((at - ((await keptBytes(place)) - before)) / MIB));
        if (at >= bytes.length) controller.close();
      },
    });
    return new Response(body);
  };
  const event = place.line.say(person, { kind: "video", bytes, type: "video/mp4", durationMs: 1000 });
  place.handOut(event.message?.id ?? "", slowly);
  await bring(place, event);
  await Promise.all(place.programs.map((one) => one.idle()));
  return { event, bytes, type: "image/png", inline: true, lead: () => lead, wasSlow: () => slow };
}

async function keptBytes({ rows }: World): Promise<number> {
  const [found] = (await rows(`SELECT coalesce(sum(length(sealed)), 0) AS n FROM "MediaChunk"`)) as { n: number }[];
  return Number(found?.n);
}

const idOf = ({ event }: Sent): string => event.message?.id ?? "";

/** What of one file is not as it should be. */
async function wrongWith(place: World, one: Sent): Promise<string[]> {
  const found = await place.store.media.find(idOf(one));
  if (found?.state !== "kept") return [`${idOf(one)} was not kept: ${found?.state ?? "nothing"}`];
  const hash = createHash("sha256");
  for await (const chunk of place.store.media.read(found.id)) hash.update(chunk);
  const whole = hash.digest("hex") === createHash("sha256").update(one.bytes).digest("hex");
  const shown = await page(place, found.id);
  return [
    ...(whole ? [] : [`${found.id} is not what was sent`]),
    ...(found.type === one.type ? [] : [`${found.id} is called ${found.type} and is ${one.type}`]),
    ...(shown.startsWith(one.inline ? "inline image/" : `attachment ${OCTETS}`)
      ? []
      : [`${found.id} is shown: ${shown}`]),
  ];
}

/** How the staff's page hands it out. */
async function page({ store }: World, id: string): Promise<string> {
  const app = new Hono<Env>();
  app.use(
    async (c, next) => (c.set("room", { store, office: book.office } as unknown as Env["Variables"]["room"]), next()),
  );
  app.get("/:id", mediaFile);
  const { headers, body } = await app.request(`/${id}`);
  await body?.cancel();
  return `${headers.get("content-disposition")?.split(";")[0]} ${headers.get("content-type")}`;
}

async function notRefused(place: World, one: Sent): Promise<string[]> {
  const found = await place.store.media.find(idOf(one));
  const told = shownOn(place.line, { id: one.event.source.userId }).filter(
    (text) => text === book.flow.words.ja?.say["media-too-big"],
  );
  const ends = `${found?.state ?? "nothing"}, ${found?.size ?? 0} bytes, told ${told.length} times`;
  return ends === "too-big, 0 bytes, told 1 times" ? [] : [`more than the office takes: ${ends}`];
}

async function chunksWrong({ rows }: World): Promise<string[]> {
  const sealed = (await rows(`SELECT sealed FROM "MediaChunk"`)) as { sealed: Uint8Array }[];
  const head = Buffer.from(samplePicture()).subarray(0, 8);
  const wrong = sealed.filter((chunk) => chunk.sealed.length > MOST_CHUNK || Buffer.from(chunk.sealed).includes(head));
  return wrong.length === 0 ? [] : [`${wrong.length} chunks are too large, or stand in clear`];
}
