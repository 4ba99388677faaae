// The page behind a one-time link: set a password, and be signed in.
import type { Context } from "hono";
import type { Problem } from "../../intake/acts.ts";
import type { Staff } from "../../ports.ts";
import { Mend, TextField } from "../look/field.tsx";
import { draw } from "../look/layout.tsx";
import { typedForm, type Env, type Page } from "../room.ts";
import { acceptInvite, passwordProblem } from "./invite.ts";
import { PASSWORD_MIN } from "./password.ts";
import { startSession } from "./session.ts";
import { tokenHash } from "./token.ts";
import { rememberDevice } from "./tries.ts";

/** GET /admin/invite/:token */
export const invitePage: Page = async (c) => {
  const staff = await guest(c);
  return staff ? form(c, staff, []) : used(c);
};

/** POST /admin/invite/:token */
export const doInvite: Page = async (c) => {
  const staff = await guest(c);
  if (!staff) return used(c);
  const typed = await typedForm(c);
  const problem = passwordProblem(typed("password"), typed("again"), staff);
  if (problem) return form(c, staff, [{ field: "password", say: problem }]);
  const { store, now } = c.get("room");
  const welcome = await acceptInvite(store.staff, c.req.param("token") ?? "", typed("password"), now());
  if (!welcome) return used(c);
  await startSession(c, welcome);
  rememberDevice(c, welcome);
  return c.redirect("/admin?done=welcome", 303);
};

// ── helpers ──

async function guest(c: Context<Env>): Promise<Staff | null> {
  const { store, office, now } = c.get("room");
  const staff = await store.staff.invited(tokenHash(c.req.param("token") ?? ""), now());
  return staff?.office === office.id ? staff : null;
}

function form(c: Context<Env>, staff: Staff, problems: Problem[]) {
  const hint = `${PASSWORD_MIN}文字以上。覚えやすい言葉をいくつかつなげると、長くても入れやすくなります。`;
  return draw(
    c,
    { title: "パスワードを決める", status: problems.length > 0 ? 422 : 200 },
    <div class="narrow">
      <Mend problems={problems} />
      <p>
        {staff.name}さん、ようこそ。サインイン名は <strong>{staff.login}</strong> です。
      </p>
      <form method="post" class="sheet">
        <input type="hidden" name="username" autocomplete="username" value={staff.login} />
        <TextField
          id="password"
          label="新しいパスワード"
          hint={hint}
          type="password"
          autocomplete="new-password"
          problems={problems}
        />
        <TextField id="again" label="もう一度" type="password" autocomplete="new-password" />
        <button>このパスワードにする</button>
      </form>
    </div>,
  );
}

function used(c: Context<Env>) {
  return draw(
    c,
    { title: "このリンクは使えません", status: 410 },
    <div class="narrow">
      <p>一度使われたか、24時間がすぎています。管理する人に、新しいリンクを出してもらってください。</p>
      <p>
        <a href="/admin/sign-in">サインインへ</a>
      </p>
    </div>,
  );
}
