// Brings texts to a size without harming them: never inside a letter, an emoji or, where it can be helped, a sentence.

const letters = new Intl.Segmenter("ja", { granularity: "grapheme" });

/** Where a long text may be parted, best first: after a line, a sentence, a pause. */
const PAUSES = [/\n/g, /[。！？!?]/g, /[、,\s]/g];

/** The first `max` letters (grapheme clusters, as a person counts them). */
export function clipLetters(text: string, max: number): string {
  if (text.length <= max) return text;
  const all = Array.from(letters.segment(text), (part) => part.segment);
  return all.length <= max ? text : all.slice(0, max - 1).join("") + "…";
}

/** As much of the text as fits into `max` UTF-16 units, in whole letters. */
export function clipUnits(text: string, max: number): string {
  return text.length <= max ? text : text.slice(0, letterStart(text, max));
}

/**
 * Parts a text into pieces of at most `max` UTF-16 units; put together again they are the text. Without `pauses` every
 * piece is as full as whole letters allow.
 */
export function splitText(text: string, max: number, pauses = PAUSES): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const end = pauseEnd(rest, max, pauses);
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...pieces, rest];
}

// A pause in the second half of what fits, so that no piece is a mere scrap; else the last whole letter.
function pauseEnd(text: string, max: number, pauses: RegExp[]): number {
  const window = text.slice(0, max);
  for (const pause of pauses) {
    const end = Math.max(0, ...Array.from(window.matchAll(pause), (found) => found.index + found[0].length));
    if (end > max / 2) return letterStart(text, end);
  }
  return letterStart(text, max) || wholeCodePoint(text, max);
}

const letterStart = (text: string, unit: number): number => letters.segment(text).containing(unit)?.index ?? unit;

// One "letter" longer than a whole message (marks heaped on marks) must be parted all the same, but never a pair.
function wholeCodePoint(text: string, unit: number): number {
  const low = text.charCodeAt(unit);
  return low >= 0xdc00 && low <= 0xdfff ? unit - 1 : unit;
}
