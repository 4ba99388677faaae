// Template and Flex messages, drawn plainly: enough to read them and to tap what can be tapped.
import type { FC } from "hono/jsx";
import type { FlexPart } from "../flex-words.ts";
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
      return <Letters part={part} person={person} />;
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

/** Only what has an action can be pressed: in a Flex message LINE looks for no numbers by itself. */
const Letters: FC<{ part: FlexPart; person: string }> = ({ part, person }) => {
  const { text = "", contents = [], action } = part;
  const words = contents.length === 0 ? text : contents.map(Span);
  if (action === undefined) return <p class={part.weight === "bold" ? "words strong" : "words"}>{words}</p>;
  if (action.type !== "uri") return <Tap action={action} person={person} look="card-tap" />;
  return (
    <a class="words line-tap" href={action.uri} aria-label={action.label} target="_blank" rel="noopener noreferrer">
      {words}
    </a>
  );
};

const Span = ({ text = "", decoration }: FlexPart) => (decoration === "underline" ? <u>{text}</u> : <>{text}</>);
