/**
 * Signs, codes and words of currencies. A bare dollar sign stays "$" and a bare "kr" stays "kr": which dollar or krone is
 * meant, only the document can say. Everything else is an ISO 4217 code.
 */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ["$", "$"],
  ["＄", "$"],
  ["€", "EUR"],
  ["£", "GBP"],
  ["￡", "GBP"],
  ["¥", "JPY"],
  ["￥", "JPY"],
  ["₹", "INR"],
  ["₩", "KRW"],
  ["₪", "ILS"],
  ["₺", "TRY"],
  ["₽", "RUB"],
  ["₱", "PHP"],
  ["₫", "VND"],
  ["₦", "NGN"],
  ["₴", "UAH"],
  ["฿", "THB"],
]);

/** What letters directly before a dollar sign make of it: "US$", "C$", "NT$". */
const DOLLARS: ReadonlyMap<string, string> = new Map([
  ["US", "USD"],
  ["U.S.", "USD"],
  ["USD", "USD"],
  ["C", "CAD"],
  ["CA", "CAD"],
  ["CAD", "CAD"],
  ["CDN", "CAD"],
  ["CAN", "CAD"],
  ["CND", "CAD"],
  ["Cdn", "CAD"],
  ["Can", "CAD"],
  ["A", "AUD"],
  ["AU", "AUD"],
  ["AUD", "AUD"],
  ["NZ", "NZD"],
  ["HK", "HKD"],
  ["HKD", "HKD"],
  ["S", "SGD"],
  ["SG", "SGD"],
  ["NT", "TWD"],
  ["TW", "TWD"],
  ["R", "BRL"],
  ["MX", "MXN"],
  ["Mex", "MXN"],
  ["J", "JMD"],
  ["TT", "TTD"],
]);

const CODES: ReadonlySet<string> = new Set(
  (
    "USD EUR GBP JPY CNY CNH CHF CAD AUD NZD HKD SGD TWD KRW INR BRL MXN SEK NOK DKK PLN CZK HUF ILS ZAR TRY RUB UAH THB " +
    "IDR MYR PHP VND AED SAR QAR KWD BHD OMR JOD EGP NGN KES GHS MAD CLP COP ARS PEN UYU ISK RON BGN HRK RSD KZT PKR BDT LKR JMD TTD"
  ).split(" "),
);

/** Abbreviations that are no ISO code, as printed. */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ["Rs", "INR"],
  ["RMB", "CNY"],
  ["NIS", "ILS"],
  ["SFr", "CHF"],
  ["sfr", "CHF"],
  ["Euro", "EUR"],
  ["Euros", "EUR"],
  ["Stg", "GBP"],
  ["kr", "kr"],
  ["NTD", "TWD"],
]);

/** Words that stand behind an amount, in small letters. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ["dollar", "$"],
  ["dollars", "$"],
  ["euro", "EUR"],
  ["euros", "EUR"],
  ["sterling", "GBP"],
  ["yen", "JPY"],
  ["yuan", "CNY"],
  ["renminbi", "CNY"],
  ["rupees", "INR"],
  ["shekels", "ILS"],
  ["rand", "ZAR"],
  ["reais", "BRL"],
  ["kronor", "SEK"],
  ["kroner", "kr"],
]);

/** What a country's adjective makes of "dollars" or "francs", in small letters. */
const ADJECTIVES: ReadonlyMap<string, string> = new Map([
  ["us dollars", "USD"],
  ["u.s. dollars", "USD"],
  ["american dollars", "USD"],
  ["canadian dollars", "CAD"],
  ["australian dollars", "AUD"],
  ["singapore dollars", "SGD"],
  ["hong kong dollars", "HKD"],
  ["nt dollars", "TWD"],
  ["new taiwan dollars", "TWD"],
  ["swiss francs", "CHF"],
  ["pounds sterling", "GBP"],
  ["british pounds", "GBP"],
]);

/** The currency of one sign ("$", "€"), or undefined where the character is none. */
export const currencyOfSign = (sign: string): string | undefined => SIGNS.get(sign);

/** The currency of the letters directly before a dollar sign ("US", "NT"). */
export const currencyOfDollar = (letters: string): string | undefined => DOLLARS.get(letters);

/** The currency of a code or abbreviation as printed ("EUR", "CHF", "Rs"); small letters are another word. */
export const currencyOfCode = (written: string): string | undefined =>
  CODES.has(written) ? written : ABBREVIATIONS.get(written);

/** The currency of a word, or of an adjective and a word, in small letters ("euros", "swiss francs"). */
export const currencyOfWord = (words: string): string | undefined => WORDS.get(words) ?? ADJECTIVES.get(words);
