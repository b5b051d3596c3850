/** The settings of the workspace that `tickmark new` writes. */
export const NEW_SETTINGS: Readonly<Record<string, string>> = {
  "company.yaml": `# yaml-language-server: $schema=./.tickmark/schemas/company.schema.json
#
# What the company is and how it reports. Everything in this folder is invented: put your own in its place.

name: Example Instruments, Inc.
exchange: NYSE
ticker: EXI

# The currency that the group reports in, and the entity that it is consolidated into (books/entities.csv).
presentation: USD
parent: EXI-US

# How figures are rounded when they are printed: halfExpand (half away from zero), halfEven or trunc.
rounding: halfExpand
# Growth and margins from unrounded amounts, or from those that are printed (displayed).
percent-basis: unrounded
# This year's amounts at last year's rates (current-at-prior-rates), or last year's at this year's (prior-at-current-rates).
constant-currency: current-at-prior-rates
# What organic growth takes out: not-in-base-period, named-deals, all-deals, twelve-months, whole-quarter or points-bridge.
organic: not-in-base-period
# The accounting standards, us-gaap or ifrs. Goods that one entity has sold to another at a profit and that still lie in stock (a row
# of books/unrealised.csv) hold profit that the group has not made yet; its tax is deferred at the seller's "income tax rate" of
# books/entities.csv under us-gaap, at the buyer's under ifrs. Here no such goods lie in stock, so that nothing is deferred.
framework: us-gaap
# Growth above this ratio (1,000 percent) is printed as not meaningful.
growth-cap: 10
# What the two sides of a transaction within the group may differ by, in the presentation currency.
intercompany-tolerance: 1.00
# compute: balances in a foreign currency are remeasured by the close. books: the journals hold the gains and losses already.
remeasurement: compute
# The version of the non-GAAP definitions in force (books/adjustments.csv names it).
definition: v1

# The fiscal months. Their days are stated, never computed: 4-4-5 weeks, calendar months and years of 53 weeks all stand here.
# Growth needs the months of the year before as well.
periods:
  - { month: 2026-P01, start: 2026-01-01, end: 2026-01-31, quarter: 2026-Q1 }
  - { month: 2026-P02, start: 2026-02-01, end: 2026-02-28, quarter: 2026-Q1 }
  - { month: 2026-P03, start: 2026-03-01, end: 2026-03-31, quarter: 2026-Q1 }

# The people that a release names.
people:
  - name: Ann Example
    title: Vice President, Investor Relations
    phone: "555-0100"
    email: ir@exi.example

# Texts that every release needs, by names of your own.
text:
  about: >
    Example Instruments makes instruments for laboratories, and sells them in the Americas and in Europe.
`,
  "measures.yaml": `# yaml-language-server: $schema=./.tickmark/schemas/measures.schema.json
#
# Measures of the company's own: a formula over other measures, and the words in which a release defines it.

measures:
  - measure: research-share
    title: Research and development as a share of revenue
    version: v1
    unit: ratio
    formula: research-and-development / revenue
    text: Research and development divided by revenue.
`,
};
