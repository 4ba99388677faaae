// The template messages and their limits. https://developers.line.biz/en/reference/messaging-api/#template-messages
import {
  all,
  byType,
  fields,
  graphemes,
  https,
  list,
  need,
  oneOf,
  wrong,
  type Check,
  type Fault,
  type Path,
} from "./check.ts";
import { imageCarouselAction, quietAction, templateAction } from "./actions.ts";

const PICTURE = https(2000);
const SHAPE = { imageAspectRatio: oneOf("rectangle", "square"), imageSize: oneOf("cover", "contain") };

export const template: Check = byType({
  buttons: all(
    fields({
      ...SHAPE,
      thumbnailImageUrl: PICTURE,
      title: graphemes(0, 40),
      actions: need(list(1, 4, templateAction)),
      defaultAction: quietAction,
    }),
    textUpTo(160, 60),
  ),
  confirm: fields({ text: need(graphemes(1, 240)), actions: need(list(2, 2, templateAction)) }),
  carousel: all(fields({ ...SHAPE, columns: need(list(1, 10, all(column(), textUpTo(120, 60)))) }), evenColumns),
  image_carousel: fields({
    columns: need(list(1, 10, fields({ imageUrl: need(PICTURE), action: need(imageCarouselAction) }))),
  }),
});

function column(): Check {
  return fields({
    thumbnailImageUrl: PICTURE,
    title: graphemes(0, 40),
    actions: need(list(1, 3, templateAction)),
    defaultAction: quietAction,
  });
}

/** The text may be longer where neither a title nor a picture stands above it. */
function textUpTo(alone: number, below: number): Check {
  return (value, path) => {
    const { text, title, thumbnailImageUrl } = value as Record<string, unknown>;
    return need(graphemes(1, title || thumbnailImageUrl ? below : alone))(text, [...path, "text"]);
  };
}

/** All columns have as many actions, and all or none a title and a picture. */
function evenColumns(value: unknown, path: Path): Fault[] {
  const columns = (value as { columns: { title?: unknown; thumbnailImageUrl?: unknown; actions: unknown[] }[] })
    .columns;
  const shapes = columns.map((one) => [one.actions.length, !!one.title, !!one.thumbnailImageUrl].join());
  const odd = shapes.findIndex((shape) => shape !== shapes[0]);
  return odd < 0
    ? []
    : wrong([...path, "columns", odd], "the number of actions, titles and images must be the same in all columns");
}
