// How it is safe to reach whoever wrote: read before every answer.
import { mayContact } from "../../../intake/consent/ledger.ts";
import { labelOf } from "../../labels.ts";
import type { Room } from "../../room.ts";
import { hiddenNotice } from "../mask.ts";
import type { Sheet } from "../sheet.ts";
import { Row } from "./row.tsx";

export function Contact({ room, sheet }: { room: Room; sheet: Sheet }) {
  const { contactPlan: plan, facts } = sheet.intake;
  const contact = mayContact(facts);
  return (
    <section class="sheet contact" aria-labelledby="contact">
      <h2 id="contact">連絡のしかた</h2>
      {!contact.ok && <p class="alarm">{contact.why}。連絡するときは、理由を残してください。</p>}
      {facts.blocked && <p class="alarm">LINEは届きません（相手がブロックしています）。</p>}
      {sheet.talk.answerable && !facts.safeToPush && (
        <p class="alarm">
          「今は話せない」とのことでした。ほかの人が見ているかもしれません。下の連絡のしかたを先に確かめてください。
        </p>
      )}
      {sheet.mask.hides ? (
        <p>{hiddenNotice(sheet.intake)}</p>
      ) : (
        <dl>
          <Row head="使ってよい方法">
            {plan.channels.map((code) => labelOf(room.labels.channel, code)).join("、") || "聞いていません"}
          </Row>
          <Row head="番号・アドレス">{plan.phone}</Row>
          <Row head="時間">{plan.window}</Row>
          <Row head="名のり方">{plan.nameToUse}</Row>
          <Row head="知られたくない相手">{plan.avoid}</Row>
          {/* A number alone tells no more than the list above. */}
          <Row head="本人の言葉">{/\p{L}/u.test(plan.text) && <span class="words">{plan.text}</span>}</Row>
        </dl>
      )}
    </section>
  );
}
