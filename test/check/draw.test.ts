// The picture of the flows shows every question of every course, in its order, and who is led where.
import { expect, test } from "vitest";
import { pictureOf } from "../../src/check/draw/picture.ts";
import { book } from "../flow/talk.ts";

const picture = pictureOf(book.flow);
const arrows = picture.split("\n").filter((line) => line.includes("-->"));

test.each(book.flow.courses)(
  "every question of $id stands in it with its Japanese name, is come to and leads on",
  (course) => {
    course.steps.forEach(({ fills }, n) => {
      const box = `${course.id}${n + 1}`;
      expect(picture).toContain(`${box}["${n + 1} ${book.flow.words["ja"]?.questions[fills]?.label}"]`);
      expect(arrows.filter((arrow) => arrow.endsWith(` ${box}`))).not.toEqual([]);
      expect(arrows.filter((arrow) => arrow.trim().startsWith(`${box} `))).not.toEqual([]);
    });
  },
);

test.each([
  ["everybody is asked who it is about first", "begin --> start1"],
  ["the family goes its own way", "start1 -->|家族のこと| family1"],
  ["who would not say is asked as one who speaks of oneself", "start1 -->|自分のこと・言いたくない・そのほか| self1"],
  ["after the check staff have it", "self7 --> done"],
  ["after the last answer of a partner, too", "partner5 --> done"],
])("%s", (_what, line) => {
  expect(picture).toContain(line);
});
