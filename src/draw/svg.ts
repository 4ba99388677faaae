// Boxes from top to bottom as SVG: no script, no style sheet, colours of the staff view (each pair at least 4.5:1).
import type { Box, Plan, Shape } from "./plan.ts";
import { wrap } from "./wrap.ts";

/** As wide as a small telephone shows without making it smaller. */
const WIDTH = 344;
const EDGE = 2;
const PAD = 12;
/** Between two boxes: room for an arrow, or none where nothing leads on. */
const STEP = 26;
const APART = 14;

interface Line {
  text: string;
  size: number;
  colour: string;
  bold?: boolean;
  /** Room above it. */
  above?: number;
  indent?: number;
}

interface Look {
  fill: string;
  edge: string;
  ink: string;
  round: number;
  dashed?: boolean;
}

const INK = "#1a1a1c";
const SOFT = "#595959";
const RED = "#b00020";
const LOOKS: Record<Shape, Look> = {
  begin: { fill: "#e8f1fe", edge: "#0017c1", ink: INK, round: 22 },
  tell: { fill: "#ffffff", edge: "#767676", ink: INK, round: 6 },
  ask: { fill: "#ffffff", edge: "#0017c1", ink: INK, round: 6 },
  way: { fill: "#f4f5f8", edge: "#0017c1", ink: INK, round: 6 },
  danger: { fill: "#fdeeee", edge: RED, ink: RED, round: 6 },
  quiet: { fill: "#ffffff", edge: "#595959", ink: INK, round: 6, dashed: true },
  end: { fill: "#e6f5ec", edge: "#115a36", ink: "#115a36", round: 22 },
};

/** A picture that stands by itself, in a page or in a file. */
export function svgOf({ id, title, boxes }: Plan): string {
  let y = EDGE;
  const drawn = boxes.map((box, n) => {
    const next = boxes[n + 1];
    const { svg, height } = drawBox(box, y);
    const leads = next !== undefined && next.apart !== true;
    const arrow = leads ? arrowAt(y + height) : "";
    y += height + (leads ? STEP : next === undefined ? EDGE : APART);
    return svg + arrow;
  });
  const size = `width="${WIDTH}" height="${y}" viewBox="0 0 ${WIDTH} ${y}"`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="picture-${id}" ${size} font-family="${FONTS}">` +
    `<title id="picture-${id}">${safe(title)}の図</title>${drawn.join("")}</svg>`
  );
}

// --- internal ---

const FONTS = "Noto Sans JP, Noto Sans CJK JP, Hiragino Sans, Yu Gothic UI, Meiryo, sans-serif";

const safe = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

function drawBox(box: Box, top: number): { svg: string; height: number } {
  const look = LOOKS[box.shape];
  let y = top + PAD;
  const texts = linesOf(box, look).map(({ text, size, colour, bold = false, above = 0, indent = 0 }) => {
    y += above + size * 1.4;
    const at = `x="${PAD + EDGE + indent}" y="${(y - size * 0.35).toFixed(1)}"`;
    return `<text ${at} font-size="${size}" fill="${colour}"${bold ? ' font-weight="700"' : ""}>${safe(text)}</text>`;
  });
  const height = Math.ceil(y + PAD - top);
  const edge = `stroke="${look.edge}" stroke-width="${box.shape === "danger" ? 3 : 1.5}"${look.dashed ? ' stroke-dasharray="6 4"' : ""}`;
  const frame = `<rect x="${EDGE}" y="${top}" width="${WIDTH - 2 * EDGE}" height="${height}" rx="${look.round}" fill="${look.fill}" ${edge}/>`;
  return { svg: frame + texts.join("") + numberOf(box, top), height };
}

/** The number stands before the title. */
const numberOf = ({ no }: Box, top: number): string =>
  no === undefined
    ? ""
    : `<circle cx="${PAD + EDGE + 11}" cy="${top + PAD + 11}" r="11" fill="#0017c1"/>` +
      `<text x="${PAD + EDGE + 11}" y="${top + PAD + 16}" font-size="13" font-weight="700" fill="#ffffff" text-anchor="middle">${no}</text>`;

function linesOf({ no, title, words, choices = [], notes = [], alarm }: Box, { ink }: Look): Line[] {
  const lines = (text: string, size: number, line: Omit<Line, "text" | "size">): Line[] =>
    wrap(text, (WIDTH - 2 * (PAD + EDGE) - (line.indent ?? 0)) / size).map((one, n) => ({
      ...line,
      text: one,
      size,
      above: n === 0 ? (line.above ?? 0) : 0,
    }));
  return [
    ...lines(title, 16, { colour: ink, bold: true, indent: no === undefined ? 0 : 30 }),
    ...(words === undefined ? [] : lines(`「${words}」`, 14, { colour: INK, above: 4 })),
    ...choices.flatMap((choice, n) => lines(`・${choice}`, 13, { colour: INK, above: n === 0 ? 4 : 0, indent: 8 })),
    ...notes.flatMap((note) => lines(note, 13, { colour: SOFT, above: 4 })),
    ...(alarm === undefined ? [] : lines(`危険 → ${alarm}`, 13, { colour: RED, bold: true, above: 6 })),
  ];
}

const arrowAt = (y: number): string => {
  const [x, end] = [WIDTH / 2, y + STEP - 3];
  return (
    `<path d="M${x} ${y + 2}V${end - 7}" stroke="${INK}" stroke-width="2" fill="none"/>` +
    `<path d="M${x - 6} ${end - 8}L${x} ${end}L${x + 6} ${end - 8}Z" fill="${INK}"/>`
  );
};
