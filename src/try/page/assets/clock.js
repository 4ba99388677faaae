// The visible clock: goes on by itself from what the server said last.
const format = new Intl.DateTimeFormat("ja-JP", {
  timeZone: "Asia/Tokyo",
  month: "long",
  day: "numeric",
  weekday: "short",
  hour: "2-digit",
  minute: "2-digit",
});
let offset = 0;

export function setClock(now) {
  offset = now - Date.now();
  tick();
}

export function startClock(now) {
  setClock(now);
  setInterval(tick, 1000);
}

function tick() {
  const now = Date.now() + offset;
  const clock = document.getElementById("clock");
  const words = format.format(now);
  if (clock.textContent !== words) clock.textContent = words;
  for (const writing of document.querySelectorAll("[data-until]")) {
    if (Number(writing.dataset.until) <= now) writing.replaceChildren();
  }
}
