/** What a caption says of the step its figures are printed in: powers of ten, for money and for share counts. */
export interface ScaleStatement {
  /** Of money and of all that is not named otherwise. */
  readonly scale: number;
  /** Of share counts: their own, or that of the rest, or none where they are excepted. */
  readonly shares: number;
  /** Whether the statement speaks of shares alone ("shares in thousands"). */
  readonly sharesOnly: boolean;
  /** Whether it names the share counts' scale or excepts them; else theirs is only a guess. */
  readonly sharesSaid: boolean;
}

/** Captions are read no further than this. */
const FAR = 1000;

/** The scale that a row or a column states for its own cells. */
export function ownScale(text: string): number | undefined {
  const said = scaleStatement(text);
  return said === undefined ? undefined : said.sharesOnly ? said.shares : said.scale;
}

const SCALE =
  /\b(thousand|million|billion|trillion|crore|lakh)s?\b|\b(mm|mn|mln|mio|bn|bln|tn)\b|(?:[$€£¥]|\b(?:usd|eur|gbp|cad|aud|chf|sek|nok|dkk|rmb|hk|us|nt|nis|tsek))[$]?\s?(?:in )?['‘’]?(000)['‘’]?s?\b|['‘’](000)s?\b|\b(000)['‘’]s?(?!\d)|\b(000)s\b|(?:[$€£¥]|\b(?:usd|eur|gbp|cad|aud|chf|sek|nok|dkk))[$]?\s?(m|k|b)\b|\b(k|m|b)(?:usd|eur|[$€£])|\b[tk](sek|nok|dkk|eur|usd)\b|\b(m)(?:sek|nok|dkk)\b/gi;

const POWER: Readonly<Record<string, number>> = {
  thousand: 3,
  "000": 3,
  k: 3,
  million: 6,
  mm: 6,
  mn: 6,
  mln: 6,
  mio: 6,
  m: 6,
  billion: 9,
  bn: 9,
  bln: 9,
  b: 9,
  trillion: 12,
  tn: 12,
  crore: 7,
  lakh: 5,
};

interface Hit {
  readonly power: number;
  readonly from: number;
  readonly to: number;
  readonly ofShares: boolean;
}

/**
 * The scale that a caption, a head or a label states: "(in millions, except per share amounts)", "$000", "dollars in
 * thousands; shares in millions". A scale word behind a number ("$3 million") states nothing.
 */
export function scaleStatement(text: string): ScaleStatement | undefined {
  const words = text.length > FAR ? text.slice(0, FAR) : text;
  if (!MAYBE.test(words)) return undefined;
  const hits = hitsIn(words);
  if (hits.length === 0)
    return WHOLE.test(words) ? { scale: 0, shares: 0, sharesOnly: false, sharesSaid: false } : undefined;
  const money = hits.find((h) => !h.ofShares);
  const shares = hits.find((h) => h.ofShares);
  if (money === undefined) return { scale: 0, shares: shares!.power, sharesOnly: true, sharesSaid: true };
  const excepted = exceptsShares(words);
  const sharesSaid = shares !== undefined || excepted || /except/i.test(words);
  return { scale: money.power, shares: shares?.power ?? (excepted ? 0 : money.power), sharesOnly: false, sharesSaid };
}

/** "(in whole dollars)" takes the document's scale away; "per share amounts in dollars" does not. */
const WHOLE = /\bin (?:whole|actual)\b|\b(?:whole|actual) (?:u\.?s\.? )?dollars\b/i;

const MAYBE =
  /(?:whole|actual|thous|milli|billi|trilli|crore|lakh|000|\bm[mnl]|\bbn|\bbln|\btn|[$€£¥]\s?[mkb]\b|usd|eur|gbp|sek|nok|dkk|cad|aud|chf|[mk][$€£])/i;

function hitsIn(words: string): readonly Hit[] {
  const hits: Hit[] = [];
  SCALE.lastIndex = 0;
  for (let m = SCALE.exec(words); m !== null; m = SCALE.exec(words)) {
    const unit = m
      .slice(1)
      .find((g) => g !== undefined)!
      .toLowerCase();
    const power = POWER[unit] ?? (m[0].toLowerCase().startsWith("m") ? 6 : 3);
    if (!states(words, m.index, m[0])) continue;
    hits.push({
      power,
      from: m.index,
      to: m.index + m[0].length,
      ofShares: ofShares(words, m.index, m.index + m[0].length),
    });
  }
  return hits;
}

const LEAD =
  /(?:^|[([{,;:/–—-]\s*|\b(?:in|of|are|and|or|amounts?|figures|expressed|reported|stated|presented|dollars?|usd|cad|eur|euros?|gbp|chf|rmb|aud|inr|jpy|yen|pounds|pesos|reais|nis|shares|except|unaudited|us|u\.s\.|thousand|hundred)\.?\s*(?:in\s*)?|[$€£¥]\s*(?:in\s*)?)$/i;

/** Whether the scale word at `at` stands where a statement has it: not behind a number. */
function states(words: string, at: number, hit: string): boolean {
  const before = words.slice(Math.max(0, at - 24), at);
  const trimmed = before.trimEnd();
  const last = trimmed.charCodeAt(trimmed.length - 1);
  if (last >= 48 && last <= 57) return false;
  if (/^[$€£¥]/.test(hit) || /000/.test(hit)) return true;
  return LEAD.test(before);
}

/** "shares in thousands", "number of shares, which are reflected in thousands", "thousands of shares", "in thousands of shares". */
function ofShares(words: string, from: number, to: number): boolean {
  if (/^\s*(?:of )?(?:common |ordinary )?(?:shares|units)\b/i.test(words.slice(to, to + 24))) return true;
  const before = words.slice(Math.max(0, from - 60), from);
  const m =
    /\b(?:shares?|units)(?: (?:counts?|data|amounts?|numbers?|outstanding|information))?(?:,? (?:which|that))?(?: (?:are|is))?(?: (?:reflected|presented|expressed|stated|shown|reported|given))?,? in(?: the)?\s*$/i.exec(
      before,
    );
  // "Dollars and shares in thousands" is said of both.
  return (
    m !== null &&
    !/\bper[ -]$|(?:[$€£¥]|\b(?:dollars?|euros?|amounts?|currency|money|figures|[A-Z]{3})),? (?:and|&) $/i.test(
      before.slice(0, m.index),
    )
  );
}

/** Whether share counts are excepted: "except share and per share data", but not "except per share data". */
function exceptsShares(words: string): boolean {
  const at = words.search(/\b(?:except|excluding|other than)\b/i);
  if (at < 0) return false;
  const rest = words
    .slice(at, at + 200)
    .replace(/\bper[- ](?:\w{1,12}[- ]){0,2}(?:share|unit)s?\b|\beach share\b/gi, "");
  return /\b(?:shares?|units?)\b/i.test(rest);
}

const CURRENCY_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bu\.?s\.? ?(?:dollars?|\$)|\bus\$|\busd\b|united states dollars?/i, "USD"],
  [/\bcanadian (?:dollars?|\$)|\bc(?:dn)?\$|\bcad\b|\bca\$/i, "CAD"],
  [/\baustralian dollars?|\ba(?:ud?)?\$|\baud\b/i, "AUD"],
  [/\bnew zealand dollars?|\bnz\$|\bnzd\b/i, "NZD"],
  [/\bsingapore dollars?|\bs\$|\bsgd\b/i, "SGD"],
  [/\bhong kong dollars?|\bhk\$|\bhkd\b/i, "HKD"],
  [/\b(?:new )?taiwan dollars?|\bnt\$|\bntd\b|\btwd\b/i, "TWD"],
  [/€|\beuros?\b|\beur\b|\b[tkm]eur\b/i, "EUR"],
  [/£|\bpounds? sterling\b|\bgbp\b/i, "GBP"],
  [/\brmb\b|\brenminbi\b|\bcny\b/i, "CNY"],
  [/¥|\bjpy\b|\byen\b/i, "JPY"],
  [/\bchf\b|\bswiss francs?\b/i, "CHF"],
  [/\bsek\b|\bswedish kron|\b[tm]sek\b/i, "SEK"],
  [/\bnok\b|\bnorwegian kron|\b[tm]nok\b/i, "NOK"],
  [/\bdkk\b|\bdanish kron|\b[tm]dkk\b/i, "DKK"],
  [/₪|\bnis\b|\bils\b|\bshekels?\b/i, "ILS"],
  [/₹|\binr\b|\brupees?\b/i, "INR"],
  [/\br\$|\bbrl\b|\breais\b/i, "BRL"],
  [/₩|\bkrw\b|\bkorean won\b/i, "KRW"],
  [/\bmxn\b|\bmexican pesos?\b/i, "MXN"],
];

/** The currency that the words of a caption name; "$" for a bare dollar sign or the bare word; undefined where none. */
export function currencyIn(text: string): string | undefined {
  const words = text.length > FAR ? text.slice(0, FAR) : text;
  for (const [pattern, code] of CURRENCY_WORDS) if (pattern.test(words)) return code;
  return /\$|\bdollars?\b/i.test(words) ? "$" : undefined;
}
