import type { Figure } from "../../tieout/figures/figure.ts";
import { anyCase } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import { digitsOf } from "../reading/digits.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isMoney } from "../reading/mention.ts";
import { quoted } from "../reading/own-measure.ts";
import type { RuleRow, RuleTable } from "../reading/rule-table.ts";
import type { Found } from "../rule.ts";

/** The three values of the EPRA guidelines (net reinstatement, tangible assets, disposal), and the one that they took the place of. */
const ASSET_VALUE = anyCase(
  /\bepra nn?n?av\b|\b(?:nrv|nta|ndv|nnnav)\b|\bnet (?:reinstatement|tangible assets?|disposal) value\b/,
);
/** What such a value is led from. */
const EQUITY = anyCase(/\bequity\b|\bnet assets\b/);
/** An amount of fewer digits is printed elsewhere by chance. */
const DIGITS = 3;

/**
 * Values of a property company's net assets at two dates, of which a table leads from equity to those of the one date alone. What the other ones come to has
 * no way from the balance sheet (ESMA Guidelines on Alternative Performance Measures, paragraphs 26 and 37). One finding for all of them.
 */
export function assetValuesUnled(disclosure: Disclosure): readonly Found[] {
  const named = disclosure.tables.filter(namesValue);
  if (named.length === 0 || !isComplete(disclosure)) return [];
  const bridges = named.filter(({ rows }) => rows.some(({ label }) => EQUITY.test(label)));
  const led = new Set(bridges.flatMap(({ rows }) => rows.flatMap(({ figures }) => figures.map(digitsOf))));
  const shown = named
    .filter((t) => !bridges.includes(t) && t.kind !== "guidance")
    .flatMap((t) =>
      t.rows.flatMap((row) => {
        const unled = unledOf(row, led);
        return unled === undefined ? [] : [{ ...row, table: t.table, unled }];
      }),
    );
  return toldOnce(disclosure, shown, ({ label, table, unled }) => ({
    message: `Table ${table} gives ${quoted(label)} for another date (${unled.text}) than the table that leads to it from equity.`,
    remedy: "Lead to each date that is shown, or leave out what is not led to.",
    figures: [unled.id],
  }));
}

const namesValue = ({ rows, reading: { meaning } }: RuleTable): boolean =>
  rows.some(({ label }) => ASSET_VALUE.test(label)) || meaning.columns.some(({ head }) => ASSET_VALUE.test(head));

/** The amount of a row that no bridge prints, beside one that a bridge comes to. */
function unledOf({ label, figures }: RuleRow, led: ReadonlySet<string>): Figure | undefined {
  if (!ASSET_VALUE.test(label)) return undefined;
  const amounts = figures.filter((f) => isMoney(f) && digitsOf(f).length >= DIGITS);
  return amounts.some((f) => led.has(digitsOf(f))) ? amounts.find((f) => !led.has(digitsOf(f))) : undefined;
}
