// What the program says in plain words once it listens.

/** What the greeting speaks of; where `demo` is set, the program is a trial. */
export interface Begun {
  url: string;
  demo: { login: string; password: string } | null;
  staffed: boolean;
  /** Other offices to which residents write in this database (their ids). */
  others: string[];
  alerts: boolean;
  /** Is the address that staff open written down, or guessed? */
  addressed: boolean;
  office: { id: string; name: string; invented: boolean };
}

export function greeting(begun: Begun): string[] {
  const { url, demo } = begun;
  return [
    "",
    "Uketome（受け止め）が動いています。",
    ...(demo === null ? [] : [`  住民として話してみる   ${url}/try`]),
    `  職員の画面             ${url}/admin`,
    `  動いているかの確認     ${url}/healthz`,
    ...(demo === null
      ? [`  LINEのWebhook          ${url}/webhook`]
      : [`  お試しのサインイン     ${demo.login} / ${demo.password}`]),
    ...missing(begun).flatMap((lines) => ["", lines]),
    "",
  ];
}

/** What runs all the same, and somebody should still put right; a paragraph each. */
function missing({ demo, staffed, others, alerts, addressed, office }: Begun): string[] {
  const real = demo === null;
  const invented = `「${office.name}」は、実在しない見本の市です（OFFICE=${office.id}）。このままでは、住民にこの名前で返事をします。
  OFFICE に、自分の自治体のファイルの名前を書いてください。`;
  const elsewhere = `このデータベースには、ほかの窓口（OFFICE=${others.join("、")}）の相談と職員も入っています。OFFICE=${office.id} では見えません。
  見えないままにしないでください。OFFICE をもとにもどすか、この窓口には別の DATA_DIR（PostgreSQLでは別のデータベース）を使ってください。`;
  return [
    ...(others.length > 0 ? [elsewhere] : []),
    ...(real && office.invented ? [invented] : []),
    ...(real && !addressed ? [UNADDRESSED] : []),
    ...(staffed ? [] : [UNSTAFFED]),
    ...(alerts ? [] : [UNHEARD]),
  ];
}

const UNADDRESSED = `PUBLIC_URL が設定されていません。職員は、このコンピューターからしかサインインできません。
  職員が開くアドレス（https://…）を書いてください。`;
const UNSTAFFED = `職員のアカウントが、まだありません。次のように作ってください（一度だけ使えるリンクが出ます）。
  npm run staff -- add <ログイン名> <氏名>`;
const UNHEARD =
  "緊急の連絡先（ALERT_WEBHOOK_URL）が設定されていません。緊急の相談があっても、どこにも知らせが届きません。";
