// Danger at any step: answered before anything else, filed, told to the people on duty; the questions wait.
import { describe, expect, it } from "vitest";
import { urgencyRank, type RiskType } from "../../src/flow/codes.ts";
import { everyStep, sentOff, standing } from "./standing.ts";
import { after, NOON, NUMBERS, resident, tell, textOf, type Played, type Resident } from "./talk.ts";

const done = ({ effects }: Played): string[] => effects.map(({ do: what }) => what).filter((what) => what !== "say");

describe("at every step", () => {
  it.each(everyStep)("while %s stands", (question) => {
    const turn = standing(question).type("もう死にたい");
    expect([turn.keys[0], turn.asked, turn.state.phase]).toEqual(["danger-SELF_HARM", "safety", "waiting"]);
    expect(turn.said[0]?.text).toContain(NUMBERS);
    expect([turn.state.urgency, turn.state.filed, done(turn)]).toEqual(["E0", "PARTIAL", ["file", "alert"]]);
  });

  it.each(everyStep)("while %s stands, the question comes back afterwards", (question) => {
    const turn = tell(standing(question), "もう死にたい", "[safety:OK]", "[talk:RESUME]");
    expect(turn.keys[0]).toBe("resumed");
    expect(turn.asked).toBe(question === "consent" ? "story" : question);
  });

  it.each([
    ["in the first words", []],
    ["while the questions wait", ["昨日から何も食べてない", "今は大丈夫"]],
    ["after やめる", ["母の物忘れがひどくて困っています", "やめる"]],
    ["after 今は話せない", ["母の物忘れがひどくて困っています", "今は話せない"]],
  ])("%s", (_, before) => {
    const turn = tell(resident(), ...before, "もう死にたい");
    expect([turn.keys[0], done(turn)]).toEqual(["danger-SELF_HARM", ["file", "alert"]]);
  });

  it("after it was sent: the record stays as complete as it was", () => {
    const turn = tell(sentOff(), "もう死にたい");
    expect([turn.keys[0], turn.state.phase, turn.state.filed]).toEqual(["danger-SELF_HARM", "done", "COMPLETE"]);
  });

  it.each([
    ["a greeting", { kind: "follow" } as const],
    ["a sticker", { kind: "sticker", text: "" } as const],
    ["a button", { kind: "choice", talk: "", step: "role", value: "SELF", label: "自分のこと" } as const],
  ])("sent together with %s", (_, other) => {
    const text = { kind: "text", text: "もう死にたい" } as const;
    expect(resident().send(other, text).keys[0]).toBe("danger-SELF_HARM");
    expect(resident().send(text, other).keys[0]).toBe("danger-SELF_HARM");
  });

  it("parted over two messages", () =>
    expect(resident().send({ kind: "text", text: "もう" }, { kind: "text", text: "死にたい" }).keys[0]).toBe(
      "danger-SELF_HARM",
    ));

  it("while staff hold the talk", () => {
    const turn = sentOff().held({ kind: "text", text: "もう死にたい" });
    expect([turn.keys[0], done(turn)]).toEqual(["danger-SELF_HARM", ["file", "alert"]]);
  });
});

describe("「きた」, to a child who was hit", () => {
  const asked = ["ぼく8さい おとうさんがたたく", "いまは だいじょうぶ", "つづける"];

  it("is the district in the north, where the place is asked for", () => {
    const turn = tell(resident(), ...asked, "きた");
    expect([turn.state.answers["district"]?.value, turn.state.urgency]).toEqual([{ code: "kita", text: "きた" }, "E1"]);
  });

  it.each(["おとうさんきた", "きたよ", "帰ってきた", "本町におとうさんがきた"])(
    "is somebody who comes in 「%s」",
    (said) => {
      const { state } = tell(resident(), ...asked, said);
      expect([state.answers["district"]?.value === "kita", state.urgency]).toEqual([false, "E0"]);
    },
  );
});

describe("somebody hits whoever writes, nobody says who", () => {
  const risksOf = (...said: string[]): RiskType[] => [...new Set(after(...said).state.risks.map(({ risk }) => risk))];

  it.each([[["中1です　家でたたかれてる"]], [["小4です", "なぐられた"]], [["I'm 13 and I get beaten at home"]]])(
    "a child: %s is harm to a child",
    (said) => expect(risksOf(...said)).toEqual(["CHILD_ABUSE"]),
  );

  it("they are comforted, and told of no mistake", () =>
    expect(resident().type("中1です　家でたたかれてる").keys[0]).toBe("danger-VIOLENCE"));

  it("a child whose friend it is keeps the line for that, too", () =>
    expect(risksOf("中学生です。彼氏に殴られた")).toEqual(expect.arrayContaining(["DV", "CHILD_ABUSE"])));

  it.each([[["家でたたかれてる"]], [["中2の息子がいます", "夫に殴られています"]]])("grown up: %s is not", (said) =>
    expect(risksOf(...said)).toEqual(["DV"]),
  );
});

describe("which words for which danger", () => {
  it.each([
    ["もう死にたい", "danger-SELF_HARM"],
    ["夫に殴られています。助けて", "danger-VIOLENCE"],
    ["隣の子どもが毎日叩かれています", "danger-ABUSE"],
    ["母の首を絞めそうになりました。もう限界です", "danger-CARE"],
    ["父が倒れて意識がありません", "danger-LIFE"],
    ["認知症の母が帰ってきません", "danger-LIFE"],
    ["夫が帰ってきたらまた殴られる", "danger-VIOLENCE"],
    ["隣のおじいさんの姿が3週間見えません。新聞がたまっています", "danger-LIFE"],
    ["昨日から何も食べてない", "danger-NEED"],
    ["今夜寝るところがない", "danger-NEED"],
    ["あいつを殺してやる", "danger-ANGER"],
    ["子どもを叩いてしまう", "danger-OWN_HAND"],
    ["娘(8)を叩いてしまう", "danger-OWN_HAND"],
    ["息子に手を上げてしまいました", "danger-OWN_HAND"],
    ["泣き止まない赤ちゃんを揺さぶってしまった", "danger-OWN_HAND"],
    ["子どもをかわいいと思えない", "danger-OWN_HAND"],
    ["妻を殴ってしまいました", "danger-OWN_HAND"],
    ["弟をたたいちゃった", "danger-OWN_HAND"],
    ["夫が子どもを叩いてしまう", "danger-VIOLENCE"],
    ["母を殴ってしまった", "danger-CARE"],
  ])("「%s」 → %s", (said, key) => {
    const turn = resident().type(said);
    expect(turn.keys[0]).toBe(key);
    expect(turn.keys).toEqual(expect.arrayContaining(["danger-told", "notice-danger"]));
    expect(turn.asked).toBe("safety");
  });

  it.each([
    ["en", "I slapped my daughter again and I hate myself"],
    ["zh-CN", "我又打了孩子"],
    ["ko", "아이한테 손이 나가요"],
    ["pt", "Eu bati no meu filho"],
    ["vi", "lỡ tay đánh con"],
    ["id", "saya memukul anak saya"],
    ["fil", "Sinaktan ko ang anak ko"],
    ["ne", "मैले छोरालाई कुटें"],
  ])("%s: 「%s」 is no report either", (_, said) => expect(resident().type(said).keys[0]).toBe("danger-OWN_HAND"));

  it("less than danger is heard too: numbers, and the talk goes on", () => {
    const turn = resident().type("死にたいとは思っていません");
    expect(turn.keys).toContain("danger-hint");
    expect([turn.state.urgency, turn.state.filed, turn.asked === "safety"]).toEqual(["E2", null, false]);
  });
});

describe("the one safety question", () => {
  it.each([
    ["after it was passed over", ["しにたい", "とばす"]],
    ["after 「今は大丈夫」", ["しにたい", "[safety:OK]"]],
  ])("%s it stands no more, and 「いまあぶない」 is heard all the same", (_when, before) => {
    const turn = tell(after(...before), "いまあぶない");
    expect([turn.keys, turn.state.safety, turn.state.urgency]).toEqual([["safety-NOW"], "NOW", "E0"]);
  });

  it("who says 「もういい」 after a word of danger keeps the way to the numbers", () =>
    expect(tell(after("しにたい", "[safety:OK]"), "もういい").buttons).toEqual(["talk:RESUME", "talk:NUMBERS"]));

  it.each([
    ["[safety:NOW]", "NOW"],
    ["1", "NOW"],
    ["今あぶない", "NOW"],
    ["はい", "NOW"],
    ["たすけて", "NOW"],
    ["大丈夫じゃない", "NOW"],
    ["[safety:OK]", "OK"],
    ["２", "OK"],
    ["今は大丈夫", "OK"],
    ["だいじょうぶです", "OK"],
    ["いいえ", "OK"],
    ["[safety:UNKNOWN]", "UNKNOWN"],
    ["3", "UNKNOWN"],
    ["わからない", "UNKNOWN"],
  ])("「%s」 is %s", (said, value) => {
    const turn = tell(after("昨日から何も食べてない"), said);
    expect([turn.keys, turn.state.safety]).toEqual([expect.arrayContaining([`safety-${value}`]), value]);
    expect(textOf(turn)).toContain(NUMBERS);
    expect(turn.buttons).toContain("talk:RESUME");
  });

  it.each(["ずっと眠れない日が続いています", "いまの仕事がつらいです", "夫は今仕事です", "それは言いたくないです"])(
    "「%s」 says nothing of danger now",
    (said) => expect(tell(after("昨日から何も食べてない"), said).state).toMatchObject({ safety: null, urgency: "E1" }),
  );

  it("in danger now: the gravest urgency, and told again", () => {
    const turn = tell(after("昨日から何も食べてない"), "[safety:NOW]");
    expect([turn.state.urgency, done(turn)]).toEqual(["E0", ["file", "alert"]]);
  });

  it("is asked once a talk", () => {
    const who = after("もう死にたい", "[safety:OK]");
    const turn = who.type("やっぱり死にたい");
    expect([turn.keys[0], turn.asked]).toEqual(["danger-SELF_HARM", null]);
    expect(turn.buttons).toContain("talk:RESUME");
  });

  it.each(["とばす", "言いたくない"])("「%s」 passes it over", (said) => {
    const turn = tell(after("もう死にたい"), said);
    expect([turn.said.length > 0, turn.asked]).toEqual([true, null]);
  });

  it("whatever else is said meanwhile joins the record, with the numbers", () => {
    const turn = tell(after("もう死にたい"), "ずっと眠れない日が続いています");
    expect([turn.keys, done(turn)]).toEqual([["waiting"], ["file"]]);
    expect(textOf(turn)).toContain(NUMBERS);
  });
});

describe("the safety question that nobody answered yet", () => {
  const danger = ["もう死にたいです", "薬をたくさん飲みました"];
  const held = (...lines: string[]): Played => {
    const who = sentOff();
    return lines.map((text) => who.held({ kind: "text", text })).at(-1)!;
  };

  it.each([
    ["to us", (...lines: string[]) => tell(sentOff(), ...lines)],
    ["while staff hold the talk", held],
  ])("stays open after a second danger: 「1」 is 今あぶない, %s", (_who, said) => {
    expect(said(...danger).buttons.slice(0, 3)).toEqual(["safety:NOW", "safety:OK", "safety:UNKNOWN"]);
    const turn = said(...danger, "1");
    expect([turn.keys, turn.state.safety, turn.state.urgency]).toEqual([["safety-NOW"], "NOW", "E0"]);
  });

  it("no button is shown that the hold ignores", () => {
    const who = standing("story");
    const turns = [...danger, "今は大丈夫"].map((text) => who.held({ kind: "text", text }));
    expect(turns.at(-1)?.buttons).toEqual(["talk:NUMBERS"]);
    const choice = { kind: "choice", talk: who.id, step: "talk", value: "NUMBERS", label: "番号を見る" } as const;
    expect([who.held(choice).keys, who.held({ kind: "text", text: "番号を見る" }).keys]).toEqual([
      ["numbers"],
      ["numbers"],
    ]);
  });

  it.each(["今は電話しないで。夫が家にいます", "電話しないでください"])(
    "「%s」 written in the hold stands on the record as outside of it",
    (text) => {
      const [inHold, outside] = [sentOff(), sentOff()].map((who) => {
        tell(who, "電話でお願いします。090-1234-5678", "夫に殴られています");
        return who;
      });
      const kept = ({ state }: Played): unknown => [state.avoids, state.covered, state.answers["contact"]?.value];
      const turn = inHold!.held({ kind: "text", text });
      expect(kept(turn)).toEqual(kept(outside!.type(text)));
      expect([turn.state.avoids.length, turn.state.covered, done(turn)[0]]).toEqual([1, true, "file"]);
    },
  );
});

describe("「今あぶない」 where nobody asked", () => {
  const SAID = ["今あぶない", "いま危ないです", "今あぶない。早く", "あぶない状態です"];

  it.each(SAID)("「%s」 as the first words brings the numbers, is filed and told", (said) => {
    const turn = resident().type(said);
    expect([turn.keys, done(turn)]).toEqual([
      ["safety-NOW", "notice-danger"],
      ["file", "alert"],
    ]);
    expect(turn.said[0]?.text).toContain(NUMBERS);
    expect(turn.state).toMatchObject({ safety: "NOW", urgency: "E0", phase: "waiting", filed: "PARTIAL" });
  });

  it.each([
    ["I need help with my rent", "I'm in danger"],
    ["preciso de ajuda com o aluguel", "Perigo agora"],
    ["我想咨询一下生活费的问题", "现在有危险"],
  ])("in the language of the talk: 「%s」, 「%s」", (first, said) =>
    expect(tell(resident(), first, said).keys).toEqual(["safety-NOW"]),
  );

  it.each(everyStep)("while %s stands, and in the hold too", (question) => {
    expect(standing(question).type("今あぶない").keys[0]).toBe("safety-NOW");
    expect(standing(question).held({ kind: "text", text: "今あぶない" }).keys[0]).toBe("safety-NOW");
  });

  it("after it was answered, while staff hold the talk", () => {
    const who = after("もう死にたい", "[safety:OK]");
    expect(who.held({ kind: "text", text: "今あぶない" }).keys).toEqual(["safety-NOW"]);
  });

  it.each(["今", "1", "すぐ", "はい", "あぶない", "この橋はあぶないです", "今あぶないですか？", "in"])(
    "「%s」 alone is none",
    (said) => {
      expect(resident().type(said).state.safety).toBeNull();
      expect(after("もう死にたい", "[safety:OK]").held({ kind: "text", text: said }).keys).toEqual([]);
    },
  );
});

describe("urgency never falls", () => {
  it.each([
    ["a milder word later", ["もう死にたい", "死にたいとは思っていません"]],
    ["「今は大丈夫」", ["もう死にたい", "[safety:OK]"]],
    ["the word taken back", ["もう死にたい", "うそです"]],
    ["going on to the end", ["もう死にたい", "[safety:OK]", "[talk:RESUME]", "とばす", "とばす", "とばす", "とばす"]],
    ["やめる", ["もう死にたい", "やめる"]],
  ])("%s", (_, lines) => {
    const { state } = tell(resident(), ...lines);
    expect(urgencyRank(state.urgency)).toBe(0);
    expect(state.risks.length).toBeGreaterThan(0);
  });

  it("nor when the message is taken back (送信取消)", () => {
    const who = after("もう死にたい");
    const { state } = who.send({ kind: "unsend", messageId: "m1" });
    expect([state.urgency, state.risks.length]).toEqual(["E0", 1]);
  });

  it("the same danger told again does not ring again; a graver one does", () => {
    const who = after("昨日から何も食べてない");
    expect(done(who.type("昨日から何も食べてない"))).toEqual(["file"]);
    expect(done(who.type("もう死にたい"))).toEqual(["file", "alert"]);
  });

  it("staff see which listed words were heard, not a guess", () => {
    const { risks } = after("もう死にたい").state;
    expect(risks[0]).toMatchObject({ risk: "SELF_HARM", urgency: "E0", from: "m1" });
    expect(risks[0]?.words).not.toBe("");
  });
});

describe("while the questions wait", () => {
  it("a number that was mistyped is put right", () => {
    const talk = after("死にたい", "今は大丈夫", "電話 090-3333-4444");
    talk.type("番号まちがえました 090-3333-5555です");
    expect(talk.state.answers["phone"]?.value).toBe("090-3333-5555");
  });

  it("another's number replaces none", () => {
    const talk = after("死にたい", "今は大丈夫", "電話 090-3333-4444");
    talk.type("夫は090-3333-5555です");
    expect(talk.state.answers["phone"]?.value).toBe("090-3333-4444");
  });
});

describe("a missing parent", () => {
  it("who has dementia is looked for, and is no child's parent who stays away", () => {
    expect(after("母が認知症で夜中に出て行って今もいません").state.risks.map(({ risk }) => risk)).toEqual([
      "SAFETY_CHECK",
    ]);
    expect(after("ママが帰ってこない").state.risks.map(({ risk }) => risk)).toEqual(["CHILD_ALONE"]);
  });
});

describe("who must not get an answer on this telephone", () => {
  it("「返信しないで」 stands on the record, in their own words, and the screen is covered", () => {
    const { state } = after("旦那に殴られた。旦那がこの携帯みるから返信しないで");
    expect([state.covered, state.avoids.join()]).toEqual([true, expect.stringContaining("返信しないで")]);
  });
});

describe("danger in English alone", () => {
  it.each(["my friend wants to die", "he hits me"])("「%s」 is answered in English", (said) =>
    expect(after(said).state.lang).toBe("en"),
  );
});

describe("who writes the same for days", () => {
  it("leaves the first time and the last, and as many wishes as anybody reads", () => {
    const talk = after("死にたい");
    for (let n = 0; n < 120; n += 1) talk.type(`死にたい。${n}号室に来てほしいです。${n}時に電話しないで`);
    expect(talk.state.risks.filter(({ risk }) => risk === "SELF_HARM").length).toBeLessThanOrEqual(6);
    expect([talk.state.wishes.length, talk.state.avoids.length].every((n) => n <= 50)).toBe(true);
  });
});

describe("a label that is written out", () => {
  it.each([
    ["けが・具合が悪そう", "HURT", "新聞販売店です。配達先のことで"],
    ["呼んでも返事がない", "NO_ANSWER", "新聞販売店です。配達先のことで"],
  ])("「%s」 is at least as grave as its button", (label, value, before) => {
    const at = (): Resident => after(before, "川辺町の青い屋根の家");
    const [typed, pressed] = [tell(at(), label), tell(at(), `[signs:${value}]`)];
    expect(typed.keys).toContain("danger-LIFE");
    expect(pressed.keys).toContain("danger-LIFE");
    expect(urgencyRank(typed.state.urgency)).toBeLessThanOrEqual(urgencyRank(pressed.state.urgency));
  });
});

describe("violence between grown people is not taken for a child's", () => {
  const risksAfter = (words: string[]): RiskType[] => tell(resident(), ...words).state.risks.map(({ risk }) => risk);

  it.each([
    ["the age came before", ["弟は45歳で、20年部屋から出ません", "弟が父に殴られています"]],
    ["the age came without 歳", ["弟 45 無職", "弟が父に殴られています"]],
    ["the age answered a question", ["弟のことです", "弟は45です", "弟が父に殴られています"]],
    ["the age stands in the same words", ["弟45が父に殴られています"]],
  ])("%s", (_, words) => {
    const risks = risksAfter(words);
    expect([risks.includes("VIOLENCE_TO_OTHERS"), risks.includes("CHILD_ABUSE")]).toEqual([true, false]);
  });

  it.each([
    ["nothing is known of the age", ["弟のことです", "弟が父に殴られています"]],
    ["the brother is a child", ["弟は7歳です", "弟が父に殴られています"]],
    ["a child is named beside", ["兄は45歳です", "兄の子どもが父に殴られています"]],
    ["it is another brother", ["兄は45歳です", "弟が父に殴られています"]],
    ["there is a younger one of that name", ["息子は30歳です。もう一人の息子は5歳です", "息子をたたいてしまいます"]],
    ["two ages after one name", ["子どもは25歳と7歳です", "子どもを殴ってしまう"]],
    ["the grown sister is who hits", ["妹は22歳です", "妹が2歳の子を殴っています"]],
    ["it is how she brings up hers", ["姉は30歳です", "姉が育児で手をあげてしまう"]],
  ])("in doubt it is a child's: %s", (_, words) => expect(risksAfter(words)).toContain("CHILD_ABUSE"));
});

describe("after danger", () => {
  it.each([
    ["夫に殴られる", "番号を見る"],
    ["夫に殴られる", "番号見せて"],
    ["夫に殴られる", "110"],
    ["my husband hits me", "Show the numbers"],
    ["ママが たたく", "ばんごうを みる"],
  ])("「%s」, then 「%s」 typed: the button of that name", (danger, typed) => {
    const turn = tell(resident(), danger, typed);
    expect([turn.keys, turn.state.current]).toEqual([["numbers"], "safety"]);
  });

  it("the numbers are shown beside a question that stands", () => {
    const turn = tell(resident(), "夫に殴られる", "大丈夫", "相談を続ける", "番号を見る");
    expect([turn.keys, turn.state.current]).toEqual([["numbers"], "story"]);
  });

  it.each(["電話はむり", "しゃべれない", "声が出せません", "チャットがいい", "でんわは こわい"])(
    "「%s」 is told what helps without a voice, and staff read that",
    (typed) => {
      const turn = tell(resident(), "死にたい", typed);
      expect([turn.keys, turn.state.flags]).toEqual([["a-cant-call"], expect.arrayContaining(["電話で話せない"])]);
    },
  );

  it.each([
    "電話はできないです、いまあぶない",
    "電話こわい。今あぶないです",
    "声出せない。あぶない",
    "i cant call, i am in danger now",
    "não posso ligar, estou em perigo",
    "不方便打电话，现在有危险",
  ])("「%s」 is danger at this moment first", (typed) => {
    const turn = tell(resident(), "夫に殴られた", typed);
    expect([turn.state.safety, turn.state.urgency, turn.keys[0]]).toEqual(["NOW", "E0", "safety-NOW"]);
  });

  it("also after 今は大丈夫", () => {
    expect(tell(resident(), "夫に殴られた", "大丈夫", "電話できない、いまあぶない").state.urgency).toBe("E0");
  });

  it.each([
    ["现在不好", null],
    ["bây giờ thì không an toàn", "NOW"],
    ["sekarang tidak baik", "NOW"],
    ["hindi ngayon ligtas", "NOW"],
  ])("「%s」 is not 「not now」", (typed, safety) =>
    expect(tell(resident(), "夫に殴られた", typed).state.safety).toBe(safety),
  );

  it.each(["だれもいない", "母が倒れた", "夫の声が出ない", "母は耳が聞こえません"])(
    "「%s」 is no question to us and no wish not to telephone",
    (typed) => {
      const { keys } = tell(resident(), "死にたい", typed);
      expect([keys.includes("who-reads"), keys.includes("a-cant-call")]).toEqual([false, false]);
    },
  );

  it("「母は耳が聞こえません」 without danger is told, and the mother heard", () => {
    expect(tell(resident(), "母は耳が聞こえません").state.people).toMatchObject([{ called: "母" }]);
  });

  it("「電話はむり」 to the question how to be reached is its answer", () => {
    const turn = tell(standing("contact"), "電話はむりなのでLINEで");
    expect(turn.keys).not.toContain("a-cant-call");
  });

  it.each([
    ["meu marido me bate", "agora não"],
    ["my husband hits me", "not now"],
    ["남편이 때려요", "지금은 아니에요"],
    ["suami memukul saya", "sekarang tidak"],
  ])("「%s」: 「%s」 answers whether they are in danger now, and nobody is left", (danger, typed) => {
    const turn = tell(resident(), danger, typed);
    expect([turn.keys[0], turn.state.safety]).toEqual(["safety-OK", "OK"]);
  });
});

describe("who tells their age is a child", () => {
  it.each(["13歳です。お母さんに知られたくない", "１４さいです", "11歳だけど相談していい？"])("「%s」", (text) =>
    expect(tell(resident(), text).state.role).toBe("CHILD"),
  );
  it.each(["息子が学校に行きません。13歳です", "娘は13歳です", "孫のことです。11歳です", "43歳です"])(
    "「%s」 is none",
    (text) => expect(tell(resident(), text).state.role).not.toBe("CHILD"),
  );
});

describe("danger told in pieces", () => {
  it.each([
    ["死に", "たい"],
    ["薬", "100錠", "飲んだ"],
    ["さっき薬飲んだ", "60錠"],
    ["お父さんが", "殴る"],
    ["ママ", "たたく"],
    ["隣のおじいさん", "一週間", "見てない"],
    ["首", "吊る"],
  ])("「%s」 「%s」", (...pieces) => {
    const words = pieces.filter((piece) => piece !== undefined);
    expect(urgencyRank(tell(resident(), ...words).state.urgency)).toBeLessThanOrEqual(1);
  });

  it("not where they lie apart: who writes 「たい」 the next day has not written 「死にたい」", () => {
    const { state } = after("死に");
    const later = resident({ ...state, piece: { text: "死に", from: "m1", at: NOON - 4 * 60_000 } });
    expect(later.type("たい").state.risks).toEqual([]);
  });

  it("not with what was taken back", () => {
    const who = after("死に");
    expect(who.state.piece).toMatchObject({ text: "死に", from: "m1" });
    expect(who.send({ kind: "unsend", messageId: "m1" }).state.piece).toBeNull();
    expect(who.type("たい").state.risks).toEqual([]);
  });

  it("「父が死に」 「たいへんです」: the father died", () => {
    expect(tell(resident(), "父が死に", "たいへんです").state.risks).toEqual([]);
  });

  it("also behind other pieces, however many", () => {
    const words = ["hello there my friend", "my money problem", "i want to", "die"];
    expect(urgencyRank(tell(resident(), ...words).state.urgency)).toBeLessThanOrEqual(1);
  });

  it("not with a sentence of its own", () => {
    expect(tell(resident(), "死に", "母の物忘れがひどくて困っています").state.piece).toBeNull();
  });
});

describe("who is hit themselves", () => {
  it.each([
    "息子にたたかれます",
    "父に殴られます。30歳です",
    "13です。お父さんにたたかれる",
    "おかあさんがたたく",
    "妹と私が彼氏に殴られています",
    "友達と話しただけで夫に殴られます",
    "姉の家にいます。夫に殴られました",
    "妹の旦那に殴られました",
    "妹を守ろうとして夫に殴られた",
    "姉が逃げて、夫に殴られてます",
    "友達の家でレイプされました",
    "姉の彼氏にレイプされた",
    "my mother hits me",
  ])("「%s」 is comforted, and not thanked for a report that may be mistaken", (said) =>
    expect(tell(resident(), said).keys).toContain("danger-VIOLENCE"),
  );

  it.each([
    "近所の子が親に殴られています",
    "母が弟に殴られています",
    "甥が父親に殴られているみたい",
    "妹が彼氏に殴られています",
    "友達が彼氏に殴られてます",
    "息子にたたかれている人を見ました",
    "うちの担当の方が娘さんにたたかれています",
  ])("「%s」 is thanked for", (said) => expect(tell(resident(), said).keys).toContain("danger-ABUSE"));

  it("one word a message: 「夫」「なぐる」", () =>
    expect(tell(resident(), "夫", "なぐる").state.risks.map(({ risk }) => risk)).toContain("DV"));

  it.each([
    ["my husband hits me", "he is at work now"],
    ["my husband hits me", "he is not here now"],
    ["chồng đánh tôi", "anh ấy không có nhà bây giờ"],
  ])("「%s」「%s」 is no word of danger at this moment", (first, then) =>
    expect(tell(resident(), first, then).state.safety).not.toBe("NOW"),
  );

  it.each([
    ["my husband hits me", "now"],
    ["my husband hits me", "yes now"],
    ["chồng đánh tôi", "bây giờ"],
  ])("「%s」「%s」 is", (first, then) => expect(tell(resident(), first, then).state.safety).toBe("NOW"));
});
