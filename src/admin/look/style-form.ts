// Fields and buttons: at least 44 px to touch, errors in words beside the field.
export const formStyle = `
button, input, select, textarea { font: inherit; color: inherit; }
input:not([type=checkbox]):not([type=radio]), select, textarea { border: 1px solid #626264; border-radius: 6px; padding: .4375rem .625rem; background: #fff; max-width: 100%; }
.field input:not([type=checkbox]):not([type=radio]), .field select, .field textarea { width: 100%; min-height: 2.75rem; }
textarea { resize: vertical; line-height: 1.6; }
::placeholder { color: #6b6b6e; opacity: 1; }
button { background: var(--blue); color: #fff; border: 2px solid var(--blue); border-radius: 6px; padding: .5rem 1.25rem; min-height: 2.75rem; font-weight: 700; cursor: pointer; }
button:hover { background: var(--blue-dark); border-color: var(--blue-dark); }
button.second { background: #fff; color: var(--blue); }
button.second:hover { background: var(--blue-pale); }
button.quiet { background: none; border: 0; color: var(--blue); font-weight: 400; text-decoration: underline; padding: .5rem; }
.field { margin: 0 0 .75rem; padding: 0; border: 0; min-width: 0; }
.field > label:not(.choice), .field > legend { font-weight: 700; padding: 0; display: block; }
.choice { display: inline-flex; align-items: center; gap: .5rem; padding: .375rem .75rem .375rem 0; min-height: 2.75rem; }
.choice input { width: 1.25rem; height: 1.25rem; flex: none; accent-color: var(--blue); }
.pair { display: flex; flex-wrap: wrap; gap: 0 .75rem; }
.pair .field { flex: 1 1 8rem; }
.wrong { border-left: 4px solid var(--red); padding-left: .625rem; }
.error { color: var(--red); font-weight: 700; margin: .125rem 0; }
.act form + details { margin-top: .75rem; }
summary { cursor: pointer; color: var(--blue); padding: .25rem 0; }
details > form, details > .field:first-of-type { margin-top: .375rem; }
`;
