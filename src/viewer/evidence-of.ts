import type { End, Interval } from "../exact/interval.ts";
import { equal } from "../exact/rational.ts";
import { shown } from "../text/place.ts";
import { startOf } from "../text/printed.ts";
import type { Excerpt } from "../text/told.ts";
import type { Heading, Paragraph } from "../tieout/document.ts";
import type { Figure } from "../tieout/figures/figure.ts";
import { computedWords, slackWords, unequalWords } from "../tieout/prove/verdict-words.ts";
import type { Form, Verdict } from "../tieout/relations/relation.ts";
import type { CheckedDocument, CheckedRelation } from "../tieout/report/checked.ts";
import { excerpts } from "../tieout/report/excerpt.ts";
import { ruleWords } from "../tieout/report/rule-words.ts";
import { write } from "../tieout/report/write.ts";
import { type FindingPlace, findingPlaces, passageId } from "./_finding-place.ts";
import { relationLines } from "./_relation-line.ts";
import type { Evidence, FindingWords } from "./evidence.ts";

const LONGEST_TITLE = 160;

/** What the viewer shows beside the document. The same document gives the same evidence, byte for byte. */
export function evidenceOf(checked: CheckedDocument): Evidence {
  const { document, relations, findings, figures } = checked;
  const outline = document.blocks.flatMap((block) =>
    block.kind === "heading" && block.text.text !== ""
      ? [{ text: shown(block.text.text.slice(0, LONGEST_TITLE)), level: block.level, at: startOf(block.text, 0) }]
      : [],
  );
  const lineOf = relationLines(checked);
  const lines = new Map(relations.map(({ id, relation }) => [id, shown(lineOf(relation))]));
  const excerpt = excerpts(document);
  const placeOf = findingPlaces(checked);
  const wordsOf = (finding: CheckedDocument["findings"][number], place: number): FindingWords => ({
    certificate: finding.certificate.map(
      ({ relation, times }) => `${relation} times ${times}: ${lines.get(relation) ?? ""}`,
    ),
    excerpt: excerptOf(excerpt(finding.start, finding.end)),
    target: targetOf(placeOf(finding), place),
    rule: finding.rule === undefined ? undefined : { state: finding.rule.state, words: ruleWords(finding.rule) },
  });
  return {
    schema: "tickmark-evidence/1",
    title: titleOf(checked),
    report: write(checked),
    outline,
    relations: relations.map((r) => ({ line: lines.get(r.id)!, verdict: verdictOf(r, figures) })),
    findings: findings.map(wordsOf),
  };
}

function targetOf(place: FindingPlace, index: number): string | undefined {
  if (place.kind === "nowhere") return undefined;
  return place.kind === "figure" ? place.id : passageId(index);
}

/** A headline stands among so many first blocks. */
const AMONG_FIRST = 14;
const ANNOUNCES = /\b(?:results|reports?|announces?)\b/i;

/**
 * The headline: of the first lines that could be one, that which announces something; else a heading further down that does, below
 * the rubrics of the page that the release stands in; else the first line, else the name of the file.
 */
function titleOf({ document: { blocks }, path }: CheckedDocument): string {
  const lines = blocks
    .slice(0, AMONG_FIRST)
    .flatMap((block) => (block.kind !== "table" && isHeadline(block) ? [block.text.text] : []));
  const isAnnouncing = (text: string): boolean => ANNOUNCES.test(text);
  const heading = blocks.find((b) => b.kind === "heading" && isHeadline(b) && isAnnouncing(b.text.text));
  const further = heading?.kind === "heading" ? heading.text.text : undefined;
  const line = lines.find(isAnnouncing) ?? further ?? lines[0];
  return shown(line?.slice(0, LONGEST_TITLE) ?? path.slice(path.search(/[^/\\]*$/)));
}

/** Of several words and no sentence; where nothing marks it as a heading, most of them have capitals, and no date ends it. */
function isHeadline({ kind, text: { text } }: Heading | Paragraph): boolean {
  const words = text.split(" ");
  if (words.length < 4 || /[.:;,]$/.test(text)) return false;
  if (kind === "heading") return true;
  if (text.length > LONGEST_TITLE || /\d, (?:19|20)\d\d$/.test(text)) return false;
  return words.filter((word) => /^\p{Lu}/u.test(word)).length * 2 > words.length;
}

/** So much of a line is shown around what is meant. */
const AROUND = 160;

function excerptOf({ text, from, to }: Excerpt): FindingWords["excerpt"] {
  if (text === "") return undefined;
  const start = Math.max(0, from - AROUND);
  const before = (start > 0 ? "…" : "") + shown(text.slice(start, from));
  const meant = shown(text.slice(from, Math.min(to, from + AROUND)));
  const until = Math.min(to, from + AROUND);
  const behind = shown(text.slice(until, until + AROUND)) + (until + AROUND < text.length ? "…" : "");
  return { line: before + meant + behind, from: before.length, to: before.length + meant.length };
}

/** What is said of what arithmetic decides: a verdict of a result on its operands. */
const RECKONED: Readonly<Record<Verdict, string>> = {
  forced: "Whatever stands behind the operands, the result prints as it does",
  consistent: "The printed operands give the printed result",
  attainable: "The printed operands miss the result",
  unattainable: "No amounts that print so give the result",
  unverifiable: "Nothing here can be tested.",
};

/** Of two prints of one amount. */
const EQUAL: Readonly<Record<Verdict, string>> = {
  forced: "The finer print rounds to the coarser.",
  consistent: "One amount prints as both.",
  attainable: "One amount prints as both where halves are rounded to even.",
  unattainable: "They differ",
  unverifiable: "Nothing here can be tested.",
};

/** Of what no arithmetic decides. */
const SAID: Readonly<Record<Verdict, string>> = {
  forced: "It holds.",
  consistent: "It holds.",
  attainable: "It may be so, and deserves a look.",
  unattainable: "It cannot be so.",
  unverifiable: "Nothing here can be tested.",
};

function verdictOf(
  { relation: { form }, verdict, computed }: CheckedRelation,
  figures: CheckedDocument["figures"],
): string {
  if (form.kind === "equal") {
    const [left, right] = [figures[form.left]!.figure, figures[form.right]!.figure];
    return verdict === "unattainable" ? `${EQUAL[verdict]}: ${unequalWords(left, right)}` : EQUAL[verdict];
  }
  const interval = computed?.interval;
  const isBounded = interval !== undefined && (interval.low !== null || interval.high !== null);
  const result = isBounded ? resultOf(form, figures, interval) : undefined;
  if (result === undefined || interval === undefined || verdict === "unverifiable") return SAID[verdict];
  const given = { point: computed?.point, interval };
  const words = verdict === "attainable" ? slackWords(given, result) : computedWords(given, result);
  return `${RECKONED[verdict]}: ${words}`;
}

/** The figure that is computed. What a relation worked out by itself may be another number: of shares, say. */
function resultOf(
  form: Exclude<Form, { kind: "equal" }>,
  figures: CheckedDocument["figures"],
  interval: Interval,
): Figure | undefined {
  if (form.kind !== "said") return figures[form.result]!.figure;
  const last = form.figures.at(-1);
  const left = last === undefined ? undefined : form.implied?.get(last);
  if (last === undefined || left === undefined || !isSame(left.low, interval.low) || !isSame(left.high, interval.high))
    return undefined;
  const { figure } = figures[last]!;
  return figure.measured === undefined ? undefined : figure;
}

const isSame = (a: End | null, b: End | null): boolean => (a === null || b === null ? a === b : equal(a.at, b.at));
