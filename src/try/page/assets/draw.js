// Draws news into the page without disturbing what a person is doing: only what differs is touched.
const seen = new WeakMap();
/** Who scrolled further up than this is reading, and is left there. */
const NEAR_END_PX = 160;

/** Draws one phone's marked parts anew from the server's HTML. */
export function drawPhone(person, html) {
  const phone = document.getElementById(`phone-${person}`);
  const fresh = parse(html);
  const talk = phone.querySelector(".talk");
  const reading = talk.scrollHeight - talk.scrollTop - talk.clientHeight > NEAR_END_PX;
  phone.dataset.blocked = fresh.dataset.blocked;
  const arrived = drawBubbles(phone.querySelector("ol"), fresh.querySelector("ol"));
  for (const name of ["writing", "chips"]) swap(part(phone, name), part(fresh, name));
  if (!reading) scrollDown(talk);
  if (arrived && phone.dataset.chosen === "false") {
    document.querySelector(`[data-tab="${person}"]`).dataset.new = "";
  }
}

export function drawStrip(html) {
  swap(document.querySelector('[data-part="strip"]'), parse(html));
}

export function scrollDown(talk) {
  talk.scrollTop = talk.scrollHeight;
}

/** Adds, replaces and removes bubbles by their id, so that a screen reader says only the new ones. */
function drawBubbles(list, fresh) {
  const items = fresh.querySelectorAll(":scope > li");
  const ids = new Set([...items].map((item) => item.id));
  for (const old of list.querySelectorAll(":scope > li")) if (!ids.has(old.id)) old.remove();
  const added = [...items].filter((item) => !list.querySelector(`#${item.id}`));
  for (const item of items) if (!added.includes(item)) swap(list.querySelector(`#${item.id}`), item);
  list.append(...added);
  return added.some((item) => item.matches(".office"));
}

/** Replaces an element where the server drew it otherwise than the last time. */
function swap(old, fresh) {
  const html = fresh.outerHTML;
  if ((seen.get(old) ?? old.outerHTML) === html) return;
  seen.set(fresh, html);
  old.replaceWith(fresh);
}

const part = (root, name) => root.querySelector(`[data-part="${name}"]`);

function parse(html) {
  return new DOMParser().parseFromString(html, "text/html").body.firstElementChild;
}
