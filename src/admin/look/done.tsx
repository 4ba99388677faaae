// What a page says after an act, by a code in its address: words in an address could be anybody's.

interface Words {
  good: boolean;
  say: string;
}

/** The words for a code; nothing for none of ours. */
export function Done({ code }: { code: string | undefined }) {
  const words = code !== undefined && Object.hasOwn(WORDS, code) ? WORDS[code] : undefined;
  return words ? <output class={words.good ? "good" : "note"}>{words.say}</output> : null;
}

const good = (say: string): Words => ({ good: true, say });
const care = (say: string): Words => ({ good: false, say });

const WORDS: Record<string, Words> = {
  welcome: good("パスワードを決めました。ようこそ。"),
  owner: good("担当を変えました。"),
  status: good("状態を変えました。"),
  urgency: good("緊急度を変えました。"),
  note: good("メモを残しました。"),
  consent: good("同意を書きとめました。いまから効きます。"),
  fix: good("確かめたことを残しました。"),
  done: good("対応したことを残しました。"),
  written: good("受付票を作りました。"),
  sent: good("返事を送りました。"),
  waiting: care("返事は送信待ちです。LINEに届くまで、自動でもう一度送ります。"),
  blocked: care(
    "返事は届きませんでした。相手がこのアカウントをブロックしています。ほかの連絡のしかたを確かめてください。",
  ),
  never: care("返事は送れませんでした。LINEが受けつけませんでした。ほかの連絡のしかたを確かめてください。"),
  hushed: care("返事は送りませんでした。送る前に「今は話せない」とのことでした。連絡のしかたを確かめてください。"),
  quota: care("返事は送信待ちです。LINEの今月の通数の上限に達しています。急ぐときは、ほかの連絡のしかたで。"),
  "no-talk": care("LINEでつながっていないため、返事は送れませんでした。ほかの連絡のしかたを確かめてください。"),
};
