// Colours, type and the frame. Every pair of colours is at least 4.5:1 (WCAG 2.2 AA), the focus is seen on each ground.
export const frameStyle = `
:root {
  --ink: #1a1a1c; --soft: #595959; --line: #c2c2c6; --ground: #f4f5f8; --sheet: #fff;
  --blue: #0017c1; --blue-dark: #00118f; --blue-pale: #e8f1fe;
  --red: #b00020; --red-pale: #fdeeee; --orange: #8a4600; --orange-pale: #fff3e0; --green: #115a36; --green-pale: #e6f5ec;
}
*, ::before, ::after { box-sizing: border-box; }
html { font-size: 100%; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; color: var(--ink); background: var(--ground); line-height: 1.6; overflow-wrap: anywhere;
  font-family: "Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic UI", Meiryo, sans-serif;
}
a { color: var(--blue); text-underline-offset: .2em; }
a:hover { color: var(--blue-dark); text-decoration-thickness: .15em; }
:focus-visible { outline: 3px solid #000; outline-offset: 2px; box-shadow: 0 0 0 2px #ffd43d; border-radius: 2px; }
output { display: block; }
main:focus { outline: none; }
h1 { font-size: 1.5rem; line-height: 1.4; margin: .25rem 0 .75rem; }
h2 { font-size: 1.0625rem; margin: 0 0 .5rem; }
p { margin: .5rem 0; }
small { font-size: .875rem; color: var(--soft); }
ul.plain, ol.talk, ol.history, ul.strip { list-style: none; margin: 0; padding: 0; }
.words { white-space: pre-wrap; font: inherit; margin: .25rem 0; }
.hint { color: var(--soft); font-size: .875rem; margin: .125rem 0; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: .5rem; top: -4rem; background: #fff; padding: .5rem 1rem; z-index: 2; }
.skip:focus { top: .5rem; }
.top { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.25rem; padding: .375rem 1.5rem; background: #fff; border-bottom: 1px solid var(--line); }
.office { font-weight: 700; margin: 0; }
.office span { font-weight: 400; margin-left: .5rem; color: var(--soft); }
.top nav { display: flex; flex-wrap: wrap; gap: 0 .25rem; flex: 1; }
.top nav a { padding: .5rem .75rem; text-decoration: none; color: var(--ink); }
.top nav a:hover { text-decoration: underline; }
.top nav a[aria-current] { box-shadow: inset 0 -3px var(--blue); font-weight: 700; }
.who { display: flex; align-items: center; gap: .75rem; font-size: .9375rem; }
main { padding: .75rem 1.5rem 3rem; max-width: 90rem; margin: 0 auto; }
.narrow { max-width: 28rem; }
.sheet { background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; padding: .875rem 1rem; margin: 0 0 .75rem; }
.alarm, .note, .good, .mend, .trial { padding: .5rem .875rem; border-left: 6px solid; margin: .5rem 0; background: #fff; }
.alarm, .mend { border-color: var(--red); background: var(--red-pale); color: var(--red); }
.mend ul { margin: .25rem 0; padding-left: 1.25rem; }
.mend a, .mend p { color: var(--red); }
body > .alarm, body > .trial { margin: 0; padding: .375rem 1.5rem; }
.note, .trial { border-color: #b78f00; background: #fffbe6; color: var(--ink); }
.good { border-color: #197a4b; background: var(--green-pale); color: var(--green); }
.tag { display: inline-block; border: 1px solid #767676; border-radius: 4px; padding: 0 .375rem; font-size: .8125rem; line-height: 1.4; color: var(--ink); background: #fff; margin-left: .375rem; white-space: nowrap; }
.tag.new { background: var(--blue); border-color: var(--blue); color: #fff; font-weight: 700; }
.tag.draft { background: var(--orange-pale); border-color: var(--orange); color: var(--orange); }
.urgency { display: inline-flex; gap: .25rem; align-items: center; white-space: nowrap; font-weight: 700; padding: 0 .375rem; border-radius: 4px; }
.urgency.e0 { background: var(--red); color: #fff; }
.urgency.e1 { background: var(--red-pale); color: var(--red); box-shadow: inset 0 0 0 1px var(--red); }
.urgency.e2 { background: var(--orange-pale); color: var(--orange); }
.urgency.e3, .urgency.e9 { font-weight: 400; padding-left: 0; }
.help { max-width: 46rem; } .help li { margin: .375rem 0; }
.contents ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; margin: .5rem 0; } .contents a { display: inline-block; padding: .125rem 0; }
.plans { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 22.5rem), 1fr)); gap: .75rem; align-items: start; }
.plan svg { display: block; width: 100%; max-width: 24rem; height: auto; margin: 0 auto; }
.plan summary { min-height: 1.5rem; margin-top: .5rem; } .plan li { margin: 0 0 .5rem; } .plan li p { margin: 0; }
table.figures { border-collapse: collapse; background: #fff; }
.figures caption { text-align: left; padding: .25rem 0; }
.figures th, .figures td { border: 1px solid var(--line); padding: .25rem .75rem; text-align: right; font-variant-numeric: tabular-nums; }
.figures tfoot { font-weight: 700; }
`;
