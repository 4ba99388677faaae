// Consent: what may be done now, scope by scope; which meeting; and that a withdrawal holds at once, at every act.
import { describe, expect, it } from "vitest";
import { AGREED, type Agreed, type ConsentScope, type ConsentValue } from "../../src/flow/codes.ts";
import { noteConsent } from "../../src/intake/act/consent.ts";
import * as acts from "../../src/intake/acts.ts";
import { answerProblems } from "../../src/intake/answering.ts";
import { withConfirmed } from "../../src/intake/confirmed.ts";
import { mayContact, mayMeet, mayShare } from "../../src/intake/consent/ledger.ts";
import { meetingBasis } from "../../src/intake/consent/meeting.ts";
import type { Consent, Entry, Intake } from "../../src/intake/intake.ts";
import { openTasks, tickOff } from "../../src/intake/tasks.ts";
import { officeSchema } from "../../src/office/office.ts";
import { aoba, NOON, record } from "../admin/town.ts";

const by = { staff: "hana", at: NOON, entryId: "e1" };
const line = (scope: ConsentScope, value: ConsentValue, at = NOON): Consent => ({
  scope,
  value,
  at,
  text: "",
  textVersion: "",
  lang: "ja",
  method: "口頭",
});
const ledger = (...consents: Consent[]) => ({ consents });
const bodyOf = (made: acts.Made) => (made.ok ? made.change.entry.body : null);
const fieldsOf = (made: acts.Made) => (made.ok ? [] : made.problems.map(({ field }) => field));

describe("いまできること", () => {
  it.each([
    ["聞いていない", [], [true, false, false, true]],
    [
      "どれも同意あり",
      [
        line("SHARE_INTERNAL", "GIVEN"),
        line("SHARE_AGENCY", "GIVEN"),
        line("MEETING", "GIVEN"),
        line("CONTACT", "GIVEN"),
      ],
      [true, true, true, true],
    ],
    ["庁内の共有を断った", [line("SHARE_INTERNAL", "REFUSED")], [false, false, false, true]],
    [
      "機関との共有を取り下げた",
      [line("SHARE_AGENCY", "GIVEN"), line("SHARE_AGENCY", "WITHDRAWN")],
      [true, false, false, true],
    ],
    [
      "取り下げたあと、また同意した",
      [line("MEETING", "WITHDRAWN"), line("MEETING", "GIVEN")],
      [true, false, true, true],
    ],
    ["連絡を取り下げた", [line("CONTACT", "WITHDRAWN")], [true, false, false, false]],
    ["わからない、は同意ではない", [line("MEETING", "UNKNOWN")], [true, false, false, true]],
  ] as [string, Consent[], boolean[]][])("%s → 庁内・機関・会議・連絡", (_, consents, expected) => {
    const facts = ledger(...consents);
    const may = [mayShare(facts, "SHARE_INTERNAL"), mayShare(facts, "SHARE_AGENCY"), mayMeet(facts), mayContact(facts)];
    expect(may.map(({ ok }) => ok)).toEqual(expected);
  });

  it("職員が聞いた同意より、あとの取り下げが効く。順は時刻で決まる", () => {
    const told = record({
      facts: { consents: [line("MEETING", "WITHDRAWN", NOON + 2)] },
      confirmed: { consents: [line("MEETING", "GIVEN", NOON + 1)] },
    });
    expect(mayMeet(withConfirmed(told).facts).ok).toBe(false);
    const later = { ...told, confirmed: { consents: [line("MEETING", "GIVEN", NOON + 3)] } };
    expect(mayMeet(withConfirmed(withConfirmed(later)).facts).ok).toBe(true);
    expect(withConfirmed(withConfirmed(later)).facts.consents).toHaveLength(2);
  });
});

describe("出せる会議", () => {
  const basis = (more: Partial<Intake["facts"]> = {}, office = aoba) =>
    meetingBasis({ ...record().facts, consents: [], ...more }, office);

  it.each([
    ["会議での検討に同意", [line("MEETING", "GIVEN")], "JUSO_KAIGI", "会議での検討に、同意があります"],
    ["同意しない", [line("MEETING", "REFUSED")], "SHIEN_KAIGI", "会議での検討に、同意していません"],
    [
      "同意を取り下げた",
      [line("MEETING", "GIVEN"), line("MEETING", "WITHDRAWN")],
      "SHIEN_KAIGI",
      "会議での検討の同意は、取り下げられています",
    ],
    [
      "記録の同意は、会議の同意ではない",
      [line("RECORD", "GIVEN")],
      "SHIEN_KAIGI",
      "会議での検討について、まだ聞いていません",
    ],
  ] as [string, Consent[], string, string][])("%s", (_, consents, legalType, why) => {
    expect(basis({ consents })).toMatchObject({ legalType, why });
  });

  it.each(AGREED.map((agreed) => [agreed]))("つなぎ元の話（%s）だけでは、支援会議", (agreed: Agreed) => {
    const { legalType, why, next } = basis({ agreed });
    expect(legalType).toBe("SHIEN_KAIGI");
    expect(why).toContain("つなぎ元の話");
    expect(next).toBe(agreed === "MUST_NOT" ? "" : "本人の同意を聞いて書きとめると、重層的支援会議に出せます");
  });

  it("本人に知らせてはいけないときは、そう言う", () => {
    const subjects = [
      { relation: "親", ageBand: "75-84", district: null, aware: "知らせてはいけない", issueTags: [] },
    ] as const;
    expect(basis({ subjects: structuredClone(subjects) as never }).why).toBe("本人に相談を知らせてはいけません");
  });

  it("会議は、その町の名前で言う", () => {
    const meetings = [
      { legalType: "SHIEN_KAIGI", label: "コーディネート会議" },
      { legalType: "JUSO_KAIGI", label: "重層的支援会議" },
    ];
    const town = officeSchema.parse({ ...aoba, meetings });
    expect(basis({}, town)).toMatchObject({
      label: "コーディネート会議（支援会議）",
      basis: "社会福祉法106条の6（本人の同意なし。構成員に守秘義務）",
    });
    expect(basis({ consents: [line("MEETING", "GIVEN")] }, town).label).toBe("重層的支援会議");
  });
});

describe("取り下げは、すぐに効く", () => {
  const withdrawn = (scope: ConsentScope) =>
    record({ owner: "hana", facts: { consents: [line(scope, "GIVEN"), line(scope, "WITHDRAWN")] } });
  const status = (code: string, basis = "") => ({ status: code, closeReason: "", why: "つなぎます", basis });

  it("共有を取り下げた人を、ほかの職員にわたすには、理由が要る。自分で受けるには要らない", () => {
    const members = ["hana", "taro"];
    const hand = (to: string, why = "") => acts.handTo(withdrawn("SHARE_INTERNAL"), { to, why }, members, by);
    expect(fieldsOf(hand("taro"))).toEqual(["why"]);
    expect(hand("taro", "命の危険があり").ok).toBe(true);
    expect(hand("").ok).toBe(true);
    const free = record({ owner: "taro", facts: withdrawn("SHARE_INTERNAL").facts });
    expect(acts.handTo(free, { to: "hana", why: "" }, members, by).ok).toBe(true);
  });

  it.each(["REFERRED", "LINKED", "MULTI"])("機関との共有に同意がなければ、%s には根拠が要り、記録に残る", (code) => {
    expect(fieldsOf(acts.changeStatus(withdrawn("SHARE_AGENCY"), status(code), by))).toEqual(["basis"]);
    expect(fieldsOf(acts.changeStatus(withdrawn("SHARE_AGENCY"), status(code, "CONSENT"), by))).toEqual(["basis"]);
    const made = acts.changeStatus(withdrawn("SHARE_AGENCY"), status(code, "LAW_REPORT"), by);
    expect(bodyOf(made)).toMatchObject({ to: code, basis: "LAW_REPORT" });
  });

  it("機関との共有に同意があれば、根拠は同意", () => {
    const agreed = record({ facts: { consents: [line("SHARE_AGENCY", "GIVEN")] } });
    expect(bodyOf(acts.changeStatus(agreed, status("REFERRED"), by))).toMatchObject({ basis: "CONSENT" });
    expect(bodyOf(acts.changeStatus(record(), status("SUPPORTING"), by))).not.toHaveProperty("basis");
  });

  it("連絡を取り下げた人に返事をするには、理由が要り、記録に残る", () => {
    const reached = withdrawn("CONTACT");
    const fields = (sure: boolean, why: string) =>
      answerProblems(reached, { text: "お元気ですか", sure, why }).map(({ field }) => field);
    expect(fields(true, "")).toEqual(["why"]);
    expect(fields(false, "命の危険があり")).toEqual(["sure"]);
    expect(fields(true, "命の危険があり")).toEqual([]);
    expect(acts.answered(reached, { why: "命の危険があり" }, by).entry.body).toEqual({ why: "命の危険があり" });
  });
});

describe("同意を書きとめる", () => {
  const typed = { scope: "MEETING", value: "GIVEN", method: "書面", text: "会議で話し合ってよい" };

  it("台帳に、だれが・いつ・どう聞いたかが一行ふえる", () => {
    const before = record({ confirmed: { district: "kita", consents: [line("CONTACT", "GIVEN", 1)] } });
    const made = noteConsent(before, typed, by);
    expect(made.ok && made.change.set.confirmed).toEqual({
      district: "kita",
      consents: [line("CONTACT", "GIVEN", 1), { ...typed, textVersion: "by-hand", lang: "ja", at: NOON }],
    });
    expect(bodyOf(made)).toEqual(typed);
  });

  it.each([
    ["何についてか", { scope: "" }, "scope"],
    ["お知らせは、同意するものではない", { scope: "PURPOSE_NOTICE" }, "scope"],
    ["どう答えたか", { value: "UNKNOWN" }, "value"],
    ["LINEボタンは、職員が書くものではない", { method: "LINEボタン" }, "method"],
    ["だれが何と言ったか", { text: " " }, "text"],
  ])("%s が欠けていれば、その欄を言う", (_, change, field) => {
    expect(fieldsOf(noteConsent(record(), { ...typed, ...change }, by))).toEqual([field]);
  });
});

describe("すること", () => {
  const task = (id: string, what: string): Entry => ({
    id,
    office: "demo",
    intake: "01A",
    at: NOON,
    by: null,
    kind: "task",
    body: { what },
  });
  const entries = [task("t1", "取り下げ: 会議での検討"), task("t2", "通訳要: ビルマ語")];

  it("対応したと押すまで残り、押したものだけが消える", () => {
    expect(openTasks(entries).map(({ id }) => id)).toEqual(["t1", "t2"]);
    const made = tickOff(record(), { task: "t1", text: "会議の担当に伝えた" }, entries, by);
    expect(made.ok && made.change).toMatchObject({
      set: {},
      entry: {
        by: "hana",
        at: NOON,
        kind: "done",
        body: { task: "t1", what: "取り下げ: 会議での検討", text: "会議の担当に伝えた" },
      },
    });
    const after = made.ok ? [...entries, made.change.entry] : [];
    expect(openTasks(after).map(({ id }) => id)).toEqual(["t2"]);
  });

  it("もう対応ずみのもの、ないものは、そう言う", () => {
    const done: Entry = { ...task("d1", ""), kind: "done", body: { task: "t1" } };
    expect(fieldsOf(tickOff(record(), { task: "t1", text: "" }, [...entries, done], by))).toEqual(["task"]);
    expect(fieldsOf(tickOff(record(), { task: "t9", text: "" }, entries, by))).toEqual(["task"]);
  });
});
