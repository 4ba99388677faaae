// Loaded before the program on Node (--import): a clock that the test sets at the start (TEST_CLOCK_AHEAD) and moves by
// a message. Nothing else is changed.
const real = Date.now.bind(Date);
let ahead = Number(process.env["TEST_CLOCK_AHEAD"] ?? 0);
Date.now = () => real() + ahead;
process.on("message", ({ ahead: ms }: { ahead: number }) => {
  ahead = ms;
  process.send?.("moved");
});
// The way to the test must not keep the program alive.
process.channel?.unref();
// A test that is broken off leaves no program behind.
process.on("disconnect", () => process.exit());
