// Japanese typed in Latin letters, as many do who live here without writing it: 「shinitai」「otto ni nagurareta」.

/** As it sounds, in kana; null where the text is no Japanese. What is no Japanese word in it stays as it is. */
export function fromRomaji(text: string): string | null {
  if (JAPANESE.test(text)) return null;
  const words = text.normalize("NFKC").toLowerCase().replaceAll(/[āâ]/gu, "aa").replaceAll(/[ōô]/gu, "ou");
  const typed = words.replaceAll(/[ūû]/gu, "uu").match(/[a-z']+/gu) ?? [];
  const read = typed.filter((word) => kanaOf(word) !== null);
  if (!typed.some((word) => SURELY.test(word)) || read.length < typed.length * MOST) return null;
  return words.replaceAll(/[a-z']+/gu, (word) => LOANED[word] ?? kanaOf(word) ?? word);
}

// --- internal ---

const JAPANESE = /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u;
/** So much of it must be Japanese. */
const MOST = 0.7;
/** Words and endings that no other language here has. */
const SURELY =
  /^(watashi|watasi|boku|desu|kudasai|onegai|tasukete|tasuketekudasai|kowai|shinitai|sinitai|kodomo|akachan|okane|gohan|tabemono|shujin|danna|otto|okaasan|okasan|otousan|otosan|kaisha|shachou|shacho|byouin|byoin|okinai|dekinai|wakaranai|wakarimasen|konnichiwa|sumimasen|arigatou|arigato|itai|nigetai|kietai|komatteru)$|(masu|masen|mashita|masendeshita|rareta|rareru|shitai|nitai|teiru|tteru|naidesu|nakute)$/u;
const LOANED: Record<string, string> = { passport: "パスポート", visa: "ビザ", smartphone: "スマホ", line: "LINE" };

const VOWELS = "aiueo";
const ROWS: Record<string, string> = {
  "": "あいうえお",
  k: "かきくけこ",
  g: "がぎぐげご",
  s: "さしすせそ",
  z: "ざじずぜぞ",
  t: "たちつてと",
  d: "だぢづでど",
  n: "なにぬねの",
  h: "はひふへほ",
  b: "ばびぶべぼ",
  p: "ぱぴぷぺぽ",
  m: "まみむめも",
  r: "らりるれろ",
  w: "わゐうゑを",
  y: "やいゆえよ",
};
/** 「sha」 is し and a small や. */
const SMALL: Record<string, string> = { a: "ゃ", i: "", u: "ゅ", e: "ぇ", o: "ょ" };
const GLIDES: Record<string, string> = {
  sh: "し",
  sy: "し",
  ch: "ち",
  ty: "ち",
  j: "じ",
  jy: "じ",
  zy: "じ",
  ky: "き",
  gy: "ぎ",
  ny: "に",
  hy: "ひ",
  by: "び",
  py: "ぴ",
  my: "み",
  ry: "り",
};
const SYLLABLE = /^(?:(sh|ch|jy|[ksztdnhbpmrgj]y|j)([aiueo])|(ts)(u)|(f)(u)|([kgsztdnhbpmrwy]?)([aiueo]))/u;

function kanaOf(word: string): string | null {
  let [rest, kana] = [word, ""];
  while (rest !== "") {
    const double = /^([kstpgzdbc])(?=\1|(?<=t)ch)/u.exec(rest);
    const nasal = /^n(?:'|(?![aiueoy]))/u.exec(rest);
    const syllable = SYLLABLE.exec(rest);
    const taken = double ?? nasal ?? syllable;
    if (taken === null) return null;
    kana += double !== null ? "っ" : nasal !== null ? "ん" : spelt(taken);
    rest = rest.slice(taken[0].length);
  }
  return kana;
}

function spelt([, glide, after = "", ts, , f, , row = "", vowel = ""]: RegExpExecArray): string {
  if (ts !== undefined) return "つ";
  if (f !== undefined) return "ふ";
  if (glide !== undefined) return (GLIDES[glide] ?? "") + (SMALL[after] ?? "");
  return ROWS[row]?.[VOWELS.indexOf(vowel)] ?? "";
}
