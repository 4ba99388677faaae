// What those who watch the program want to know of LINE: does it take our token, and how many pushes are left this month.
import { HTTPFetchError, messagingApi } from "@line/bot-sdk";
import { withToken, type TokenSource } from "../token.ts";
import { within } from "./within.ts";

export interface LineWatch {
  /** "unreachable" says nothing of the token: words are kept, and said once LINE answers again. */
  token(): Promise<"ok" | "refused" | "unreachable">;
  /** null where there is no limit, or LINE does not tell. */
  quotaLeft(): Promise<number | null>;
}

export interface LineWatchOptions {
  apiBaseUrl: string;
  token: TokenSource;
  timeoutMs: number;
}

/** Asks LINE each time; no method throws. */
export function lineWatch({ apiBaseUrl, token, timeoutMs }: LineWatchOptions): LineWatch {
  const clientFor = (channelAccessToken: string) =>
    new messagingApi.MessagingApiClient({ channelAccessToken, baseURL: apiBaseUrl });
  const asked = async (access: string): Promise<{ status: number }> => {
    try {
      return (await within(timeoutMs, clientFor(access).getBotInfoWithHttpInfo())).httpResponse;
    } catch (error) {
      return { status: statusOf(error) };
    }
  };
  return {
    async token() {
      try {
        return judged((await withToken(token, asked)).status);
      } catch (error) {
        return judged(statusOf(error));
      }
    },
    async quotaLeft() {
      try {
        const line = clientFor(await token.get());
        const [quota, used] = await within(
          timeoutMs,
          Promise.all([line.getMessageQuota(), line.getMessageQuotaConsumption()]),
        );
        return quota.value === undefined ? null : Math.max(0, quota.value - used.totalUsage);
      } catch {
        return null;
      }
    },
  };
}

// --- internal ---

const statusOf = (error: unknown): number => (error instanceof HTTPFetchError ? error.status : 0);

/** LINE answers 400 to a wrong secret and 401 to a wrong token. */
function judged(status: number): "ok" | "refused" | "unreachable" {
  if (status === 200) return "ok";
  return [400, 401, 403].includes(status) ? "refused" : "unreachable";
}
