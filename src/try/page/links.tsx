// Words with their web addresses and telephone numbers to tap, as LINE shows them.
const LINK = /https?:\/\/[^\s　。、)）」』]+|(?<![\d-])(?:0\d{1,4}-\d{1,4}-\d{3,4}|#\d{4})(?![\d-])/g;

export function Words({ text }: { text: string }) {
  return <p class="words">{pieces(text)}</p>;
}

function pieces(text: string) {
  const links = [...text.matchAll(LINK)];
  const ends = links.map((link) => link.index + link[0].length);
  const between = [...links.map((link, n) => text.slice(ends[n - 1] ?? 0, link.index)), text.slice(ends.at(-1) ?? 0)];
  return between.map((words, n) => (
    <>
      {words}
      {links[n] && <Link address={links[n][0]} />}
    </>
  ));
}

function Link({ address }: { address: string }) {
  return address.startsWith("http") ? (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {address}
    </a>
  ) : (
    <a href={`tel:${address.replaceAll("-", "")}`}>{address}</a>
  );
}
