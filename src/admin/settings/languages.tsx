// The languages residents are answered in, and who of each tongue has looked at what is said and heard.
import type { LanguageReview, Reviewed } from "../../flow/words/reviewed.ts";
import { labelOf } from "../labels.ts";
import type { Room } from "../room.ts";
import { Mark, Part } from "./part.tsx";

/** Languages in which something was looked at by nobody. */
export const unread = ({ reviews }: Room): LanguageReview[] =>
  reviews.filter(({ words, danger }) => words?.by === null || danger?.by === null);

export function Languages({ room }: { room: Room }) {
  return (
    <Part id="languages" title="ことば" file="flows/words/ と flows/danger/">
      <p>
        その言語を話す人が読んで確かめたら、それぞれのファイルの <code>reviewed</code> に、名前と日を書きます。
      </p>
      <dl>
        {room.reviews.map(({ lang, words, danger }) => (
          <div>
            <dt>{labelOf(room.labels.lang, lang)}</dt>
            <dd>
              住民が読むことば：
              <State of={words} without="ありません（日本語でお答えします）" />
              <br />
              危険のことば：
              <State of={danger} without="ありません（気づけません）" />
            </dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

// ── helpers ──

function State({ of, without }: { of: Reviewed | null; without: string }) {
  if (of === null) return <Mark>{without}</Mark>;
  if (of.by === null) return <Mark>まだ話す人が確かめていません</Mark>;
  return (
    <>
      {of.by}
      {of.on !== null && `（${of.on}）`}
    </>
  );
}
