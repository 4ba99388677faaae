// How wide Japanese text is, and where its lines may be broken: a server has no browser to ask.

/** Widths in em: kana and kanji are square, the rest a little wider than half of that. */
const widthOf = (letter: string): number => (/[\u0020-\u024f]/u.test(letter) ? 0.6 : 1);

/** May not begin a line, or end one (禁則). */
const NOT_FIRST = /^[、。，．・：；？！」』）】〉》〕ー〜々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…)\]!?,.]/u;
const NOT_LAST = /[「『（【〈《〔([]$/u;

/** Lines of at most `most` em. */
export function wrap(text: string, most: number): string[] {
  const lines: string[] = [];
  let [line, width] = ["", 0];
  for (const piece of piecesOf(text)) {
    const wide = Array.from(piece).reduce((sum, letter) => sum + widthOf(letter), 0);
    if (line !== "" && width + wide > most) {
      lines.push(line.trimEnd());
      [line, width] = ["", 0];
    }
    [line, width] = [line + piece, width + wide];
  }
  return line.trim() === "" ? lines : [...lines, line.trimEnd()];
}

// --- internal ---

/** What is not parted: a letter with what may not stand alone beside it, a word in Latin letters, a number. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const atom of text.match(/[\p{Script=Latin}\d]+|./gsu) ?? []) {
    const last = pieces.at(-1);
    if (last !== undefined && (NOT_FIRST.test(atom) || NOT_LAST.test(last))) pieces[pieces.length - 1] = last + atom;
    else pieces.push(atom);
  }
  return pieces;
}
