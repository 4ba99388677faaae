// What the trial shows: the page, what changed on it, and a talk as data.
import { Hono } from "hono";
import { html } from "hono/html";
import type { LocalLine } from "./local-line.ts";
import { CAST, phoneOf } from "./props/cast.ts";
import { Page, Strip, type Demo, type Missed } from "./page/page.tsx";
import { PhoneView } from "./page/phone.tsx";
import { isMistake, talkOf } from "./talk.ts";

export interface Looking {
  line: LocalLine;
  now: () => number;
  /** What the office's account is called. */
  account: string;
  missed: Missed[];
  demo?: Demo | undefined;
}

/** GET /, /phones?after=revision, /talk?person=. */
export function look({ line, now, account, missed, demo }: Looking): Hono {
  const app = new Hono();
  const mistakes = () => line.calls().filter(isMistake);

  app.get("/", (c) => {
    const person = roleOf(c.req.query("person"));
    const page = <Page {...{ line, account, missed, demo, person }} now={now()} mistakes={mistakes()} />;
    return c.html(html`<!doctype html>${page}`);
  });

  app.get("/phones", async (c) => {
    const after = Number(c.req.query("after") ?? -1);
    const phones: Record<string, string> = {};
    for (const { key } of CAST) {
      const phone = phoneOf(line, key)!;
      const view = <PhoneView phone={phone} person={key} office={account} now={now()} chosen={false} />;
      if (phone.revision > after) phones[key] = String(await html`${view}`);
    }
    const strip = String(await html`${<Strip mistakes={mistakes()} missed={missed} />}`);
    return c.json({ revision: line.revision(), now: now(), phones, strip });
  });

  app.get("/talk", (c) => {
    const person = c.req.query("person") ?? CAST[0]!.key;
    const phone = phoneOf(line, person);
    return phone ? c.json(talkOf(line, phone, person, now())) : c.json({ message: UNKNOWN_PERSON }, 404);
  });
  return app;
}

export const UNKNOWN_PERSON = "person は self、family、neighbor か LINEの ユーザーIDです";

const roleOf = (person: string | undefined): string => (CAST.find((role) => role.key === person) ?? CAST[0]!).key;
