import { anyCase, type Pattern, says } from "../pattern.ts";

/** A part of the world by which companies divide their revenue. */
export interface Geography {
  readonly name: string;
  /** How a text names it: the source of a pattern, in the letters that it is written with. */
  readonly said: string;
  /** Where a label of a table names it, alone or with others. */
  readonly label: Pattern;
  /** The larger parts that it is in. */
  readonly within: readonly string[];
  /** Parts with nearly its name, one of which is easily taken for the other. */
  readonly near?: readonly string[];
  readonly isCountry: boolean;
  /** Rows with such names are parts of it as well: a reader adds them up. */
  readonly parts?: Pattern;
}

/** Parts by whose rows a reader comes to the whole; none of them is looked for by itself. */
const PARTS: Readonly<Record<string, Pattern>> = {
  EMEA: anyCase(/\bmiddle[- ]east\b|\bafrica\b/),
  "Asia/Pacific": anyCase(/\baustral|\boceania\b|\bpacific\b|\bnew zealand\b|\bkorea|\btaiwan\b|\bsingapore\b/),
  Asia: anyCase(/\bkorea|\btaiwan\b|\bhong kong\b|\bsingapore\b|\bthailand\b|\bvietnam\b|\bgreater china\b/),
  Europe: anyCase(
    /\bnordics?\b|\bscandinavia|\bbenelux\b|\biberia\b|\bitaly\b|\bspain\b|\bnetherlands\b|\bswitzerland\b|\bireland\b|\bpoland\b|\beuropean\b/,
  ),
  Americas: anyCase(/\b(?:central|south|latin) america|\bcaribbean\b/),
  "Latin America": anyCase(/\b(?:central|south) america|\bcaribbean\b|\bargentina\b|\bchile\b|\bcolombia\b|\bperu\b/),
};

const region = (
  name: string,
  said: string,
  label: RegExp,
  within: readonly string[] = [],
  near: readonly string[] = [],
): Geography => {
  const parts = PARTS[name];
  return { name, said, label: anyCase(label), within, near, isCountry: false, ...(parts && { parts }) };
};
const country = (said: string, label: RegExp, ...within: readonly string[]): Geography => ({
  name: said,
  said,
  label: anyCase(label),
  within,
  isCountry: true,
});

/** The larger parts come before those in them, so that "Asia/Pacific" is not read as Asia. */
export const REGIONS: readonly Geography[] = [
  region(
    "EMEA",
    String.raw`\bEMEA\b`,
    /\bemea|\beurope,? (?:the )?middle[- ]east,? ?(?:and|&|\/)? ?(?:north )?africa\b/,
  ),
  region(
    "Asia/Pacific",
    String.raw`\b(?:APAC|Asia(?: ?[-/&]|,| and)? ?Pac(?:ific)?)\b`,
    /\bapac\b|\basia ?(?:[-/&]|,|and)? ?(?:the )?pac/,
  ),
  region("Americas", String.raw`(?<!(?:North|South|Latin) )\bAmericas\b`, /\bamericas\b/),
  region(
    "North America",
    String.raw`\bNorth America(?:n)?\b(?! and)`,
    /\bnorth(?:ern)?(?: america|(?= (?:and|&) (?:south|latin)))|^n\.?a\.?$|\bnam\b/,
    ["Americas"],
    ["Americas"],
  ),
  region("Latin America", String.raw`\b(?:Latin America|LATAM)\b(?! and)`, /\blatin america|\blatam\b/, ["Americas"]),
  region("South America", String.raw`\bSouth America\b(?! and)`, /\bsouth(?:ern)? america/, [
    "Americas",
    "Latin America",
  ]),
  region(
    "Europe",
    String.raw`(?<!(?:Eastern|Western|Central|Northern|Southern) )\bEurope(?!an|,| and|/)\b`,
    /\beurope\b/,
    ["EMEA"],
    ["EMEA"],
  ),
  region(
    "Asia",
    String.raw`(?<!(?:Southeast|South|Central|East|North) )\bAsia(?! ?[-/&] ?Pac|[- ]Pac|n|,? (?:and|&)|\/)\b`,
    /\basia\b(?! ?(?:[-/&]|,|and)? ?(?:the )?pac)/,
    ["Asia/Pacific"],
    ["Asia/Pacific"],
  ),
  country(
    String.raw`\b(?:United States|U\.S\.)(?! (?:dollar|GAAP|government|federal|Treasur))`,
    /\bunited states|\bu\.?s\.?a?\.?(?!\w)|\bdomestic/,
    "Americas",
    "North America",
  ),
  country("Canada", /canad/, "Americas", "North America"),
  country("Mexico", /mexic/, "Americas", "Latin America"),
  country("Brazil", /bra[sz]il/, "Americas", "Latin America", "South America"),
  country("China", /\bchin(?:a|ese)\b/, "Asia", "Asia/Pacific"),
  country("Japan", /japan/, "Asia", "Asia/Pacific"),
  country("India", /\bindian?\b/, "Asia", "Asia/Pacific"),
  country("Germany", /german|\bdach\b/, "Europe", "EMEA"),
  country("France", /\bfrance\b|french/, "Europe", "EMEA"),
  country(String.raw`\b(?:United Kingdom|U\.K\.)`, /\bunited kingdom|\bu\.?k\.?(?!\w)|\bbritain/, "Europe", "EMEA"),
];

/** What stands around the name in a label: "Total Europe net sales (1)". */
const AROUND = anyCase(/\b(?:total|the|net|revenues?|sales|segment|region)\b|\(\w{1,2}\)|[*†‡:]/g);

/** Whether a label is the name of the region, and of nothing else. */
export function isCalled({ label }: Geography, words: string): boolean {
  if (words.length > LONGEST || !says(label, words)) return false;
  const bare = AROUND.all(words).reduceRight(
    (text, m) => text.slice(0, m.index) + text.slice(m.index + m[0].length),
    words,
  );
  const match = label.exec(bare.trim());
  return match !== null && WHOLE.test(bare.trim().slice(match.index + match[0].length)) && match.index === 0;
}
const LONGEST = 60;
/** Letters of the last word that a pattern leaves off. */
const WHOLE = /^[a-z]*$/;
