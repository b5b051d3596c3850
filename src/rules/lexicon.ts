/** What a measure is when the words that make it the company's own are taken off. */
export type Family =
  | "revenue"
  | "gross-profit"
  | "gross-margin"
  | "operating-expenses"
  | "operating-income"
  | "operating-margin"
  | "other-income"
  | "pre-tax-income"
  | "tax-rate"
  | "net-income"
  | "net-margin"
  | "eps"
  | "ebit"
  | "ebit-margin"
  | "ebitda"
  | "ebitda-margin"
  | "ebitda-per-share"
  | "operating-cash-flow"
  | "operating-cash-flow-margin"
  | "free-cash-flow"
  | "free-cash-flow-margin"
  | "free-cash-flow-conversion"
  | "free-cash-flow-per-share"
  | "ffo"
  | "ffo-per-share"
  | "ffo-payout"
  | "noi"
  | "distributable-earnings"
  | "distributable-earnings-per-share"
  | "debt"
  | "net-debt"
  | "leverage"
  | "debt-ratio"
  | "equity"
  | "return-on-equity";

export type MeasureBasis = "GAAP" | "non-GAAP";

/** A measure's name where it stands in a text. */
export interface Named {
  readonly family: Family;
  readonly basis: MeasureBasis;
  /** As printed. */
  readonly name: string;
  /** UTF-16 code units of the text. */
  readonly from: number;
  readonly to: number;
}

const SHARE = String.raw`(?:[- ]per[- ](?:\w+[- ]){0,4}?(?:share|unit|ads)s?(?![a-z])|/share(?![a-z]))`;
/** Pages that were printed lose the ligature. */
const FLOW = String.raw`(?:fl|\ufb02)?\s{0,2}ows?`;
const OF_WHOM = String.raw`(?: \(?(?:loss|income|earnings)\)?)?(?:,? (?:attributable|available|applicable) to (?:[\w&.'’,-]+ ){0,5}?(?:shareholders|stockholders|unitholders|holders|company))?`;

const EBITDA = "ebitda(?:re|r|x|al|aal)?";
const FCF = `(?:free cash ${FLOW}|fcf)`;
const FFO = String.raw`(?:[cn]?a?ffo|funds from operations)(?: \([^)]{2,12}\))?`;
const DISTRIBUTABLE = String.raw`distributable (?:operating )?earnings(?: \([^)]{2,12}\))?`;

/** What growth is made free of. */
const BASES = "organic|constant[- ]currency|currency[- ]neutral|fx[- ]neutral";

/** Longer names stand before the shorter ones that they begin with. */
const NAMES: readonly (readonly [Family | "per-share" | "earnings", string])[] = [
  [
    "leverage",
    String.raw`(?:net )?debt(?: \([^)]{2,20}\))?[- ]?(?:to|over|divided by|\/)[- ]?(?:[\w-]+ ){0,4}?${EBITDA}(?![a-z])|net (?:total |financial )?leverage(?: ratio)?(?![a-z])|(?:indebtedness|(?:total |consolidated )*leverage) ratio(?![a-z])`,
  ],
  [
    "debt-ratio",
    "gross leverage(?![a-z])|debt[- ]to[- ](?:net income|equity|(?:total )?(?:book )?capital\\w*)(?![a-z])",
  ],
  ["ebitda-per-share", `${EBITDA}${SHARE}`],
  ["ebitda-margin", `${EBITDA}(?: profit)? margins?(?![a-z])`],
  ["ebitda", `(?:${EBITDA}|ebitdas)(?![a-z])`],
  ["ebit-margin", "ebita?e? margins?(?![a-z])"],
  ["ebit", "ebita?e?(?![a-z])"],
  ["free-cash-flow-per-share", `${FCF}${SHARE}`],
  ["free-cash-flow-margin", `${FCF} margins?(?![a-z])`],
  ["free-cash-flow-conversion", `(?:${FCF}|cash) conversion(?: (?:rate|ratio))?(?![a-z])(?! (?:cycle|costs?))`],
  ["free-cash-flow", `${FCF}(?![a-z])(?! yield)`],
  ["ffo-payout", `payout ratios? of (?:approximately )?\\d[\\d.]{0,6} ?% of (?:\\w+ ){0,2}?${FFO}(?:${SHARE})?`],
  ["ffo-per-share", `${FFO}${SHARE}`],
  ["ffo", `${FFO}(?![a-z])(?! payout)`],
  [
    "noi",
    `(?:(?:same|comparable)[- ](?:property|store|center|community|asset|space)(?: portfolio)?(?: cash)? )?(?:noi|net operating income)(?![a-z])(?! (?:yield|margin))`,
  ],
  ["distributable-earnings-per-share", `${DISTRIBUTABLE}${SHARE}`],
  ["distributable-earnings", `${DISTRIBUTABLE}(?![a-z])`],
  ["gross-margin", String.raw`gross (?:profit )?margins?(?![a-z])(?! of \$)`],
  ["gross-profit", "gross (?:profit|loss)(?![a-z])"],
  ["operating-cash-flow-margin", `(?:operating cash ${FLOW}|cash ${FLOW} from operations) margins?(?![a-z])`],
  ["operating-margin", "operating (?:income |profit )?margins?(?![a-z])"],
  [
    "operating-income",
    String.raw`(?:operating (?:income|profit|loss|earnings)\b(?! per)|(?:income|profit|loss|earnings)(?: \(loss\))? from operations\b)(?: \((?:loss|income)\))?`,
  ],
  ["operating-expenses", "operating (?:expenses?|costs)(?![a-z])|opex(?![a-z])"],
  [
    "other-income",
    String.raw`other (?:income|expenses?)(?:(?: and|,| \(|\/)+ ?(?:expenses?|income)\)?)?(?:, net)?(?![a-z])`,
  ],
  ["tax-rate", "(?:effective )?(?:income )?tax rates?(?![a-z])"],
  [
    "pre-tax-income",
    String.raw`(?:income|earnings|profit|loss)(?: \(loss\))? before (?:provision for )?(?:income )?tax(?:es)?(?![a-z])|pre-?tax (?:income|earnings|profit|loss)(?![a-z])`,
  ],
  [
    "eps",
    `(?:(?:net )?(?:\\((?:income|loss|earnings)\\) )?(?:earnings?|income|loss|profit)${OF_WHOM}${SHARE}|(?:diluted |basic )?(?:earnings?|income|loss)(?: \\(loss\\))? per share|\\beps(?![a-z]))`,
  ],
  ["net-margin", String.raw`(?:net (?:income |loss |profit |\(loss\) )*|profit )margins?(?![a-z])`],
  [
    "earnings",
    "earnings(?! (?:\\((?:loss|income)\\) )?(?:call|release|per|from|report|conference|guidance|before))(?![a-z])|profitability(?![a-z])",
  ],
  ["per-share", String.raw`(?:per|a) (?:\w+[- ]){0,3}?(?:share|unit)\b`],
  [
    "net-income",
    `(?:net (?:\\((?:income|loss|earnings)\\) )?(?:income|loss(?:es)?|earnings|profit)(?![a-z])${OF_WHOM}|(?:income|loss|earnings|profit)(?: \\((?:loss|income)\\))? from continuing operations(?!,? before)|(?<!other )comprehensive income(?! statement)|income available (?:for|to) common (?:share|stock)holders|(?:profit|loss) (?:for the (?:period|quarter|year)|attributable to (?:\\w+ ){0,4}(?:share|stock)?(?:holders|owners)))`,
  ],
  [
    "operating-cash-flow",
    String.raw`(?:(?:net )?cash (?:${FLOW} )?(?:provided by|used in|generated by|generated from|from|\(used in\)|provided by \(used in\)|\(used in\) provided by)(?: \(used in\)| \/ \(used in\))? (?:operating activities|operations)|operating cash ${FLOW}|cash ${FLOW} (?:provided |generated )?(?:by|from|used in) (?:operating activities|operations)|cash generated from operations)\b`,
  ],
  ["net-debt", "net (?:financial )?(?:debt|indebtedness)(?![a-z])(?! (?:issu|repay|repaid))"],
  ["debt", "(?:total|gross|long-term) (?:debt|borrowings|indebtedness)(?![a-z])"],
  [
    "return-on-equity",
    String.raw`return on (?:average )?(?:common |shareholders?[’']? |stockholders?[’']? )?equity(?: \(roe\))?(?![a-z])|roe(?![a-z])`,
  ],
  ["equity", `(?:(?:total|common|shareholders?[’']?|stockholders?[’']?) equity|adjusted equity)(?![a-z-])`],
  [
    "revenue",
    `(?:net )?(?:revenues?|sales)\\b(?: growth)?|(?:(?:${BASES})(?: (?:y/y|year[- ]over[- ]year))? )+growth(?![a-z])`,
  ],
];

/** What names begin with: one look at a word tells that it begins none. */
const STEMS =
  "[cn]?a?ffo|a (?:\\w+[- ]){0,3}?(?:share|unit)|adjusted equity|basic|cash|common|compar|compreh|consolid|constant|currency|debt|diluted|distrib|earn|ebit|effective|eps|fcf|free|fx|funds|gross|income|indebt|leverage|long|loss|net|noi|operat|opex|organ|other|payout|per |pre|profit|return|revenue|roe|sales|same|share|stock|tax|total";
const SCAN = new RegExp(`\\b(?=${STEMS})(?:${NAMES.map(([, words]) => `((?:${words}))`).join("|")})`, "gi");

/** Words right before a name that make the measure the company's own, with a few words of the name in between. */
const OWN =
  /\b(non[-\u2010\u2011 ]?(?:gaap|ifrs)|adjusted|adj\.?|core|comparable|underlying|normali[sz]ed|recurring|recurrent|pro[- ]?forma)(?:[ -](?:constant|currency|organic|diluted|basic|net|consolidated|total|after[- ]tax|pre-?tax|cash|nareit|operating|common|ongoing|segment|adjusted|normali[sz]ed|gaap|and|earnings|,)){0,4}[ -]$/i;
/** "Adjusted home closings gross margin": the words that are surest may have any two words of a name behind them. */
const OWN_FAR =
  /\b(non[-\u2010\u2011 ]?gaap|adjusted) (?:(?!(?:and|or|for|of|to|by|from|the|was|were|in|with|as|is|on|at|than|per|basis|measures?|net|gross|that|which|not)\b)[a-z][a-z-]* ){1,2}$/i;
const GROWTH_OWN = new RegExp(
  String.raw`\b(?:${BASES}|like[- ]for[- ]like|same-day)(?: (?:net|total|revenue|sales))? $`,
  "i",
);
/** A word that is a part of such a name, and by itself makes no measure the company's own: "Operating EBITDA". */
const OWN_WORD = /\b(?:operating|economic) $/i;
/** Words right behind it that do the same. */
const OWN_BEHIND =
  /^(?: growth)?(?:,? \(?(?:non-?gaap\b|as adjusted\b|adjusted\)|(?:excluding|exclusive of|excl\.) (?!tax|vat|interest))|,? before (?:(?:the impact of )?(?:[\w-]+ )?(?:special|one-?time|non-?recurring|exceptional|non-?core|certain|unusual|other) (?:items?|charges?|costs?))|, adjusted\b)/i;
const GROWTH_BEHIND = /^ (?:in constant currenc|on a constant[- ]currency|on an organic basis|organically)/i;
/** The basis of a measure said once before its sentence, or behind its figures. */
const ON_BASIS_FIRST = /^[^\w]{0,4}on an? (?:non-?gaap|adjusted|pro[- ]?forma|core|underlying) basis\b/i;
const ON_BASIS = /^(?:[^.;:]|\.\d){0,110}?\bon an? (?:non-?gaap|adjusted|pro[- ]?forma) basis\b/i;
const WITHOUT_BEHIND =
  /^(?:[^.;:]|\.\d){0,70}?\b(?:excluding|exclusive of) (?!(?:[a-z-]+ )?tax|vat\b|interest|depreciation|amorti|those|this|that)/i;
const ON_GAAP_BASIS = /\bon an? (?:u\.?s\.? )?(?:gaap|reported) basis\b/i;
const WITHOUT_FIRST =
  /^[^\w]{0,4}(?:excluding|exclusive of|adjust(?:ing|ed) for) [^,;.]{3,140},? (?:the company[’']s |our )?(?:total )?$/i;
/** "Non-GAAP" of which the "non-" was taken apart is none of these; "GAAP" alone is said of the other measure. */
const GAAP_BEFORE = /(?:^|[^-\w])(?:u\.?s\.? )?gaap (?:\w+ ){0,3}$/i;
const RATE_BEFORE = /\brate (?:on|for) (?:our )?\w+ $/i;
const STATED_BEFORE = /\b(?:gaap|reported) $/i;
const BOTH_BEFORE = /\b(?:gaap|reported) (?:an ?d|&|\/) $/i;
/** What has EBITDA in its name and is no measure of performance. */
const NO_MEASURE_BEHIND =
  /^(?: multiple| ratio| coverage|-based|[- ]to[- ](?:(?:net|total|cash|fixed)[- ])*(?:debt|interest|charges?)\b)/i;
/** A segment's own measure is one of the accounting standard's. */
const SEGMENT = /\b(?:segment|(?<!same[- ])property|(?:store|restaurant|four-wall)[- ]level)(?:[’']s)? (?:\w+ ){0,2}$/i;

const ALWAYS_OWN: ReadonlySet<Family> = new Set<Family>([
  "ebit",
  "ebit-margin",
  "ebitda",
  "ebitda-margin",
  "ebitda-per-share",
  "free-cash-flow",
  "free-cash-flow-margin",
  "free-cash-flow-conversion",
  "free-cash-flow-per-share",
  "ffo",
  "ffo-per-share",
  "ffo-payout",
  "noi",
  "distributable-earnings",
  "distributable-earnings-per-share",
  "net-debt",
  "leverage",
]);

/** What an exclusion behind the name only makes exact. */
const AS_PRINTED: ReadonlySet<Family> = new Set<Family>(["debt", "debt-ratio", "equity"]);

/** How much of the text before and behind a name tells its basis. */
const NEAR = 60;
const REACH = 90;
/** What is longer, in code units, is no text that anybody has written, and the patterns of rules are not meant for it. */
export const LONGEST = 20_000;

/** Every measure that a text names, in order. Nothing is said of measures that the lexicon does not know. */
export function namedIn(text: string): readonly Named[] {
  const found: Named[] = [];
  const matches = [...text.slice(0, LONGEST).matchAll(SCAN)];
  matches.forEach((match, i) => {
    const group = match.findIndex((part, k) => k > 0 && part !== undefined) - 1;
    const family = NAMES[group]![0];
    const from = match.index;
    const to = from + match[0].length;
    if (family === "per-share") found.push(...perShare(text, from, to, found.at(-1)));
    else {
      // "Net income ... of $0.24 per share on a non-GAAP basis": what is said behind a share's part is said of the whole as well.
      const next = matches.slice(i + 1).find((m) => !SHARE_ALONE.test(m[0]));
      const at = { from, to, until: next?.index ?? text.length, after: found.at(-1)?.to ?? 0 };
      found.push(...(family === "earnings" ? bareEarnings(text, at) : namedAt(text, family, at)));
    }
  });
  return found;
}

const SHARE_ALONE = /^(?:per|a) /i;

/** Where a name stands in a text, and where the name behind it begins and that before it ends. */
interface At {
  readonly from: number;
  readonly to: number;
  readonly until: number;
  readonly after: number;
}

/** "Net income of $36.3 million, or $0.66 per share": the share's part of the measure before it. */
function perShare(text: string, from: number, to: number, last: Named | undefined): readonly Named[] {
  if (last === undefined || from - last.to > REACH || !/\d\)? ?$/.test(text.slice(Math.max(0, from - 3), from)))
    return [];
  if (/[.;]\s|\bdividend|\bbook value/i.test(text.slice(last.to, from))) return [];
  const family = last.family === "ffo" ? "ffo-per-share" : last.family === "net-income" ? "eps" : undefined;
  return family === undefined
    ? []
    : [{ family, basis: last.basis, name: `${last.name} ${text.slice(from, to)}`, from, to }];
}

/** "Core earnings", "GAAP earnings": by itself the word is no measure. */
function bareEarnings(text: string, at: At): readonly Named[] {
  const before = text.slice(Math.max(0, at.from - NEAR), at.from);
  if (RATE_BEFORE.test(before)) return [];
  return namedAt(text, "net-income", at).filter((n) => n.basis === "non-GAAP" || STATED_BEFORE.test(before));
}

/** Comparable sales are those of the same stores. */
function ownBefore(family: Family, before: string): RegExpExecArray | null {
  const own = OWN.exec(before) ?? OWN_FAR.exec(before);
  const word = own?.[1]?.toLowerCase();
  return (family === "revenue" &&
    (word === "comparable" || word === "recurring" || word === "recurrent" || word === "core")) ||
    (family === "tax-rate" && word === "core")
    ? null
    : own;
}

/** One name, or two where a text says "GAAP and non-GAAP operating margin". */
function namedAt(text: string, family: Family, { from, to, until, after }: At): readonly Named[] {
  const before = text.slice(Math.max(0, from - NEAR), from);
  const behind = text.slice(to, to + NEAR);
  if (NO_MEASURE_BEHIND.test(behind) || (family !== "noi" && SEGMENT.test(before))) return [];
  const own = ownBefore(family, before) ?? (family === "revenue" ? GROWTH_OWN.exec(before) : null);
  const ownBehind = OWN_BEHIND.exec(behind) ?? (family === "revenue" ? GROWTH_BEHIND.exec(behind) : null);
  const gaap: Named = { family, basis: "GAAP", name: text.slice(from, to), from, to };
  if (own !== null) {
    // "5.6% of adjusted revenue" is no amount of it.
    if (family === "revenue" && /(?:%|percent(?:age)?) of $/i.test(before.slice(0, own.index))) return [];
    const start = from - (before.length - own.index);
    const named: Named = { family, basis: "non-GAAP", name: text.slice(start, to), from: start, to };
    if (BOTH_BEFORE.test(text.slice(Math.max(0, start - NEAR), start))) return [{ ...gaap, from: start }, named];
    return /\b(?:and|&) gaap /i.test(named.name) ? [named, gaap] : [named];
  }
  if (ALWAYS_OWN.has(family)) {
    const start = from - (OWN_WORD.exec(before)?.[0].length ?? 0);
    return [{ family, basis: "non-GAAP", name: text.slice(start, to), from: start, to }];
  }
  if (/^(?:adjusted|organic|constant|currency|fx)/i.test(gaap.name)) return [{ ...gaap, basis: "non-GAAP" }];
  if (GAAP_BEFORE.test(before)) return [gaap];
  if (AS_PRINTED.has(family)) return [gaap];
  if (ownBehind !== null) return [{ ...gaap, basis: "non-GAAP" }];
  return onBasis(text, gaap, until, after);
}

/** What a sentence says of the basis of a measure apart from its name: "on a non-GAAP basis", "Excluding these items, ...". */
function onBasis(text: string, gaap: Named, until: number, after: number): readonly Named[] {
  const own: Named = { ...gaap, basis: "non-GAAP" };
  const behind = text.slice(gaap.to, Math.min(until, gaap.to + 2 * NEAR));
  if (ON_BASIS.test(behind)) return ON_GAAP_BASIS.test(behind) ? [gaap, own] : [own];
  if (ON_GAAP_BASIS.test(behind)) return [gaap];
  if (WITHOUT_BEHIND.test(behind)) return [own];
  if (ON_BASIS_FIRST.test(text.slice(0, NEAR)) && !ON_GAAP_BASIS.test(text.slice(0, gaap.from).slice(-3 * NEAR)))
    return [own];
  const first = after === 0 && gaap.from < 180 && gaap.family !== "other-income";
  return first && WITHOUT_FIRST.test(text.slice(0, gaap.from)) ? [own] : [gaap];
}

interface Comparable {
  readonly family: Family;
  /** Other measures of the standards that a reader may hold it against as well. */
  readonly also?: readonly Family[];
  readonly words: string;
}

const NET_INCOME: Comparable = { family: "net-income", words: "net income" };
const NET_MARGIN: Comparable = { family: "net-margin", words: "net income margin" };
const EPS: Comparable = { family: "eps", words: "earnings per share" };
const CASH: Comparable = { family: "operating-cash-flow", words: "cash from operating activities" };
const same = (family: Family, words: string): Comparable => ({ family, words });

/** The measure of the accounting standards that a reader compares one of the company's own with, in words. */
export const COMPARABLE: Readonly<Record<Family, Comparable>> = {
  revenue: same("revenue", "revenue as reported"),
  "gross-profit": same("gross-profit", "gross profit"),
  "gross-margin": same("gross-margin", "gross margin"),
  "operating-expenses": same("operating-expenses", "operating expenses"),
  "operating-income": same("operating-income", "operating income"),
  "operating-margin": same("operating-margin", "operating margin"),
  "other-income": same("other-income", "other income and expense"),
  "pre-tax-income": same("pre-tax-income", "income before tax"),
  "tax-rate": same("tax-rate", "the tax rate"),
  "net-income": NET_INCOME,
  "net-margin": NET_MARGIN,
  eps: EPS,
  ebit: { ...NET_INCOME, also: ["operating-income"] },
  "ebit-margin": { ...NET_MARGIN, also: ["operating-margin"] },
  ebitda: NET_INCOME,
  "ebitda-margin": NET_MARGIN,
  "ebitda-per-share": EPS,
  "operating-cash-flow": CASH,
  "operating-cash-flow-margin": {
    family: "operating-cash-flow-margin",
    words: "the margin of cash from operating activities",
  },
  "free-cash-flow": CASH,
  "free-cash-flow-margin": {
    family: "operating-cash-flow-margin",
    words: "the margin of cash from operating activities",
  },
  "free-cash-flow-conversion": {
    family: "operating-cash-flow-margin",
    words: "the same ratio of cash from operating activities",
  },
  "free-cash-flow-per-share": CASH,
  ffo: { ...NET_INCOME, also: ["eps"] },
  "ffo-per-share": EPS,
  "ffo-payout": { family: "ffo-payout", words: "the payout ratio of net income" },
  noi: { ...NET_INCOME, also: ["operating-income"] },
  "distributable-earnings": NET_INCOME,
  "distributable-earnings-per-share": EPS,
  debt: same("debt", "total debt"),
  "net-debt": same("debt", "total debt"),
  "debt-ratio": same("debt-ratio", "the ratio of total debt"),
  leverage: { family: "debt-ratio", words: "the ratio of total debt to net income" },
  equity: same("equity", "total equity"),
  "return-on-equity": same("return-on-equity", "return on equity"),
};

/** Whether a measure of the standards is one that a reader holds one of the company's own against. */
export const isComparable = (own: Family, gaap: Family): boolean =>
  COMPARABLE[own].family === gaap || (COMPARABLE[own].also?.includes(gaap) ?? false);
