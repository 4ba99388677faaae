// The first minute: who and about whom, why it is urgent, what is known and what is not.
import { NOT_ASKED } from "../../../flow/codes.ts";
import type { Answer, Subject } from "../../../intake/intake.ts";
import { beginning, storyOf } from "../../../intake/told/story.ts";
import { labelOf, tongueWords } from "../../labels.ts";
import type { Room } from "../../room.ts";
import { hiddenNotice, type Mask } from "../mask.ts";
import type { Sheet } from "../sheet.ts";
import { Row } from "./row.tsx";
import { districtOf, proposalWords, reasonWords, subjectWords, unknowns } from "./words.ts";

export function Known({ room, sheet }: { room: Room; sheet: Sheet }) {
  const { intake, mask } = sheet;
  const { facts, confirmed } = intake;
  const { category } = room.labels;
  const story = facts.narrative === "" ? beginning(mask.text(storyOf(sheet.talk.messages, facts.answers))) : "";
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
        <Row head="だれから">{mask.hides ? hiddenNotice(intake) : <ReporterWords room={room} sheet={sheet} />}</Row>
        <Row head="だれのこと">
          <Subjects room={room} subjects={facts.subjects} hides={mask.hides} />
          <Sure is={confirmed?.subjects !== undefined} />
        </Row>
        <Row head="話のはじまり">{story && <span class="words">{story}</span>}</Row>
        <Row head="言語">{tongueWords(room.labels, intake.lang)}</Row>
        <Row head="一番困っていること">
          {labelOf(category, facts.primaryCategory)}
          <Sure is={confirmed?.primaryCategory !== undefined} />
        </Row>
        <Row head="ほかの困りごと">{others.join("、")}</Row>
        <Place room={room} sheet={sheet} />
        {SEEN.map(([step, head]) => (
          <Row head={head}>{answerWords(facts.answers, step, mask)}</Row>
        ))}
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

/** What a partner on a round tells: it stands with the facts, not among the questions only. */
const SEEN = [
  ["signs", "様子"],
  ["since", "いつから"],
  ["called", "声かけの結果"],
] as const;

function answerWords(answers: Answer[], step: string, mask: Mask): string {
  const told = answers.find((answer) => answer.step === step);
  return told === undefined ? "" : mask.text(told.means ?? told.answer);
}

function Place({ room, sheet: { intake } }: { room: Room; sheet: Sheet }) {
  const { facts, confirmed } = intake;
  const words = districtOf(room, facts.district, facts.districtText);
  const sure = confirmed?.district !== undefined || confirmed?.districtText !== undefined;
  return (
    <Row head="地区">
      {words !== "" && (
        <>
          {words} <Sure is={sure} />
        </>
      )}
    </Row>
  );
}

/** A person said so; all the rest are candidates. */
const Sure = ({ is }: { is: boolean }) => (is ? <small>（職員が確かめました）</small> : null);

function ReporterWords({ room, sheet }: { room: Room; sheet: Sheet }) {
  const { reporter, facts } = sheet.intake;
  const { role, name, anonymous } = reporter;
  // On LINE it only means that no name was asked for.
  const unnamed = anonymous && sheet.intake.channel !== "LINE";
  const wasAsked = role !== "UNKNOWN" || facts.answers.some(({ step }) => step === "role");
  const words = [
    wasAsked ? labelOf(room.labels.role, role) : NOT_ASKED,
    name,
    unnamed && "（名前を出したくない）",
  ].filter(Boolean);
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
