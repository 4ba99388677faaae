// Who may enter: every route names it, and a request nobody permitted is refused.
import type { MiddlewareHandler } from "hono";
import type { Right } from "../ports.ts";
import { askToSignIn } from "./account/pages.tsx";
import { whoIs } from "./account/session.ts";
import { draw } from "./look/layout.tsx";
import { may, type Env } from "./room.ts";

/** A right, or "anyone": signing in and the style sheet. */
export type Who = Right | "anyone";

/** Lets through whoever has the right; asks strangers to sign in (303, or 401 for a form), refuses the rest (403). */
export function admit(who: Who): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (who === "anyone") return next();
    const staff = await whoIs(c);
    if (staff === null) return askToSignIn(c);
    c.set("staff", staff);
    if (may(staff, who)) return next();
    return draw(
      c,
      { title: "このページは開けません", status: 403 },
      <p>開く権限がありません。要るときは、管理する人に伝えてください。</p>,
    );
  };
}
