import { type Comparable, comparableTo, isComparable } from "../names/comparable.ts";
import { type Family, isOwnFamily, OF_SHARES, RATES, SHARE_OF } from "../names/family.ts";
import { MARGINS } from "../names/parts.ts";
import { anyCase, says } from "../pattern.ts";
import { remembered } from "../remembered.ts";
import type { Disclosure } from "./disclosure.ts";
import { linesBetween } from "./foots.ts";
import { isReconciliation, type Way, waysLed } from "./led.ts";
import type { Mention } from "./mention.ts";
import type { Passage } from "./passage.ts";
import { printsStatement } from "./rule-table.ts";

/** Results under GAAP that a reconciliation may begin with, whatever measure it comes to. */
const RESULTS: ReadonlySet<Family> = new Set<Family>([
  "net-income",
  "eps",
  "pre-tax-income",
  "operating-income",
  "operating-cash-flow",
]);
/** Measures that are to be led to from net income (C&DI 103.02): what is led to them from a line above it is not what they are read with. */
const FROM_NET_INCOME: ReadonlySet<Family> = new Set<Family>(["ebitda", "ebit"]);
const ABOVE_NET: ReadonlySet<Family> = new Set<Family>(["operating-income", "pre-tax-income"]);

/** Whether a release may hold one measure against the other: sales are led down to much and answer for sales alone, and no earnings answer for a flow of cash (C&DI 102.07). */
export function mayAnswer(own: Family, gaap: Family): boolean {
  if (isComparable(own, gaap) || isOwnFamily(gaap)) return true;
  // A share's part answers for one of its kind, and no amount for a part of another.
  if (RATES.has(own) || OF_SHARES.has(own) !== OF_SHARES.has(gaap)) return false;
  if (comparableTo(own).family === "operating-cash-flow") return false;
  // What is owed is held against what is owed, though a release may lead to it over a flow of cash.
  if (own === "net-debt" || own === "debt") return false;
  return RESULTS.has(gaap) && !(FROM_NET_INCOME.has(own) && ABOVE_NET.has(gaap));
}

/** Whether the first row of a way is what the measure at its end is compared with; a subtotal on the way that everybody compares it with comes before it. */
export function isCounterpart(own: Family, { table, from, to }: Way): boolean {
  if (!isReconciliation(table) || !(from.named === undefined || mayAnswer(own, from.named.family))) return false;
  return (
    (from.named !== undefined && isComparable(own, from.named.family)) ||
    !linesBetween(table, from, to).some(({ named }) => named?.basis === "GAAP" && isComparable(own, named.family))
  );
}

/** Whether a reader of this release holds one of the company's own against a measure under GAAP: as everybody does, or as its reconciliations and its definitions say. */
export const isHeldAgainst = (own: Family, gaap: Family, disclosure: Disclosure): boolean =>
  isComparable(own, gaap) || counterparts(disclosure).get(own)?.family === gaap;

/** The measure under GAAP that this release itself holds one of the company's own against; where it does not say, that which everybody does. */
export function heldAgainst(own: Family, disclosure: Disclosure): Comparable {
  const said = counterparts(disclosure).get(own);
  const held = comparableTo(said?.isOnly ? said.family : own);
  return own === "leverage" && isOfCapital(disclosure) ? { ...held, words: "the ratio of total debt to equity" } : held;
}

/** "The leverage ratio is defined as recourse debt divided by capital invested": a ratio to what is invested is not read with one to what is earned. */
const isOfCapital = remembered(
  ({ passages, tables }: Disclosure) =>
    passages.some(({ text }) => text.includes("everage") && says(OVER_CAPITAL, text)) ||
    // What is owed with recourse is a lender's, who holds it against what it has.
    tables.some((t) => t.rows.some(({ label, named }) => named?.family === "leverage" && says(RECOURSE, label))),
);
const RECOURSE = anyCase(/\brecourse (?:leverage|debt)\b/);
const OVER_CAPITAL = anyCase(
  /\bleverage (?:ratio )?(?:is|are) (?:defined|calculated|computed)[^.;]{0,80}\b(?:debt|borrowings|indebtedness)\b[^.;]{0,80}\b(?:divided by|to|over) (?:[\w’'-]+ ){0,4}(?:capital|equity)\b/,
);

interface Counterpart {
  readonly family: Family;
  /** Whether no statement has the measure that everybody else would compare with. */
  readonly isOnly: boolean;
}

/** What the release says that its measures are compared with, of those that everybody would compare with another. */
const counterparts = remembered((disclosure: Disclosure): ReadonlyMap<Family, Counterpart> => {
  const printed = printedFamilies(disclosure);
  // Where the statements have the measure itself, a way that begins elsewhere is longer than it had to be.
  const isPrinted = (own: Family): boolean => comparableTo(own).family === own && printed.has(own);
  const led = waysLed(disclosure).flatMap((way): readonly Pair[] => {
    const [from, to] = [way.from.named, way.to.named];
    return to?.basis === "non-GAAP" &&
      from?.basis === "GAAP" &&
      isCounterpart(to.family, way) &&
      !isPrinted(to.family) &&
      !isPartReconciled(to.family, disclosure)
      ? [[to.family, from.family]]
      : [];
  });
  const said = disclosure.passages.flatMap(saidIn).filter(([own, gaap]) => mayAnswer(own, gaap));
  const all = new Map<Family, Set<Family>>();
  for (const [own, gaap] of [...led, ...said, ...withoutOperating(disclosure)])
    all.set(own, (all.get(own) ?? new Set()).add(gaap));
  const learned = [...all].flatMap(([own, [gaap, ...others]]): readonly Pair[] =>
    gaap === undefined || others.length > 0 || isComparable(own, gaap) ? [] : [[own, gaap]],
  );
  const parts = learned.flatMap(([own, gaap]) =>
    [MARGINS, SHARE_OF].flatMap((partOf): readonly Pair[] => {
      const [part, of] = [partOf.get(own), partOf.get(gaap)];
      return part === undefined || of === undefined || all.has(part) || isComparable(part, of) ? [] : [[part, of]];
    }),
  );
  return new Map([...learned, ...parts].map(([own, family]) => [own, { family, isOnly: !isPrinted(own) }]));
});

/** Whether a reconciliation has the margin that everybody compares that of the measure with: a way from further up is then a second one. */
const isPartReconciled = (own: Family, { tables }: Disclosure): boolean => {
  const [margin, gaap] = [MARGINS.get(own), MARGINS.get(comparableTo(own).family)];
  return (
    margin !== undefined &&
    margin === gaap &&
    tables.some(
      (t) => isReconciliation(t) && t.rows.some(({ named }) => named?.basis === "GAAP" && named.family === gaap),
    )
  );
};

/** A measure of the company's own, and what it is compared with. */
type Pair = readonly [Family, Family];

/** Who lends or insures has no line of operating income: what is left of his earnings is held against net income. */
function withoutOperating({ tables, mentions }: Disclosure): readonly Pair[] {
  const statements = tables.filter((t) => printsStatement(t) && t.reading.meaning.statement === "income");
  const isThere =
    statements.some(({ rows }) => rows.some(({ named }) => named?.family === "net-income")) &&
    !statements.some(({ rows }) => rows.some(({ label }) => OPERATING.test(label))) &&
    !mentions.some((m) => m.family === "operating-income" && m.basis === "GAAP");
  return isThere ? [["operating-income", "net-income"]] : [];
}
const OPERATING = anyCase(
  /\boperat(?:ing|ions?)\b[^|]{0,20}\b(?:income|loss|profit|earnings|results?)\b|\b(?:income|loss|profit|earnings|results?)\)?[^|]{0,20}\boperat(?:ing|ions?)\b/,
);

/** The measures that the statements have a line for. */
const printedFamilies = ({ tables }: Disclosure): ReadonlySet<Family> =>
  new Set(
    tables
      .filter(printsStatement)
      .flatMap(({ rows }) => rows.flatMap(({ named }) => (named?.basis === "GAAP" ? [named.family] : []))),
  );

/** "The most directly comparable GAAP measure is income before income taxes." */
const SAYS = anyCase(/\bmost (?:directly )?comparable\b/);
const BEFORE_IT = 60;

/** The pairs that a passage says so of, where it names one measure on either basis. */
function saidIn({ text, sentences }: Passage): readonly Pair[] {
  if (!SAYS.test(text)) return [];
  return sentences.flatMap(({ text: said, mentions }, i): readonly Pair[] => {
    const phrase = SAYS.exec(said);
    if (phrase === null) return [];
    const gaap = onlyOf(mentions.filter((m) => m.basis === "GAAP" && isNear(m, phrase.index)));
    if (gaap === undefined) return [];
    const here = mentions.filter(({ basis }) => basis === "non-GAAP");
    const own = onlyOf(
      here.length > 0 ? here : (sentences[i - 1]?.mentions ?? []).filter((m) => m.basis === "non-GAAP"),
    );
    if (own !== undefined) return [[own, gaap]];
    // "The GAAP measure most directly comparable to the one and to the other is cash from operations": one for all that stand between.
    return says(OF_ALL, said) ? here.map(({ family }): Pair => [family, gaap]) : [];
  });
}
const OF_ALL = anyCase(/\bmeasure (?:that is )?most (?:directly )?comparable to\b/);
const REACH = 110;
const isNear = ({ from, to }: Mention, at: number): boolean => to > at - BEFORE_IT && from < at + REACH;

function onlyOf(mentions: readonly Mention[]): Family | undefined {
  const [first, ...others] = new Set(mentions.map(({ family }) => family));
  return others.length === 0 ? first : undefined;
}
