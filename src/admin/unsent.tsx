// What was sent after a session had ended: the browser carries it through the sign-in, and the page it was written on shows it.

/** The field that marks such a form: it is shown, and nothing is done. */
export const UNSENT: [name: string, value: string] = ["unsent", "yes"];

/** Was this form sent before its writer signed in? */
export const isUnsent = (typed: (field: string) => string): boolean => typed(UNSENT[0]) === UNSENT[1];

/** What the page says of it; `at` is the place where it stands. */
export function Unsent({ at }: { at: string }) {
  return (
    <output class="note">
      サインインしました。<a href={`#${at}`}>書いたもの</a>
      は残っていますが、まだ保存も送信もしていません。確かめて、もう一度ボタンをおしてください。
    </output>
  );
}
