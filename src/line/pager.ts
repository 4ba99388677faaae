// Tells the people on duty through the webhook of their chat (Slack, Teams and the like). No word of the resident.
import type { RiskType } from "../flow/codes.ts";
import type { Alert, Pager } from "../ports.ts";

/** For staff; a resident never sees these. */
const RISK_WORDS: Record<RiskType, string> = {
  SELF_HARM: "自殺・自傷",
  CHILD_ABUSE: "児童虐待",
  ELDER_ABUSE: "高齢者虐待",
  DISABILITY_ABUSE: "障害者虐待",
  DV: "DV",
  SEXUAL: "性被害",
  VIOLENCE_TO_OTHERS: "他害",
  CAREGIVER_BREAKDOWN: "介護者の限界",
  SAFETY_CHECK: "安否不明",
  NO_FOOD_OR_LIFELINE: "食料・ライフラインなし",
  HOMELESS_TONIGHT: "今夜の居場所なし",
  MEDICAL: "急病",
  CHILD_ALONE: "子どもだけ",
};

/** `text` is the field those chats show; the rest is for an office's own program. `at` is ISO 8601, UTC. */
interface Page {
  text: string;
  office: string;
  urgency: string;
  receiptNo: string | null;
  risks: string[];
  at: string;
}

/** POSTs an alert as JSON to `url`. True on any 2xx within `fetchTimeout` ms, else false; never throws. */
export function webhookPager(url: string, fetchTimeout: number): Pager {
  return {
    tell: async (alert) => {
      try {
        return await post(url, pageOf(alert), fetchTimeout);
      } catch {
        return false;
      }
    },
  };
}

async function post(url: string, page: Page, fetchTimeout: number): Promise<boolean> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify(page),
    signal: AbortSignal.timeout(fetchTimeout),
  });
  await response.body?.cancel();
  return response.ok;
}

// Field by field: whatever an alert may hold one day, only this goes out.
function pageOf(alert: Alert): Page {
  const { office, urgency, receiptNo, risks } = alert;
  return { text: textOf(alert), office, urgency, receiptNo, risks, at: new Date(alert.at).toISOString() };
}

function textOf({ urgency, receiptNo, risks, at }: Alert): string {
  const level = urgency === "E0" ? "緊急" : "至急";
  const kinds = risks.map((risk) => (Object.hasOwn(RISK_WORDS, risk) ? RISK_WORDS[risk as RiskType] : risk)).join("・");
  const number = receiptNo ? `受付番号 ${receiptNo}` : "受付番号はまだありません";
  return `【${level} ${urgency}】LINE相談 ${clock.format(at)}${kinds && ` ${kinds}`}（${number}）。受付一覧の先頭をすぐに確認してください。`;
}

const clock = new Intl.DateTimeFormat("ja-JP", {
  timeZone: "Asia/Tokyo",
  month: "numeric",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});
