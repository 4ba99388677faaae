// 相談の流れ: what residents are asked, in which order, and what can happen at any moment, as pictures and as sentences.
import { raw } from "hono/html";
import { plansOf, sentencesOf, svgOf, type Plan } from "../../draw/draw.ts";
import { draw } from "../look/layout.tsx";
import type { Page } from "../room.ts";

/** GET /admin/flows */
export const flowsPage: Page = (c) => {
  const { flow, office } = c.get("room");
  const plans = plansOf(flow, office.quietHours);
  return draw(
    c,
    { title: "相談の流れ", here: "flows" },
    <>
      <p>
        住民に、何をどの順にたずねるかの図です。立場によって、流れが分かれます。立場をきく設問、同意、たしかめのほかは、どれも「とばす」ことができます。
        直すときは、ファイル <code>flows/talks/</code> を直して、プログラムを起動しなおします。
      </p>
      <nav class="contents" aria-label="このページの図">
        <ul>
          {plans.map(({ id, title }) => (
            <li>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="plans">
        {plans.map((plan) => (
          <Picture plan={plan} />
        ))}
      </div>
    </>,
  );
};

// ── helpers ──

function Picture({ plan }: { plan: Plan }) {
  return (
    <section class="sheet plan" id={plan.id} aria-labelledby={`${plan.id}-title`}>
      <h2 id={`${plan.id}-title`}>{plan.title}</h2>
      {raw(svgOf(plan))}
      <details>
        <summary>「{plan.title}」を文で読む</summary>
        <ul class="plain">
          {plan.boxes.map((box) => (
            <li>
              {sentencesOf(box).map((sentence, n) => (
                <p>{n === 0 ? <b>{sentence}</b> : sentence}</p>
              ))}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
