// What enters the figures (実件数): a record once, however many words it holds.
import type { Intake } from "./intake.ts";

/** Drafts are not received yet, and 誤送信・テスト never was a consultation. */
export const isCounted = ({ status, closeReason }: Pick<Intake, "status" | "closeReason">): boolean =>
  status !== "DRAFT" && closeReason !== "誤送信・テスト";
