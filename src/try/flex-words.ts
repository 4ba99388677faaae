// The words inside a Flex message, as a person reads them who has opened the talk.
import type { Action } from "./page/tap.tsx";

/** As much of LINE's Flex as is drawn and read here. https://developers.line.biz/en/reference/messaging-api/#flex-message */
export interface FlexPart {
  type: string;
  text?: string;
  weight?: string;
  decoration?: string;
  layout?: string;
  spacing?: string;
  style?: string;
  action?: Action;
  contents?: FlexPart[];
  header?: FlexPart;
  hero?: FlexPart;
  body?: FlexPart;
  footer?: FlexPart;
}

/** Parts that stand far apart are paragraphs, apart lines, and close to each other one line that had to be parted. */
export function flexWords({ type, text, contents = [], header, body, footer, action, spacing }: FlexPart): string {
  if (type === "bubble")
    return [header, body, footer].flatMap((part) => (part === undefined ? [] : [flexWords(part)])).join("\n\n");
  if (type === "button") return action?.label ?? "";
  if (contents.length === 0) return text ?? "";
  return contents.map(flexWords).join(GAPS[spacing ?? "none"] ?? "\n");
}

const GAPS: Record<string, string> = { none: "", lg: "\n\n" };
