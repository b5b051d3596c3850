/**
 * Sums that the form of the statements itself asks for: whoever prints these lines means them to add up. Labels alone never
 * make a relation believed; they tell which of the sums that fit elsewhere are meant.
 */
interface Identity {
  readonly target: RegExp;
  /** Each stands for at least one of the terms. */
  readonly parts: readonly RegExp[];
  readonly most: number;
}

const REVENUE = /\b(?:revenues?|net sales|sales|turnover)\b/i;
const TAX = /\btax(?:es)?\b/i;
const OPERATING =
  /\b(?:operat\w+ (?:income|loss|profit|earnings)|(?:income|loss|profit|earnings)\b.{0,20}\bfrom operations)\b/i;
const PRETAX = /\b(?:income|loss|profit|earnings)\b.{0,40}\bbefore\b.{0,40}\btax/i;
const NET = /^(?:consolidated )?(?:net (?:income|loss|earnings|profit)|(?:profit|loss) for the)\b/i;
const CASH_FROM = /\b(?:cash|flows?)\b.{0,40}\boperat/i;

const IDENTITIES: readonly Identity[] = [
  { target: /^gross (?:profit|margin|loss)\b/i, parts: [REVENUE, /\bcosts?\b/i], most: 4 },
  {
    target: OPERATING,
    parts: [
      /^(?:gross (?:profit|margin)|total (?:net )?revenues?|net sales|revenues?)\b/i,
      /\b(?:expenses?|costs?)\b/i,
    ],
    most: 8,
  },
  { target: PRETAX, parts: [OPERATING], most: 8 },
  { target: NET, parts: [/\bbefore\b.{0,40}\btax/i, TAX], most: 4 },
  { target: /\bcomprehensive (?:income|loss)\b/i, parts: [NET, /\bcomprehensive\b/i], most: 5 },
  {
    target: /^(?:net )?(?:increase|decrease|change)\b.{0,60}\bcash\b/i,
    parts: [CASH_FROM, /\binvest/i, /\bfinanc/i],
    most: 6,
  },
  {
    target: /\bcash\b.{0,80}\bend\b|\bend of\b/i,
    parts: [/\b(?:increase|decrease|change)\b/i, /\bbeginning\b/i],
    most: 4,
  },
  {
    target: /^(?:adjusted )?free cash flow\b/i,
    parts: [CASH_FROM, /\b(?:capital|purchases?|property|additions)\b/i],
    most: 5,
  },
  {
    target: /^total liabilities\b.{0,60}\b(?:equity|deficit|deficiency|capital)\b/i,
    parts: [/^total liabilities\b/i, /\b(?:equity|deficit|deficiency|capital)\b/i],
    most: 5,
  },
  { target: /^total liabilities$/i, parts: [/^total current liabilities\b/i], most: 12 },
  { target: /^total assets\b/i, parts: [/^total current assets\b/i], most: 16 },
];

const BITS = 6;
/** Labels are read no further than this. */
const FAR = 160;

/** Bits that the labels are worth: what the form of the statements asks for, or nothing. */
export function identityBits(target: string, terms: readonly string[]): number {
  const words = target.slice(0, FAR);
  const fits = IDENTITIES.some(
    (identity) =>
      terms.length >= 2 &&
      terms.length <= identity.most &&
      identity.target.test(words) &&
      identity.parts.every((part) => terms.some((term) => part.test(term.slice(0, FAR)))),
  );
  return fits ? BITS : 0;
}
