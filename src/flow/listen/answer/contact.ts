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
  /しないで|やめて|止めて|困|こま[るりっ]|だめ|ダメ|無理|むり|嫌|いや|イヤ|きらい|嫌い|怖い|怖くて|こわい|こわくて|苦手|にがて|止められ|とめられ|出られ|でられ|じゃな|ではな|使え|見る|見られ|見てい|持ってな|もってな|持っていませ|持ってませ|ありませ|ございませ|なし$|できな|できませ|ない(けど|ので|から|です)?$|なくて|来ないで|こないで|避け/u;

/** A telephone that does not work is none. */
const BROKEN =
  /(電話|でんわ|携帯|けいたい|ケータイ|スマホ)(が|は|も|を|、)?(料金|代)?(が|を)?(止ま|とまっ|止められ|壊れ|こわれ|つながら|繋がら)/u;

/** Without a channel, these are still a wish not to be reached. */
const UNWANTED =
  /しないで|来ないで|こないで|送らないで|かけないで|鳴らさないで|連絡.*(だめ|困|やめ)|夜は(だめ|無理|困)|昼は(だめ|無理|困)/u;

/** 「電話より窓口で」: not this one, and nobody is forbidden it. */
const LESS = /より$/u;

/** Where to write to, but for what is refused: 「電話はできません。FAXで 043-…」 gives the fax, 「FAX 043-… はだめ」 none. */
export function addressesFor(listen: Listen, text: string): Address[] {
  const written = addressesIn(text);
  if (written.length === 0) return [];
  const words = listen.choices["contact"] ?? [];
  const refused = readContact(listen, asWays(text), words).avoid.flatMap((clause) => foundIn(listen, clause, words));
  return written.filter(({ channel }) => !refused.some(({ means }) => means === channel));
}

export function readContact(listen: Listen, text: string, words: Entry<string>[]): Contact {
  const read: Contact = { channels: [], avoid: [] };
  let none = false;
  const sentences = text.split(/[。.!！?？\n]+/u);
  for (const clause of sentences.flatMap((part) => withTheirChannel(listen, wishesOf(listen, part, words), words))) {
    const named = foundIn(listen, clause, words).map(({ means }) => means as ContactChannel);
    const channels = named.filter((channel) => channel !== "NONE");
    // 「電話以外はだめ」 is the telephone alone, 「電話以外で」 anything else.
    const refused = refuses(listen, clause);
    const denied = refused !== clause.includes("以外");
    if (LESS.test(clause)) continue;
    if (channels.length > 0 && denied) read.avoid.push(clause);
    else if (channels.length > 0) read.channels.push(...channels);
    else if (named.includes("NONE")) none = true;
    else if (isUnwanted(listen, clause)) read.avoid.push(clause);
  }
  // 「não posso ligar」 names the telephone, and says that it is none.
  const cantCall = intentOf(listen, text) === "cant-call";
  const channels = [...new Set(read.channels)].filter((channel) => channel !== "TEL" || !cantCall);
  if (cantCall && channels.length === 0 && read.avoid.length === 0) read.avoid.push(text.trim());
  return { channels: channels.length === 0 && none ? ["NONE"] : channels, avoid: read.avoid };
}

// --- internal ---

/** Are there words in it that turn a way of reaching somebody round? */
const refuses = (listen: Listen, text: string): boolean =>
  DENIED.test(text) || BROKEN.test(text) || says(listen, text, listen.avoid);

const isUnwanted = (listen: Listen, clause: string): boolean =>
  UNWANTED.test(clause) || says(listen, clause, listen.avoid);
