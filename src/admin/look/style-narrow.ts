// A telephone (from 320 px), a magnified page, and A4.
export const narrowAndPrint = `
@media (max-width: 60rem) {
  .columns { grid-template-columns: minmax(0, 1fr); }
  .jumps { display: flex; flex-wrap: wrap; }
}
@media (max-width: 48rem) {
  .top, main, body > .alarm, body > .trial { padding-left: 1rem; padding-right: 1rem; }
  .top nav { order: 3; flex-basis: 100%; margin: 0 -.75rem; }
  .who { margin-left: auto; }
  .queue, .queue tbody, .queue td { display: block; }
  .queue { background: none; }
  .queue caption { display: block; }
  .queue thead { display: block; position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .queue tbody tr { display: flex; flex-wrap: wrap; gap: 0 1rem; background: #fff; border: 1px solid var(--line); border-radius: 8px; margin: 0 0 .5rem; padding: .375rem .75rem; }
  .queue td { border: 0; padding: .125rem 0; }
  .queue td:nth-child(2) { flex: 1 1 60%; }
  .queue td:nth-child(n + 3)::before { content: attr(data-head) " "; color: var(--soft); font-size: .8125rem; }
  .filters .field { flex: 1 1 9rem; }
  dl > div, .contact dl > div, .answers > div { grid-template-columns: minmax(0, 1fr); gap: 0; }
  dt { font-size: .875rem; }
  .talk li { max-width: 95%; }
}
@media print {
  @page { size: A4; margin: 14mm; }
  body { background: #fff; font-size: 10.5pt; line-height: 1.45; }
  .top, .skip, .do form, .tasks form, .act, .jumps, .contents, .trial, .alarm[role], section.alarm, .good, .tabs, .filters, .open, .pages { display: none; }
  main { padding: 0; max-width: none; }
  h1 { font-size: 15pt; margin: 0 0 6pt; }
  h2 { font-size: 11.5pt; margin: 0 0 3pt; border-bottom: 1pt solid #000; }
  /* How to reach them comes first on paper; the acts beside it are not printed. */
  .columns { display: flex; flex-direction: column; }
  .columns > :last-child { order: -1; }
  /* Our own questions run on in small type: what was answered is what the meeting reads. */
  .talk li.out { font-size: 7.5pt; line-height: 1.3; }
  .talk li.out .words, .answers dt.words { white-space: normal; font-size: 7.5pt; line-height: 1.3; }
  .sheet, .strip { border: 0; border-radius: 0; padding: 0; margin: 0 0 10pt; }
  .sheet > h2, .talk li, .ledger li, .history li, dl > div { break-inside: avoid; }
  h2 { break-after: avoid; }
  .talk li.in, .talk li.out, .talk li.staff { max-width: 100%; align-self: stretch; border-width: 0 0 0 2pt; border-radius: 0; padding: 1pt 6pt; background: none; }
  .talk li.out, .talk li.staff { margin-left: 12mm; }
  .talk img { max-height: 60mm; }
  .urgency, .urgency.e0, .tag, .flags .tag, .tag.draft { background: none; color: #000; box-shadow: none; border: 1pt solid #000; padding: 0 3pt; }
  .unknown { background: none; border: 1pt dotted #000; }
  a { color: #000; text-decoration: none; }
  dl > div, .contact dl > div { grid-template-columns: 36mm minmax(0, 1fr); }
  .contact .alarm { background: none; color: #000; border-color: #000; }
  /* What was agreed to belongs on the paper, folded or not. */
  details::details-content { content-visibility: visible; block-size: auto; }
  summary { list-style: none; color: #000; font-size: 9pt; padding: 0; }
  /* A page each: the picture, and beside it the same in letters that can be read from paper. */
  .plans { display: block; } .plan { break-inside: avoid; display: grid; grid-template-columns: 72mm minmax(0, 1fr); gap: 0 6mm; }
  .plan h2 { grid-column: 1 / -1; } .plan svg { max-height: 245mm; } .plan summary { display: none; } .plan ul { font-size: 9.5pt; }
  .printed { display: block; text-align: right; font-size: 9pt; }
}
`;
