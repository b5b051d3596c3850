import type { Random } from "./random.ts";

/** A release of a company that does not exist, before it is written in one of the habits of real ones. */
export interface Release {
  readonly company: string;
  readonly title: string;
  readonly sentences: readonly string[];
  readonly statements: readonly Statement[];
}

export interface Statement {
  readonly title: string;
  /** "(in thousands, except per share data)", or empty. */
  readonly caption: string;
  /** Each line of the head, from the top: what it says and how many of the columns it covers. */
  readonly heads: readonly (readonly { readonly text: string; readonly covers: number }[])[];
  readonly lines: readonly Line[];
}

export interface Line {
  readonly label: string;
  readonly indent: number;
  readonly total: boolean;
  /** One for each column, "" where nothing is printed; as a plain text release would print it: "$1,204.3", "(540)", "12.5%", "—". */
  readonly cells: readonly string[];
}

const COMPANIES = [
  "Harrowgate Instruments",
  "Pell & Quill Foods",
  "Ostrava Lantern Corp.",
  "Tumbleweed Optical",
  "Noord Kettle N.V.",
];
const MEMBERS = [
  "Americas",
  "Europe",
  "Asia/Pacific",
  "Valves",
  "Pumps",
  "Services",
  "Licenses & other",
  "Rest of world",
];
const ITEMS = [
  ["Cost of sales", "Research and development", "Selling, general and administrative", "Restructuring charges (1)"],
  ["Cash and cash equivalents", "Accounts receivable, net", "Inventories", "Prepaid expenses and other"],
  ["Net income", "Depreciation and amortization", "Stock-based compensation", "Change in working capital"],
] as const;
const CAPTIONS = [
  "(in thousands, except per share data)",
  "($ in millions)",
  "(In millions of euros)",
  "(unaudited)",
  "",
];
const SPANS = ["Three Months Ended", "Nine Months Ended", "13 Weeks Ended", "Fiscal Year Ended"];
const DATES = ["September 30,", "Sept. 29,", "December 31,", "March 31,"];

/** A whole number of steps with thousands marks and places, in brackets below zero; a dash now and then for zero. */
export function amount(r: Random, steps: number, places: number): string {
  if (steps === 0 && r.chance(0.7)) return r.pick(["—", "-", "–", "--"]);
  const digits = String(Math.abs(steps)).padStart(places + 1, "0");
  const cut = digits.length - places;
  const grouped = digits.slice(0, cut).replace(/\B(?=(?:\d{3})+$)/g, ",");
  const magnitude = places === 0 ? grouped : `${grouped}.${digits.slice(cut)}`;
  return steps < 0 ? r.pick([`(${magnitude})`, `-${magnitude}`, `(${magnitude})`]) : magnitude;
}

const growth = (r: Random, current: number, prior: number): string =>
  prior === 0
    ? r.pick(["NM", "n/m", "—"])
    : `${amount(r, Math.round(((current - prior) / Math.abs(prior)) * 1000), 1)}%`;

/** Columns of parts that add up to a total (wrong once in a while), a growth column, and a line per share. */
export function statement(r: Random): Statement {
  const places = r.pick([0, 0, 1]);
  const amounts = r.pick([2, 2, 4]);
  const withGrowth = r.chance(0.5);
  const labels = r.chance(0.5) ? MEMBERS.slice(0, 2 + r.below(5)) : r.pick(ITEMS);
  const column = (): number[] => labels.map(() => Math.floor(10 ** (1 + 4 * r.fraction())) * (r.chance(0.15) ? -1 : 1));
  const columns = Array.from({ length: amounts }, column);
  const totals = columns.map((c) => c.reduce((a, b) => a + b, 0) + (r.chance(0.1) ? r.below(5) * 10 : 0));
  const cellsOf = (values: readonly number[]): string[] => {
    const printed = values.map((v) => amount(r, v, places));
    return withGrowth ? [...printed, growth(r, values[0]!, values[1]!)] : printed;
  };
  const lines: Line[] = labels.map((label, i) => ({
    label,
    indent: 1,
    total: false,
    cells: cellsOf(columns.map((c) => c[i]!)),
  }));
  const blank = cellsOf(totals).map(() => "");
  const dollars = cellsOf(totals).map((text) => (/^[\d(]/.test(text) && !text.endsWith("%") ? `$${text}` : text));
  const perShare = columns.map(() => `$${amount(r, r.below(300) - 50, 2)}`);
  return {
    title: r.pick([
      "Revenue by Geography",
      "CONDENSED CONSOLIDATED STATEMENTS OF INCOME",
      "Reconciliation of GAAP to Non-GAAP",
    ]),
    caption: r.pick(CAPTIONS),
    heads: headsOf(r, amounts, withGrowth),
    lines: [
      ...(r.chance(0.5) ? [{ label: "Sales:", indent: 0, total: false, cells: blank }] : []),
      ...lines,
      { label: r.pick(["Total", "Total revenue", "Net sales"]), indent: 0, total: true, cells: dollars },
      ...(r.chance(0.4)
        ? [
            {
              label: "Diluted earnings per share",
              indent: 0,
              total: false,
              cells: withGrowth ? [...perShare, ""] : perShare,
            },
          ]
        : []),
    ],
  };
}

function headsOf(r: Random, amounts: number, withGrowth: boolean): Statement["heads"] {
  const year = 1998 + r.below(28);
  const half = amounts / 2;
  const spans =
    amounts === 2
      ? [{ text: `${r.pick(SPANS)} ${r.pick(DATES)}`, covers: 2 }]
      : SPANS.slice(0, 2).map((text) => ({ text, covers: 2 }));
  const years = Array.from({ length: half }, () => [
    { text: String(year), covers: 1 },
    { text: String(year - 1), covers: 1 },
  ]).flat();
  const more = (text: string): { text: string; covers: number }[] => (withGrowth ? [{ text, covers: 1 }] : []);
  return [
    [...spans, ...more("")],
    [...years, ...more(r.pick(["% Change", "Growth", "%"]))],
  ];
}

function sentences(r: Random): string[] {
  const now = 100 + r.below(9000);
  const before = 100 + r.below(9000);
  const m = (v: number): string => `$${amount(r, v, 1)} million`;
  const all = [
    `Revenue for the third quarter of ${2000 + r.below(25)} was ${m(now)}, ${now > before ? "up" : "down"} ${Math.abs(Math.round(((now - before) / before) * 100))} percent from ${m(before)} a year ago.`,
    `Net income was ${m(r.below(500))}, or $${amount(r, r.below(200), 2)} per diluted share, compared to a loss of ${m(r.below(90))}.`,
    `Gross margin widened by ${r.below(400)} basis points to ${amount(r, r.below(900), 1)}%, or ${r.below(9)} percentage points.`,
    `We expect sales of approximately $${1 + r.below(9)}.${r.below(10)} billion to $${5 + r.below(9)} billion, plus or minus 2%.`,
    `A replay can be heard from Thursday, November ${1 + r.below(28)}, 2007 at 7:30 p.m. Eastern Time at (800) 555-01${10 + r.below(80)}, code: ${1_000_000 + r.below(9_000_000)}.`,
    `More than 6,100 people in six plants; orders of 12, 14 and 15 percent, respectively (S&P 500; Form 10-K; ISO 9001).`,
    `Umsatz 1.234,5 Mio. €; résultat net 1 234,5 m€; £12.5m; ¥3bn; CHF 40k; Rs. 1,23,456.`,
  ];
  return all.filter(() => r.chance(0.6));
}

export function release(r: Random): Release {
  const company = r.pick(COMPANIES);
  return {
    company,
    title: `${company} Reports ${r.pick(["Third", "Fourth"])} Quarter Results`,
    sentences: sentences(r),
    statements: Array.from({ length: 1 + r.below(3) }, () => statement(r)),
  };
}
