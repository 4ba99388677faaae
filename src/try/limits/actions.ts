// What LINE allows in a button's action. https://developers.line.biz/en/reference/messaging-api/#action-objects
import {
  all,
  byType,
  fields,
  graphemes,
  matching,
  need,
  oneOf,
  units,
  wrong,
  type Check,
  type Fields,
} from "./check.ts";
import type { Fault, Path } from "./check.ts";

const DATA = units(0, 300);
/** Percent-encoded, with something after the scheme: `tel:#8008` is an address of nothing. */
const ADDRESS = all(
  units(1, 1000),
  matching(/^(https?|line|tel):/i, "invalid uri scheme"),
  matching(/^[a-z]+:(?!#)[\x21-\x7e]+$/i, "invalid uri"),
);
const DAY_OR_TIME = matching(/^(\d{4}-\d\d-\d\d)?T?(\d\d:\d\d)?$/, "invalid datetime");

/** Where an action stands decides how long its label may be and which kinds it may be of. */
export const quickReplyAction: Check = actions(need(graphemes(1, 20)), ["camera", "cameraRoll", "location"]);
export const templateAction: Check = actions(need(graphemes(1, 20)));
export const imageCarouselAction: Check = actions(graphemes(0, 12));
export const flexAction: Check = actions(graphemes(0, 40));
export const flexButtonAction: Check = actions(need(graphemes(1, 40)));
/** The action of tapping a picture or a card has no label that is shown. */
export const quietAction: Check = actions(graphemes(0, 20));

function actions(label: Check, alsoAllowed: string[] = []): Check {
  const kinds: Record<string, Fields> = {
    postback: {
      data: need(DATA),
      displayText: graphemes(0, 300),
      text: graphemes(0, 300),
      inputOption: oneOf("closeRichMenu", "openRichMenu", "openKeyboard", "openVoice"),
      fillInText: graphemes(0, 300),
    },
    message: { text: need(graphemes(1, 300)) },
    uri: { uri: need(ADDRESS), altUri: fields({ desktop: units(0, 1000) }) },
    datetimepicker: {
      data: need(DATA),
      mode: need(oneOf("date", "time", "datetime")),
      initial: DAY_OR_TIME,
      max: DAY_OR_TIME,
      min: DAY_OR_TIME,
    },
    clipboard: { clipboardText: need(units(1, 1000)) },
    ...Object.fromEntries(alsoAllowed.map((type) => [type, {}])),
  };
  const labelled = Object.entries(kinds).map(([type, rest]) => [type, fields({ label, ...rest })] as const);
  return all(byType(Object.fromEntries(labelled)), notBothTexts);
}

/** `text` is the older name of `displayText`; both at once are refused. */
function notBothTexts(value: unknown, path: Path): Fault[] {
  const action = value as { type?: string; text?: unknown; displayText?: unknown } | undefined;
  return action?.type === "postback" && action.text !== undefined && action.displayText !== undefined
    ? wrong([...path, "text"], "text and displayText cannot both be specified")
    : [];
}
