// The shape of a language's tables: what is typed, and what is heard in it.
import type { AgeBand, Category, ContactChannel, Relation, Role } from "../../../src/flow/codes.ts";
import type { Intent } from "../../../src/flow/words.ts";

export interface StoryRow {
  said: string;
  role: Role | null;
  /** 「親 75-84」 */
  people: `${Relation} ${AgeBand}`[];
  /** At least these. */
  categories: Category[];
}

export interface ContactRow {
  said: string;
  channels: ContactChannel[];
  /** Each stands in one of the wishes not to be reached so. */
  avoid: string[];
}

export interface Rows {
  intents: [said: string, intent: Intent | null][];
  stories: StoryRow[];
  contacts: ContactRow[];
}
