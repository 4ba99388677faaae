// The first minute: how urgent and why, who and about whom, what is known and what is not.
import type { Child } from "hono/jsx";
import type { Subject } from "../../../intake/intake.ts";
import { labelOf } from "../../labels.ts";
import { UrgencyMark } from "../../look/urgency.tsx";
import type { Room } from "../../room.ts";
import { dateTime, iso, waited } from "../../when.ts";
import { hasEnded } from "../../../intake/acts.ts";
import { HIDDEN_NOTICE, tellsReporter } from "../mask.ts";
import type { Sheet } from "../sheet.ts";
import { unknowns } from "./unknowns.ts";

/** One line of what must be seen before anything is read. */
export function Strip({ room, sheet }: { room: Room; sheet: Sheet }) {
  const { intake, names, mask } = sheet;
  const { labels } = room;
  const owner = intake.owner === null ? "未担当" : (names.get(intake.owner) ?? "（いない職員）");
  const channel = mask.hides && tellsReporter(intake.channel) ? "—" : intake.channel;
  return (
    <ul class="strip">
      <li>
        <UrgencyMark labels={labels} urgency={intake.urgency} />
        <small>{labels.urgencyMeans[intake.urgency]}</small>
      </li>
      <li>
        状態 <b>{labels.status[intake.status]}</b>
        {intake.closeReason && <small>{intake.closeReason}</small>}
      </li>
      <li>
        担当 <b>{owner}</b>
      </li>
      <li>
        受付{" "}
        <b>
          <time datetime={iso(intake.receivedAt)}>{dateTime(intake.receivedAt)}</time>
        </b>
        {!hasEnded(intake.status) && <small>受付から {waited(intake.receivedAt, room.now())}</small>}
      </li>
      <li>
        方法 <b>{channel}</b>
        <small>{labels.completeness[intake.completeness]}</small>
      </li>
      {intake.lang !== "ja" && (
        <li>
          言語 <b>{labelOf(labels.lang, intake.lang)}</b>
        </li>
      )}
    </ul>
  );
}

export function Known({ room, sheet }: { room: Room; sheet: Sheet }) {
  const { intake, mask } = sheet;
  const { facts } = intake;
  const { category } = room.labels;
  const others = facts.categories
    .filter((code) => code !== facts.primaryCategory)
    .map((code) => labelOf(category, code));
  return (
    <section class="sheet" aria-labelledby="known">
      <h2 id="known">わかっていること</h2>
      {facts.flags.length > 0 && (
        <p class="flags">
          {facts.flags.map((flag) => (
            <span class="tag">{mask.text(flag)}</span>
          ))}
        </p>
      )}
      <dl>
        <Row head="だれから">{mask.hides ? HIDDEN_NOTICE : <ReporterWords room={room} sheet={sheet} />}</Row>
        <Row head="だれのこと">
          <Subjects room={room} subjects={facts.subjects} hides={mask.hides} />
        </Row>
        <Row head="一番困っていること">{labelOf(category, facts.primaryCategory)}</Row>
        <Row head="ほかの困りごと">{others.join("、")}</Row>
        <Row head="地区">{districtOf(room, facts.district, facts.districtText)}</Row>
        <Row head="緊急度のわけ">
          {facts.urgencyReasons.map((reason) => mask.text(reasonWords(room, reason))).join("、")}
        </Row>
        <Row head="危険のしるし">{facts.riskTypes.map((risk) => labelOf(room.labels.risk, risk)).join("、")}</Row>
        <Row head="希望">{mask.text(facts.wish)}</Row>
        <Row head="手助けが要ること">{facts.needsSupport.join("、")}</Row>
        <Row head="聞き取り">{facts.narrative && <span class="words">{mask.text(facts.narrative)}</span>}</Row>
      </dl>
      <Unknown names={unknowns(intake).filter((name) => !(mask.hides && name === "だれからの相談か"))} />
      <Proposals words={facts.proposals.map((words) => mask.text(proposalWords(room, words)))} />
    </section>
  );
}

// ── helpers ──

/** A line only where there is something to say. */
export function Row({ head, children }: { head: string; children?: Child }) {
  return children === "" || children === null || children === undefined ? null : (
    <div>
      <dt>{head}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function ReporterWords({ room, sheet }: { room: Room; sheet: Sheet }) {
  const { role, name, anonymous } = sheet.intake.reporter;
  // On LINE it only means that no name was asked for.
  const unnamed = anonymous && sheet.intake.channel !== "LINE";
  const words = [labelOf(room.labels.role, role), name, unnamed && "（名前を出したくない）"].filter(Boolean);
  return <>{words.join(" ")}</>;
}

function Subjects({ room, subjects, hides }: { room: Room; subjects: Subject[]; hides: boolean }) {
  if (subjects.length === 0) return <>—</>;
  return (
    <ul class="plain">
      {subjects.map((subject) => (
        <li>{subjectWords(room, subject, hides)}</li>
      ))}
    </ul>
  );
}

/** 「親・75〜84歳（本人は知らない）」. The relation tells who the reporter is. */
function subjectWords(
  room: Room,
  { relation, called = "", ageBand, district, aware, issueTags }: Subject,
  hides: boolean,
): string {
  const who = [
    hides ? "" : called === "" || called === relation ? relation : `${relation}（${called}）`,
    ageBand === "UNKNOWN" ? "年代はわからない" : labelOf(room.labels.ageBand, ageBand),
  ];
  const place = district === null ? "" : districtOf(room, district, "");
  const knows = relation === "本人" || aware === "わからない" ? "" : `（本人は相談を${aware}）`;
  return [...who, place, ...issueTags].filter(Boolean).join("・") + knows;
}

function districtOf({ office }: Room, code: string | null, typed: string): string {
  const label = office.districts.find((district) => district.code === code)?.label ?? code ?? "";
  return [label, typed && typed !== label ? `「${typed}」` : ""].filter(Boolean).join(" ");
}

/** `SELF_HARM: 死にたい` → 「死にたい」（自殺・自傷）. */
function reasonWords({ labels }: Room, reason: string): string {
  const [, risk, words] = /^([A-Z_]+): (.+)$/s.exec(reason) ?? [];
  return risk === undefined ? reason : `「${words}」（${labelOf(labels.risk, risk)}）`;
}

/** `category:CARE` → 困りごと「介護のこと」. */
function proposalWords({ labels }: Room, proposal: string): string {
  const [, code] = /^category:(\w+)$/.exec(proposal) ?? [];
  return code === undefined ? proposal : `困りごと「${labelOf(labels.category, code)}」`;
}

function Unknown({ names }: { names: string[] }) {
  return names.length === 0 ? null : (
    <p class="unknown">
      <b>まだわからないこと</b> {names.join("、")}
    </p>
  );
}

function Proposals({ words }: { words: string[] }) {
  return words.length === 0 ? null : (
    <p class="unknown">
      <b>候補</b>（自動の案です。職員が決めます。住民には見せません） {words.join("、")}
    </p>
  );
}
