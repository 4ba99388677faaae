// The Worker as it is deployed, behind a clock that a test can move. Nothing else is changed.
import worker, { type Env } from "../../src/worker.ts";

const real = Date.now.bind(Date);
let ahead = 0;
Date.now = () => real() + ahead;

export default {
  ...worker,
  fetch(request: Request, env: Env, context: Parameters<typeof worker.fetch>[2]): Response | Promise<Response> {
    const moved = /^\/test\/ahead\/(-?\d+)$/.exec(new URL(request.url).pathname)?.[1];
    if (moved === undefined) return worker.fetch(request, env, context);
    ahead = Number(moved);
    return new Response();
  },
};
