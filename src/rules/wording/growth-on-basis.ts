import { anyCase, inSmall, type Pattern } from "../pattern.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import { quoted } from "../reading/own-measure.ts";
import type { Found } from "../rule.ts";
import { SALES, toldAt, withRates } from "./rated.ts";

/** Bases that make one period as long as another, or as if the company had been one of both all along: growth on them is the company's own as well; and what names them in a table. */
const BASES: readonly { readonly said: Pattern; readonly except?: Pattern; readonly tabled: Pattern }[] = [
  {
    // By the weather utilities count what they have sold, in megawatt hours as a rule.
    said: anyCase(/(?<!\bweather[- ])\bnormali[sz](?:ed|ing)\b/),
    tabled: anyCase(/\bnormali[sz]|\badjusted\b|\bexcluding\b|\bcomparable\b|\borganic/),
  },
  {
    said: anyCase(
      /\bon an? (?:combined )?pro[- ]?forma (?:combined )?basis\b|\bpro[- ]?forma (?:growth|(?:(?:net |total )?(?:revenues?|sales) )growth)\b/,
    ),
    tabled: anyCase(/\bpro[- ]?forma\b|\bcombined\b|\borganic/),
  },
  {
    said: anyCase(
      /\bon an? (?:(?:per|same|billing|business|selling|working|trading)[- ](?:billing[- ]|business[- ]|selling[- ])?days?|days?[- ]adjusted) basis\b|\bdays?[- ]adjusted (?:growth|(?:net |total )?(?:revenues?|sales))\b/,
    ),
    tabled: anyCase(/\bdays?\b|\bdaily\b/),
  },
  {
    said: anyCase(
      /\bon an? like[- ]for[- ]like basis\b|\blike[- ]for[- ]like (?:revenues?|growth (?:in|of) (?:net |total )?revenues?)\b/,
    ),
    // Of shops and of rents it is counted, and not adjusted; what is left out by name is asked for its amount.
    except: anyCase(/\b(?:stores?|shops?|outlets?|restaurants?|hotels?|sites?|rent\w*|excluding|exclusive|without)\b/),
    tabled: anyCase(/\blike[- ]for[- ]like\b|\bcomparable\b|\borganic|\badjusted\b|\bexcluding\b/),
  },
  {
    // "Underlying" says that something is left out, and not what.
    said: anyCase(
      /\bunderlying (?:(?:net |total )?(?:revenues?|sales) (?:growth|grew|rose|increased)|growth (?:in|of) (?:net |total )?(?:revenues?|sales))\b|\bon an underlying basis\b/,
    ),
    except: anyCase(/\b(?:excluding|exclusive of|without|organic\w*|constant|currenc\w+)\b/),
    tabled: anyCase(/\bunderlying\b|\bcomparable\b|\borganic|\badjusted\b|\bexcluding\b/),
  },
];
/** Words that name any measure of a company's own: a table that has them leads to other growth, where nothing in it is revenue. */
const OF_ANY = anyCase(/\b(?:adjusted|excluding|comparable|combined|underlying)\b/);

/** The first growth of revenue on such a basis, where no table and no amount in its sentence shows from what to what. */
export const normalizedFindings = (disclosure: Disclosure): readonly Found[] =>
  disclosure.tables.some((t) => t.kind === "statement")
    ? BASES.flatMap(({ said, except, tabled }) =>
        isTabledOn(tabled, disclosure) ? [] : grownOn(said, except, disclosure),
      )
    : [];

const isTabledOn = (basis: Pattern, { tables }: Disclosure): boolean =>
  tables.some(
    ({ kind, title, rows, reading: { meaning } }) =>
      // A short sentence before a table counts as a part of its caption.
      meaning.caption.split(/(?<=\.) /).some((one) => !one.endsWith(".") && SALES.test(one) && basis.test(one)) ||
      (kind === "reconciliation" && isOn(basis, title)) ||
      meaning.columns.some(
        (c) =>
          isOn(basis, c.head) ||
          (basis.test(c.head) && [title, ...rows.map((r) => r.label)].some((one) => SALES.test(one))),
      ) ||
      rows.some((r) => SALES.test(r.label) && basis.test(r.label)),
  );

/** Whether words name the basis by its own name, or by one of any measure and revenue beside it. */
const isOn = (basis: Pattern, words: string): boolean => {
  const own = words.replace(/[A-Za-z]+/g, (word) => (OF_ANY.test(word) ? " " : word));
  return basis.test(own) || (basis.test(words) && SALES.test(words));
};

function grownOn(basis: Pattern, except: Pattern | undefined, disclosure: Disclosure): readonly Found[] {
  const all = withRates(disclosure).flatMap((at) => {
    const { text } = at.sentence;
    const isGrowthOfSales = SALES.test(text) && /\b(?:growth|grew|grown|increas\w+|rose|up)\b/.test(inSmall(text));
    const isMeant = isGrowthOfSales && !FROM_AND_TO.test(text) && except?.test(text) !== true;
    const match = isMeant ? basis.exec(text) : null;
    return match === null ? [] : [{ at, match }];
  });
  const [hit] = all;
  if (hit === undefined) return [];
  const message = `Growth of revenue is given with ${quoted(hit.match[0])}; no table has the amounts so changed beside those as reported.`;
  const remedy = "Give the growth as reported, and the amounts as reported and so changed.";
  return toldAt(disclosure, all, message, remedy);
}
/** "To $40.2 million from $38.5 million": the amounts of both periods. */
const FROM_AND_TO = /[$\u20ac\u00a3] ?\d(?:[^;]){0,120}?[$\u20ac\u00a3] ?\d/;
