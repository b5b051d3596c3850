import type { Disclosure } from "../reading/disclosure.ts";
import { remembered } from "../remembered.ts";

/** What a release calls its issuer, by the words before its ticker, its legal form or what it is called "the Company": small letters. */
const issuerWords = remembered(({ source }: Disclosure): ReadonlySet<string> => {
  const head = source
    .slice(0, MARKED_UP)
    .replace(/<[^<>]{1,4000}>|[*_]/g, " ")
    .trimStart()
    .slice(0, ISSUER_WITHIN);
  const names = [...head.matchAll(ISSUER)].map(([name]) => name);
  return new Set(names.flatMap((name) => name.split(/[\s,]+/).map(plain)).filter((word) => word.length > 2));
});
const MARKED_UP = 20_000;
const ISSUER_WITHIN = 4000;
const ISSUER =
  /(?:\p{Lu}[\p{L}\d&’'.-]*,? ){1,5}(?=\((?:[^()]{0,60}\b(?:NYSE|NASDAQ|Nasdaq|NasdaqG[SM]|TSX|LSE|AMEX|OTC\w*)\b|(?:[“"][^()“”"]{2,40}[”"],? (?:or )?)?(?:the )?[“"](?:the )?Company))|(?:\p{Lu}[\p{L}\d&’'.-]*,? ){1,4}(?=(?:Inc|Corp|Corporation|Ltd|plc|PLC|LLC|N\.V|S\.A)\b)/gu;

/** A word in small letters, without the sign of what is somebody's. */
export const plain = (word: string): string => word.toLowerCase().replace(/[’']?s$/, "");

/** Whether a word is one of those by which the release calls its issuer. */
export const isIssuer = (word: string, disclosure: Disclosure): boolean => issuerWords(disclosure).has(plain(word));
