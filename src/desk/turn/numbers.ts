// The numbers that answer at this moment, as lines for a resident.
import type { RiskType } from "../../flow/codes.ts";
import { fill } from "../../flow/words/fill.ts";
import type { Words } from "../../flow/words.ts";
import { isNationalHoliday, isOpen } from "../../office/hours.ts";
import { deskToo, numbersFor, type WhoAsks } from "../../office/hotlines.ts";
import { isForeign, sayNumbers } from "../../office/say/numbers.ts";
import type { Room } from "../room.ts";

/** Never empty: where no line at all is open by the file, what to call where life is at stake. */
export function numbersNow(
  { office, hotlines, now }: Pick<Room, "office" | "hotlines" | "now">,
  risks: RiskType[],
  who: Pick<WhoAsks, "child" | "seeksHelp">,
  words: Words,
): string {
  const [at, area] = [now(), office.prefecture];
  const list = numbersFor(risks, at, hotlines, {
    holiday: isNationalHoliday,
    area,
    ...who,
    foreign: isForeign(words),
  });
  const { phone, name } = office.desk;
  const desk = phone !== null && deskToo(risks, hotlines) && isOpen(office, at);
  const lines = [sayNumbers(list, words, area), desk ? fill(words.facts.number, { name, number: phone }) : ""];
  return lines.filter((line) => line !== "").join("\n") || words.facts.emergency;
}
