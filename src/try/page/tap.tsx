// A button of the office: what LINE does when an action is tapped. https://developers.line.biz/en/reference/messaging-api/#action-objects
import type { FC } from "hono/jsx";

export interface Action {
  type: string;
  label?: string;
  data?: string;
  displayText?: string;
  text?: string;
  uri?: string;
  mode?: "date" | "time" | "datetime";
  clipboardText?: string;
  fillInText?: string;
}

/** Works without a script as well: each button is a small form. */
export const Tap: FC<{ action: Action; person: string; look: string }> = ({ action, person, look }) => {
  const name = action.label ?? action.text ?? "ひらく";
  switch (action.type) {
    case "uri":
      return (
        <a class={look} href={action.uri} target="_blank" rel="noopener noreferrer">
          {name}
        </a>
      );
    case "camera":
    case "cameraRoll":
      return (
        <button type="button" class={look} data-opens={`file-${person}`}>
          {name}
        </button>
      );
    case "clipboard":
      return (
        <button type="button" class={look} data-copies={action.clipboardText}>
          {name}
        </button>
      );
    default:
      return <Send person={person} look={look} name={name} action={action} />;
  }
};

const Send: FC<{ action: Action; person: string; look: string; name: string }> = ({ action, person, look, name }) => (
  <form method="post" action="/try/send" class="tap" data-fill={action.fillInText}>
    <input type="hidden" name="person" value={person} />
    {Object.entries(sentBy(action)).map(([field, value]) => (
      <input type="hidden" name={field} value={value} />
    ))}
    {action.type === "datetimepicker" && (
      <input type={pickerOf(action.mode)} name="pick" aria-label={name} class="pick" required />
    )}
    <button class={look}>{name}</button>
  </form>
);

function sentBy(action: Action): Record<string, string> {
  if (action.type === "message") return { text: action.text ?? "" };
  if (action.type === "location") return { location: "sample" };
  const shown = action.displayText ?? action.text;
  return {
    postback: action.data ?? "",
    ...(shown && { displayText: shown }),
    ...(action.mode && { mode: action.mode }),
  };
}

const pickerOf = (mode: Action["mode"]): string => (mode === "datetime" ? "datetime-local" : (mode ?? "date"));
