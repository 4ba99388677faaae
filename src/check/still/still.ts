// What is proved without walking: the words in every language, the office's names and agencies, the ears for danger.
import type { Book } from "../../book/book.ts";
import type { Proof } from "../../book/proof/proof.ts";
import type { Finding } from "../finding.ts";
import { sayingsBroken, type Seen } from "../words/answers.ts";
import { easyBroken } from "../words/easy.ts";
import { gapsBroken } from "../words/gaps.ts";
import { deafTo } from "./ears.ts";
import { mannersBroken, namesBroken } from "../words/manner.ts";
import { coursesBroken } from "./courses.ts";
import { routesBroken } from "./routes.ts";
import { emptied, filled, inTown } from "./towns.ts";

type Proves = (book: Book, proof: Proof, seen: Seen) => Finding[];

/** The same in every office: asked of one. */
const OF_ALL = {
  courses: ({ flow }) => coursesBroken(flow),
  manners: mannersBroken,
  gaps: gapsBroken,
  easy: easyBroken,
  ears: deafTo,
  towns: (book, _proof, seen) => [emptied, filled].flatMap((town) => sayingsBroken(inTown(book, town), seen)),
} satisfies Record<string, Proves>;

/** An office's own. */
const OF_EACH = {
  names: namesBroken,
  routes: (book) => routesBroken(book),
  sayings: (book, _proof, seen) => sayingsBroken(book, seen),
} satisfies Record<string, Proves>;

export type Still = keyof typeof OF_ALL | keyof typeof OF_EACH;

/** Each finding with the book it was found in; `only` some of it. */
export function stillBroken(
  books: Book[],
  proof: Proof,
  seen: Seen,
  only?: Still[],
): { book: Book; finding: Finding }[] {
  const chosen = (proofs: Record<string, Proves>): Proves[] =>
    Object.entries(proofs).flatMap(([name, proves]) => (only?.some((one) => one === name) === false ? [] : [proves]));
  return books.flatMap((book, n) =>
    [...(n === 0 ? chosen(OF_ALL) : []), ...chosen(OF_EACH)].flatMap((proves) =>
      proves(book, proof, seen).map((finding) => ({ book, finding })),
    ),
  );
}
