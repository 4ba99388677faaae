// Signing in and out.
import type { Context } from "hono";
import type { Problem } from "../../intake/acts.ts";
import { TextField } from "../look/field.tsx";
import { draw } from "../look/layout.tsx";
import { typedForm, type Env, type Page } from "../room.ts";
import { endSession, signIn, startSession, whoIs } from "./session.ts";
import { rememberDevice } from "./tries.ts";

/** GET /admin/sign-in */
export const signInPage: Page = async (c) => {
  if (await whoIs(c)) return c.redirect("/admin", 303);
  return form(c, { login: "", next: c.req.query("next") ?? "", problems: [] });
};

/** POST /admin/sign-in */
export const doSignIn: Page = async (c) => {
  const typed = await typedForm(c);
  const login = typed("login");
  const next = typed("next");
  const outcome = await signIn(c, { login, password: typed("password") });
  if (!outcome.ok)
    return form(c, { login, next, problems: [{ field: "login", say: SAY[outcome.why] }] }, STATUS[outcome.why]);
  await startSession(c, outcome.staff);
  rememberDevice(c, outcome.staff);
  return c.redirect(insideAdmin(next), 303);
};

/** POST /admin/sign-out */
export const signOut: Page = async (c) => {
  await endSession(c);
  return c.redirect("/admin/sign-in?out=1", 303);
};

/** What somebody gets who is not signed in: the way in, and what they had typed so that nothing of it is lost. */
export async function askToSignIn(c: Context<Env>): Promise<Response> {
  if (c.req.method === "GET") return c.redirect(`/admin/sign-in?next=${encodeURIComponent(pathOf(c))}`, 303);
  const typed = await typedForm(c);
  const kept = ["text", "narrative", "why"].map(typed).filter((words) => words !== "");
  return form(c, { login: "", next: "", problems: [], kept: kept.join("\n\n"), expired: true }, 401);
}

// ── helpers ──

const SAY = {
  wrong: "サインイン名かパスワードが違います",
  wait: "続けて違うものが入れられたため、少し止めています。15分ほどたってから、もう一度お試しください",
};
const STATUS = { wrong: 422, wait: 429 } as const;

const pathOf = (c: Context<Env>): string => new URL(c.req.url).pathname + new URL(c.req.url).search;

const NOWHERE = "http://nowhere.invalid";

/** Only a path of the staff view, as a browser would read it (`%2e%2e` is `..`): nobody is led away by a link. */
function insideAdmin(next: string): string {
  const to = URL.parse(next, NOWHERE);
  const isInside = to?.origin === NOWHERE && /^\/admin(\/|$)/.test(to.pathname);
  return isInside ? to.pathname + to.search : "/admin";
}

interface SignInForm {
  login: string;
  next: string;
  problems: Problem[];
  kept?: string;
  expired?: boolean;
}

function form(
  c: Context<Env>,
  { login, next, problems, kept, expired }: SignInForm,
  status: 200 | 401 | 422 | 429 = 200,
) {
  return draw(
    c,
    { title: "サインイン", status },
    <div class="narrow">
      <Failed problems={problems} />
      {c.req.query("out") && <p class="good">サインアウトしました。</p>}
      {expired && (
        <p class="note">サインインの時間が切れました。まだ保存していません。もう一度サインインしてください。</p>
      )}
      <form method="post" action="/admin/sign-in" class="sheet">
        <input type="hidden" name="next" value={next} />
        <TextField id="login" label="サインイン名" value={login} autocomplete="username" problems={problems} />
        <TextField id="password" label="パスワード" type="password" autocomplete="current-password" />
        <button>サインイン</button>
      </form>
      {kept && <Kept words={kept} />}
      <p class="hint">パスワードを忘れたときは、管理する人に新しいリンクを出してもらってください。</p>
    </div>,
  );
}

function Failed({ problems }: { problems: Problem[] }) {
  return problems.length > 0 ? (
    <div class="mend" role="alert">
      <h2>サインインできませんでした</h2>
      <p>
        <a href="#login">{problems[0]?.say}</a>
      </p>
    </div>
  ) : null;
}

function Kept({ words }: { words: string }) {
  return (
    <section class="sheet">
      <h2>書いていた言葉</h2>
      <p>サインインのあとで使えるように、写しておいてください。</p>
      <pre class="words">{words}</pre>
    </section>
  );
}
