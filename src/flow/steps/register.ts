// Every step kind under the name it has in the YAML. A new kind is one file and one line here.
import { askAge } from "./ask-age.ts";
import { askCategory } from "./ask-category.ts";
import { askChoice } from "./ask-choice.ts";
import { askConsent } from "./ask-consent.ts";
import { askContact } from "./ask-contact.ts";
import { askFew } from "./ask-few.ts";
import { askPerson } from "./ask-person.ts";
import { askPlace } from "./ask-place.ts";
import { askStory } from "./ask-story.ts";
import { askText } from "./ask-text.ts";
import { check } from "./check.ts";

export const KINDS = {
  "ask-choice": askChoice,
  "ask-consent": askConsent,
  "ask-person": askPerson,
  "ask-age": askAge,
  "ask-story": askStory,
  "ask-category": askCategory,
  "ask-place": askPlace,
  "ask-contact": askContact,
  "ask-few": askFew,
  "ask-text": askText,
  check,
};
export type Kind = keyof typeof KINDS;
