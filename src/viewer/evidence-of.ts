import { intersect } from "../exact/interval.ts";
import { startOf } from "../text/printed.ts";
import { intervalOf } from "../tieout/figures/interval.ts";
import { printOf, worded, wordedRange } from "../tieout/prove/wording.ts";
import { namedBy } from "../tieout/relations/relation.ts";
import type { CheckedDocument, CheckedRelation } from "../tieout/report/checked.ts";
import { excerpts } from "../tieout/report/excerpt.ts";
import { write } from "../tieout/report/write.ts";
import type { Evidence, FindingWords, RelationWords } from "./evidence.ts";

const LONGEST_TITLE = 160;
/** Of a longer sum the first prints are shown and the last, its result. */
const MOST_SHOWN = 24;

/** What the viewer shows beside the document. The same document gives the same evidence, byte for byte. */
export function evidenceOf(checked: CheckedDocument): Evidence {
  const { document, relations, findings, path } = checked;
  const outline = document.blocks.flatMap((block) =>
    block.kind === "heading" && block.text.text !== ""
      ? [{ text: block.text.text.slice(0, LONGEST_TITLE), level: block.level, at: startOf(block.text, 0) }]
      : [],
  );
  const lines = new Map(relations.map((r) => [r.id, lineOf(r, checked)]));
  const excerpt = excerpts(document);
  const wordsOf = (finding: CheckedDocument["findings"][number]): FindingWords => {
    const { text, from, to } = excerpt(finding.start, finding.end);
    return {
      certificate: finding.certificate.map(({ relation, times }) => `${times} × (${lines.get(relation) ?? relation})`),
      excerpt: text === "" ? undefined : { line: text, from, to },
    };
  };
  return {
    schema: "tickmark-evidence/1",
    title: titleOf(outline, path),
    report: write(checked),
    outline,
    relations: relations.map(
      (r) => ({ line: lines.get(r.id)!, verdict: verdictOf(r, checked) }) satisfies RelationWords,
    ),
    findings: findings.map(wordsOf),
  };
}

/** The first heading that says something; a word or two are a rubric of the page that the release stands in. */
const titleOf = (outline: Evidence["outline"], path: string): string =>
  outline.find(({ text }) => text.split(" ").length > 3)?.text ?? path.slice(path.lastIndexOf("/") + 1);

/** The relation in the author's labels, and the numbers as they are printed. */
function lineOf({ relation }: CheckedRelation, { figures }: CheckedDocument): string {
  const prints = namedBy(relation.form).map((f) => figures[f]!.figure.text);
  if (prints.length === 0) return relation.text;
  const shown = prints.length > MOST_SHOWN ? [...prints.slice(0, MOST_SHOWN - 1), "…", prints.at(-1)!] : prints;
  const { kind } = relation.form;
  if (kind === "said") return `${relation.text}: ${shown.join(", ")}`;
  if (kind === "equal") return `${relation.text}: ${shown.join(" and ")}`;
  return `${relation.text}: ${shown.slice(0, -1).join(", ")} → ${shown.at(-1)!}`;
}

const SAID: Readonly<Record<CheckedRelation["verdict"], string>> = {
  forced: "Whatever stands behind the operands, the result prints as it does.",
  consistent: "The printed operands give the printed result.",
  attainable: "The printed digits do not give the result, yet amounts that print so would.",
  unattainable: "No amounts that print so give the result.",
  unverifiable: "Nothing here can be tested.",
};

function verdictOf({ relation, verdict, computed }: CheckedRelation, { figures }: CheckedDocument): string {
  const result = namedBy(relation.form).at(-1);
  const figure = result === undefined ? undefined : figures[result]!.figure;
  const given = computed?.interval;
  if (figure?.measured === undefined || given === undefined || (given.low === null && given.high === null))
    return SAID[verdict];
  const print = printOf(figure);
  const printed = intervalOf(figure, "halfExpand");
  const point =
    computed?.point === undefined ? "" : ` From their digits the operands give ${worded(computed.point, print)};`;
  const meets = intersect(given, printed) === undefined ? "only " : "";
  return `${SAID[verdict]}${point} all that prints as they do gives ${meets}${wordedRange(given, print)}, and ${figure.text} stands for ${wordedRange(printed, print)}.`.replace(
    ". all that",
    ". All that",
  );
}
