// How a conversation is written down: what follows 「住民>」 is what somebody does, in words a welfare officer can read.
import type { Input } from "../flow/input.ts";
import type { ShownButton } from "./conversation.ts";

export type Act =
  | { do: "say"; input: Input }
  | { do: "unsend" }
  | { do: "wait"; ms: number }
  | { do: "answer"; text: string }
  | { do: "close" };

/** What may stand in （…）. */
export const HELP =
  "（スタンプ：泣く）（写真）（声）（動画）（ファイル：名前）（場所：住所）（送信取消）（友だち追加）（ブロック）（3時間たつ）（職員の返事：…）（職員が終結）";

const UNITS: Record<string, number> = { 分: 60_000, 時間: 3_600_000, 日: 86_400_000 };

/**
 * Reads one line. [ボタン] presses the newest button with that label; （…） is anything but a text; all else is text,
 * with ⏎ for a line break. null where a button of that label was never shown.
 */
export function readLine(line: string, buttons: ShownButton[]): Act | null {
  const label = /^\[(.+)\]$/.exec(line)?.[1];
  if (label !== undefined) return press(label, buttons);
  const [, what = "", more = ""] = /^（([^：）]+)(?:：(.*))?）$/.exec(line) ?? [];
  return wordless(what, more) ?? { do: "say", input: { kind: "text", text: line.replaceAll("⏎", "\n") } };
}

// --- internal ---

function press(label: string, buttons: ShownButton[]): Act | null {
  const button = buttons.findLast((shown) => shown.label === label);
  return button === undefined
    ? null
    : { do: "say", input: { kind: "choice", talk: button.talk, step: button.step, value: button.value, label } };
}

function wordless(what: string, more: string): Act | null {
  const media: Record<string, Input> = {
    スタンプ: { kind: "sticker", text: more },
    写真: { kind: "image", name: "" },
    声: { kind: "audio", name: "" },
    動画: { kind: "video", name: "" },
    ファイル: { kind: "file", name: more },
    場所: { kind: "location", text: more },
    友だち追加: { kind: "follow" },
    ブロック: { kind: "unfollow" },
  };
  if (media[what] !== undefined) return { do: "say", input: media[what] };
  if (what === "送信取消") return { do: "unsend" };
  if (what === "職員の返事") return { do: "answer", text: more };
  if (what === "職員が終結") return { do: "close" };
  const [, n, unit] = /^(\d+)(分|時間|日)たつ$/.exec(what) ?? [];
  return unit === undefined ? null : { do: "wait", ms: Number(n) * (UNITS[unit] ?? 0) };
}
