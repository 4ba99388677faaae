// Fetches the bytes of a picture, voice or file. https://developers.line.biz/en/reference/messaging-api/#get-content
import type { Fetched } from "../../ports.ts";

export interface ContentRequest {
  dataApiBaseUrl: string;
  messageId: string;
  token: string;
  /** For the answer to begin, and again for every chunk: a long video may take its time, a silence may not. */
  timeoutMs: number;
}

/** `status` is 0 where LINE was not reached. */
export interface Content {
  status: number;
  headers: Headers;
  fetched: Fetched;
}

/**
 * LINE's answer, and the media where there are any. Never throws; `chunks` throws when the rest does not come. Own
 * `fetch` and not the SDK's, which can neither be stopped nor survive a connection that breaks half-way.
 */
export async function fetchContent(request: ContentRequest): Promise<Content> {
  const silence = new Silence(request.timeoutMs);
  try {
    const response = await fetch(addressOf(request), {
      headers: { authorization: `Bearer ${request.token}` },
      signal: silence.signal,
    });
    return { status: response.status, headers: response.headers, fetched: await fetchedOf(response, silence) };
  } catch {
    silence.end();
    return { status: 0, headers: new Headers(), fetched: { state: "again" } };
  }
}

const addressOf = ({ dataApiBaseUrl, messageId }: ContentRequest): URL =>
  new URL(`/v2/bot/message/${encodeURIComponent(messageId)}/content`, dataApiBaseUrl);

async function fetchedOf(response: Response, silence: Silence): Promise<Fetched> {
  if (response.status === 200 && response.body) return { state: "ready", chunks: read(response.body, silence) };
  silence.end();
  await response.body?.cancel();
  return { state: stateOf(response.status) };
}

function stateOf(status: number): "not-ready" | "gone" | "again" {
  if (status === 202) return "not-ready";
  return status === 404 || status === 410 ? "gone" : "again";
}

async function* read(body: ReadableStream<Uint8Array>, silence: Silence): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of body) {
      silence.end();
      yield chunk;
      silence.begin();
    }
  } finally {
    silence.end();
  }
}

/** Gives up on a connection that has been silent for `ms`; our own slowness is not its silence. */
class Silence {
  readonly #stop = new AbortController();
  readonly #ms: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ms: number) {
    this.#ms = ms;
    this.begin();
  }

  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  begin(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#stop.abort(new DOMException("silent too long", "TimeoutError")), this.#ms);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
