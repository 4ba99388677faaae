// The town's districts as a tree: 自治会 ⊂ 小学校区 ⊂ 圏域. Every one may be named by a resident; the topmost are offered.
import * as z from "zod";

export const districtSchema = z.strictObject({
  code: z.string().regex(/^[A-Za-z0-9_-]+$/, "半角の英数字で kita のように書いてください"),
  /** Shown on a button: at most 20 characters. */
  label: z.string().min(1).max(20),
  aliases: z.array(z.string()).default([]),
  /** The code of the larger district it lies in; null for the topmost, which are the ones on the buttons. */
  parent: z.string().nullable().default(null),
});

/** 地区・圏域・小学校区・自治会. */
export type District = z.infer<typeof districtSchema>;

/** The code itself and every larger district around it, the smallest first; [] where the town has no such code. */
export function around(districts: District[], code: string | null): string[] {
  const found: string[] = [];
  let here = districts.find((district) => district.code === code);
  while (here !== undefined && !found.includes(here.code)) {
    const { parent } = here;
    found.push(here.code);
    here = districts.find((district) => district.code === parent);
  }
  return found;
}
