// The queue: dense, one line a record.
export const queueStyle = `
.urgent-count { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: baseline; background: var(--red-pale); border: 1px solid var(--red); border-radius: 6px; padding: .375rem .875rem; margin: 0 0 .5rem; }
.urgent-count strong { color: var(--red); font-size: 1.25rem; }
.longest { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: baseline; background: #fff; border: 1px solid var(--line); border-radius: 6px; padding: .25rem .875rem; margin: 0 0 .5rem; }
.longest.late { border-color: var(--orange); background: var(--orange-pale); color: var(--orange); }
.longest span { font-size: .875rem; }
.waits { font-weight: 700; }
.tag.late { background: var(--orange-pale); border-color: var(--orange); color: var(--orange); font-weight: 700; }
.calm { color: var(--soft); margin: 0 0 .5rem; }
.open { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; margin: 0 0 .5rem; }
.open button { padding: .25rem 1rem; }
.tabs { display: flex; flex-wrap: wrap; border-bottom: 1px solid var(--line); }
.tabs a { padding: .5rem 1rem; text-decoration: none; color: var(--ink); border: 1px solid transparent; border-bottom: 0; border-radius: 6px 6px 0 0; margin-bottom: -1px; }
.tabs a:hover { text-decoration: underline; }
.tabs a[aria-current] { background: #fff; border-color: var(--line); font-weight: 700; }
.filters { margin: .25rem 0; }
.filters form { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: flex-end; }
.filters .field { margin: 0; }
.count { margin: .25rem 0; color: var(--soft); font-size: .9375rem; }
.empty { background: #fff; border: 1px dashed #767676; border-radius: 8px; padding: 1.5rem; }
.queue { width: 100%; border-collapse: collapse; background: #fff; font-size: .9375rem; line-height: 1.35; }
.queue th, .queue td { text-align: left; padding: .25rem .5rem; border-bottom: 1px solid #dcdce0; vertical-align: top; }
.queue thead th { background: #e8e8ec; position: sticky; top: 0; white-space: nowrap; z-index: 1; }
.queue tbody tr:hover { background: var(--blue-pale); }
.queue tr.unread { background: #f3f7ff; }
.queue tr.unread td:nth-child(2) a { font-weight: 700; }
.queue td:nth-child(6) { white-space: nowrap; font-variant-numeric: tabular-nums; }
.queue td:nth-child(2) { white-space: nowrap; }
.pages { display: flex; gap: 1.5rem; padding: .75rem 0; }
`;
