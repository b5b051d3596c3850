import { anyCase } from "./pattern.ts";
/** Under whose rules a release goes out: a domestic registrant's, a foreign private issuer's, or none of the SEC's. */
export type Profile = "us-domestic" | "foreign-private" | "non-us";

const FOREIGN_FORM = anyCase(/\bform (?:20-?f|6-?k|40-?f)\b|\bforeign private issuer\b/);
const DOMESTIC_FORM = anyCase(/\bform (?:10-?k|10-?q|8-?k)\b/);
/** The SEC, and the exchanges on which only those are listed that it oversees; "Nasdaq Stockholm" is another one. */
const SEC = anyCase(
  /\bsecurities and exchange commission\b|\b(?:the|u\.?s\.?) sec\b|\bnew york stock exchange\b|\bnyse\b(?! euronext)|\bnasdaq\b(?!,? (?:omx|stockholm|helsinki|copenhagen|iceland|nordic|baltic|first north|(?:large|mid|small) cap|riga|tallinn|vilnius))/,
);
const IFRS = anyCase(/\bifrs\b|\binternational financial reporting standards\b/);

/** A ticker of an exchange outside of the United States; without one the same letters stand for other things. */
const OTHER_TICKER =
  /\((?:NZX|ASX|LSE|AIM|JSE|SGX|HKEX|SEHK|BSE|NSE|B3|BMV|Euronext(?: \w{1,20})?) ?[:;] ?[A-Z\d]{2}[^)]{0,20}\)|\b(?:NZX|ASX|JSE|HKEX) ?: ?[A-Z\d]{2}/;
/** Such exchanges in words, what they call what is published there, and the forms of companies that are listed there. */
const OTHER_MARKET =
  /\bNasdaq,? (?:Stockholm|Helsinki|Copenhagen|Iceland|Nordic|Baltic)\b|\b(?:London|Oslo|Tokyo|Hong Kong|Toronto|Frankfurt|Swiss|Johannesburg|Australian|New Zealand) (?:Stock |Securities )?Exchange\b|\bEuronext (?:Amsterdam|Paris|Brussels|Lisbon|Dublin|Oslo|Milan)\b|\b[Ss]tock [Ee]xchange [Rr]elease\b|\(publ\)|\b(?:Oyj|N\.V\.|S\.p\.A\.|(?<!\()ASA)(?![\w.])/;

/** What stands above the first sentence of a release, and that sentence: there it says who issues it; further down it speaks of lenders and customers too. */
function issuedBy(source: string): string {
  const head = source
    .slice(0, MARKED_UP)
    .replace(/<[^<>]{1,4000}>/g, " ")
    .trimStart()
    .slice(0, HEAD);
  return FIRST_SENTENCE.exec(head)?.[0] ?? head;
}
const MARKED_UP = 20_000;
const HEAD = 1500;
const FIRST_SENTENCE =
  /^[\s\S]{0,1500}?\b(?:today (?:announc|report|releas|publish|provid)\w{1,3}|(?:announced|reported|released|published) (?:its|today|financial|results|earnings))\b(?:[^.!?]|\.(?=\S)){0,400}\.?/;

/** Under whose rules a document goes out, by the forms, the standards and the exchanges that it names; a domestic one where it names none. */
export function profileOf(source: string): Profile {
  if (DOMESTIC_FORM.test(source)) return "us-domestic";
  if (FOREIGN_FORM.test(source)) return "foreign-private";
  if (SEC.test(source)) return IFRS.test(source) ? "foreign-private" : "us-domestic";
  return IFRS.test(source) || OTHER_TICKER.test(source) || OTHER_MARKET.test(issuedBy(source)) || isInOtherMoney(source)
    ? "non-us"
    : "us-domestic";
}

/** Whether all amounts are in a currency of Europe: a registrant that reports so names the SEC's forms or its exchange. */
const isInOtherMoney = (source: string): boolean =>
  !source.includes("$") && (source.match(OTHER_MONEY)?.length ?? 0) >= AMOUNTS;
const OTHER_MONEY = /[£€] ?\d|\b(?:GBP|EUR|SEK|NOK|DKK|CHF|PLN) ?\d/g;
const AMOUNTS = 3;

/** What statements are prepared under, said of them and not of another company's. */
const UNDER_GAAP = anyCase(
  /\b(?<!\bnot )(?:based on|in accordance with|prepared (?:under|using)) (?:the )?(?:u\.?s\.? gaap|(?:accounting principles )?generally accepted (?:accounting principles )?in the (?:united states|u\.?s\.))/,
);
const UNDER_IFRS = anyCase(
  /\b(?:based on|in accordance with|prepared (?:under|using)) (?:the )?(?:ifrs|ias ?34|international (?:financial reporting|accounting) standards?)\b/,
);

/** The standards that a foreign issuer's document names; where it names both, those that its own statements are prepared under. */
export const standardsOf = (source: string): "GAAP" | "IFRS" =>
  IFRS.test(source) && (UNDER_IFRS.test(source) || !UNDER_GAAP.test(source)) ? "IFRS" : "GAAP";

/** Whether a document's statements are prepared under other standards than those of the United States, as far as it tells. */
export function isAbroad(source: string): boolean {
  const profile = profileOf(source);
  return profile === "non-us" || (profile === "foreign-private" && standardsOf(source) === "IFRS");
}
