// The style sheet and the icon, served as files because the page allows nothing inline; strings because Workers read no disk.
import type { Page } from "../room.ts";
import { formStyle } from "./style-form.ts";
import { frameStyle } from "./style-frame.ts";
import { narrowAndPrint } from "./style-narrow.ts";
import { queueStyle } from "./style-queue.ts";
import { recordStyle } from "./style-record.ts";

const css = [frameStyle, formStyle, queueStyle, recordStyle, narrowAndPrint].join("\n");

/** A sheet of paper with its lines, told apart from other tabs by its colour. */
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect x="2" y="1" width="12" height="14" rx="2" fill="#0017c1"/><path d="M5 5h6M5 8h6M5 11h4" stroke="#fff" stroke-width="1.5" stroke-linecap="round"/></svg>`;

/** GET /admin/style.css */
export const styleSheet: Page = (c) => file(c, css, "text/css; charset=utf-8");

/** GET /admin/icon.svg; without one every browser asks for /favicon.ico, which is not there. */
export const icon: Page = (c) => file(c, drawing, "image/svg+xml");

// ── helpers ──

const file = (c: Parameters<Page>[0], body: string, type: string): Response =>
  c.body(body, 200, { "Content-Type": type, "Cache-Control": "public, max-age=300" });
