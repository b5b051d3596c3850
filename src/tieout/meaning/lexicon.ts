import type { MeasureKind } from "../figures/kind.ts";
import type { Basis, StatementKind } from "./table.ts";

/** Labels are read no further than this: a cue stands near the front, and a label may be a page long. */
const FAR = 240;

const near = (text: string): string => (text.length > FAR ? text.slice(0, FAR) : text);

const TOTAL =
  /^(?:\(?(?:sub[- ]?)?totals?\b|net (?:income|loss|earnings|profit|sales|revenues?|cash|assets|interest|operating|investment|increase|decrease|change)|gross (?:profit|margin|loss)|(?:income|loss|profit|earnings)\b.{0,40}\b(?:before|from) |operating (?:income|loss|profit|earnings)|comprehensive (?:income|loss)|ebit(?:da)?\b|adjusted |core |free cash flow|(?:cash|balance).{0,40}\bend of )|\btotals?$|\bas adjusted$|^non-?gaap /i;

const CONTRA =
  /^(?:less\b|deduct|cost|costs\b|expenses?\b|provision for|income tax|tax(?:es)? |interest expense|depreciation|amortization|accumulated (?:depreciation|amortization|deficit)|treasury|allowance|impairment|restructuring|selling|marketing|general and|research and|dividends?\b|repurchases?|purchases?|payments?|repayments?|capital expenditures?|loss(?:es)? (?:on|from)|decrease)|\bexpenses?\b(?!.{0,40}\bincome\b)|\bless:|treasury (?:stock|shares)|\bcosts?$/i;

export const isTotalLabel = (label: string): boolean => TOTAL.test(near(label));
export const isContraLabel = (label: string): boolean => CONTRA.test(near(label));

const CONSTANT =
  /\bconstant[- ](?:currency|currencies|dollars?|exchange|fx|rates?)\b|\bcurrency[- ]neutral\b|\bfx[- ]neutral\b|\bcc\b(?= growth|$)|exclud\w{0,4} (?:the )?(?:\w+ ){0,3}(?:foreign )?(?:currency|exchange|fx)\b|\bat cer\b/i;
const ORGANIC = /\borganic(?:ally)?\b|\blike[- ]for[- ]like\b|\bcomparable basis\b/i;
const ADJUSTMENT =
  /^(?:total )?(?:non-?gaap )?(?:reconciling|adjustments?|adjusting items)\b|\bitems affecting comparability\b|^special items\b/i;
const NON_GAAP =
  /\bnon[- ]?(?:gaap|ifrs)\b|\badjusted\b|\bcore\b(?! (?:fees|plus|deposits|commodit|products?))|\bunderlying\b|\bpro[- ]?forma\b|\bebitda\b|\bffo\b|\baffo\b|\bfree cash flow\b|\bnormali[sz]ed\b|\bexcluding\b|\bbefore special\b/i;
const GAAP = /\bgaap\b|\bifrs\b|\bas reported\b|^reported\b/i;

/** The basis that the words of a head or a label name. */
export function basisOf(text: string): Basis {
  const words = near(text);
  if (words === "") return "unknown";
  if (CONSTANT.test(words)) return "constant-currency";
  if (ORGANIC.test(words)) return "organic";
  if (ADJUSTMENT.test(words)) return "adjustment";
  if (NON_GAAP.test(words))
    return /\b(?:gaap|ifrs)\b.{0,40}\bto (?:non|adjusted)/i.test(words) ? "unknown" : "non-GAAP";
  return GAAP.test(words) ? "GAAP" : "unknown";
}

const PER_SHARE =
  /\bper\b.{0,30}\b(?:share|unit|ads|adr)s?\b|\bper[- ](?:common|ordinary|diluted|basic|class)\b|\b(?:a|each) share\b|\beps\b|\b(?:earnings|loss|income|dividends?)(?: \(loss\))?[/](?:share|unit)|\bnav[/ ]share\b/i;
const PRICE =
  /\b(?:exercise|strike|conversion|stock|share|unit|market|average) price\b|\bgrant[- ]date fair value\b(?! of)|\bper (?:rsu|psu|award|option|warrant|unit)\b/i;
const PER_SHARE_COUNT =
  /shares? (?:used|outstanding)|weighted[- ]average (?:number|common|shares|diluted|basic)|number of|denominator|par value|authorized/i;
const SHARES =
  /\bweighted[- ]average\b.{0,60}\b(?:shares?|units?|ads|stock|outstanding|diluted|basic)\b|\b(?:number of|average|diluted|basic|dilutive|anti-?dilutive|potential|outstanding|equivalent|incremental) (?:\w+ ){0,2}(?:shares|units)\b|\b(?:shares|units) (?:outstanding|used|issued|repurchased|purchased|authorized|granted|vested|forfeited|available|in )|^(?:(?:common|ordinary|diluted|basic|treasury|total|preferred) )?(?:shares|units)\b|\bshares$|\bshare count\b|\bnumber (?:of (?:rsus?|psus?|awards|options|warrants|stock)|granted|vested|outstanding)\b/i;
const SHARES_NOT =
  /\b(?:proceeds|payments?|repurchases? of|purchases? of|cost|value|price|tax|taxes|issuances? of|compensation|dividends?|settlement|income|earnings|loss)\b|par value|\$|%|percent/i;
const PLAIN_SHARES =
  /\bnumber of (?:\w+ ){0,3}shares|\bshares? (?:used|outstanding)\b|\bweighted[- ]average (?:\w+ ){0,4}(?:shares|units)\b/i;
const PLAIN_SHARES_NOT = /\b(?:proceeds|price|value|cost)\b|[$%]/i;
const PERCENT =
  /\bmargins?\b(?! (?:loans?|calls?|deposits?|accounts?|requirements?|collateral|\())|\bpercent(?:age)?\b(?! points?)|%|\brates?\b|\boccupancy\b|\byield\b|\bvolatility\b|\breturn on\b|\b(?:payout|combined|loss|expense|efficiency) ratio\b|\butili[sz]ation\b/i;
const POINTS = /\bpercentage points?\b|\bppts?\b|\bbasis points?\b|\bbps\b/i;
const PLAIN_COUNT =
  /\bnumber of\b|\bhead ?count\b|^(?:total |full-time )*employees\b|\bsquare f(?:ee|oo)t|\bsq\.? ?ft/i;
const COUNT =
  /\b(?:customers|subscribers|members|stores|units sold|locations|restaurants|hotels|rooms|barrels|boe|ounces|tonnes|tons|gallons|megawatts?|mwh|gwh|users|transactions|vessels|acres|homes (?:delivered|closed)|closings|deliveries|communities|beds|patients)\b/i;
const DAYS = /\bdays\b|\bdso\b|\bdpo\b/i;
const MONEY =
  /\b(?:revenues?|sales|income|expenses?|costs?|cash|receivables?|payables?|deposits|prepayments|liabilit\w+|profit|earnings|loss|price|value|backlog|fees?|amounts?|obligations?|acquisitions?|compensation|benefits?|accrued|payments?|proceeds|debt|premiums?|allowance|advances|inventor\w+|acquired|dividends?)\b|\$/i;
const RATIO = /\bratio\b|\bturns\b|\bmultiple\b|\btimes\b|\bleverage\b/i;

/**
 * What a row's label says that its cells count, or undefined where it leaves that to the cells. Money is never said here: an
 * amount is what remains.
 */
export function kindOfLabel(label: string): MeasureKind | undefined {
  const words = near(label);
  if ((PER_SHARE.test(words) || PRICE.test(words)) && !PER_SHARE_COUNT.test(words)) return "per-share";
  if (POINTS.test(words)) return /\bbps\b|basis/i.test(words) ? "basis-points" : "percentage-points";
  if (PLAIN_SHARES.test(words) && !PLAIN_SHARES_NOT.test(words)) return "shares";
  if (SHARES.test(words) && !SHARES_NOT.test(words)) return "shares";
  if (PERCENT.test(words)) return "percent";
  if (DAYS.test(words) && !MONEY.test(words)) return "count";
  if ((PLAIN_COUNT.test(words) || COUNT.test(words)) && !MONEY.test(words)) return "count";
  return RATIO.test(words) && !MONEY.test(words) ? "ratio" : undefined;
}

/**
 * Whether a label says beyond doubt that its cells count shares. "Common shares repurchased" may as well name what they cost,
 * and among the liabilities "warrants to purchase ordinary shares" are money.
 */
export const isPlainShares = (label: string): boolean =>
  PLAIN_SHARES.test(near(label)) || /\bshares? (?:issued|outstanding|authorized)\b|\bdilut/i.test(near(label));

/** Whether a label says beyond doubt that its cells count things; "customers" may as well name whose revenue it is. */
export const isPlainCount = (label: string): boolean => PLAIN_COUNT.test(near(label));

/** Whether a label says beyond doubt that its cells are percentages, even where they bear no sign. */
export const isPlainPercent = (label: string): boolean =>
  /(?:%\)?|\bper ?cent(?:age)?|\brate)\W*$|^(?:effective|statutory|income tax|tax|discount)\b.{0,40}\brate\b/i.test(
    near(label),
  ) && !/\bnotes?\b|\bdue\b|\bswaps?\b/i.test(near(label));

export const countsDays = (label: string): boolean => DAYS.test(near(label));

/** What a head says that the cells below count; under common stock "Number" stands for shares. */
export const kindOfHead = (words: string): MeasureKind | undefined =>
  /\b(?:stock|shares|warrants|units|awards)\b.*\bnumber$/i.test(near(words)) ? "shares" : kindOfLabel(words);

/** Whether a section's words make the rows under it per-share amounts or share counts that do not say so themselves. */
export function kindOfSection(label: string): MeasureKind | undefined {
  const words = near(label);
  if (PER_SHARE.test(words) && !PER_SHARE_COUNT.test(words)) return "per-share";
  if (PLAIN_SHARES.test(words) || /^denominator\b/i.test(words)) return "shares";
  return /\b(?:shares|units)\b/i.test(words) && !SHARES_NOT.test(words) ? "shares" : undefined;
}

/** Rows that mean something only under their section: basic, diluted, assuming dilution, what dilutes. */
export const isBareDilution = (label: string): boolean =>
  /^(?:[-–—•*\s]*(?:basic|diluted|dilutive)\b|assuming dilution|(?:plus|add):?\b|(?:dilutive )?effects? of\b|(?:employee )?(?:stock|share) (?:options|awards)|restricted|convertible|(?:continuing|discontinued) operations|net (?:income|loss|earnings)|total)/i.test(
    near(label),
  );

/** The kind of statement that a caption announces. */
export function statementOf(caption: string): StatementKind {
  const words = caption.length > 600 ? caption.slice(0, 600) : caption;
  if (/\bbalance sheets?\b|\bfinancial (?:position|condition)\b|\bassets and liabilities\b/i.test(words))
    return "balance";
  if (/\bcash flows?\b/i.test(words)) return "cash";
  if (
    /statements? of (?:changes in )?(?:(?:stock|share)holders|shareowners|equity|partners)|changes in (?:\w+ ){0,2}equity/i.test(
      words,
    )
  )
    return "equity";
  return /(?:statements?|results) of (?:consolidated )?(?:net )?(?:income|operations|earnings|profit|comprehensive|loss)|income statements?|\bp&l\b|statements? of comprehensive/i.test(
    words,
  )
    ? "income"
    : "other";
}

/** The kind of statement that a row's label gives away. */
export function statementOfLabel(label: string): StatementKind {
  if (/^total (?:current )?(?:assets|liabilities)\b/i.test(label)) return "balance";
  if (/^(?:net )?cash\b.{0,60}\b(?:operating|investing|financing) activities/i.test(label)) return "cash";
  return /^(?:cost of (?:sales|revenues?|goods)|gross (?:profit|margin)|(?:total )?(?:net )?(?:sales|revenues?)$|income (?:taxes|before)|provision for (?:income )?taxes|total operating expenses)/i.test(
    label,
  )
    ? "income"
    : "other";
}

const FLOW =
  /\b(?:income|earnings|revenues?|sales|ebitda|expenses?|taxes|costs?|amortization|depreciation|profit|loss|cash)\b/i;

/** Whether a label names what only money measures. */
export const isMoneyLabel = (label: string): boolean => FLOW.test(near(label));

/** Whether a row of a statement of equity is its closing balance though it does not say so. */
export const isEquityTotal = (label: string): boolean =>
  /^total (?:\w+[’']?s?[’']? ){0,2}(?:equity|investment|deficit)\b/i.test(near(label));

/** Whether a row shows a balance at the start or the end of the column's period ("Cash at beginning of year"). */
export function momentOf(label: string): "start" | "end" | undefined {
  const words = near(label);
  if (/\bbeginning and ending\b/i.test(words)) return "end";
  if (/\bbeginning\b(?! after)|\bopening balance|\bat (?:the )?start of\b/i.test(words)) return "start";
  return /\bend of (?:the )?(?:period|year|quarter|month)|\bat (?:period|year)[- ]end|\bending balance|\bbalance,? (?:at )?end\b|^ending\b|\bclosing balance|, end of\b|, ending\b/i.test(
    words,
  )
    ? "end"
    : undefined;
}
