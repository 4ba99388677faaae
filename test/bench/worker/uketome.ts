// The Worker as it is deployed, with its ways to D1 counted. Nothing else is changed.
import worker, { type Env } from "../../../src/worker.ts";
import { counted, tripsTaken } from "./counted.ts";

export default {
  ...worker,
  fetch(request: Request, env: Env, context: Parameters<typeof worker.fetch>[2]): Response | Promise<Response> {
    if (new URL(request.url).pathname === "/bench/trips") return new Response(String(tripsTaken()));
    return worker.fetch(request, { ...env, DB: counted(env.DB) }, context);
  },
};
