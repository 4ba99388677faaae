// Flex messages: LINE refuses a field it does not know. https://developers.line.biz/en/reference/messaging-api/#flex-message
import { bool, byType, fields, list, need, number, oneOf, https, units, wrong, all, isObject } from "./check.ts";
import type { Check, Fields } from "./check.ts";
import { flexAction, flexButtonAction } from "./actions.ts";

const BUBBLE_BYTES = 30 * 1024;
const CAROUSEL_BYTES = 50 * 1024;
const ANY = units(0, 2000);
const PLACE: Fields = {
  flex: number(0, Number.MAX_SAFE_INTEGER),
  margin: ANY,
  position: oneOf("relative", "absolute"),
  offsetTop: ANY,
  offsetBottom: ANY,
  offsetStart: ANY,
  offsetEnd: ANY,
};
const GRAVITY = oneOf("top", "bottom", "center");
const ALIGN = oneOf("start", "end", "center");
const LETTERS: Fields = {
  size: ANY,
  color: ANY,
  weight: oneOf("regular", "bold"),
  style: oneOf("normal", "italic"),
  decoration: oneOf("none", "underline", "line-through"),
};

const later: Check = (value, path) => component(value, path);
const box = exactly({
  ...PLACE,
  layout: need(oneOf("horizontal", "vertical", "baseline")),
  contents: needed(list(0, Infinity, later)),
  ...Object.fromEntries(
    "spacing backgroundColor borderColor borderWidth cornerRadius width maxWidth height maxHeight paddingAll paddingTop paddingBottom paddingStart paddingEnd"
      .split(" ")
      .map((name) => [name, ANY]),
  ),
  action: flexAction,
  justifyContent: oneOf("center", "flex-start", "flex-end", "space-between", "space-around", "space-evenly"),
  alignItems: oneOf("center", "flex-start", "flex-end"),
  background: exactly({ angle: ANY, startColor: ANY, endColor: ANY, centerColor: ANY, centerPosition: ANY }),
});
const span = exactly({ text: need(units(1, 2000)), ...LETTERS });
const component = byType({
  box,
  span,
  text: all(
    exactly({
      ...PLACE,
      ...LETTERS,
      text: units(0, 2000),
      contents: list(0, Infinity, byType({ span })),
      align: ALIGN,
      gravity: GRAVITY,
      wrap: bool,
      lineSpacing: ANY,
      action: flexAction,
      maxLines: number(0, Number.MAX_SAFE_INTEGER),
      adjustMode: oneOf("shrink-to-fit"),
      scaling: bool,
    }),
    textOrSpans,
  ),
  button: exactly({
    ...PLACE,
    action: needed(flexButtonAction),
    color: ANY,
    style: oneOf("primary", "secondary", "link"),
    gravity: GRAVITY,
    height: oneOf("md", "sm"),
    adjustMode: oneOf("shrink-to-fit"),
    scaling: bool,
  }),
  image: exactly({
    ...PLACE,
    url: need(https(2000)),
    align: ALIGN,
    gravity: GRAVITY,
    size: ANY,
    aspectRatio: ANY,
    aspectMode: oneOf("fit", "cover"),
    backgroundColor: ANY,
    action: flexAction,
    animated: bool,
  }),
  icon: exactly({ ...PLACE, url: need(https(2000)), size: ANY, aspectRatio: ANY, scaling: bool }),
  video: exactly({
    url: need(https(2000)),
    previewUrl: need(https(2000)),
    altContent: needed(later),
    aspectRatio: ANY,
    action: flexAction,
  }),
  separator: exactly({ margin: ANY, color: ANY }),
  filler: exactly({ flex: number(0, Number.MAX_SAFE_INTEGER) }),
});

const block = exactly({ backgroundColor: ANY, separator: bool, separatorColor: ANY }, []);
const onlyBox = byType({ box });
const bubble = all(
  exactly({
    direction: oneOf("ltr", "rtl"),
    styles: exactly({ header: block, hero: block, body: block, footer: block }, []),
    header: onlyBox,
    hero: later,
    body: onlyBox,
    footer: onlyBox,
    size: oneOf("nano", "micro", "deca", "hecto", "kilo", "mega", "giga"),
    action: flexAction,
  }),
  lighterThan(BUBBLE_BYTES),
);

/** The `contents` of a Flex message, checked from its own root. */
export const flexContainer: Check = byType({
  bubble,
  carousel: all(exactly({ contents: needed(list(1, 12, byType({ bubble }))) }), lighterThan(CAROUSEL_BYTES)),
});

function exactly(known: Fields, also: string[] = ["type"]): Check {
  return (value, path) => {
    if (!isObject(value)) return fields(known)(value, path);
    const strange = Object.keys(value).filter((name) => !also.includes(name) && !Object.hasOwn(known, name));
    return [...strange.flatMap((name) => wrong([...path, name], "unknown field")), ...fields(known)(value, path)];
  };
}

/** As `need`, in the words LINE uses for Flex. */
function needed(check: Check): Check {
  return (value, path) => (value === undefined ? wrong(path, "must be specified") : check(value, path));
}

function textOrSpans(value: unknown, path: readonly (string | number)[]) {
  const { text, contents } = value as { text?: string; contents?: unknown[] };
  return text || contents?.length ? [] : wrong([...path, "text"], "must be non-empty text");
}

function lighterThan(bytes: number): Check {
  return (value, path) =>
    Buffer.byteLength(JSON.stringify(value)) > bytes ? wrong(path, `must be no larger than ${bytes} bytes`) : [];
}
