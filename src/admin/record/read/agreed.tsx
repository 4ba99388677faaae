// What was agreed, with the words as they stood on the screen; and every answer with the question as it was shown.
import type { Answer, Consent } from "../../../intake/intake.ts";
import { labelOf } from "../../labels.ts";
import type { Room } from "../../room.ts";
import { dateTime, iso, short } from "../../when.ts";
import type { Mask } from "../mask.ts";
import type { Sheet } from "../sheet.ts";

export function Agreed({ room, sheet }: { room: Room; sheet: Sheet }) {
  const { consents } = sheet.intake.facts;
  return (
    <section class="sheet" aria-labelledby="agreed">
      <h2 id="agreed">同意</h2>
      {consents.length === 0 ? (
        <p>まだ何も聞いていません。</p>
      ) : (
        <ul class="plain ledger">
          {consents.map((line) => (
            <Line room={room} line={line} holds={holds(line, consents)} mask={sheet.mask} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Line({ room, line, holds, mask }: { room: Room; line: Consent; holds: boolean; mask: Mask }) {
  const { scope, consent } = room.labels;
  return (
    <li class={holds ? undefined : "past"}>
      {scope[line.scope]}： <b>{consent[line.value]}</b>
      {!holds && "（そのあと変わりました）"}
      <small>
        <time datetime={iso(line.at)}>{dateTime(line.at)}</time> {line.method}
        {line.textVersion && !isSpoken(line) && `・文の版 ${line.textVersion}`}
        {line.lang && `・${labelOf(room.labels.lang, line.lang)}`}
      </small>
      {line.text && (
        <details>
          <summary>{isSpoken(line) ? "聞いたこと" : "見せた文"}</summary>
          <p class="words">{mask.text(line.text)}</p>
          {line.japanese !== undefined && <p class="words meaning">{mask.text(line.japanese)}</p>}
        </details>
      )}
    </li>
  );
}

/** Written down by staff: there was no screen. */
const isSpoken = ({ method }: Consent): boolean => method === "口頭" || method === "書面";

/** The last line of a scope is the one that holds. */
const holds = (line: Consent, all: Consent[]): boolean =>
  all.filter(({ scope }) => scope === line.scope).at(-1) === line;

export function Answers({ sheet }: { sheet: Sheet }) {
  const { answers } = sheet.intake.facts;
  if (answers.length === 0) return null;
  return (
    <section class="sheet" aria-labelledby="answers">
      <h2 id="answers">質問と答え</h2>
      <dl class="answers">
        {answers.map((answer) => (
          <Asked answer={answer} mask={sheet.mask} />
        ))}
      </dl>
    </section>
  );
}

function Asked({ answer, mask }: { answer: Answer; mask: Mask }) {
  return (
    <div>
      <dt class="words">
        {/* What the check reads back of the reporter is found in its Japanese only. */}
        {mask.hides && answer.japanese !== undefined ? "" : mask.text(answer.question)}
        {answer.japanese !== undefined && <Meaning words={mask.text(answer.japanese)} />}
      </dt>
      <dd class="words">
        {mask.answer(answer)} <small>{short(answer.at)}</small>
        {answer.means !== undefined && !mask.hidesAnswer(answer) && <Meaning words={mask.text(answer.means)} />}
      </dd>
    </div>
  );
}

/** The same in Japanese. */
const Meaning = ({ words }: { words: string }) => <span class="meaning">{words}</span>;
