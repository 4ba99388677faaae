// What the words leave open, filled from the office's file and the clock. A fact the office has not given is left out,
// never made up.
import type { Office } from "./office.ts";
import { closingToday, isOpen, minutesOf, nextOpen, replyBy, sayDay, sayMinutes, sayTime } from "./hours.ts";

/** {{office}}, {{readBy}}, {{deskLines}} … for this office at this moment. */
export function factsOf(office: Office, now: number): Record<string, string> {
  return {
    office: office.name,
    account: office.account,
    desk: office.desk.name,
    disability: office.disability,
    readBy: readBy(office, now),
    reply: replyLine(office, now),
    emergency: "119（救急）・110（警察）",
    hoursAnswer: hoursAnswer(office),
    phoneAnswer: phoneLine(office, now) || "窓口の電話番号は、職員からお知らせします。このLINEには、いつでも書けます。",
    deskLines: deskLines(office),
    deskPhoneLine: phoneLine(office, now),
  };
}

/** 「月・火・水・木・金 8時30分から17時15分まで（祝日・年末年始を除く）」; "" where the office has not given them. */
export function sayHours({ hours, closed }: Office): string {
  if (hours === null) return "";
  const spans = hours.map(
    ({ days, from, to }) => `${days.join("・")} ${sayMinutes(minutesOf(from))}から${sayMinutes(minutesOf(to))}まで`,
  );
  return spans.join("、") + (closed.length > 0 ? "（祝日・年末年始を除く）" : "（祝日を除く）");
}

// --- internal ---

/**
 * 「今日の17時15分までに」「11月24日(火)の8時30分から」 while open, else when the next opening begins. An office that has not given
 * its hours promises that somebody reads, and no time.
 */
function readBy(office: Office, now: number): string {
  if (office.hours === null) return "かならず";
  const closing = closingToday(office, now);
  if (closing !== null) return `今日の${sayTime(closing)}までに`;
  const next = nextOpen(office, now);
  return `${sayDay(next)}の${sayTime(next)}から`;
}

function replyLine(office: Office, now: number): string {
  const day = replyBy(office, now);
  return day === null ? "職員が確認して、お返事します。" : `お返事は、${sayDay(day)}までにします。`;
}

const hoursAnswer = (office: Office): string =>
  office.hours === null
    ? "窓口の開いている時間は、職員からお知らせします。このLINEには、いつでも書けます。"
    : `窓口が開いているのは、${sayHours(office)}です。このLINEには、いつでも書けます。`;

const deskLines = (office: Office): string =>
  [
    `${office.name} ${office.desk.name}`,
    office.desk.phone === null ? null : `電話 ${office.desk.phone}`,
    office.desk.place,
    office.hours === null ? null : `受付 ${sayHours(office)}`,
  ]
    .filter((line) => line !== null)
    .join("\n");

const phoneLine = (office: Office, now: number): string => {
  if (office.desk.phone === null) return "";
  if (office.hours === null) return `電話は ${office.desk.phone} です。`;
  return isOpen(office, now)
    ? `お急ぎなら、いま電話もつながります：${office.desk.phone}`
    : `電話は ${office.desk.phone}（${sayHours(office)}）です。`;
};
