import type { Period } from "../../calendar/period.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import { columnsAt } from "../../tieout/relations/sheet.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";
import { type Family, SHARE_OF } from "../names/family.ts";
import { type Named, namedIn } from "../names/lexicon.ts";
import { anyCase, inSmall, says } from "../pattern.ts";
import { toldOnce } from "../reading/also.ts";
import { isComplete } from "../reading/complete.ts";
import { digitsOf } from "../reading/digits.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { isSetInCents } from "../reading/led.ts";
import type { Mention } from "../reading/mention.ts";
import { isOfPart, isShown, quoted } from "../reading/own-measure.ts";
import { RESULTS } from "../reading/placed.ts";
import type { RuleRow, RuleTable } from "../reading/rule-table.ts";
import { isSameAmount } from "../reading/same-amount.ts";
import { ALL, type Found, type Rule } from "../rule.ts";
import { calledFindings, endFindings } from "./label-ends.ts";

const labelFindings = (disclosure: Disclosure): readonly Found[] => [
  ...proFormaFindings(disclosure),
  ...captionFindings(disclosure),
  ...calledGaapFindings(disclosure),
  ...unmarkedFindings(disclosure),
  ...endFindings(disclosure),
  ...calledFindings(disclosure),
];

const PRO_FORMA = anyCase(/^pro[- ]?forma\b/);
/** What Article 11 has pro forma amounts for: a deal, an offering, a new principle, as if it had come earlier. */
const AS_IF = anyCase(
  /\bpro[- ]?forma\b[^.;]{0,200}\b(?:as (?:if|though)|acqui\w+|mergers?|combin\w+|transaction|divest\w+|dispos\w+|offering|article 11|spin-?off|separation)\b|\b(?:as (?:if|though)|acqui\w+|mergers?|combin\w+|transaction|divest\w+|dispos\w+|offering|article 11|spin-?off|separation)\b[^.;]{0,200}\bpro[- ]?forma\b/,
);
/** Debt after what is settled is told pro forma for that alone. */
const OF_DEBT: ReadonlySet<Family> = new Set<Family>(["debt", "net-debt", "leverage", "debt-ratio"]);

/** Results that leave out charges and are called pro forma, in a release that tells of no transaction they would be given for. */
function proFormaFindings(disclosure: Disclosure): readonly Found[] {
  const all = disclosure.mentions.filter(
    (m) => PRO_FORMA.test(m.name) && m.basis === "non-GAAP" && !OF_DEBT.has(m.family) && isShown(m),
  );
  if (all.length === 0 || disclosure.passages.some((p) => AS_IF.test(p.text))) return [];
  return toldOnce(disclosure, all, ({ name }) => ({
    message: `${quoted(name)} leaves out items of the results; "pro forma" is the word for results as if a transaction had come earlier, and none is told of here.`,
    remedy: 'Call it "non-GAAP" or "adjusted".',
    figures: [],
  }));
}

/** An amount with the caption that it is printed under. */
interface Captioned {
  readonly family: Family;
  readonly name: string;
  readonly figure: Figure;
  readonly start: number;
  readonly end: number;
}

/** Amounts under the caption of a line of the statements that the tables print for a measure of the company's own, and for that line otherwise. */
function captionFindings(disclosure: Disclosure): readonly Found[] {
  const { tables } = disclosure;
  const rows = tables.flatMap((t) => t.rows.map((row) => ({ row, t, sides: sidesOf(row, t) })));
  const own = [
    ...rows.flatMap(({ row: { named, label, start, end }, t, sides }) =>
      t.kind === "guidance" || named === undefined
        ? []
        : captioned({ ...named, name: label }, sides.own, { start, end }),
    ),
    ...disclosure.mentions.flatMap((m) =>
      m.basis === "non-GAAP" && CAPTIONS.has(m.family) && isShown(m)
        ? captioned({ ...m, name: whole(m) }, m.figures, m)
        : [],
    ),
  ];
  if (own.length === 0) return [];
  const stated = rows.flatMap(({ row, t, sides }) =>
    row.named !== undefined && (isStatement(t) || t.kind === "reconciliation")
      ? captioned(row.named, sides.gaap, row)
      : [],
  );
  const listed = rows.flatMap(({ row, t }) =>
    (t.kind === "guidance" || t.kind === "figures") &&
    !isStatement(t) &&
    isBare(row.named, row.label) &&
    // "Total segments gross profit" is the sum of what ASC 280 has of the segments, and says so.
    !/\bsegments?\b/.test(inSmall(row.label)) &&
    !isMarked(row, t) &&
    // A table that has both keeps them apart; where nothing was adjusted the two are the same.
    !t.rows.some((r) => r.named?.basis === "non-GAAP" && r.named.family === row.named?.family)
      ? captioned({ ...row.named!, name: row.label }, row.figures, row).filter(
          ({ figure }) => figure.period !== undefined,
        )
      : [],
  );
  const told = disclosure.mentions
    .filter(
      (m) =>
        RESULTS.has(m.part) &&
        !m.ahead &&
        isBare(m, m.sentence.slice(Math.max(0, m.from - 40), m.to + 40)) &&
        !LEAVES.test(m.sentence) &&
        !isBegunOnOwn(m) &&
        !isOwnedUp(m, disclosure) &&
        !isOfPart(m),
    )
    .flatMap((m) => captioned(m, m.figures, m).slice(0, 1));
  const wrong = [...told, ...listed].flatMap((one) => {
    const measured = one.figure.measured!;
    const isSame = (other: Captioned): boolean =>
      isSameAmount(other.figure, measured) || isSameAmount(one.figure, other.figure.measured!);
    const isOfIt = (other: Captioned): boolean =>
      other.family === one.family && isOf(other.figure.period, one.figure.period);
    const other = stated.some(isSame) || !stated.some(isOfIt) ? undefined : own.find((o) => isOfIt(o) && isSame(o));
    return other === undefined ? [] : [{ ...one, other }];
  });
  return byFamily(wrong).flatMap((all) =>
    toldOnce(disclosure, all, ({ name, figure, other }) => ({
      message: `${quoted(name)} has the amount of ${quoted(other.name)} (${figure.text}), a measure of the company's own; the statement's line of that name has another.`,
      remedy: "Say that it is adjusted, or give the amount of the statement.",
      figures: [],
    })),
  );
}

/** The figures of a row that are the company's own, and those under GAAP: by its label, or by its columns where both stand side by side. */
function sidesOf(
  { row, named, label, figures }: RuleRow,
  { reading: { meaning } }: RuleTable,
): { readonly own: readonly Figure[]; readonly gaap: readonly Figure[] } {
  const columns = columnsAt(meaning, row);
  const on = (basis: string): readonly Figure[] =>
    figures.filter(({ where }) => where.kind === "table" && columns[where.column - 1]?.basis === basis);
  const [own, gaap] = [on("non-GAAP"), on("GAAP")];
  if (own.length > 0 && gaap.length > 0) return { own, gaap };
  // What names no measure has no caption either.
  if (named === undefined || named.basis === "GAAP") return { own: [], gaap: figures };
  return { own: namedIn(label)[0]?.basis === "GAAP" ? [] : figures, gaap: [] };
}

/** The figures of a row, "Non-GAAP" and no more, that are of a measure by the head of their column, or by the one before it that names any: a rate is told of the amounts to its left. */
function underHead(family: Family, { row, figures }: RuleRow, { reading: { meaning } }: RuleTable): readonly Figure[] {
  let measure: Family | undefined;
  const measures = columnsAt(meaning, row).map(({ head }) => {
    measure = namedIn(head)[0]?.family ?? measure;
    return measure;
  });
  return figures.filter(({ where }) => where.kind === "table" && measures[where.column - 1] === family);
}

const isStatement = ({ kind, reading: { meaning } }: RuleTable): boolean =>
  kind === "statement" || (meaning.statement !== undefined && meaning.statement !== "other");

/** What says of a row that it is adjusted: above the table, in a head of its columns or in a section. */
const isMarked = ({ row }: RuleRow, { title, reading: { meaning } }: RuleTable): boolean =>
  [title, ...meaning.columns.map((c) => c.head), ...(meaning.rows[row]?.path ?? [])].some((words) => MARKS.test(words));
const MARKS = anyCase(
  /\bnon[-\u2010\u2011 ]?(?:gaap|ifrs)\b|\badjusted\b|\bpro[- ]?forma\b|\bunderlying\b|\bcore\b|\bcomparable\b|\bnormali[sz]ed\b/,
);

/** What a sentence says where it tells that something is left out: no reader takes its amounts for those of the statement. */
const LEAVES = anyCase(
  /\b(?:exclud\w+|exclusive of|ex-[a-z]+|adjust\w+|would (?:otherwise )?have been|normali[sz]ed|underlying|pro[- ]?forma|before (?:special|one-time|non-?recurring|certain))\b/,
);

/** "Non-GAAP net income was a net income of $5 million, or $0.20 per share": a sentence that says its basis first has said it of what comes behind. */
const isBegunOnOwn = ({ family, sentence, from }: Mention): boolean => {
  const before = sentence.slice(0, from);
  if (says(NAMES_GAAP, before)) return false;
  if (says(BEGINS_ON_OWN, before)) return true;
  const first = says(BEGINS_OWN, before) ? namedIn(before)[0] : undefined;
  return first?.basis === "non-GAAP" && (first.family === family || SHARE_OF.get(first.family) === family);
};
const BEGINS_ON_OWN = anyCase(/^\W{0,4}on an? (?:[\w-]+ )?(?:non-?gaap|adjusted|core|underlying) basis\b/);
const BEGINS_OWN = anyCase(/^\W{0,4}(?:[tt]he |[oo]ur )?(?:[\w-]+ ){0,3}?(?:non-?gaap|adjusted|core|underlying)\b/);
const NAMES_GAAP = anyCase(/(?:^|[^-\w])gaap\b|\breported\b/);

const LEVELS: ReadonlySet<string> = new Set(["amount", "per-share"]);
const captioned = (
  { family, name }: Named,
  figures: readonly Figure[],
  { start, end }: { readonly start: number; readonly end: number },
): readonly Captioned[] =>
  figures
    .filter(
      (f) =>
        (LEVELS.has(f.kind) || (MARGIN_CAPTIONS.has(family) && f.kind === "percent")) &&
        f.measured !== undefined &&
        f.measured.value.n !== 0n &&
        digits(f) > 2,
    )
    .map((figure) => ({ family, name, figure, start, end }));

/** The name with the words behind it that tell what it leaves out. */
const whole = ({ name, sentence, from, to }: Mention): string =>
  name +
  (namedIn(name)[0]?.basis === "GAAP" && sentence.startsWith(name, from)
    ? (WITHOUT.exec(sentence.slice(to))?.[0] ?? "")
    : "");
const WITHOUT = /^,? (?:excluding|exclusive of|before|at|on) [\w’' -]{3,40}/;

/** So short an amount falls on another by chance. */
const digits = (figure: Figure): number => digitsOf(figure).length;

/** Lines of the statements that companies change; their revenue seldom. */
const CAPTIONS: ReadonlySet<Family> = new Set<Family>([
  "gross-profit",
  "operating-income",
  "operating-expenses",
  "selling-and-administrative",
  "pre-tax-income",
  "net-income",
  "eps",
]);
const MARGIN_CAPTIONS: ReadonlySet<Family> = new Set<Family>(["gross-margin", "operating-margin"]);
const isBare = (named: Named | undefined, said: string): boolean =>
  named !== undefined &&
  named.basis === "GAAP" &&
  (CAPTIONS.has(named.family) || MARGIN_CAPTIONS.has(named.family)) &&
  !/gaap|ifrs|\breported\b/.test(inSmall(said));

const isOf = (one: Period | undefined, other: Period | undefined): boolean =>
  one === undefined ||
  other === undefined ||
  (one.end === other.end && (one.start === undefined || other.start === undefined || one.start === other.start));

function byFamily<T extends { readonly family: Family }>(all: readonly T[]): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<Family, [T, ...T[]]>();
  for (const one of all) {
    const known = groups.get(one.family);
    if (known === undefined) groups.set(one.family, [one]);
    else known.push(one);
  }
  return [...groups.values()];
}

const CALLED = anyCase(/(?:^|[^-\w])gaap (?:(?:and|&) (?:non-?gaap )?)?$/);
/** "GAAP other income is expected to be $10 million, excluding gains on investments." */
const LEAVES_OUT = anyCase(
  /^(?:[^.;]|\.\d){0,160}?,? \b(?:excluding|exclusive of) (?:any |the )?(?!tax|interest|depreciation)([a-z][^.;]{3,90})/d,
);

/** What an amount leaves out that is called one under GAAP, alone or together with the company's own. */
function leftOut({ basis, sentence, from, said, name }: Mention): string | undefined {
  if (basis !== "GAAP" || !CALLED.test(sentence.slice(Math.max(0, from - 24), from))) return undefined;
  return LEAVES_OUT.exec(said.slice(said.indexOf(name) + name.length))?.[1];
}

function calledGaapFindings(disclosure: Disclosure): readonly Found[] {
  const all = disclosure.mentions.filter((m) => m.figures.length > 0 && leftOut(m) !== undefined);
  return byFamily(all).flatMap((same) =>
    toldOnce(disclosure, same, (first) => ({
      message: `${quoted(`GAAP ${first.name}`)} is called an amount under GAAP, and leaves something out: ${quoted(leftOut(first) ?? "")}.`,
      remedy: "Call it non-GAAP, or give the amount with what it leaves out.",
      figures: [],
    })),
  );
}

/** What says in the sentence itself that the measure is the company's own. */
const ON_OWN_BASIS = anyCase(/\bon an? (?:adjusted|core|underlying|normali[sz]ed|comparable) basis\b/);
/** Words by which a release owns up to a measure of its own, wherever they stand. */
const OWNS_UP = anyCase(
  /\bnon[-\u2010\u2011 ]?(?:gaap|ifrs)\b|\balternative performance\b|\bnot (?:an? )?(?:(?:[a-z]+ ){0,4})(?:under|in accordance with|in conformity with|by|with|of) (?:u\.?s\.? )?(?:gaap|ifrs|generally accepted)/,
);

/** Whether the heading above a measure owns up to it, or a note that an asterisk behind its name sends to. */
const isOwnedUp = ({ block, sentence, from }: Mention, { passages }: Disclosure): boolean => {
  const title = passages.findLast((p) => p.heading && p.block < block);
  if (title !== undefined && title.part !== "headline" && OWNS_UP.test(title.text)) return true;
  return (
    /^[^.;*]{0,60}[\p{L})]\*/u.test(sentence.slice(from)) &&
    passages.some((p) => /^\W{0,2}\*/.test(p.text) && OWNS_UP.test(p.text))
  );
};

/** A share's part is printed alike where a table of millions has it in a column. */
const isAlike = (f: Figure, g: Figure): boolean => isSetInCents(g) && f.text === g.text;

/**
 * Amounts without one thing or another under the caption of a line of the statements, of which neither the sentence nor any other
 * place says that the measure is the company's own.
 */
function unmarkedFindings(disclosure: Disclosure): readonly Found[] {
  if (!isComplete(disclosure)) return [];
  const { mentions, tables, passages } = disclosure;
  const bare = mentions.filter(
    (m) =>
      m.basis === "non-GAAP" &&
      (CAPTIONS.has(m.family) || MARGIN_CAPTIONS.has(m.family)) &&
      isShown(m) &&
      !isOfPart(m) &&
      !ON_OWN_BASIS.test(m.sentence) &&
      namedIn(m.name)[0]?.basis === "GAAP" &&
      m.learned === undefined &&
      !isOwnedUp(m, disclosure),
  );
  const isMarkedSo = ({ family, figures }: Mention): boolean =>
    mentions.some((m) => m.basis === "non-GAAP" && m.family === family && namedIn(m.name)[0]?.basis === "non-GAAP") ||
    tables.some((t) =>
      t.rows.some(
        (r) =>
          (r.named?.basis === "non-GAAP" && r.named.family === family) ||
          ((isMarked(r, t) || (!isStatement(t) && LEAVES.test(r.label))) &&
            r.figures.some((f) => figures.some((g) => isSameAmount(f, g.measured!) || isAlike(f, g)))) ||
          (!isStatement(t) &&
            MARKS.test(r.label) &&
            underHead(family, r, t).some((f) => figures.some((g) => isAlike(f, g) || isSameAmount(f, g.measured!)))),
      ),
    ) ||
    passages.some((p) =>
      p.sentences.some(
        (s) => OWNS_UP.test(s.text) && s.mentions.some((m) => m.basis === "non-GAAP" && m.family === family),
      ),
    );
  return byFamily(bare.filter((m) => !isMarkedSo(m))).flatMap((all) =>
    toldOnce(disclosure, all, (m) => ({
      message: `${quoted(whole(m))} leaves something out under the caption of a line of the statements, and nothing says that it is a measure of the company's own.`,
      remedy: 'Call it "adjusted" or "non-GAAP", and say what it leaves out.',
      figures: [],
    })),
  );
}

const OWN = table(
  "Reconciliation of Adjusted Net Income",
  "Net income | 4.12 | 4.03",
  "Restructuring | 1.10 | 0.90",
  "Adjusted net income | 5.22 | 4.93",
);
const EXACT = STATEMENT.replace("Net income | 4.0 | 4.0", "Net income | 4.12 | 4.03");

export const LABEL: readonly Rule[] = [
  {
    code: "gaap-like-label",
    title: "A measure of the company's own does not go by a name of the statements",
    text: 'A caption of the statements, the words "GAAP" or "pro forma", which Article 11 of Regulation S-X has for transactions, are given to no amount that leaves items of the results out.',
    sources: ["C&DI 100.05", "Item 10(e)(1)(ii)(E) of Regulation S-K, which binds what is filed"],
    severity: "note",
    state: "REVIEW",
    profiles: ALL,
    breaks: `${HEAD}Net income was $5.22 million.\n\n${EXACT}${OWN}`,
    keeps: [
      `${HEAD}Net income was $4.12 million, and adjusted net income $5.22 million.\n\n${EXACT}${OWN}`,
      `${HEAD}Net income was $4.12 million. Pro forma net income, as if the acquisition had come in January, was $4.5 million.\n\n${EXACT}`,
      `${HEAD}GAAP operating expenses are expected to be $14 million, and non-GAAP operating expenses, excluding restructuring, $13 million.\n\n${EXACT}${OWN}`,
    ],
    check: labelFindings,
  },
];
