import { expect, it } from "vitest";
import { readBooks, type WorkspaceFile } from "../src/books/read-books.ts";

/** The files of a workspace by their paths. */
export type Texts = Readonly<Record<string, string | Uint8Array>>;

/** A small group: a parent in dollars, a subsidiary in euros of which 80 percent are owned, and one acquired in the second month. */
export const SMALL: Readonly<Record<string, string>> = {
  "company.yaml": `name: Example Instruments, Inc.
presentation: USD
parent: EXI-US
rounding: halfExpand
percent-basis: unrounded
constant-currency: current-at-prior-rates
organic: not-in-base-period
growth-cap: 10
intercompany-tolerance: 1.00
remeasurement: compute
periods:
  - { month: 2007-P01, start: 2006-12-31, end: 2007-01-27, quarter: 2007-Q1 }
  - { month: 2007-P02, start: 2007-01-28, end: 2007-02-24, quarter: 2007-Q1 }
  - { month: 2007-P03, start: 2007-02-25, end: 2007-03-31, quarter: 2007-Q1 }
people:
  - { name: Ann Example, title: Chief Executive Officer }
text:
  about: Example Instruments makes instruments.
`,
  "measures.yaml": `measures:
  - measure: research-share
    title: Research and development as a share of revenue
    version: v1
    unit: ratio
    formula: research-and-development / revenue
    text: Research and development divided by revenue.
`,
  "books/entities.csv": `entity,name,currency,country,region,inflation from
EXI-US,Example Instruments Inc.,USD,US,Americas,
EXI-DE,Example Instruments GmbH,EUR,DE,Europe,
EXI-JP,Example Instruments K.K.,JPY,JP,Asia,2005-P01
`,
  "books/ownership.csv": `entity,parent,percent,from,to
EXI-DE,EXI-US,80,2006-01-01,2007-01-31
EXI-DE,EXI-US,75.5,2007-02-01,
EXI-JP,EXI-DE,100,2007-02-10,
`,
  "books/deals.csv": `entity,kind,date,consideration,net assets,nci,discontinued
EXI-JP,acquired,2007-02-10,5000.00,4000.00,,
`,
  "books/accounts.csv": `account,name,line,side,monetary,cash flow,historical of
1000,Cash,cash,debit,yes,,
1300,Inventories,inventories,debit,no,change-in-inventories,
3000,Common stock,common-stock,credit,no,shares-issued,
3900,Retained earnings,retained-earnings,credit,no,,
4000,Revenue,revenue,credit,no,,
5000,Cost of sales,cost-of-sales,debit,no,,1300
`,
  "books/opening.csv": `entity,account,currency,amount,functional,historical
EXI-US,1000,USD,1000.00,1000.00,
EXI-US,3000,USD,-1000.00,-1000.00,
EXI-DE,1000,EUR,300.00,300.00,
EXI-DE,1000,USD,130.00,100.00,
EXI-DE,3000,EUR,-400.00,-400.00,-500.00
`,
  "books/rates.csv": `currency,period,kind,rate,per
EUR,opening,closing,1.3200,EUR
EUR,2007-P01,average,1.3000,EUR
EUR,2007-P01,closing,0.8,USD
EUR,2007-P02,average,1.3100,EUR
EUR,2007-P02,closing,1.3150,EUR
EUR,2007-P03,average,1.3200,EUR
EUR,2007-03-31,closing,1.3300,EUR
EUR,2007-02-12,historical,1.3120,EUR
JPY,2007-P02,average,0.0083,JPY
JPY,2007-P02,closing,120,USD
JPY,2007-P03,average,0.0084,JPY
JPY,2007-P03,closing,0.0085,JPY
`,
  "books/shares.csv": `kind,name,date,from,to,shares,price,principal,interest,tax rate,settlement
outstanding,,2006-12-31,,,1000000,,,,,
issue,,2007-02-01,,,5000,,,,,
option,2004 plan,,2004-05-01,,20000,12.50,,,,
convertible,3.75 % notes,,2006-06-01,2026-06-01,11000,,1000000,37500,0.35,net
price,,,2006-12-31,2007-03-31,,21.75,,,,
`,
  "books/adjustments.csv": `tag,category,placement,jurisdiction,tax rate,definitions,reason
closing-of-works,Restructuring,restructuring,US,0.35,v1 v2007,The works in Hamburg are being closed.
tax-2003,Tax accruals,income-tax,US,0,v2007,The audit of 2003 has ended.
`,
  "books/unrealised.csv": `period,seller,buyer,currency,profit,sold in
2007-P02,EXI-US,EXI-DE,USD,12.00,2007-P01
`,
  "books/registers.csv": `register,as of,member,value,note
employees,2007-03-31,,6100,About.
`,
  "books/plan.csv": `scenario,issued,period,measure,member,low,high
guidance,2007-01-30,2007-FY,revenue,,1500.00,1550.00
plan,2006-12-15,2007-P01,revenue,Europe,100.00,100.00
`,
  "history/2006.csv": `document,published,measure,definition,period,member,value,quantum
2006-q1,2006-04-20,revenue,v1,2006-Q1,,300.0,0.1
`,
  "history/recasts.csv": `measure,period,member,reason,document,note
revenue,2006-Q1,,reclassified,2007-q1,Freight is revenue now.
`,
};

const encoder = new TextEncoder();
export const filesOf = (texts: Texts): readonly WorkspaceFile[] =>
  Object.entries(texts).map(([path, text]) => ({
    path,
    bytes: typeof text === "string" ? encoder.encode(text) : text,
  }));

/** The small workspace with a piece of one file replaced. */
export const changed = (path: string, from: string, to: string): Readonly<Record<string, string>> => {
  const text = SMALL[path]!;
  expect(text).toContain(from);
  return { ...SMALL, [path]: text.replace(from, () => to) };
};

/** "code path:line:column" of each finding. */
export const placed = (texts: Texts): readonly string[] =>
  readBooks(filesOf(texts)).findings.map(({ code, places: [p] }) =>
    [`${code} ${p?.path}`, p?.line, p?.column].filter((part) => part !== undefined).join(":"),
  );

export const told = (texts: Texts): readonly string[] =>
  readBooks(filesOf(texts)).findings.map(({ message }) => message);

/** The small workspace without some files. */
export const without = (...paths: readonly string[]): Texts =>
  Object.fromEntries(Object.entries(SMALL).filter(([path]) => !paths.includes(path)));
/** The small workspace with another file, or with one of its own replaced. */
export const added = (path: string, text: string | Uint8Array): Texts => ({ ...SMALL, [path]: text });

/** What is done to the small workspace, and the findings that follow: where, and a part of what is said. */
export type Case = readonly [
  fact: string,
  texts: () => Texts,
  places: readonly string[],
  says: readonly (string | RegExp)[],
];

/** Makes a test of each case. */
export const holds = (cases: readonly Case[]): void => {
  it.each(cases)("%s", (_, texts, places, says) => {
    const made = texts();
    expect(placed(made)).toEqual(places);
    const messages = told(made).join("\n");
    for (const part of says) {
      if (typeof part === "string") expect(messages).toContain(part);
      else expect(messages).toMatch(part);
    }
  });
};
