// What is made sure of before the program changes anything: the port is free, and the data is not somebody else's.
import { createServer } from "node:net";
import { SettingsProblem, type Config } from "../../config.ts";
import type { Store } from "../../ports.ts";
import { listening } from "../channel.ts";

/** Before anything is changed: whoever cannot listen must leave the data of a program that runs as it is. */
export async function freeDoor({ host, port }: Config): Promise<void> {
  // Whoever calls meanwhile is hung up on: LINE brings its events again.
  const door = await listening(createServer((caller) => caller.destroy()).listen(port, host));
  await new Promise((resolve) => door.close(resolve));
}

/**
 * Notes that real residents write here, and gives the other offices they write to in this database.
 * @throws SettingsProblem for a trial on it: its own LINE would take what is owed to them, and they would never see it
 */
export async function standsFor(store: Store, office: string, real: boolean): Promise<string[]> {
  const served = await store.served();
  if (!real && served.length > 0)
    throw new SettingsProblem(
      `LINE_CHANNEL_SECRET: このデータベースには、住民からの本当の相談（OFFICE=${served.join("、")}）が入っています。お試しでは使えません。LINEの設定をもとにもどすか、お試しには別の DATA_DIR（PostgreSQLでは別のデータベース）を使ってください。`,
    );
  if (real && !served.includes(office)) await store.serve(office);
  return served.filter((one) => one !== office);
}
