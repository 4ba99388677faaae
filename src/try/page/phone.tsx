// One person's phone with the talk on it. The parts marked data-part are drawn anew when something happens.
import type { FC } from "hono/jsx";
import type { Phone } from "../local-line.ts";
import { BubbleItem, Day, dayOf, LockScreen } from "./bubble.tsx";
import { Blocked, Composer } from "./composer.tsx";
import { Tap, type Action } from "./tap.tsx";

export interface PhoneProps {
  phone: Phone;
  person: string;
  /** What the office's account is called. */
  office: string;
  now: number;
  /** On a narrow screen only the chosen phone is shown. */
  chosen: boolean;
}

export const PhoneView: FC<PhoneProps> = ({ phone, person, office, now, chosen }) => (
  <section
    class="phone"
    id={`phone-${person}`}
    data-person={person}
    data-blocked={String(phone.blocked)}
    data-chosen={String(chosen)}
    aria-label={`${phone.name}の LINE`}
  >
    <header class="phone-head">
      <span class="mark" aria-hidden="true">
        受
      </span>
      <h2>{office}</h2>
      <span class="whose">{phone.name}</span>
    </header>
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
    <div class="talk" tabindex={0} role="log" aria-live="polite" aria-label={`${phone.name}と${office}のトーク`}>
      <ol data-part="bubbles">
        {phone.bubbles.length === 0 && <Start person={person} office={office} />}
        {phone.bubbles.map((bubble, n) => (
          <>
            {dayOf(bubble.at) !== dayOf(phone.bubbles[n - 1]?.at ?? 0) && <Day at={bubble.at} />}
            <BubbleItem bubble={bubble} person={person} office={office} />
            <LockScreen bubble={bubble} />
          </>
        ))}
      </ol>
      <Writing until={phone.loadingUntil} now={now} office={office} />
    </div>
    <Chips phone={phone} person={person} />
    <Composer person={person} />
    <Blocked person={person} />
  </section>
);

const Start: FC<{ person: string; office: string }> = ({ person, office }) => (
  <li class="start" id={`start-${person}`}>
    <p>「{office}」との トークです。</p>
    <p>友だち追加をすると、あいさつが 届きます。そのまま 話しかけても かまいません。</p>
    <form method="post" action="/try/send">
      <input type="hidden" name="person" value={person} />
      <button name="follow" value="1" class="add-friend">
        友だち追加
      </button>
    </form>
  </li>
);

const Writing: FC<{ until: number; now: number; office: string }> = ({ until, now, office }) => (
  <div data-part="writing" data-until={until}>
    {until > now && (
      <p class="writing">
        <span class="unseen">{office}が 書いています</span>
        <i />
        <i />
        <i />
      </p>
    )}
  </div>
);

const Chips: FC<{ phone: Phone; person: string }> = ({ phone, person }) => (
  <fieldset data-part="chips" class="chips" aria-label="返信の候補" hidden={phone.chips.length === 0}>
    {phone.chips.map((item) => (
      <Tap action={(item as { action: Action }).action} person={person} look="chip" />
    ))}
  </fieldset>
);
