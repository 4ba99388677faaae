// Why an answer was not sent, in words for whoever wrote it.

const beside = (say: string) => [{ field: "text", say }];

/** Nobody knows whether it was kept. */
export const FAILED = beside("いま、送れませんでした。少し待って、もう一度押してください（二重には届きません）");

export const OVERTAKEN = beside(
  "このページをひらいたあとに、職員の返事が送られています。会話を確かめて、よければもう一度押してください",
);

export const NEW_WORDS = beside(
  "このページをひらいたあとに、相談した人から新しいことばが届いています。会話を読んで、このままでよければ、もう一度押してください",
);
