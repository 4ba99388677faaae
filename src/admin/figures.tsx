// How many records a month of a 年度 brought: each once, without drafts and without 誤送信・テスト.
import { isCounted } from "../intake/count.ts";
import { draw } from "./look/layout.tsx";
import type { Page } from "./room.ts";
import { fiscalStart, fiscalYear, month } from "./when.ts";

const MONTHS = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3];

/** GET /admin/figures?year=2026 */
export const figuresPage: Page = async (c) => {
  const { store, office, now } = c.get("room");
  const asked = /^\d{4}$/.exec(c.req.query("year") ?? "")?.[0];
  const year = asked === undefined ? fiscalYear(now()) : Number(asked);
  const counts = new Map<number, { line: number; other: number }>();
  for await (const intake of store.records.all(office.id, { from: fiscalStart(year), to: fiscalStart(year + 1) })) {
    if (!isCounted(intake)) continue;
    const one = counts.get(month(intake.receivedAt)) ?? { line: 0, other: 0 };
    one[intake.channel === "LINE" ? "line" : "other"] += 1;
    counts.set(month(intake.receivedAt), one);
  }
  return draw(c, { title: `${year}年度の件数`, here: "figures" }, <Figures year={year} counts={counts} />);
};

// ── helpers ──

function Figures({ year, counts }: { year: number; counts: Map<number, { line: number; other: number }> }) {
  const of = (m: number) => counts.get(m) ?? { line: 0, other: 0 };
  const sum = (key: "line" | "other") => MONTHS.reduce((total, m) => total + of(m)[key], 0);
  return (
    <>
      <p>
        <a href={`/admin/figures?year=${year - 1}`}>{year - 1}年度</a> ・{" "}
        <a href={`/admin/figures?year=${year + 1}`}>{year + 1}年度</a>
      </p>
      <table class="figures">
        <caption>受け付けた相談の実件数</caption>
        <thead>
          <tr>
            <th scope="col">月</th>
            <th scope="col">LINE</th>
            <th scope="col">電話・来所など</th>
            <th scope="col">合計</th>
          </tr>
        </thead>
        <tbody>
          {MONTHS.map((m) => (
            <Line head={`${m}月`} {...of(m)} />
          ))}
        </tbody>
        <tfoot>
          <Line head="年度計" line={sum("line")} other={sum("other")} />
        </tfoot>
      </table>
      <p class="hint">
        受付の日（日本時間）で数えます。ひとつの受付票を1件とし、あとから届いた言葉は数えません。入力中のものと「誤送信・テスト」で終結したものは入りません。
      </p>
    </>
  );
}

function Line({ head, line, other }: { head: string; line: number; other: number }) {
  return (
    <tr>
      <th scope="row">{head}</th>
      <td>{line}</td>
      <td>{other}</td>
      <td>{line + other}</td>
    </tr>
  );
}
