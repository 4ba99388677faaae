// Runs a command; what went wrong is told in plain words and ends with 1, never with a stack trace.
export async function plainly(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : "わからない理由で止まりました。");
    // What was opened before (the trial's own LINE) must not keep a program alive that could not start.
    process.exit(1);
  }
}
