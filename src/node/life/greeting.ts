// What the program says in plain words once it listens.
export function greeting(
  url: string,
  demo: { login: string; password: string } | null,
  staffed: boolean,
  alerts: boolean,
): string[] {
  return [
    "",
    "Uketome（受け止め）が動いています。",
    ...(demo === null ? [] : [`  住民として話してみる   ${url}/try`]),
    `  職員の画面             ${url}/admin`,
    `  動いているかの確認     ${url}/healthz`,
    ...(demo === null
      ? [`  LINEのWebhook          ${url}/webhook`]
      : [`  お試しのサインイン     ${demo.login} / ${demo.password}`]),
    ...(staffed
      ? []
      : [
          "",
          "職員のアカウントが、まだありません。次のように作ってください（一度だけ使えるリンクが出ます）。",
          "  npm run staff -- add <ログイン名> <氏名>",
        ]),
    ...(alerts
      ? []
      : [
          "",
          "緊急の連絡先（ALERT_WEBHOOK_URL）が設定されていません。緊急の相談があっても、どこにも知らせが届きません。",
        ]),
    "",
  ];
}
