// The six questions of the bots the bench compares with, and what they say around them.
export const QUESTIONS = [
  "ご相談ありがとうございます。このままお話をうかがって、よろしいですか。",
  "どのようなことでお困りですか。",
  "お住まいは、どのあたりですか。",
  "連絡は、どの方法がいいですか。",
  "お電話番号を教えてください。",
  "連絡してよい時間とお名前を教えてください。",
];

/** What is said after the answer with this number (0: the first words). */
export const answerTo = (step: number): string =>
  QUESTIONS[step] ??
  (step === QUESTIONS.length
    ? "受け付けました。これでよければ「これで送る」と書いてください。"
    : "受け付けました。ありがとうございます。職員からご連絡します。");
