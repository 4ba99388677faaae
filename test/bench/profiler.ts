// Loaded into a server that is profiled: SIGUSR2 begins, and ends it into PROFILE_TO.
import { writeFileSync } from "node:fs";
import { Session } from "node:inspector/promises";

const session = new Session();
session.connect();
let running = false;
process.on("SIGUSR2", () => void turn());

async function turn(): Promise<void> {
  if (!running) {
    await session.post("Profiler.enable");
    await session.post("Profiler.start");
    running = true;
    return;
  }
  const { profile } = await session.post("Profiler.stop");
  writeFileSync(process.env["PROFILE_TO"] ?? "server.cpuprofile", JSON.stringify(profile));
}
