// The record page: what is read on the left, what is done on the right.
export const recordStyle = `
ul.strip { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; background: #fff; border: 1px solid var(--line); border-radius: 8px; padding: .5rem 1rem; margin: 0 0 .625rem; align-items: baseline; }
.strip small { margin-left: .5rem; }
.jumps { margin: .25rem 0 .5rem; display: none; gap: 0 1.25rem; }
.jumps a { padding: .5rem 0; min-height: 2.75rem; }
.columns { display: grid; grid-template-columns: minmax(0, 1.75fr) minmax(19rem, 1fr); gap: 0 1rem; align-items: start; }
dl { margin: 0; }
dl > div { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: .5rem; padding: .25rem 0; border-bottom: 1px solid #ececf0; }
dl > div:last-child { border-bottom: 0; }
dt { color: var(--soft); }
dt b { white-space: nowrap; }
dd { margin: 0; }
.contact dl > div { grid-template-columns: 7.5rem minmax(0, 1fr); }
.answers > div { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
.answers .words { margin: 0; }
.flags .tag { margin: 0 .375rem 0 0; border-color: var(--orange); color: var(--orange); background: var(--orange-pale); }
.unknown { background: var(--ground); border-radius: 6px; padding: .375rem .75rem; }
.talk { display: flex; flex-direction: column; gap: .5rem; }
.talk li { max-width: 85%; padding: .375rem .75rem; border-radius: 8px; border: 1px solid var(--line); }
.talk .day { align-self: center; border: 0; color: var(--soft); font-size: .875rem; padding: 0; }
.talk .in { align-self: flex-start; background: #fff; border-color: #767676; }
.talk .out { align-self: flex-end; background: var(--ground); }
.talk .staff { align-self: flex-end; background: var(--blue-pale); border-color: var(--blue); }
.talk .by { margin: 0; font-size: .875rem; }
.talk .words .tag { margin: 0 .375rem 0 0; }
.talk img { display: block; max-width: 100%; max-height: 20rem; border-radius: 4px; }
.tasks { border-left: 6px solid var(--orange); }
.tasks li + li { border-top: 1px solid #ececf0; margin-top: .5rem; }
.tasks form { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: flex-end; }
.tasks .field { flex: 1 1 16rem; margin: 0; }
.meaning { color: #3c3c40; }
.talk .meaning { margin: .25rem 0 0; padding-left: .5rem; border-left: 3px solid #767676; }
.answers .meaning { display: block; padding-left: .5rem; border-left: 3px solid #767676; }
.printed { display: none; }
.gone { color: var(--soft); font-style: normal; margin: .25rem 0; }
.ledger li { padding: .375rem 0; border-bottom: 1px solid #ececf0; }
.ledger small { display: block; }
.ledger .past { color: var(--soft); }
.history li { padding: .25rem 0; border-bottom: 1px solid #ececf0; }
.history time { color: var(--soft); font-size: .9375rem; }
.act form > button { margin-top: .125rem; }
`;
