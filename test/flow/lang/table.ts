// The same questions to every language: what is meant, who writes about whom and what, how they may be reached.
import { describe, expect, it } from "vitest";
import type { Category, Role } from "../../../src/flow/codes.ts";
import { listenOf } from "../../../src/flow/flow.ts";
import { readContact } from "../../../src/flow/listen/answer/contact.ts";
import { intentOf } from "../../../src/flow/listen/intent.ts";
import { hearStory } from "../../../src/flow/listen/story.ts";
import type { Intent } from "../../../src/flow/words.ts";
import { book } from "../talk.ts";

export interface Table {
  meant: Partial<Record<Intent, string[]>>;
  /** An answer or a cry, and no short word with a meaning of its own. */
  nothing: string[];
  /** What was said; who writes (null: open, and asked); whom it is about (「親」「親 75-84」); what about, at least. */
  stories: [said: string, role: Role | null, people: string[], categories: Category[]][];
  /** What was said; the channels; how many wishes not to be reached so. */
  contacts: [said: string, channels: string[], avoids: number][];
}

/** One language's tables, heard with its own lists (やさしい日本語 with the Japanese ones). */
export function inLanguage(lang: string, { meant, nothing, stories, contacts }: Table): void {
  const listening = (said: string) => listenOf(book.flow, lang, said);
  const short = Object.entries(meant).flatMap(([intent, list]) => list.map((said) => [said, intent] as const));

  describe("short words", () => {
    it.each(short)("「%s」 means %s", (said, intent) => expect(intentOf(listening(said), said)).toBe(intent));
    it.each(nothing)("「%s」 is an answer, nothing more", (said) => expect(intentOf(listening(said), said)).toBeNull());
  });

  describe("first messages", () => {
    it.each(stories)("「%s」: written by %s, about %j, of %j", (said, role, people, categories) => {
      const heard = hearStory(listening(said), said);
      expect([heard.role, heard.people.map(personText)]).toEqual([role, people]);
      expect(heard.categories).toEqual(expect.arrayContaining([...categories]));
    });
  });

  describe("ways to be reached", () => {
    it.each(contacts)("「%s」: %j, and %i not wanted", (said, channels, avoids) => {
      const listen = listening(said);
      const heard = readContact(listen, said, listen.choices["contact"] ?? []);
      expect([heard.channels.toSorted(), heard.avoid.length]).toEqual([channels.toSorted(), avoids]);
    });
  });
}

const personText = ({ relation, ageBand }: { relation: string; ageBand: string }): string =>
  ageBand === "UNKNOWN" ? relation : `${relation} ${ageBand}`;
