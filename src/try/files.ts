// Style, script, stickers and what people sent, served from our own origin.
import { readdirSync, readFileSync } from "node:fs";
import { Hono } from "hono";
import type { LocalLine } from "./local-line.ts";
import { phoneOf } from "./props/cast.ts";
import { drawn, STICKERS } from "./props/stickers.ts";

const FOLDER = new URL("./page/assets/", import.meta.url);
const TYPES: Record<string, string> = { css: "text/css; charset=utf-8", js: "text/javascript; charset=utf-8" };

/** GET /assets/:name, /sticker/:id.svg, /media/:person/:messageId. */
export function files(line: LocalLine): Hono {
  const app = new Hono();
  app.get("/assets/:name", (c) => {
    const found = asset(c.req.param("name"));
    return found ? c.body(found.body, 200, { "content-type": found.type }) : c.notFound();
  });
  app.get("/sticker/:name{\\d+\\.svg}", (c) => {
    const sticker = STICKERS.find((one) => `${one.id}.svg` === c.req.param("name"));
    return sticker ? c.body(drawn(sticker), 200, { "content-type": "image/svg+xml" }) : c.notFound();
  });
  app.get("/media/:person/:id", (c) => {
    const kept = phoneOf(line, c.req.param("person"))?.media.get(c.req.param("id"));
    return kept && !kept.gone ? c.body(new Uint8Array(kept.bytes), 200, { "content-type": kept.type }) : c.notFound();
  });
  return app;
}

/** Read anew each time: a trial is for changing things. */
function asset(name: string): { body: string; type: string } | null {
  const type = TYPES[name.split(".").at(-1)!];
  const there = type !== undefined && readdirSync(FOLDER).includes(name);
  return there ? { body: readFileSync(new URL(name, FOLDER), "utf8"), type } : null;
}
