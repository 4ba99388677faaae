// 再相談: that somebody has come back after an earlier record, and the way to it.

/** The way only for those who may know who told us: two records of one person tell more than each alone. */
export function Again({ before, seesReporter }: { before: string | null; seesReporter: boolean }) {
  if (before === null) return null;
  if (!seesReporter) return <span class="tag">再相談</span>;
  return (
    <a class="tag" href={`/admin/records/${encodeURIComponent(before)}`}>
      再相談<span class="unseen">（前の受付票へ）</span>
    </a>
  );
}
