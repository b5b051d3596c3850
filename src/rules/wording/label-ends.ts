import {
  absolute,
  add,
  compare,
  equal,
  multiply,
  type Rational,
  rational,
  subtract,
  ZERO,
} from "../../exact/rational.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import type { Family } from "../names/family.ts";
import { anyCase, inSmall, says } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { figureIn, inColumn } from "../reading/foots.ts";
import { quoted } from "../reading/own-measure.ts";
import { foundAt, RESULTS, sentencesOf } from "../reading/placed.ts";
import type { RuleRow, RuleTable } from "../reading/rule-table.ts";
import type { Found } from "../rule.ts";

/** Captions of the statements that a reconciliation may end in. */
const CAPTIONS: ReadonlySet<Family> = new Set<Family>([
  "revenue",
  "gross-profit",
  "operating-income",
  "operating-expenses",
  "pre-tax-income",
  "net-income",
  "eps",
]);
/** What says of the first line that it is the one of the statements, so that the last is another. */
const UNDER_GAAP = anyCase(/(?:^|[^-\w])gaap\b|\b(?:as )?reported\b/);
const MARKS = anyCase(
  /\bnon[-\u2010\u2011 ]?(?:gaap|ifrs)\b|\badjusted\b|\bpro[- ]?forma\b|\bunderlying\b|\bcore\b|\bcomparable\b|\bnormali[sz]ed\b|\bexcluding\b|\bex-|\bbefore\b|\borganic\b|\bconstant\b|\bgaap\b|\breported\b/,
);

const columnOf = ({ where }: Figure): number => (where.kind === "table" ? where.column : 0);

/** Whether the lines between lead from the first amount to the last, within what rounding leaves open. */
function isLed(rows: readonly RuleRow[], column: number): boolean {
  const cells = rows.map((row) => inColumn(row, column));
  const [first, last] = [cells[0], cells.at(-1)];
  if (first === undefined || last === undefined || equal(first.value, last.value)) return false;
  const between = cells.slice(1, -1).filter((one) => one !== undefined);
  if (between.length === 0 || between.some(({ unit }) => unit !== first.unit)) return false;
  const sum = between.reduce<Rational>((all, { value }) => add(all, value), first.value);
  const open = multiply(last.quantum, rational(BigInt(rows.length), 2n));
  return compare(absolute(subtract(sum, last.value)), open) <= 0 && compare(last.quantum, ZERO) > 0;
}

/** "GAAP operating income", what is added back, and a last line "Operating income": the line of a measure of the company's own by the caption of the statements. */
function endsIn(table: RuleTable): readonly { readonly row: RuleRow; readonly first: RuleRow }[] {
  const { kind, rows, reading } = table;
  if (kind === "statement" || kind === "guidance") return [];
  return rows.flatMap((first, i) => {
    const family = first.named?.family;
    if (
      family === undefined ||
      !CAPTIONS.has(family) ||
      first.named?.basis !== "GAAP" ||
      !says(UNDER_GAAP, first.label)
    )
      return [];
    const end = rows.findIndex((row, j) => j > i + 1 && row.named?.family === family);
    const row = rows[end];
    if (row === undefined || row.label.length > LABEL_LONGEST) return [];
    const path = reading.meaning.rows[row.row]?.path ?? [];
    if ([row.label, ...path].some((words) => says(MARKS, words)) || isBroken(row, rows[end - 1], table)) return [];
    const lines = rows.slice(i, end + 1);
    const columns = row.figures.map(columnOf).filter((column) => figureIn(first, column) !== undefined);
    return columns.length > 0 && columns.every((column) => isLed(lines, column)) ? [{ row, first }] : [];
  });
}
const LABEL_LONGEST = 40;

/** Whether the line above is one without amounts that says the basis: a narrow page has broken the label. */
function isBroken(row: RuleRow, before: RuleRow | undefined, { reading: { meaning } }: RuleTable): boolean {
  const above = meaning.rows.slice((before?.row ?? 0) + 1, row.row);
  return above.some(({ label }) => says(MARKS, label));
}

/** Reconciliations that end in a caption of the statements (C&DI 100.05). */
export const endFindings = (disclosure: Disclosure): readonly Found[] =>
  toldOnce(
    disclosure,
    disclosure.tables.flatMap((t) => endsIn(t).map(({ row, first }) => ({ ...row, first }))),
    ({ label, first }) => ({
      message: `The lines from ${quoted(first.label)} lead to ${quoted(label)}, a measure of the company's own by the caption of a line of the statements.`,
      remedy: 'Call it "adjusted" or "non-GAAP", and say what it leaves out.',
      figures: [],
    }),
  );

const CAPTION =
  "(?:net )?(?:sales|revenues?)|gross profit|(?:operating|net) (?:income|profit|earnings)|income from operations";
/** What no caption of the statements leaves out by itself; returns, the cost of sales and taxes they do. */
const LEFT_OUT =
  "restructuring|impairments?|(?:stock|share|equity)[- ]based|acquisition|amorti[sz]ation of (?:acquired |acquisition-related |purchased )?intangible|litigation|one-time|special|non-?recurring|unusual|freight|pass-?through|reimburs";
const CALLED = anyCase(
  new RegExp(
    String.raw`\b(?:${CAPTION}),? which (?:is|we (?:define|compute|calculate|report|measure)|(?:is|are) (?:defined|calculated|computed))(?: as)? [^.;]{0,60}?\b(?:less|before|excluding|excludes|exclusive of|net of|without)\b[^.;]{0,40}?\b(?:${LEFT_OUT})`,
  ),
);
const OWNS_UP = anyCase(/\bnon[-\u2010\u2011 ]?(?:gaap|ifrs)\b|\bsegments?\b|\balternative performance\b/);
const OWN_BEFORE = anyCase(
  /\b(?:adjusted|core|underlying|organic|comparable|normali[sz]ed|segment|divisional?)(?: [\w-]+)? $/,
);

/** "Net revenue, which is net sales less freight, was $201.0 million": the sentence says itself that the caption stands for something else. */
export const calledFindings = (disclosure: Disclosure): readonly Found[] =>
  toldOnce(
    disclosure,
    sentencesOf(disclosure, (p) => RESULTS.has(p.part) && inSmall(p.text).includes(" which ")).flatMap((at) => {
      const { text, figures } = at.sentence;
      const match = figures.some(({ kind }) => kind === "amount") ? CALLED.exec(text) : null;
      if (match === null || OWNS_UP.test(at.passage.text) || says(OWN_BEFORE, text.slice(0, match.index))) return [];
      const caption = match[0].slice(0, match[0].search(/,? which /));
      const message = `${quoted(caption)} leaves something out under the caption of a line of the statements, and nothing says that it is a measure of the company's own.`;
      return [foundAt(at, match, message, 'Call it "adjusted" or "non-GAAP", and say what it leaves out.')];
    }),
    ({ message, remedy }) => ({ message, remedy, figures: [] }),
  );
