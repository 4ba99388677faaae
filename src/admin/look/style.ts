// The style sheet, served as a file because the page allows no inline style; a string because Workers read no disk.
import type { Page } from "../room.ts";
import { formStyle } from "./style-form.ts";
import { frameStyle } from "./style-frame.ts";
import { narrowAndPrint } from "./style-narrow.ts";
import { queueStyle } from "./style-queue.ts";
import { recordStyle } from "./style-record.ts";

const css = [frameStyle, formStyle, queueStyle, recordStyle, narrowAndPrint].join("\n");

/** GET /admin/style.css */
export const styleSheet: Page = (c) =>
  c.body(css, 200, { "Content-Type": "text/css; charset=utf-8", "Cache-Control": "public, max-age=300" });
