// Signing in and out.
import type { Context } from "hono";
import type { Problem } from "../../intake/acts.ts";
import { Mend, TextField } from "../look/field.tsx";
import { draw } from "../look/layout.tsx";
import { typedForm, type Env, type Form, type Page } from "../room.ts";
import { isUnsent, UNSENT } from "../unsent.tsx";
import { endSession, signIn, startSession, whoIs } from "./session.ts";
import { rememberDevice } from "./tries.ts";

/** GET /admin/sign-in */
export const signInPage: Page = async (c) => {
  if (await whoIs(c)) return c.redirect("/admin", 303);
  return form(c, { login: "", next: c.req.query("next") ?? "", problems: [], unsent: [] });
};

/** POST /admin/sign-in */
export const doSignIn: Page = async (c) => {
  const typed = await typedForm(c);
  const login = typed("login");
  const next = typed("next");
  const unsent = isUnsent(typed) ? fieldsOf(typed) : [];
  const missing = missingIn(typed);
  if (missing.length > 0) return form(c, { login, next, problems: missing, unsent }, 422);
  const outcome = await signIn(c, { login, password: typed("password") });
  if (!outcome.ok)
    return form(c, { login, next, problems: [{ field: "login", say: SAY[outcome.why] }], unsent }, STATUS[outcome.why]);
  await startSession(c, outcome.staff);
  rememberDevice(c, outcome.staff);
  // 307: the browser itself brings what was written to the page it was written on, which only shows it (`isUnsent`).
  return c.redirect(insideAdmin(next), unsent.length > 0 ? 307 : 303);
};

/** POST /admin/sign-out */
export const signOut: Page = async (c) => {
  await endSession(c);
  return c.redirect("/admin/sign-in?out=1", 303);
};

/** What somebody gets who is not signed in: the way in, and what they had typed so that nothing of it is lost. */
export async function askToSignIn(c: Context<Env>): Promise<Response> {
  if (c.req.method === "GET") return c.redirect(`/admin/sign-in?next=${encodeURIComponent(pathOf(c))}`, 303);
  const unsent: Field[] = [...fieldsOf(await typedForm(c)), UNSENT];
  return form(c, { login: "", next: pathOf(c), problems: [], unsent }, 401);
}

// ── helpers ──

/** An empty field is no guess, and is not counted as one. */
const missingIn = (typed: Form): Problem[] =>
  [
    { field: "login", say: "サインイン名を入れてください" },
    { field: "password", say: "パスワードを入れてください" },
  ].filter(({ field }) => typed(field).trim() === "");

const SAY = {
  wrong: "サインイン名かパスワードが違います。もう一度入れてください",
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

/** What the browser carries through the sign-in by itself; what signs in is not among it. */
const fieldsOf = (typed: Form): Field[] =>
  typed.fields
    .filter((name) => !["login", "password", "next"].includes(name))
    .flatMap((name) => typed.all(name).map((value): Field => [name, value]));

type Field = [name: string, value: string];

interface SignInForm {
  login: string;
  next: string;
  problems: Problem[];
  /** The fields of a form that was sent after the session had ended. */
  unsent: Field[];
}

function form(c: Context<Env>, { login, next, problems, unsent }: SignInForm, status: 200 | 401 | 422 | 429 = 200) {
  return draw(
    c,
    { title: "サインイン", status },
    <div class="narrow">
      <Mend problems={problems} title="サインインできませんでした" />
      {c.req.query("out") && <p class="good">サインアウトしました。</p>}
      {unsent.length > 0 && (
        <p class="note">
          サインインの時間が切れました。まだ保存も送信もしていません。もう一度サインインすると、書いていた画面に、書いたものと一緒にもどります。
        </p>
      )}
      <form method="post" action="/admin/sign-in" class="sheet">
        <input type="hidden" name="next" value={next} />
        {unsent.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <TextField id="login" label="サインイン名" value={login} autocomplete="username" problems={problems} />
        <TextField
          id="password"
          label="パスワード"
          type="password"
          autocomplete="current-password"
          problems={problems}
        />
        <button>サインイン</button>
      </form>
      <Kept fields={unsent} />
      <p class="hint">パスワードを忘れたときは、管理する人に新しいリンクを出してもらってください。</p>
    </div>,
  );
}

/** To be read, and copied where somebody would rather. */
function Kept({ fields }: { fields: Field[] }) {
  const words = fields.filter(([name, value]) => ["text", "narrative", "why"].includes(name) && value !== "");
  return words.length > 0 ? (
    <section class="sheet">
      <h2>書いていた言葉</h2>
      <pre class="words">{words.map(([, value]) => value).join("\n\n")}</pre>
    </section>
  ) : null;
}
