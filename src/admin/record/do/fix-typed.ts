// The form 「確かめる・直す」 as it was typed: whom it is about stands in numbered pairs of fields.
import type { Form } from "../../room.ts";

/** So many people can be put right on one page; a household of more is rare, and the rest stay as they are. */
export const MOST_PEOPLE = 8;

const NUMBERS = Array.from({ length: MOST_PEOPLE }, (_, n) => n);

export const PEOPLE_FIELDS = NUMBERS.flatMap((n) => [`relation${n}`, `age${n}`]);

/** `hides`: to whom the reporter is hidden, relations are, too; what is sent of them is no answer to any field. */
export const fixTyped = (typed: Form, hides: boolean) => ({
  category: typed("category"),
  others: typed.all("others"),
  district: typed("district"),
  people: NUMBERS.filter((n) => typed.all(`age${n}`).length > 0).map((n) => ({
    relation: hides ? undefined : typed.all(`relation${n}`).at(-1),
    ageBand: typed(`age${n}`),
  })),
  all: typed("all") === "yes",
  why: typed("why"),
});
