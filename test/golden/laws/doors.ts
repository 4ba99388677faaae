// The other doors, where real residents write.
import { describe, expect, it } from "vitest";
import type { Place } from "../place.ts";

/** The trial is gone, the staff view is there. */
export function doors(given: () => Place): void {
  describe("where real residents write", () => {
    it.each([
      ["/try", 404],
      ["/try/send", 404],
      ["/try/clock", 404],
      ["/healthz", 200],
      ["/readyz", 200],
      ["/admin/sign-in", 200],
      ["/nowhere", 404],
    ])("%s answers %i", async (path, status) => {
      expect((await fetch(new URL(path, given().url))).status).toBe(status);
    });

    it("/ leads to the staff view", async () => {
      const { headers } = await fetch(given().url, { redirect: "manual" });
      expect(headers.get("location")).toBe("/admin");
    });
  });
}
