// The trial's page with a script: sends without leaving the page, and shows what arrives. Without it forms do the same.
import { drawPhone, drawStrip, scrollDown } from "./draw.js";
import { startClock, setClock } from "./clock.js";
import { startHands } from "./hands.js";

const CALM_MS = 1000;
const EAGER_MS = 250;
const EAGER_FOR_MS = 5000;

let revision = Number(document.body.dataset.revision);
let eagerUntil = 0;
let timer = 0;

/** Asks what changed, draws it, and asks again: often just after something was sent, else once a second. */
async function refresh() {
  clearTimeout(timer);
  try {
    const answer = await fetch(`/try/phones?after=${revision}`);
    if (answer.ok) show(await answer.json());
  } catch {
    // The server is being restarted: the next try will tell.
  }
  timer = setTimeout(refresh, Date.now() < eagerUntil ? EAGER_MS : CALM_MS);
}

function show(news) {
  if (news.revision < revision) return location.reload();
  revision = news.revision;
  setClock(news.now);
  for (const [person, html] of Object.entries(news.phones)) drawPhone(person, html);
  drawStrip(news.strip);
}

/** Posts a form in the background; what cannot be sent is said where the person looks. */
async function send(form, button) {
  const body = new FormData(form, button);
  const answer = await fetch(form.action, { method: "POST", body, headers: { accept: "application/json" } });
  if (!answer.ok) alertIn(form, (await answer.json().catch(() => ({}))).message ?? "送れませんでした");
  eagerUntil = Date.now() + EAGER_FOR_MS;
  await refresh();
}

function alertIn(form, words) {
  const phone = form.closest(".phone") ?? document.body;
  phone.querySelector(".oops")?.remove();
  const note = Object.assign(document.createElement("p"), { className: "oops", role: "alert", textContent: words });
  phone.append(note);
  setTimeout(() => note.remove(), 4000);
}

function keepAtEnd(event) {
  if (event.target.matches?.(".photo, .sticker")) scrollDown(event.target.closest(".talk"));
}

startHands(send);
startClock(Number(document.body.dataset.now));
document.querySelectorAll(".talk").forEach(scrollDown);
// A picture makes the talk longer once it is there; "load" does not bubble.
document.addEventListener("load", keepAtEnd, true);
timer = setTimeout(refresh, CALM_MS);
