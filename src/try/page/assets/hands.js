// What hands do: forms, the Enter key, files, tabs, menus, light and dark.

/** Lets every form, key and button of the page act; `send` posts a form. */
export function startHands(send) {
  document.addEventListener("submit", (event) => void submit(event, send));
  document.addEventListener("keydown", keys);
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-sends]") && event.target.files.length > 0) event.target.form.requestSubmit();
  });
  document.addEventListener("click", click);
  theme(localStorage.getItem("theme"));
}

async function submit(event, send) {
  const form = event.target;
  event.preventDefault();
  const sending = send(form, event.submitter);
  closeMenus(null);
  if (form.matches(".write, .choose")) form.reset();
  await sending;
  if (form.dataset.fill) fill(form.closest(".phone"), form.dataset.fill);
}

/** Enter sends, Shift+Enter is a new line; while Japanese is being converted Enter belongs to the keyboard. */
function keys(event) {
  if (event.key === "Escape") closeMenus(null);
  const sends =
    event.key === "Enter" && !event.shiftKey && !event.isComposing && event.target.matches(".write textarea");
  if (!sends) return;
  event.preventDefault();
  event.target.form.requestSubmit();
}

function click(event) {
  const tab = event.target.closest("[data-tab]");
  const button = event.target.closest("[data-opens], [data-copies], [data-theme-toggle]");
  closeMenus(event.target.closest("details"));
  if (tab) {
    event.preventDefault();
    choose(tab);
  }
  if (button?.dataset.opens) document.getElementById(button.dataset.opens).click();
  if (button?.dataset.copies) void navigator.clipboard?.writeText(button.dataset.copies);
  if (button?.matches("[data-theme-toggle]")) theme(isDark() ? "light" : "dark");
}

function choose(tab) {
  for (const one of document.querySelectorAll("[data-tab]")) {
    one.toggleAttribute("aria-current", one === tab);
    if (one === tab) one.setAttribute("aria-current", "true");
    const phone = document.getElementById(`phone-${one.dataset.tab}`);
    phone.dataset.chosen = String(one === tab);
    const talk = phone.querySelector(".talk");
    talk.scrollTop = talk.scrollHeight;
  }
  delete tab.dataset.new;
  history.replaceState(null, "", tab.href);
}

function closeMenus(butThis) {
  for (const menu of document.querySelectorAll("details[open]")) if (menu !== butThis) menu.open = false;
}

function fill(phone, words) {
  const box = phone.querySelector(".write textarea");
  box.value = words;
  box.focus();
}

const isDark = () =>
  document.documentElement.dataset.theme === "dark" ||
  (!document.documentElement.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);

function theme(name) {
  if (!name) return;
  document.documentElement.dataset.theme = name;
  localStorage.setItem("theme", name);
}
