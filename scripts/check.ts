// `npm run check`: everything that must hold before a change is taken in. Two steps at a time; any that fails is named.
// The last line counts the tests; a step that fails without a failed test counts as one. This is what CI runs.
import { spawn } from "node:child_process";

interface Step {
  name: string;
  run: string;
}

interface Outcome extends Step {
  ok: boolean;
  seconds: number;
  output: string;
  passed: number;
  failed: number;
}

/** The longest first. The tests keep the plan of the house and README true as well (test/house.test.ts, test/readme.test.ts). */
const STEPS: Step[] = [
  { name: "tests, house plan, README", run: "npm test -- --maxWorkers=2" },
  { name: "flows turn nobody away", run: "npm run --silent flows:check" },
  { name: "tests in the browser", run: "npm run test:browser" },
  { name: "types", run: "npm run types" },
  { name: "lint", run: "npm run lint" },
  { name: "format", run: "oxfmt --check" },
  { name: "dead code", run: "knip" },
  { name: "Worker bundle", run: "node scripts/bundle-size.ts" },
];
/** As many as the small machines of CI have cores. */
const LANES = 2;

const began = Date.now();
// flows/ may have changed since `npm ci`: the Worker's copy is written anew, or its tests would hold the old words.
const prepared = await run({ name: "generated files", run: "npm run prepare" });
tell(prepared);
const outcomes = prepared.ok ? await all([...STEPS]) : [prepared];
report(outcomes);

// --- internal ---

async function all(waiting: Step[]): Promise<Outcome[]> {
  const done: Outcome[] = [];
  async function lane(): Promise<void> {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const outcome = await run(step);
      tell(outcome);
      done.push(outcome);
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane));
  return done;
}

async function run(step: Step): Promise<Outcome> {
  const start = Date.now();
  const { code, output } = await shell(step.run);
  const [passed, failed] = [counted(output, "passed"), counted(output, "failed")];
  const ok = code === 0;
  return {
    ...step,
    ok,
    seconds: (Date.now() - start) / 1000,
    output,
    passed,
    failed: ok ? failed : Math.max(failed, 1),
  };
}

function shell(command: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, {
      shell: true,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NO_COLOR: "1" },
    });
    let output = "";
    const keep = (text: Buffer): void => void (output += text.toString());
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("close", (code) => resolve({ code, output }));
  });
}

/** vitest ends with 「Tests  1 failed | 33 passed (34)」. */
function counted(output: string, what: "passed" | "failed"): number {
  const line = output.split("\n").findLast((text) => /^\s*Tests\s/.test(text)) ?? "";
  return Number(new RegExp(`(\\d+) ${what}`).exec(line)?.[1] ?? 0);
}

function tell({ name, ok, seconds, output }: Outcome): void {
  console.log(`${ok ? "ok    " : "FAILED"} ${seconds.toFixed(1).padStart(6)} s  ${name}${sizeIn(output)}`);
}

/** What the Worker weighs is worth a look at every check. */
function sizeIn(output: string): string {
  const line = output.split("\n").find((text) => /gzip/i.test(text));
  return line === undefined ? "" : `: ${line.trim()}`;
}

function report(outcomes: Outcome[]): void {
  const sum = (what: "passed" | "failed"): number => outcomes.reduce((total, outcome) => total + outcome[what], 0);
  for (const { name, run: command, output } of outcomes.filter(({ ok }) => !ok))
    console.log(`\n──── FAILED: ${name} (${command}) ────\n${output.trimEnd()}`);
  const broken = outcomes.filter(({ ok }) => !ok).map(({ name }) => name);
  console.log(
    `\n${((Date.now() - began) / 1000).toFixed(0)} s. ${broken.length === 0 ? "Everything holds." : `Failed: ${broken.join(" · ")}`}`,
  );
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
  process.exitCode = broken.length === 0 ? 0 : 1;
}
