// Opens the Chromium that is already on this machine: nothing is downloaded.
import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A headless browser; the caller closes it. Throws one plain sentence where the machine has no Chromium. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: FLAGS });
}

function findChromium(): string {
  const wanted = process.env.CHROMIUM_PATH;
  const found = (wanted ? [wanted] : PLACES).find((place) => existsSync(place));
  if (found) return found;
  throw new Error(
    wanted
      ? `The browser tests need a Chromium, but CHROMIUM_PATH names a file that is not there: ${wanted}`
      : "The browser tests need a Chromium: install one (on Debian and Ubuntu: apt-get install chromium fonts-noto-cjk) or set CHROMIUM_PATH to it.",
  );
}
