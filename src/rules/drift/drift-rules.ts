import { periodWords, placeWords, printWords, sourceWords } from "../../tieout/across/wording.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import type { Line } from "../reading/own-bridge.ts";
import { quoted } from "../reading/own-measure.ts";
import { ALL, type Found, type Rule } from "../rule.ts";
import { redefinedFindings } from "./definition-text.ts";
import { type Drift, driftsIn, recastsIn } from "./drift.ts";

const REMEDY =
  "Say that the measure has changed, and why, and that the earlier period was recast; or show it as it was published.";

/** Adjustments that have come or gone: one finding for what is the same in several measures and periods. */
function listFindings(disclosure: Disclosure): readonly Found[] {
  const groups = new Map<string, Drift[]>();
  for (const drift of driftsIn(disclosure)) {
    const { outside, come, gone } = drift;
    if (come.length + gone.length === 0) continue;
    const key = JSON.stringify([outside.name, ...[come, gone].map((lines) => lines.map(({ label }) => label))]);
    groups.set(key, [...(groups.get(key) ?? []), drift]);
  }
  return [...groups.values()].map(([first, ...others]) => listFinding(first!, others));
}

function listFinding(drift: Drift, others: readonly Drift[]): Found {
  const { own, outside, come, gone } = drift;
  const { name } = outside;
  const at = come[0] ?? own.total;
  const here = come.map((line) => `${lineWords(line)}, which that of ${name} does not have`);
  const there = gone.map((line) => `${lineWords(line)} in ${name}, which this one does not have`);
  const message = `${amountsOf(drift)} The reconciliation has ${[...here, ...there].join("; and ")}.${movedWords(drift)}${othersWords(drift, others)} No word says that the measure has changed.`;
  const figures = [...come.map(({ figure }) => figure), own.total.figure].flatMap((f) => f?.id ?? []);
  return { start: at.start, end: at.end, message, remedy: REMEDY, figures };
}

/** Both amounts with their places, and the one that both start from. */
function amountsOf({ own, theirs, outside }: Drift): string {
  const [a, b] = [own.total.figure, theirs.total.figure];
  return `${changedWords(own.total.label, a, b, outside.name)}, both from ${quoted(own.start.label)} of ${printWords(own.start.figure!)}.`;
}

const changedWords = (label: string, a: Figure, b: Figure, name: string): string =>
  `${quoted(label)} ${periodWords(a.period!)} is ${printWords(a)} in ${placeWords(a)}, and ${printWords(b)} in ${sourceWords(name, b)}`;

const lineWords = ({ label, figure, table: number, row }: Line): string =>
  `${quoted(label)} (${printWords(figure!)}, table ${number}, row ${row})`;

const movedWords = ({ moved, outside }: Drift): string =>
  moved
    .slice(0, MOST)
    .map(([a, b]) => ` ${quoted(a.label)} is ${amountWords(a)} here, and ${amountWords(b)} in ${outside.name}.`)
    .join("");

const amountWords = ({ figure, table: number, row }: Line): string =>
  `${figure === undefined ? "nothing" : printWords(figure)} (table ${number}, row ${row})`;

const MOST = 3;

function othersWords({ own }: Drift, others: readonly Drift[]): string {
  if (others.length === 0) return "";
  const all = others.map(({ own: other }) =>
    other.total.label === own.total.label
      ? periodWords(other.period)
      : `for ${quoted(other.total.label)} ${periodWords(other.period)}`,
  );
  const rest = all.length > MOST ? `, and ${all.length - MOST} more` : "";
  return ` So it is ${all.slice(0, MOST).join(", ")}${rest}.`;
}

/** Amounts that have changed: with the adjustments that explain it, where they are the same ones, or alone. */
function recastFindings(disclosure: Disclosure): readonly Found[] {
  const bridged = driftsIn(disclosure)
    .filter(({ come, gone }) => come.length + gone.length === 0)
    .map((drift) => ({
      start: drift.own.total.start,
      end: drift.own.total.end,
      message: `${amountsOf(drift)}${movedWords(drift)} No word says that it was recast.`,
      remedy: REMEDY,
      figures: [drift.own.total.figure.id],
    }));
  const alone = recastsIn(disclosure).map(({ own, theirs, outside }) => ({
    start: own.start,
    end: own.end,
    message: `${changedWords(own.name, own.figure, theirs.figure, outside.name)}; the measure under GAAP is the same in both. No word says that it was recast.`,
    remedy: REMEDY,
    figures: [own.figure.id],
  }));
  return [...bridged, ...alone];
}

const SOURCES = [
  "C&DI 100.02",
  "Regulation G, 17 CFR 244.100(b)",
  "of issuers in Europe: ESMA Guidelines on Alternative Performance Measures (ESMA/2015/1415), paragraphs 41 and 42",
];

/** A release with its reconciliation of adjusted EBITDA for the third quarter of a year and of the year before. */
const release = (year: number, ...rows: readonly string[]): string =>
  [
    `BOSTON, November 4, ${year} - Acme Inc. (NYSE: ACM) today reported its results.\n`,
    "## Reconciliation of Adjusted EBITDA\n",
    `| ($ millions) | Three months ended September 30, ${year} | Three months ended September 30, ${year - 1} |`,
    "|---|---|---|",
    ...rows.map((row) => `| ${row} |`),
    "\n",
  ].join("\n");
const PUBLISHED = release(
  2024,
  "Net income | 4.0 | 3.1",
  "Income tax | 2.0 | 1.5",
  "Depreciation | 5.0 | 4.8",
  "Adjusted EBITDA | 11.0 | 9.4",
);
const LITIGATION = release(
  2025,
  "Net income | 4.0 | 4.0",
  "Income tax | 2.0 | 2.0",
  "Depreciation | 6.1 | 5.0",
  "Litigation | 1.2 | 0.9",
  "Adjusted EBITDA | 13.3 | 11.9",
);
const NEW_SINCE = release(
  2025,
  "Net income | 4.0 | 4.0",
  "Income tax | 2.0 | 2.0",
  "Depreciation | 6.1 | 5.0",
  "Litigation | 1.2 | -",
  "Adjusted EBITDA | 13.3 | 11.0",
);
const RENAMED = release(
  2025,
  "Net income | 4.0 | 4.0",
  "Provision for income taxes | 2.0 | 2.0",
  "Wear and tear of works | 6.1 | 5.0",
  "Adjusted EBITDA | 12.1 | 11.0",
);
const RESTATED_AMOUNT = release(
  2025,
  "Net income | 4.0 | 4.0",
  "Income tax | 2.0 | 2.0",
  "Depreciation | 6.1 | 5.3",
  "Adjusted EBITDA | 12.1 | 11.3",
);
const RECAST_SAID = "Adjusted EBITDA of earlier periods is recast to leave out the costs of litigation.\n";
const DEFINED = (excluded: string): string =>
  `Adjusted EBITDA excludes interest, taxes, depreciation, amortization${excluded}.\n`;

export const DRIFT: readonly Rule[] = [
  {
    code: "adjustment-list-differs",
    title: "A measure takes out the same things in all periods",
    text: "A measure of the company's own is adjusted for the same things as in the release that first published the period; where it is not, the release says so and why, and the earlier period is recast.",
    sources: SOURCES,
    severity: "warning",
    state: "REVIEW",
    profiles: ALL,
    earlier: PUBLISHED,
    breaks: LITIGATION,
    keeps: [NEW_SINCE, RENAMED, `${LITIGATION}${RECAST_SAID}`, RESTATED_AMOUNT],
    check: listFindings,
  },
  {
    code: "own-measure-recast",
    title: "An earlier amount of a measure of the company's own is what was published",
    text: "The comparative amount of a measure of the company's own is the one that was first published for that period, or the release says that it was recast and why; the measure under GAAP is the same in both.",
    sources: SOURCES,
    severity: "warning",
    state: "BLOCK",
    profiles: ALL,
    earlier: PUBLISHED,
    breaks: RESTATED_AMOUNT,
    keeps: [
      NEW_SINCE,
      `${RESTATED_AMOUNT}The earlier depreciation was revised, and adjusted EBITDA with it.\n`,
      RENAMED,
    ],
    check: recastFindings,
  },
  {
    code: "definition-differs",
    title: "A measure of the company's own is defined as before",
    text: "The words that define a measure of the company's own name the same things as those of earlier releases, or the release says that the definition has changed.",
    sources: SOURCES,
    severity: "note",
    state: "REVIEW",
    profiles: ALL,
    earlier: `${PUBLISHED}${DEFINED(" and restructuring")}`,
    breaks: `${RENAMED}${DEFINED(", restructuring and share-based compensation")}`,
    keeps: [
      `${RENAMED}${DEFINED(" and costs of restructuring")}`,
      `${RENAMED}${DEFINED(", restructuring and share-based compensation")}We have changed the definition of adjusted EBITDA, since peers leave out share-based compensation.\n`,
    ],
    check: redefinedFindings,
  },
];
