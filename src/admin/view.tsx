// The staff view: each line of the table is a page or an act, and names who may enter.
import { Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import { HTTPException } from "hono/http-exception";
import { secureHeaders } from "hono/secure-headers";
import { doInvite, invitePage } from "./account/invite-page.tsx";
import { doSignIn, signInPage, signOut } from "./account/pages.tsx";
import { figuresPage } from "./figures.tsx";
import { flowsPage } from "./flows/page.tsx";
import { admit, type Who } from "./guard.tsx";
import { newPage, writeByHand } from "./hand/new.tsx";
import { helpPage } from "./help/page.tsx";
import { draw } from "./look/layout.tsx";
import { icon, styleSheet } from "./look/style.ts";
import { openByNumber } from "./queue/open.tsx";
import { queuePage } from "./queue/queue.tsx";
import { doConsent, doFix, doNote, doOwner, doStatus, doTask, doUrgency } from "./record/act.ts";
import { doAnswer } from "./record/answer.ts";
import { mediaFile } from "./record/media.ts";
import { recordPage } from "./record/page.tsx";
import type { Env, Page, Room } from "./room.ts";
import { settingsPage } from "./settings/page.tsx";

const ROUTES: [method: "GET" | "POST", path: string, who: Who, page: Page][] = [
  ["GET", "/style.css", "anyone", styleSheet],
  ["GET", "/icon.svg", "anyone", icon],
  ["GET", "/sign-in", "anyone", signInPage],
  ["POST", "/sign-in", "anyone", doSignIn],
  ["POST", "/sign-out", "anyone", signOut],
  ["GET", "/invite/:token", "anyone", invitePage],
  ["POST", "/invite/:token", "anyone", doInvite],
  ["GET", "/", "desk", queuePage],
  ["GET", "/open", "desk", openByNumber],
  ["GET", "/new", "desk", newPage],
  ["POST", "/new", "desk", writeByHand],
  ["GET", "/records/:id", "desk", recordPage],
  ["POST", "/records/:id/owner", "desk", doOwner],
  ["POST", "/records/:id/status", "desk", doStatus],
  ["POST", "/records/:id/urgency", "desk", doUrgency],
  ["POST", "/records/:id/note", "desk", doNote],
  ["POST", "/records/:id/consent", "desk", doConsent],
  ["POST", "/records/:id/fix", "desk", doFix],
  ["POST", "/records/:id/done", "desk", doTask],
  ["POST", "/records/:id/answer", "desk", doAnswer],
  ["GET", "/media/:id", "desk", mediaFile],
  ["GET", "/figures", "desk", figuresPage],
  ["GET", "/settings", "desk", settingsPage],
  ["GET", "/flows", "desk", flowsPage],
  ["GET", "/help", "desk", helpPage],
];

/** The staff view, to be mounted at /admin. Faults of the store go up to the one who mounts it. */
export function staffView(room: Room): Hono<Env> {
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    c.set("room", room);
    await next();
  });
  app.use(
    headers(room.publicUrl),
    csrf({ origin: new URL(room.publicUrl).origin }),
    bodyLimit({ maxSize: 256 * 1024, onError: tooLong }),
  );
  for (const [method, path, who, page] of ROUTES) app.on(method, path, admit(who), page);
  app.all("*", admit("desk"), lost);
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 403) return elsewhere(c);
    throw error;
  });
  return app;
}

// ── helpers ──

/** Nothing from elsewhere, no script at all. `same-origin`: with `no-referrer` browsers send `Origin: null` with forms. */
function headers(publicUrl: string): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      mediaSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    referrerPolicy: "same-origin",
    xFrameOptions: "DENY",
    // A promise for half a year must not be made by an office that serves plain http inside its own walls.
    strictTransportSecurity: publicUrl.startsWith("https:") ? "max-age=15552000" : false,
  });
}

/** A form from another address than ours: a page elsewhere, or an operator who has not told us where staff open this. */
const elsewhere: Page = (c) => {
  const ours = new URL("/admin", c.get("room").publicUrl).href;
  return draw(
    c,
    { title: "受けつけませんでした", status: 403 },
    <>
      <p>この画面を開いたアドレスが、設定のアドレスとちがいます。何も変わっていません。</p>
      <p>
        <a href={ours}>{ours}</a> を開いてください。それでも出るときは、管理する人に「PUBLIC_URL
        を確かめてください」と伝えてください。
      </p>
    </>,
  );
};

const tooLong: Page = (c) =>
  draw(
    c,
    { title: "長すぎます", status: 413 },
    <p>
      書いたものが長すぎて、保存していません。ブラウザーの「戻る」で書いた画面にもどれます。短くするか、分けて保存してください。
    </p>,
  );

const lost: Page = (c) =>
  draw(
    c,
    { title: "見つかりません", status: 404 },
    <p>
      このページはありません。<a href="/admin">相談の一覧へ</a>
    </p>,
  );
