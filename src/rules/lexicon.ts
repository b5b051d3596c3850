/** What a measure is when the words that make it the company's own are taken off. */
export type Family =
  | "revenue"
  | "gross-profit"
  | "gross-margin"
  | "contribution"
  | "contribution-margin"
  | "cost-of-sales"
  | "unit-cost"
  | "seat-mile-cost"
  | "charter-rate"
  | "net-interest-income"
  | "net-interest-margin"
  | "net-investment-income"
  | "net-investment-income-per-share"
  | "selling-and-administrative"
  | "research-and-development"
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
  | "own-cash-flow"
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
  | "book-value-per-share"
  | "tangible-book-value-per-share"
  | "equity-ratio"
  | "tangible-equity-ratio"
  | "return-on-assets"
  | "return-on-capital"
  | "return-on-equity"
  | "efficiency-ratio"
  | "operating-ratio"
  | "combined-ratio";

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

/** The sign of a footnote that stands within a name: "Adjusted EBITDA(1) margin". */
const MARK = String.raw`(?:\(\w{1,2}\)|\d|\*{1,3})?`;
const SHARE = String.raw`${MARK}(?:[- ]per[- ](?:\w+[- ]){0,4}?(?:share|unit|ads)s?(?![a-z])|/share(?![a-z]))`;
/** Pages that were printed lose the ligature. */
const FLOW = String.raw`(?:fl|\ufb02)?\s{0,2}ows?`;
const OF_WHOM = String.raw`(?: \(?(?:loss|income|earnings)\)?)?(?:,? (?:attributable|available|applicable) to (?:[\w&.'’,-]+ ){0,5}?(?:shareholders|stockholders|unitholders|holders|company))?`;

const EBITDA = "(?:ebitda(?:re|r|x|al|aal)?|a?oibdan?)";
const FCF = `(?:free cash ${FLOW}|fcf)`;
const FFO = String.raw`(?:[cn]?a?ffo|funds (?:from operations|available for distribution))(?: \([^)]{2,12}\))?`;
/** What a producer counts its costs and earnings by: "per metric ton", "per ounce sold", "/lb". */
const PHYSICAL =
  "(?:metric ton(?:ne)?|short ton|tonne|ton|mt|(?:gold |silver |gold equivalent |payable )*(?:ounce|oz|pound|lb)|boe|mboe|mcfe?|barrel|bbl|gallon|mwh|asm|available seat mile)s?";
const PER_PHYSICAL = String.raw`(?: ?\([^)]{2,20}\))?(?: (?:sold|produced))?(?: on an?)? ?\(?(?:per |\/ ?)(?:\w+ )?${PHYSICAL}(?![a-z])`;
const CASH_COST = String.raw`(?:c1 )?(?:(?:total |average |unit |net )*cash|(?:all-?in |sustaining )+)(?: operating| production)? (?:costs?(?: of (?:\w+ )?(?:goods sold|sales|production))?|cogs)`;
const DISTRIBUTABLE = String.raw`(?:distributable (?:operating )?|fee[- ]related )earnings(?: \([^)]{2,12}\))?`;

/** What growth is made free of. */
const BASES = "organic|constant[- ](?:currency|dollar)|currency[- ](?:neutral|adjusted)|fx[- ]neutral";

/** Longer names stand before the shorter ones that they begin with. */
const NAMES: readonly (readonly [Family | "per-share" | "earnings", string])[] = [
  [
    "leverage",
    String.raw`(?:net )?debt(?: \([^)]{2,20}\))?[- ]?(?:to|over|divided by|\/)[- ]?(?:[\w-]+ ){0,4}?${EBITDA}(?![a-z])|net (?:total |financial )?leverage(?: ratio)?(?![a-z])|(?:indebtedness|(?:total |consolidated )*leverage) ratio(?![a-z])|leverage(?= (?:of|was|at|to) (?:approximately )?\d[\d.]{0,4} ?(?:x\b|times))`,
  ],
  [
    "debt-ratio",
    "gross leverage(?![a-z])|debt[- ]to[- ](?:net income|equity|(?:total )?(?:book )?capital\\w*)(?![a-z])",
  ],
  ["ebitda-per-share", `${EBITDA}${SHARE}`],
  ["ebitda-margin", `${EBITDA}${MARK}(?: profit)? margins?(?![a-z])`],
  ["ebitda", `(?:${EBITDA}|ebitdas)(?![a-z])`],
  ["ebit-margin", `ebita?e?${MARK} margins?(?![a-z])`],
  ["ebit", "ebita?e?(?![a-z])"],
  ["free-cash-flow-per-share", `${FCF}${SHARE}`],
  ["free-cash-flow-margin", `${FCF}${MARK} margins?(?![a-z])`],
  ["free-cash-flow-conversion", `(?:${FCF}|cash) conversion(?: (?:rate|ratio))?(?![a-z])(?! (?:cycle|costs?))`],
  ["free-cash-flow", `${FCF}(?![a-z])(?! yield)`],
  ["ffo-payout", `payout ratios? of (?:approximately )?\\d[\\d.]{0,6} ?% of (?:\\w+ ){0,2}?${FFO}(?:${SHARE})?`],
  ["ffo-per-share", `${FFO}${SHARE}`],
  ["ffo", `${FFO}(?![a-z])(?! payout)`],
  [
    "noi",
    `(?:(?:same|comparable)[- ](?:property|store|center|community|asset|space)(?: portfolio)?(?: cash)? )?(?:noi|net operating income)(?![a-z])(?! (?:yield|margin|per |loss))`,
  ],
  ["distributable-earnings-per-share", `${DISTRIBUTABLE}${SHARE}`],
  ["distributable-earnings", `${DISTRIBUTABLE}(?![a-z])`],
  ["gross-margin", String.raw`gross (?:profit )?margins?(?![a-z])(?! of \$)`],
  ["gross-profit", "gross (?:profit|loss)(?![a-z])"],
  ["contribution-margin", String.raw`contribution margin(?= (?:of|was|to|at) (?:approximately )?\d[\d.]{0,6} ?%)`],
  ["contribution", "contribution (?:profit|margin)(?![a-z])"],
  [
    "unit-cost",
    `${CASH_COST}(?:${PER_PHYSICAL}|(?= [^.;]{0,40}?\\d[\\d.,]{0,9} ?(?:per |\\/ ?)(?:\\w+ )?${PHYSICAL}(?![a-z])))|all-?in sustaining costs?(?: \\([^)]{2,8}\\))?(?:${PER_PHYSICAL})?(?![a-z])|aisc(?![a-z])`,
  ],
  [
    "charter-rate",
    String.raw`time charter equivalent(?: \([^)]{2,8}\))?(?: (?:rates?|revenues?|earnings))?(?![a-z])|tce (?:rates?|revenues?|earnings|per day)(?![a-z])`,
  ],
  ["net-interest-margin", String.raw`net interest margin(?: \(nim\))?(?![a-z])`],
  ["net-interest-income", "net interest income(?![a-z])"],
  ["net-investment-income-per-share", `net investment income(?: \\([^)]{2,8}\\))?${SHARE}`],
  ["net-investment-income", String.raw`net investment income(?: \([^)]{2,8}\))?(?![a-z])`],
  ["seat-mile-cost", "casm(?:-?ex(?:[- ]?fuel)?)?(?![a-z])"],
  ["cost-of-sales", "costs? of (?:goods sold|(?:product |products )?sales|(?:net )?revenues?|products sold)(?![a-z])"],
  [
    "selling-and-administrative",
    "(?:cash )?(?:(?:selling,? )?general,? (?:and|&) administrative(?: expenses?| costs?)?|s?g&a(?: expenses?)?)(?![a-z])",
  ],
  ["research-and-development", "(?:research (?:and|&) development|r&d)(?: expenses?| costs)?(?![a-z])"],
  ["operating-cash-flow-margin", `(?:operating cash ${FLOW}|cash ${FLOW} from operations) margins?(?![a-z])`],
  ["operating-margin", "operating (?:income |profit )?margins?(?![a-z])"],
  [
    "operating-income",
    String.raw`(?:operating (?:income|profit|loss|earnings)\b(?! per)|(?:income|profit|loss|earnings)(?: \(loss\))? from operations\b)(?: \((?:loss|income)\))?`,
  ],
  ["operating-expenses", "(?:cash )?operating (?:expenses?|costs)(?![a-z])|(?:cash )?opex(?![a-z])"],
  [
    "other-income",
    String.raw`other (?:income|expenses?)(?:(?: and|,| \(|\/)+ ?(?:expenses?|income)\)?)?(?:, net)?(?![a-z])`,
  ],
  ["tax-rate", "(?:effective )?(?:income )?tax rates?(?![a-z])"],
  [
    "pre-tax-income",
    String.raw`(?:income|earnings|profit|loss)(?: \(loss\))? before (?:provision for )?(?:income )?tax(?:es)?(?![a-z])|pre-?tax (?:income|earnings|profit|loss)(?![a-z])|ebt(?![a-z])|(?:(?:pre-?tax,? )?pre-?provision,? (?:pre-?tax )?(?:net )?(?:revenues?|income|earnings|profit)|ppnr)(?![a-z])`,
  ],
  [
    "eps",
    `(?:(?:net )?operating (?:earnings|income|loss)${SHARE}|(?:operating|cash|headline) eps(?![a-z])|(?:cash|headline) earnings${SHARE}|(?:net )?(?:\\((?:income|loss|earnings)\\) )?(?:earnings?|income|loss|profit)${OF_WHOM}${SHARE}|(?:diluted |basic )?(?:earnings?|income|loss)(?: \\(loss\\))? per share|\\beps(?![a-z]))`,
  ],
  ["net-margin", String.raw`(?:net (?:income |loss |profit |\(loss\) )*|profit )margins?(?![a-z])`],
  [
    "earnings",
    "earnings(?! (?:\\((?:loss|income)\\) )?(?:call|release|per|from|report|conference|guidance|before))(?![a-z])|profitability(?![a-z])",
  ],
  ["per-share", String.raw`(?:per|a) (?:\w+[- ]){0,3}?(?:share|unit)\b`],
  [
    "net-income",
    `after-?tax (?:adjusted )?operating (?:income|earnings)(?![a-z])|(?:net (?:\\((?:income|loss|earnings)\\) )?(?:income|loss(?:es)?|earnings|profit)(?![a-z])${OF_WHOM}|(?:income|loss|earnings|profit)(?: \\((?:loss|income)\\))? from continuing operations(?!,? before)|(?<!other )comprehensive income(?! statement)|income available (?:for|to) common (?:share|stock)holders|(?:profit|loss) (?:for the (?:period|quarter|year)|attributable to (?:\\w+ ){0,4}(?:share|stock)?(?:holders|owners)))`,
  ],
  [
    "operating-cash-flow",
    String.raw`(?:(?:net )?cash (?:${FLOW} )?(?:provided by|used in|generated by|generated from|from|\(used in\)|provided by \(used in\)|\(used in\) provided by)(?: \(used in\)| \/ \(used in\))? (?:operating activities|operations)|operating cash ${FLOW}|cash ${FLOW} (?:provided |generated )?(?:by|from|used in) (?:operating activities|operations)|cash generated from operations)\b`,
  ],
  ["net-debt", "net (?:financial )?(?:debt|indebtedness)(?![a-z])(?! (?:issu|repay|repaid))"],
  ["debt", "(?:total|gross|long-term) (?:debt|borrowings|indebtedness)(?![a-z])"],
  [
    "return-on-equity",
    String.raw`(?:operating )?return on (?:average )?(?:common |shareholders?[’']? |stockholders?[’']? )?equity(?: \([^)]{2,8}\))?(?![a-z])|(?:operating )?roa?e(?![a-z])`,
  ],
  [
    "own-cash-flow",
    `distributable cash ${FLOW}|cash available for distribution|cafd(?![a-z])|(?:adjusted )?funds ${FLOW}(?: from operations)?|discretionary cash ${FLOW}|(?:net |operating )*cash burn(?![a-z])(?! rate)`,
  ],
  ["tangible-book-value-per-share", `tangible (?:common )?book value${SHARE}|tbv${SHARE}|tbvps(?![a-z])`],
  ["book-value-per-share", `book value${SHARE}|bvps(?![a-z])`],
  ["return-on-assets", String.raw`return on (?:average )?(?:total )?assets(?: \([^)]{2,8}\))?(?![a-z])|roaa?(?![a-z])`],
  [
    "tangible-equity-ratio",
    "tangible (?:common )?equity(?: (?:to|\\/) (?:total )?tangible assets)?(?: ratio)(?![a-z])|tangible (?:common )?equity (?:to|\\/) (?:total )?tangible assets(?![a-z])",
  ],
  [
    "equity-ratio",
    "(?:(?:total|common|shareholders?[’']?|stockholders?[’']?) )?equity (?:to|\\/) (?:total )?assets(?: ratio)?(?![a-z])",
  ],
  [
    "return-on-capital",
    String.raw`return on (?:average )?(?:invested capital|capital employed|tangible (?:common )?(?:shareholders?[’'] |stockholders?[’'] )?equity)(?: \([^)]{2,8}\))?(?![a-z])|(?:roic|roce|rotce|roatce)(?![a-z])`,
  ],
  ["efficiency-ratio", "efficiency ratio(?![a-z])"],
  ["operating-ratio", "operating ratio(?![a-z])"],
  ["combined-ratio", "combined ratio(?![a-z])"],
  ["equity", `(?:(?:total|common|shareholders?[’']?|stockholders?[’']?) equity|adjusted equity)(?![a-z-])`],
  [
    "revenue",
    `(?:net )?(?:revenues?|sales)\\b(?! (?:volumes?|force|teams?|prices?|pricing|mix|tax(?:es)?|organization|representatives?|cycles?|pipeline|deductions?|penetration|conferences?|leaders?|leadership|channels?|commissions?)\\b)(?: growth)?|(?:(?:${BASES})(?: (?:y/y|year[- ]over[- ]year))? )+growth(?![a-z])`,
  ],
  [
    "earnings",
    "(?:income|profits?|loss(?:es)?)(?![a-z])(?! (?:from|before|per|tax|taxes|ratio|on|margin|statement|attributable))",
  ],
];

/** What names begin with: one look at a word tells that it begins none. */
const STEMS =
  "[cn]?a?ffo|a (?:\\w+[- ]){0,3}?(?:share|unit)|a?oibda|adjusted (?:equity|funds)|after-?tax|aisc|all-?in|average cash|basic|book value|bvps|c1 |cafd|casm|cash|combined ratio|common|compar|compreh|consolid|constant|contribution (?:margin|profit)|costs? of|currency|debt|diluted|discretionary cash|distrib|earn|ebit|ebt|effective|efficiency ratio|eps|equity (?:to|\\/)|fcf|fee[- ]related|free|funds|fx|general,? (?:and|&)|gross|headline|income|indebt|leverage|long|loss|net|noi|operat|opex|organ|other|payout|per |ppnr|pre|profit|r&d|research (?:and|&)|return|revenue|ro[ai]|roatce|roce|roe|rotce|s?g&a|sales|same|selling|share|stock|sustaining cost|tangible|tax|tbv|tce |time charter|total|unit cash";
const STEM = new RegExp(`\\b(?:${STEMS})`, "gi");

/** The letters that a name of a family begins with, so that at a word few patterns are tried; at a family that is left out, all are. */
const INITIALS: Readonly<Partial<Record<Family | "per-share" | "earnings", string>>> = {
  leverage: "cdilnt",
  "debt-ratio": "dg",
  "ebitda-per-share": "aeo",
  "ebitda-margin": "aeo",
  ebitda: "aeo",
  "ebit-margin": "e",
  ebit: "e",
  "free-cash-flow-per-share": "f",
  "free-cash-flow-margin": "f",
  "free-cash-flow-conversion": "cf",
  "free-cash-flow": "f",
  "ffo-payout": "p",
  "ffo-per-share": "acfn",
  ffo: "acfn",
  noi: "cns",
  "distributable-earnings-per-share": "df",
  "distributable-earnings": "df",
  "gross-margin": "g",
  "gross-profit": "g",
  "contribution-margin": "c",
  contribution: "c",
  "unit-cost": "acnstu",
  "charter-rate": "t",
  "net-interest-margin": "n",
  "net-interest-income": "n",
  "net-investment-income-per-share": "n",
  "net-investment-income": "n",
  "seat-mile-cost": "c",
  "cost-of-sales": "c",
  "selling-and-administrative": "cgs",
  "research-and-development": "r",
  "operating-cash-flow-margin": "co",
  "operating-margin": "o",
  "operating-income": "eilop",
  "operating-expenses": "co",
  "other-income": "o",
  "tax-rate": "eit",
  "pre-tax-income": "eilp",
  "per-share": "ap",
  "net-debt": "n",
  debt: "glt",
  "return-on-equity": "or",
  "own-cash-flow": "acdfno",
  "tangible-book-value-per-share": "t",
  "book-value-per-share": "b",
  "return-on-assets": "r",
  "tangible-equity-ratio": "t",
  "equity-ratio": "cest",
  "return-on-capital": "r",
  "efficiency-ratio": "e",
  "operating-ratio": "o",
  "combined-ratio": "c",
  equity: "acst",
};

/** For each letter the patterns that a name with it can have, in one, each in a group of its own. */
const BY_LETTER: ReadonlyMap<
  string,
  { readonly pattern: RegExp; readonly families: readonly (typeof NAMES)[number][0][] }
> = new Map(
  [..."abcdefghijklmnopqrstuvwxyz"].map((letter) => {
    const of = NAMES.filter(([family]) => INITIALS[family]?.includes(letter) ?? true);
    const pattern = new RegExp(of.map(([, words]) => `(${words})`).join("|"), "iy");
    return [letter, { pattern, families: of.map(([family]) => family) }];
  }),
);

interface Hit {
  readonly family: (typeof NAMES)[number][0];
  readonly from: number;
  readonly to: number;
}

/** Where names stand in a text, none within another. */
function hitsIn(text: string): readonly Hit[] {
  const hits: Hit[] = [];
  STEM.lastIndex = 0;
  for (let stem = STEM.exec(text); stem !== null; stem = STEM.exec(text)) {
    const from = stem.index;
    const of = BY_LETTER.get(text[from]!.toLowerCase());
    if (of !== undefined) of.pattern.lastIndex = from;
    const match = of?.pattern.exec(text) ?? null;
    STEM.lastIndex = match === null ? from + 1 : from + match[0].length;
    if (of === undefined || match === null) continue;
    const group = match.findIndex((part, k) => k > 0 && part !== undefined) - 1;
    hits.push({ family: of.families[group]!, from, to: from + match[0].length });
  }
  return hits;
}

/** Words right before a name that make the measure the company's own, with a few words of the name in between. */
const OWN =
  /\b(non[-\u2010\u2011 ]?(?:gaap|ifrs)|adjusted|adj\.?|core|comparable|underlying|normali[sz]ed|recurring|recurrent|economic|pro[- ]?forma)(?:[ -](?:constant|currency|organic|diluted|basic|net|consolidated|total|after[- ]tax|pre-?tax|cash|nareit|operating|common|ongoing|segment|adjusted|normali[sz]ed|gaap|and|earnings|,)){0,4}[ -]$/i;
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
  /^(?: growth)?(?:,? \(?(?:non-?gaap\b|as adjusted\b|adjusted\)|(?:excluding|exclusive of|excl\.) (?!tax|vat|interest)|ex-(?:tac|fx|fuel|items)\b)|,? before (?:(?:the impact of )?(?:[\w-]+ )?(?:special|one-?time|non-?recurring|exceptional|non-?core|certain|unusual|other) (?:items?|charges?|costs?))|, adjusted(?= for\b|[.,;)]|$))/i;
/** What a flow of cash is given without, in a clause of its own. */
const BEFORE_WORKING_CAPITAL =
  /^[^.;\d]{0,60}?,? (?:before|excluding|prior to) (?:the )?(?:effects? of )?(?:net )?(?:non-?cash )?(?:changes? in )?(?:non-?cash )?(?:net )?(?:operating )?working capital/i;
/** "Revenue grew 6% in constant currency": the rate right before is the only one of its name. */
const GROWTH_BEHIND =
  /^ (?:growth )?(?:(?:of|was|were|grew|increased|rose|up|decreased|declined|fell|down) (?:by )?(?:approximately )?\(?-?\d[\d.]{0,6}\)? ?(?:%|percent) )?(?:\(?(?:in|at|on a) constant[- ](?:currenc|exchange|dollar)|on an? (?:organic|fx[- ]neutral|currency[- ]neutral|like[- ]for[- ]like|comparable currency)|organically)/i;
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
const PART_CONTRIBUTION =
  /\b(?:restaurant|store|club|clinic|center|branch|brand|product|channel|country|market|unit)(?:[- ]level)? $/i;

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
  "contribution",
  "contribution-margin",
  "unit-cost",
  "charter-rate",
  "own-cash-flow",
  "tangible-book-value-per-share",
  "tangible-equity-ratio",
  "return-on-capital",
]);

/** Names that say by themselves that the measure is the company's own, whatever the family. */
const NAMED_OWN =
  /^(?:adjusted|after-?tax|organic|constant|currency|fx|cash (?:op|eps|earn|sell|gen|s?g&a)|headline|(?:pre-?tax,? )?pre-?provision|ppnr|casm-?ex|(?:net )?operating (?:earnings|income|loss)(?:[- ]per[- ]|\/)|operating (?:eps|return|roa?e))/i;

/** What an exclusion behind the name only makes exact. */
const AS_PRINTED: ReadonlySet<Family> = new Set<Family>(["debt", "debt-ratio", "equity", "equity-ratio"]);

/** How much of the text before and behind a name tells its basis. */
const NEAR = 60;
const REACH = 90;
/** What is longer, in code units, is no text that anybody has written, and the patterns of rules are not meant for it. */
export const LONGEST = 20_000;

/** Every measure that a text names, in order. Nothing is said of measures that the lexicon does not know. */
export function namedIn(text: string): readonly Named[] {
  const found: Named[] = [];
  const hits = hitsIn(text.slice(0, LONGEST));
  hits.forEach(({ family, from, to }, i) => {
    if (family === "per-share") found.push(...perShare(text, from, to, found.at(-1)));
    else {
      // "Net income ... of $0.24 per share on a non-GAAP basis": what is said behind a share's part is said of the whole as well.
      const next = hits.slice(i + 1).find((hit) => hit.family !== "per-share");
      const at = { from, to, until: next?.from ?? text.length, after: found.at(-1)?.to ?? 0 };
      const named = family === "earnings" ? bareEarnings(text, at) : namedAt(text, family, at);
      found.push(...named.map((one) => ofRevenue(text, one)), ...partsOfRevenue(text, named, at));
    }
  });
  return found;
}

/** What an amount is called when it is divided by revenue. */
const MARGINS: ReadonlyMap<Family, Family> = new Map<Family, Family>([
  ["gross-profit", "gross-margin"],
  ["operating-income", "operating-margin"],
  ["net-income", "net-margin"],
  ["ebit", "ebit-margin"],
  ["ebitda", "ebitda-margin"],
  ["free-cash-flow", "free-cash-flow-margin"],
  ["operating-cash-flow", "operating-cash-flow-margin"],
]);
const AS_PART =
  /^(?:(?: \([^)]{2,20}\))?,? |(?: [a-z-]+){0,6} as an? )\(?(?:%|percent(?:age)?) of (?:(?:total|net|our) )*(?:revenues?|sales)\b\)?/i;
const PART_BEHIND =
  /(?:\bor|\brepresenting|\bof|\bwas|\bwere|\bat|\bto|[(=]) ?(?:approximately |about |a |an )?\(?-?\d[\d.]{0,6}\)? ?(?:%|percent)\)? of (?:(?:total|net|our|its|quarterly) )*$/i;

/** "EBITDA as a % of revenue" is a margin under another name. */
function ofRevenue(text: string, named: Named): Named {
  const margin = MARGINS.get(named.family);
  const behind = margin === undefined ? null : AS_PART.exec(text.slice(named.to, named.to + REACH));
  if (margin === undefined || behind === null) return named;
  const to = named.to + behind[0].length;
  return { ...named, family: margin, name: text.slice(named.from, to), to };
}

/** "Adjusted EBITDA of $12.1 million, or 30% of revenue": the margin, given behind its amount. */
function partsOfRevenue(text: string, all: readonly Named[], { until }: At): readonly Named[] {
  return all.flatMap((named) => {
    const family = MARGINS.get(named.family);
    const between = text.slice(named.to, until);
    const of = family === undefined || until - named.to > REACH ? null : PART_BEHIND.exec(between);
    const revenue = /^(?:revenues?|(?:net )?sales)\b/i.exec(text.slice(until));
    if (family === undefined || of === null || revenue === null) return [];
    const from = named.to + between.lastIndexOf(" of ") + 1;
    return [{ ...named, family, name: `${named.name} as a part of revenue`, from, to: until + revenue[0].length }];
  });
}

/** Where a name stands in a text, and where the name behind it begins and that before it ends. */
interface At {
  readonly from: number;
  readonly to: number;
  readonly until: number;
  readonly after: number;
}

const PER_SHARE: ReadonlyMap<Family, Family> = new Map<Family, Family>([
  ["ffo", "ffo-per-share"],
  ["net-income", "eps"],
  ["operating-income", "eps"],
  ["net-investment-income", "net-investment-income-per-share"],
]);

/** "Net income of $36.3 million, or $0.66 per share": the share's part of the measure before it. */
function perShare(text: string, from: number, to: number, last: Named | undefined): readonly Named[] {
  if (last === undefined || from - last.to > REACH || !/\d\)? ?$/.test(text.slice(Math.max(0, from - 3), from)))
    return [];
  if (/[.;]\s|\bdividend|\bbook value/i.test(text.slice(last.to, from))) return [];
  const family = PER_SHARE.get(last.family);
  // Income of operations has no place per share in the standards.
  const basis = last.family === "operating-income" ? "non-GAAP" : last.basis;
  return family === undefined ? [] : [{ family, basis, name: `${last.name} ${text.slice(from, to)}`, from, to }];
}

/** "Adjusted profit", "underlying loss": words as short as these are measures only right behind what makes them the company's own. */
const DIRECTLY_OWN =
  /\b(?:non[-\u2010\u2011 ]?(?:gaap|ifrs)|adjusted|underlying|core|normali[sz]ed|economic) (?:(?:net|group|consolidated|total|after-tax) )?$/i;

/** "Core earnings", "GAAP earnings": by itself the word is no measure. */
function bareEarnings(text: string, at: At): readonly Named[] {
  const before = text.slice(Math.max(0, at.from - NEAR), at.from);
  if (RATE_BEFORE.test(before)) return [];
  if (!/^(?:earnings|profitability)/i.test(text.slice(at.from, at.to)) && !DIRECTLY_OWN.test(before)) return [];
  return namedAt(text, "net-income", at).filter((n) => n.basis === "non-GAAP" || STATED_BEFORE.test(before));
}

/** What stands behind a name and makes it the company's own, by what the measure is. */
function beside(family: Family, behind: string): RegExpExecArray | null {
  if (family === "revenue") return GROWTH_BEHIND.exec(behind);
  return family === "operating-cash-flow" ? BEFORE_WORKING_CAPITAL.exec(behind) : null;
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
  if ((family !== "leverage" && NO_MEASURE_BEHIND.test(behind)) || (family !== "noi" && SEGMENT.test(before)))
    return [];
  if (family.startsWith("contribution") && PART_CONTRIBUTION.test(before)) return [];
  const own = ownBefore(family, before) ?? (family === "revenue" ? GROWTH_OWN.exec(before) : null);
  const ownBehind = OWN_BEHIND.exec(behind) ?? beside(family, text.slice(to, to + REACH));
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
  if (NAMED_OWN.test(gaap.name)) return [{ ...gaap, basis: "non-GAAP" }];
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
const COST_OF_SALES: Comparable = { family: "cost-of-sales", words: "cost of sales" };
const same = (family: Family, words: string): Comparable => ({ family, words });

/** The measure of the accounting standards that a reader compares one of the company's own with, in words. */
export const COMPARABLE: Readonly<Record<Family, Comparable>> = {
  revenue: same("revenue", "revenue as reported"),
  "gross-profit": same("gross-profit", "gross profit"),
  "gross-margin": same("gross-margin", "gross margin"),
  contribution: same("gross-profit", "gross profit"),
  "contribution-margin": same("gross-margin", "gross margin"),
  "cost-of-sales": COST_OF_SALES,
  "unit-cost": COST_OF_SALES,
  "charter-rate": same("revenue", "revenue as reported"),
  "net-interest-income": same("net-interest-income", "net interest income"),
  "net-interest-margin": same("net-interest-margin", "net interest margin"),
  "net-investment-income": same("net-investment-income", "net investment income"),
  "net-investment-income-per-share": same("net-investment-income-per-share", "net investment income per share"),
  "seat-mile-cost": same("seat-mile-cost", "the cost per available seat mile"),
  "selling-and-administrative": same("selling-and-administrative", "selling, general and administrative expenses"),
  "research-and-development": same("research-and-development", "research and development expenses"),
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
  "own-cash-flow": CASH,
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
  "book-value-per-share": same("book-value-per-share", "book value per share"),
  "tangible-book-value-per-share": same("book-value-per-share", "book value per share"),
  "equity-ratio": same("equity-ratio", "the ratio of equity to assets"),
  "tangible-equity-ratio": same("equity-ratio", "the ratio of equity to assets"),
  "return-on-assets": same("return-on-assets", "return on assets"),
  "return-on-capital": {
    family: "return-on-equity",
    also: ["return-on-assets"],
    words: "a return computed from net income",
  },
  "return-on-equity": same("return-on-equity", "return on equity"),
  "efficiency-ratio": same("efficiency-ratio", "the efficiency ratio"),
  "operating-ratio": same("operating-ratio", "the operating ratio"),
  "combined-ratio": same("combined-ratio", "the combined ratio"),
};

/** Whether a measure of the standards is one that a reader holds one of the company's own against. */
export const isComparable = (own: Family, gaap: Family): boolean =>
  COMPARABLE[own].family === gaap || (COMPARABLE[own].also?.includes(gaap) ?? false);
