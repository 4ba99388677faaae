// Template and Flex messages, drawn plainly: enough to read them and to tap what can be tapped.
import type { FC } from "hono/jsx";
import { Words } from "./links.tsx";
import { Tap, type Action } from "./tap.tsx";

interface Card {
  type?: string;
  title?: string;
  text?: string;
  actions?: Action[];
  action?: Action;
  columns?: Card[];
}

/** A template message: buttons, confirm, carousel, image_carousel. */
export const Template: FC<{ template: Card; person: string }> = ({ template, person }) => (
  <div class="cards">
    {(template.columns ?? [template]).map((card) => (
      <div class="card">
        {card.title && <p class="card-title">{card.title}</p>}
        {card.text && <Words text={card.text} />}
        <div class={template.type === "confirm" ? "card-taps side" : "card-taps"}>
          {(card.actions ?? (card.action ? [card.action] : [])).map((action) => (
            <Tap action={action} person={person} look="card-tap" />
          ))}
        </div>
      </div>
    ))}
  </div>
);

export interface FlexPart {
  type: string;
  text?: string;
  weight?: string;
  size?: string;
  layout?: string;
  style?: string;
  action?: Action;
  contents?: FlexPart[];
  header?: FlexPart;
  hero?: FlexPart;
  body?: FlexPart;
  footer?: FlexPart;
}

/** A Flex message: a bubble, or several beside each other. Pictures are not fetched from elsewhere. */
export const Flex: FC<{ contents: FlexPart; person: string }> = ({ contents, person }) => (
  <div class="cards">
    {(contents.type === "carousel" ? (contents.contents ?? []) : [contents]).map((bubble) => (
      <div class="card">
        {[bubble.header, bubble.hero, bubble.body, bubble.footer].map(
          (part) => part && <Part part={part} person={person} />,
        )}
      </div>
    ))}
  </div>
);

const Part: FC<{ part: FlexPart; person: string }> = ({ part, person }) => {
  switch (part.type) {
    case "box":
      return (
        <div class={part.layout === "vertical" ? "flex-column" : "flex-row"}>
          {(part.contents ?? []).map((child) => (
            <Part part={child} person={person} />
          ))}
        </div>
      );
    case "text":
      return (
        <div class={part.weight === "bold" ? "strong" : "plain"}>
          <Words text={part.text ?? (part.contents ?? []).map((span) => span.text ?? "").join("")} />
        </div>
      );
    case "button":
      return part.action ? (
        <Tap action={part.action} person={person} look={part.style === "primary" ? "card-tap first" : "card-tap"} />
      ) : null;
    case "separator":
      return <hr />;
    default:
      return null;
  }
};
