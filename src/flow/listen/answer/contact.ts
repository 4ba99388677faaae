// Reads how somebody may be reached, clause by clause: 「LINEで。でも夜はだめ、電話はやめて」 → LINE, and two wishes.
import type { ContactChannel } from "../../codes.ts";
import { wishesOf } from "./clauses.ts";
import { foundIn, says } from "./choice.ts";
import { addressesIn, asWays, type Address } from "./phone.ts";
import { intentOf } from "../intent.ts";
import { type Entry, type Listen } from "../lists.ts";

export interface Contact {
  channels: ContactChannel[];
  /** What is not wanted, in their own words. */
  avoid: string[];
}

/** 「でんわ できない」: what follows a channel without one of its own belongs to it. */
function withTheirChannel(listen: Listen, clauses: string[], words: Entry<string>[]): string[] {
  return clauses.reduce<string[]>((list, clause) => {
    const last = list.at(-1);
    if (last === undefined || foundIn(listen, clause, words).length > 0 || isUnwanted(listen, clause))
      return [...list, clause];
    return [...list.slice(0, -1), `${last} ${clause}`];
  }, []);
}

/** Behind a channel in its clause, these turn it round. */
const DENIED =
  /しないで|やめて|止めて|困|こま[るりっ]|だめ|ダメ|無理|むり|嫌|いや|イヤ|きらい|嫌い|怖い|怖くて|こわい|こわくて|苦手|にがて|止められ|とめられ|出られ|でられ|じゃな|ではな|使え|見る|見られ|見てい|持ってな|もってな|持っていませ|持ってませ|ありませ|ございませ|なし$|できな|できませ|ない(けど|ので|から|です)?$|なくて|来ないで|こないで|送らないで|おくらないで|避け/u;

/** A telephone that does not work is none. */
const BROKEN =
  /(電話|でんわ|携帯|けいたい|ケータイ|スマホ)(が|は|も|を|、)?(料金|代)?(が|を)?(止ま|とまっ|止められ|壊れ|こわれ|つながら|繋がら)/u;

/** Without a channel, these are still a wish not to be reached. */
const UNWANTED =
  /しないで|来ないで|こないで|送らないで|かけないで|鳴らさないで|連絡.*(だめ|困|やめ)|夜は(だめ|無理|困)|昼は(だめ|無理|困)/u;

/** 「電話より窓口で」: not this one, and nobody is forbidden it. */
const LESS = /より$/u;

/**
 * Where to write to, but for what is refused in its own words, or behind it as something that is seen or must not be sent:
 * 「電話はできません。FAXで 043-…」 gives the fax, 「メールは…です。夫に見られるので困ります」 none. What is left out is asked for.
 */
export function addressesFor(listen: Listen, text: string): Address[] {
  const written = addressesIn(text);
  if (written.length === 0) return [];
  const standing = new Set<ContactChannel>();
  for (const { clause, channels, isRefused, isNone } of waysIn(listen, asWays(text), listen.choices["contact"] ?? [])) {
    if (channels.length === 0 && (isNone || isRefusedBehind(listen, clause))) standing.clear();
    for (const channel of channels) standing[isRefused ? "delete" : "add"](channel);
  }
  return written.filter(({ channel }) => standing.has(channel));
}

export function readContact(listen: Listen, text: string, words: Entry<string>[]): Contact {
  const ways = waysIn(listen, text, words);
  const avoid = ways.filter(({ isRefused, isNone }) => isRefused && !isNone).map(({ clause }) => clause);
  const isNone = ways.some((way) => way.isNone);
  const wished = ways.flatMap(({ isRefused, channels }) => (isRefused ? [] : channels));
  // 「não posso ligar」 names the telephone, and says that it is none.
  const cantCall = intentOf(listen, text) === "cant-call";
  const channels = [...new Set(wished)].filter((channel) => channel !== "TEL" || !cantCall);
  if (cantCall && channels.length === 0 && avoid.length === 0) avoid.push(text.trim());
  return { channels: channels.length === 0 && isNone ? ["NONE"] : channels, avoid };
}

// --- internal ---

/** A clause, the ways it names, and whether they, or all, are not wanted. */
interface Way {
  clause: string;
  channels: ContactChannel[];
  isRefused: boolean;
  /** 「連絡しないで」 */
  isNone: boolean;
}

function waysIn(listen: Listen, text: string, words: Entry<string>[]): Way[] {
  const sentences = text.split(/[。.!！?？\n]+/u);
  const clauses = sentences.flatMap((part) => withTheirChannel(listen, wishesOf(listen, part, words), words));
  return clauses
    .filter((clause) => !LESS.test(clause))
    .map((clause) => {
      const named = foundIn(listen, clause, words).map(({ means }) => means as ContactChannel);
      const channels = named.filter((channel) => channel !== "NONE");
      const isNone = channels.length === 0 && named.length > 0;
      const isRefused = channels.length > 0 ? isDenied(listen, clause) : isNone || isUnwanted(listen, clause);
      return { clause, channels, isRefused, isNone };
    });
}

/** 「電話以外はだめ」 is the telephone alone, 「電話以外で」 anything else. */
const isDenied = (listen: Listen, clause: string): boolean => refuses(listen, clause) !== clause.includes("以外");

/** 「夫も見るので」 */
const SEEN_BY =
  /(?:夫|妻|旦那|だんな|主人|嫁|親|父|母|族|彼|彼女|息子|娘|兄|姉|弟|妹|供|ども|さん|か|人|おっと|ちち|はは|かぞく|ひと|会社)(?:が|も|に|にも|から)[^、]{0,4}[見み](?:る|られ|て)/u;
const NOT_SENT = /(?:送|おく|連絡|れんらく|返信|返事)[^、]{0,6}ないで|[見み]られ|やめて/u;

/** Of an address in the words before. Trouble of another kind (「お金がなくて困っています」) says nothing of it. */
const isRefusedBehind = (listen: Listen, clause: string): boolean =>
  listen.lang === "ja" ? SEEN_BY.test(clause) || NOT_SENT.test(clause) : says(listen, clause, listen.avoid);

/** Are there words in it that turn a way of reaching somebody round? */
const refuses = (listen: Listen, text: string): boolean =>
  DENIED.test(text) || BROKEN.test(text) || says(listen, text, listen.avoid);

const isUnwanted = (listen: Listen, clause: string): boolean =>
  UNWANTED.test(clause) || says(listen, clause, listen.avoid);
