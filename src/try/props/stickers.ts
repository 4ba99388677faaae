// The trial's stickers: a round little bowl with a face, drawn here. LINE's own artwork is LINE's.
export interface Sticker {
  id: string;
  /** What it says, for the eye and for a screen reader. */
  name: string;
  /** As LINE tells them to a bot: experimental, up to fifteen. */
  keywords: string[];
  colour: string;
  /** SVG of the face, in a field of 120 by 120. */
  face: string;
}

const line = (d: string): string =>
  `<path d="${d}" fill="none" stroke="#3a2a1c" stroke-width="4" stroke-linecap="round"/>`;
const eyes = '<circle cx="46" cy="56" r="4.5" fill="#3a2a1c"/><circle cx="74" cy="56" r="4.5" fill="#3a2a1c"/>';
const shut = line("M40 57q6 -6 12 0") + line("M68 57q6 -6 12 0");
const tears = '<path d="M42 64q-6 14 1 18q7 -4 -1 -18zM78 64q-7 14 -1 18q7 -4 1 -18z" fill="#4f9bd9"/>';

export const STICKERS: readonly Sticker[] = [
  {
    id: "1",
    name: "ありがとう",
    keywords: ["ありがとう", "感謝", "お礼"],
    colour: "#f6b26b",
    face: shut + line("M50 68q10 10 20 0"),
  },
  {
    id: "2",
    name: "はい",
    keywords: ["はい", "OK", "了解", "わかった"],
    colour: "#93c47d",
    face: eyes + line("M48 68q12 12 24 0"),
  },
  {
    id: "3",
    name: "いいえ",
    keywords: ["いいえ", "ごめん", "だめ"],
    colour: "#a2a9c4",
    face: eyes + line("M50 72h20"),
  },
  {
    id: "4",
    name: "つらい",
    keywords: ["泣く", "悲しい", "つらい"],
    colour: "#9fc5e8",
    face: shut + tears + line("M50 76q10 -9 20 0"),
  },
  {
    id: "5",
    name: "こまった",
    keywords: ["困る", "困った", "助けて"],
    colour: "#d5a6bd",
    face: eyes + line("M38 46l10 -4") + line("M82 46l-10 -4") + line("M48 74q5 -6 10 0t14 0"),
  },
  {
    id: "6",
    name: "おこった",
    keywords: ["怒る", "怒り", "むかつく"],
    colour: "#e06666",
    face: eyes + line("M38 44l14 6") + line("M82 44l-14 6") + line("M50 76q10 -8 20 0"),
  },
  {
    id: "7",
    name: "こんにちは",
    keywords: ["こんにちは", "挨拶", "やあ"],
    colour: "#ffd966",
    face: eyes + line("M46 66q14 16 28 0") + line("M98 40q8 -10 2 -18"),
  },
  {
    id: "8",
    name: "おやすみ",
    keywords: ["おやすみ", "眠い", "疲れた"],
    colour: "#8e7cc3",
    face: shut + line("M54 72q6 4 12 0"),
  },
];

/** The sticker as an SVG document. */
export const drawn = ({ colour, face, name }: Sticker): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120" role="img"><title>${name}</title>` +
  `<path d="M16 46q0 46 44 46t44 -46q0 -16 -44 -16t-44 16z" fill="${colour}" stroke="#3a2a1c" stroke-width="3"/>` +
  `${face}<text x="60" y="114" font-size="17" font-weight="700" text-anchor="middle" font-family="sans-serif" ` +
  `fill="#222" stroke="#fff" stroke-width="4" paint-order="stroke">${name}</text></svg>`;
