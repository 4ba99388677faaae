// One person alone with an idle bot: how long from the webhook to the answer, and what the local LINE itself takes of it.
import { Agent, request } from "node:http";
import { eventOf, nextNumber } from "./closed.ts";
import type { Answer, BenchLine } from "./line.ts";
import { newPerson, post } from "./post.ts";
import { talkOf } from "./talk.ts";

export interface Alone {
  /** Webhook in → answer at the local LINE (ms), sorted. */
  answered: number[];
  /** One call to the local LINE from here (ms), sorted. */
  line: number[];
}

export async function alone(line: BenchLine, url: string, talks: number): Promise<Alone> {
  const end: Alone = { answered: [], line: [] };
  for (let n = 0; n < talks; n += 1) {
    const person = newPerson();
    let answer: Answer | null = null;
    for (const act of talkOf(nextNumber())) {
      const event = eventOf(person, act, answer);
      const coming = line.answerTo(event.replyToken).catch(() => null);
      const sent = performance.now();
      const status = post(url, [event]);
      answer = await coming;
      end.answered.push(performance.now() - sent);
      await status;
      end.line.push(await own(line));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  end.answered.sort((a, b) => a - b);
  end.line.sort((a, b) => a - b);
  return end;
}

// --- internal ---

const agent = new Agent({ keepAlive: true });

function own(line: BenchLine): Promise<number> {
  const begun = performance.now();
  const body = JSON.stringify({ to: "U", messages: [{ type: "text", text: "はい" }] });
  return new Promise((resolve, reject) => {
    const call = request(`${line.url}/v2/bot/message/push`, { method: "POST", agent }, (response) => {
      response.resume();
      response.on("end", () => resolve(performance.now() - begun));
    });
    call.on("error", reject);
    call.end(body);
  });
}
