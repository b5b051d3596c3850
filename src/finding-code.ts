import { RELEASE_CODES } from "./finding-code-release.ts";

/** An error cannot hold; a warning has a weaker reason; a note informs. */
export type Severity = "error" | "warning" | "note";

/** Which severities findings of one code can have: one weaker reason makes a warning of what else is an error. */
export type SeverityRange = Severity | "error or warning" | "warning or note";

/** Every code a finding can have, each with one sentence on what it means. The compiler takes no finding of another code. */
const CODES = {
  // Arithmetic.
  "total-does-not-foot": [
    "error or warning",
    "A total is not the sum of its lines, whatever they were before rounding.",
  ],
  "row-does-not-cross-foot": ["error or warning", "The columns of a row do not add to its total column."],
  "change-does-not-follow": [
    "error or warning",
    "A printed change is not the difference of the two amounts it compares.",
  ],
  "growth-cannot-be": ["error or warning", "A growth rate does not follow from the two amounts it compares."],
  "points-do-not-follow": [
    "error or warning",
    "A change in points is not the difference of the two rates it compares.",
  ],
  "share-cannot-be": ["error or warning", "A part in percent of a total does not follow from the part and the total."],
  "margin-cannot-be": ["error or warning", "A margin does not follow from its profit and its revenue."],
  "per-share-cannot-be": ["error or warning", "An amount per share does not follow from the amount and the shares."],
  "per-share-needs-tax": [
    "warning",
    "An amount and what it is a share agree only if tax was taken off, and the sentence does not speak of tax.",
  ],
  "relation-cannot-hold": ["error or warning", "Figures that belong together by another rule cannot all be right."],
  "attainable-only": ["note", "Printed digits do not recompute, yet unrounded amounts exist that print so."],
  "total-foots-by-rounding-alone": [
    "warning",
    "A sum needs rounding to hold, and the others printed in its unit foot exactly, so that amounts are made to.",
  ],
  "figures-conflict": ["error or warning", "Relations that each can hold alone cannot hold together."],
  // One fact in two places.
  "totals-differ": ["error or warning", "One total is printed in two tables with amounts that are not the same."],
  "figures-differ": ["error or warning", "One fact is printed in two tables with amounts that are not the same."],
  "text-differs-from-table": ["error or warning", "A sentence does not agree with the table it speaks of."],
  "text-differs-from-text": ["error or warning", "Two sentences give one fact in two amounts."],
  "hedge-differs": [
    "note",
    'One amount is printed with "approximately" or the like in one sentence and without it in another.',
  ],
  "member-differs": ["note", "A figure is said of a region or a line that the tables do not have."],
  "direction-differs": [
    "error or warning",
    "An amount is said to have risen or fallen, and the two amounts beside it say the opposite.",
  ],
  "list-does-not-pair": [
    "warning",
    'A list with "respectively" has more values than there are periods to take them, or fewer.',
  ],
  "no-record": [
    "warning",
    "An amount is called a record, and its row prints more for an earlier period of the same length.",
  ],
  "range-turned-round": ["error or warning", "A range begins with its higher end."],
  "midpoint-cannot-be": ["error or warning", "A midpoint is not half the sum of the two ends of its range."],
  "guidance-moves-otherwise": [
    "error or warning",
    "Guidance is called raised, lowered, narrowed or kept, and its ends before and after say otherwise.",
  ],
  "scale-differs": ["warning", "A table's caption and its head name two scales, such as thousands and millions."],
  "points-said-in-percent": ["note", "A difference of two rates is called percent; it is percentage points."],
  // Days and periods.
  "no-such-day": ["error", "A date names a day that its month does not have."],
  "weekday-differs": ["error or warning", "A weekday stands beside a date that falls on another."],
  "days-differ": ["warning", "A number of days does not fit the two dates it stands with."],
  "weeks-differ": ["warning", "A number of weeks does not fit the period that it describes."],
  "quarter-differs": ["warning", "A quarter has a name that does not fit the others of the document."],
  // Calls and replays.
  "today-differs": ["warning", 'A day is called "today" and is not the day of the release.'],
  "call-before-release": ["warning", "A call is announced for a moment before the release went out."],
  "clocks-differ": ["error or warning", "One moment is told on two clocks that do not agree."],
  "zone-label-out-of-season": ["warning", "A time is called standard or daylight time in the other half of the year."],
  "replay-starts-before-call": ["error or warning", "A replay is offered before the call that it repeats."],
  "replay-ends-before-it-starts": ["error or warning", "A replay ends before it can start."],
  "replay-length-differs": ["warning", "The length of a replay does not fit its first and last day."],
  "code-differs": ["warning", "A replay has two access codes."],
  // People and addresses.
  "phone-differs": ["error or warning", "One telephone is printed in two forms that are not one number."],
  "phone-cannot-be": ["warning", "A telephone number cannot be dialled in North America."],
  "email-differs": ["warning", "An address of e-mail fits neither its company nor its person."],
  "site-differs": ["warning", "Two web addresses of the document are one letter apart."],
  "ticker-differs": ["warning", "One company has two ticker symbols or two exchanges."],
  "title-differs": ["note", "One person has two titles."],
  "contact-differs": ["warning", "The head and the foot of the release name different people for one desk."],
  // Other documents of the issuer.
  "comparative-changed": [
    "warning",
    "An earlier amount is not the one that another document printed, and nothing says that it was changed.",
  ],
  "comparative-recast": [
    "note",
    "An earlier amount is not as first published, and the document says that some were changed.",
  ],
  "amount-of-another-period": [
    "note",
    "An amount is the one that is printed for another period: two columns were exchanged, or one was read wrongly.",
  ],
  "differs-from-filing": ["warning", "Another document of the same period prints the figure otherwise."],
  "growth-not-on-published-base": [
    "warning",
    "A growth rate does not follow from its base as another document published it: the base was recast, or the rate is wrong.",
  ],
  "year-to-date-does-not-add": ["warning", "A year to date is not the sum of its quarters as they were published."],
  "quarters-were-changed": [
    "note",
    "A year to date is not the sum of its quarters as published, for a reason that is in sight.",
  ],
  "other-issuer": ["warning", "A document given as evidence is of another company; it is not used."],
  "evidence-not-read": ["warning", "A document given as evidence could not be read."],
  // The whole.
  "part-missing": ["warning", "A table or a footnote that the text promises is not there."],
  // Marks made by hand.
  "mark-void": [
    "warning",
    "A mark's figure is not there, is not the only one that fits, or prints something else now.",
  ],
  "mark-without-effect": ["note", "A mark finds its figure, and nothing about it to waive or to forbid."],
  "question-open": ["note", "A reviewer's question about a figure stands in the marks and was not taken out again."],
  // Rules of disclosure (src/rules/): never errors; what the SEC alone has said to break a rule is a note for issuers beyond its reach.
  "headline-without-gaap": [
    "warning",
    "A headline prints a measure of the company's own without the comparable measure under GAAP.",
  ],
  "quotation-without-gaap": ["warning", "A quotation gives a measure of the company's own without the one under GAAP."],
  "outlook-without-gaap": ["note", "The outlook gives a measure of the company's own and not the one under GAAP."],
  "reconciliation-elsewhere": ["note", "A reconciliation is said to stand in another document."],
  "foreign-issuer-prominence": ["note", "A foreign issuer's own measure has more prominence than the standards'."],
  "non-gaap-first": ["warning", "A measure of the company's own comes before the measure under GAAP."],
  "gaap-measure-missing": ["warning", "The text gives a measure of the company's own and not the one under GAAP."],
  "gaap-ratio-missing": ["warning", "A ratio of the company's own is printed and the ratio under GAAP is not."],
  "praise-of-non-gaap": ["warning", "A measure of the company's own is called a record, the one under GAAP not."],
  "table-without-gaap": [
    "warning",
    "A table of key figures has a measure of the company's own without, or above, the one under GAAP.",
  ],
  "non-gaap-in-bold": ["warning", "A measure of the company's own is set in bold and the one under GAAP is not."],
  "reconciliation-missing": [
    "warning or note",
    "A measure of the company's own is not reconciled with the one under GAAP.",
  ],
  "reconciliation-starts-wrong": ["warning or note", "A reconciliation starts from the measure of the company's own."],
  "ebitda-not-from-net-income": ["warning or note", "EBITDA is reconciled with another measure than net income."],
  "adjustment-net-of-tax": ["warning or note", "An adjustment of a reconciliation is shown net of tax."],
  "non-gaap-income-statement": ["warning", "A table is a whole income statement of measures of the company's own."],
  "liquidity-per-share": ["warning", "A measure of liquidity is given per share."],
  "share-basis-unsaid": ["note", "Earnings per share are not said to be basic or diluted."],
  "growth-of-unsaid-measure": ["note", "Growth of earnings is given in percent, and not of which measure."],
  "growth-basis-undefined": [
    "warning or note",
    "Growth without currency or deals is given, and not how it is computed.",
  ],
  "growth-bases-differ": ["note", "Growth of two periods is given on two bases."],
  "guidance-exception-incomplete": ["warning", "Guidance is not reconciled, and the release does not say why in full."],
  "guidance-not-reconciled": ["warning or note", "Guidance in measures of the company's own is not reconciled."],
  "usefulness-unsaid": ["warning or note", "The release does not say why a measure of the company's own is useful."],
  "placeholder-left": [
    "warning",
    "A placeholder stands where a figure, a day or a name is to come, or a note to those who write the release.",
  ],
  "measure-not-defined": ["note", "A measure of the company's own is defined nowhere."],
  "measure-defined-not-used": ["note", "A measure is defined and not given."],
  "adjustment-list-differs": [
    "warning",
    "A measure of the company's own is adjusted for other things than in the release that first published the period.",
  ],
  "own-measure-recast": [
    "warning or note",
    "An earlier amount of a measure of the company's own is not what was published, and nothing says so.",
  ],
  "definition-differs": ["note", "An earlier document defines one of the company's own measures by other words."],
  "growth-on-unprinted-base": ["note", "Growth is given of an amount that no table has, from one that is nowhere."],
  "part-referred-to-missing": ["note", "The release refers to a part of it that is not there."],
  "gaap-like-label": ["note", "A measure of the company's own goes by a name of the statements."],
  "percent-for-points": ["note", "The change of a margin or a rate is given in percent and not in points."],
  "label-non-recurring": ["note", "An item is labelled non-recurring, infrequent or unusual."],
  "restated-without-error": ["note", "Amounts are called restated where no error was corrected."],
  "region-not-in-tables": ["note", "The text tells of a region that the tables have by nearly its name alone."],
  "zero-change-unlike": ["note", "A change that rounds to zero is printed unlike the others of its column."],
  "ebitda-leaves-out-more": ["warning", "A measure called EBITDA leaves out more than its letters say."],
  "forward-looking-without-caution": [
    "warning",
    "A statement looks forward, and the release has no caution about such.",
  ],
  "safe-harbour-incomplete": ["note", "The caution about forward-looking statements lacks a part that they have."],
  "call-long-after-release": ["note", "The call is more than 48 hours after the release."],
  "release-right-after-close": ["warning", "The release went out in the minutes after the close of the exchange."],
  "furnished-late": [
    "warning",
    "The release was furnished on Form 8-K later than four business days after it went out.",
  ],
  "furnishing-due": ["note", "The day by which the release is to be furnished on Form 8-K."],
  "call-before-furnished": ["warning", "The call begins before the release is furnished."],
  "times-contradict": ["warning", "Times that are told contradict each other or the release."],
  "notice-to-exchange": ["note", "The exchange wants notice ahead of a release at this time."],
  // The books.
  "file-not-read": [
    "error",
    "A file of the workspace is no plain file, leads out of the workspace, or is refused by the machine.",
  ],
  "workspace-file-missing": ["error", "A file that every workspace has is not there."],
  "workspace-file-unknown": ["warning", "A file lies among the books that nothing reads."],
  "file-in-other-encoding": ["error", "A file of the workspace holds bytes that are not UTF-8."],
  "file-not-text": ["error", "A file of the workspace holds NUL or another control character."],
  "file-too-large": ["error", "A file of the workspace is larger than such files are."],
  "quote-not-closed": ["error", "A quotation mark opens a cell and nothing closes it."],
  "quote-misplaced": ["error", "A quotation mark stands where a cell neither begins nor ends."],
  "separator-not-comma": ["error", "The cells of a table are separated by something else than commas."],
  "cell-count-differs": ["error", "A row has more or fewer cells than the table has columns."],
  "column-missing": ["error", "A table lacks a column that it must have."],
  "column-unknown": ["warning", "A table has a column that nothing reads."],
  "column-twice": ["error", "A table has two columns of one name."],
  "cell-empty": ["error", "A cell that must hold something is empty."],
  "cell-not-read": ["warning", "A cell is filled that a row of its kind has no use for."],
  "code-not-plain": ["error", "A code holds characters that codes do not have."],
  "number-not-plain": ["error", "A number is not written as a plain decimal."],
  "number-out-of-range": ["error", "A number lies outside of what it can be."],
  "day-not-plain": ["error", "A day is not one of the calendar, or not written as year, month and day with hyphens."],
  "period-not-plain": ["error", "A fiscal month, quarter or stretch of time has a name that none can have."],
  "choice-unknown": ["error", "A cell or a setting holds none of the words that can stand there."],
  "name-not-declared": ["error or warning", "A name is used that the file which declares such names does not have."],
  "row-doubled": ["error", "Two rows of a table say the same thing, or two things of one."],
  "days-turned-round": ["error", "A stretch of days ends before it starts."],
  "settings-not-yaml": ["error", "A settings file is not YAML, or more of YAML than lists, fields and text."],
  "setting-missing": ["error", "A setting that must be there is missing or empty."],
  "setting-unknown": ["error", "A settings file has a field that nothing reads."],
  "setting-twice": ["error", "A setting stands twice in one place."],
  "setting-of-another-kind": [
    "error",
    "A setting is text where fields or a list were expected, or the other way round.",
  ],
  "months-do-not-follow": [
    "error",
    "The fiscal months do not follow each other day by day, number by number and quarter by quarter.",
  ],
  "quarter-days-differ": ["note", "A quarter has other days than the same quarter of the year before."],
  "quarter-end-unusual": ["note", "A quarter ends on a day that the rules for years of 52 or 53 weeks do not propose."],
  "opening-does-not-balance": [
    "error",
    "The opening balances of an entity do not add to zero in its functional currency.",
  ],
  "opening-of-result": ["error", "An opening balance stands on an account of income or expense."],
  "opening-differs-from-itself": [
    "error",
    "An opening balance in the currency it is to be shown in has two amounts that are not the same.",
  ],
  "historical-amount-missing": [
    "error",
    "An opening balance that is kept at historical rates lacks its amount in the presentation currency.",
  ],
  "ownership-gap": ["error", "For some days that an entity is part of the group nothing says who owns it."],
  "ownership-above-whole": ["error", "On one day more than 100 percent of an entity are owned."],
  "ownership-stated-twice": ["error", "For some days one owner has two percentages of one entity."],
  "ownership-circle": ["error", "Entities own each other in a circle."],
  "deal-cannot-be": [
    "error",
    "A deal is one that cannot be: of the parent itself, a disposal before the acquisition, or both within one month.",
  ],
  "deal-outside-periods": ["warning", "A deal was closed outside of the fiscal months of the company."],
  "cash-flow-line-missing": ["error", "An account of the balance sheet has no line in the cash flow statement."],
  "cash-flow-line-needless": ["error", "An account of income or of cash has a line in the cash flow statement."],
  "historical-of-cannot-be": ["error", "An expense is to take the historical rate of an account that has none."],
  "rate-missing": ["error", "A currency of the books has no exchange rate for months that need one."],
  "rate-not-used": ["warning", "An exchange rate is given that nothing can use."],
  "rates-far-apart": [
    "warning",
    "Two neighbouring rates of a currency are so far apart that one seems quoted the other way round.",
  ],
  "shares-not-known": [
    "error",
    "The share register does not say how many shares were outstanding when it starts, or counts below zero.",
  ],
  "placement-cannot-be": [
    "error",
    "An adjustment is placed in a line that is no income or expense, or taxed where it is tax itself.",
  ],
  "monetary-unlikely": ["warning", "An account is called monetary, or not, against the nature of its line."],
  "tax-rate-missing": ["error", "Tax on profit in stock is deferred at the rate of an entity that has none."],
  "unrealised-cannot-be": ["error", "Unrealised profit is stated of an entity that bought from itself."],
  "definition-without-adjustment": [
    "warning",
    "No adjustment belongs to the version of the non-GAAP definitions that is in force.",
  ],
  "value-off-its-grid": ["warning", "A published amount does not lie on the grid that it is said to be printed on."],
  "recast-of-nothing": ["warning", "A recast is explained of a fact that no earlier release published."],
  "trial-balance-does-not-foot": [
    "error",
    "The trial balance of an entity and a month does not add to zero in the functional currency.",
  ],
  "journal-line-differs-from-itself": [
    "error",
    "Journal lines in the functional currency of their entity have two amounts that are not the same.",
  ],
  "month-without-lines": ["warning", "An entity that has journal lines month by month has none in one of them."],
  "year-closed-in-books": [
    "error",
    "Journal lines carry the result of a fiscal year into retained earnings, which the close does itself.",
  ],
  "group-does-not-balance": ["error", "The consolidated balances of a month do not add to zero."],
  "intercompany-unmatched": [
    "error or warning",
    "Two entities' sides of a document between them do not come to nothing in its currency.",
  ],
  "intercompany-without-counterparty": [
    "error or warning",
    "An account of balances within the group has lines that name no entity of it.",
  ],
  "intercompany-opening-differs": [
    "error or warning",
    "The opening balances within the group do not cancel in their currencies.",
  ],
  "deal-differs-from-books": [
    "error or warning",
    "A deal has another consideration than the owners' books show for it.",
  ],
  "fair-value-not-in-books": [
    "note",
    "The books of an acquired entity do not hold its identifiable net assets at fair value.",
  ],
  "roll-forward-does-not-close": [
    "error",
    "A roll-forward of equity does not come from its opening to its closing amount.",
  ],
  "journal-leads-out": ["error", "A link among the journals leads out of the workspace, and is not followed."],
  "journal-not-read": ["error", "A file of journals cannot be read at all."],
  "column-of-another-kind": ["error", "A column of a Parquet file has a type that does not hold exactly what it must."],
  "document-does-not-balance": ["error", "The lines of a document do not add to zero within an entity."],
  "journal-file-without-lines": ["warning", "A file of journals holds names of columns and no line."],
  "journal-line-doubled": ["error", "One line of a document stands more than once within an entity."],
  "day-outside-month": ["error", "The day of a journal line lies outside of its fiscal month."],
  "load-file-missing": ["error", "The source system says that it sent a file of journals that is not there."],
  "load-file-not-stated": ["error", "A file of journals is there of which the source system says nothing."],
  "load-differs": ["error", "A file of journals does not come to what the source system says it sent."],
  "formula-not-read": ["error", "A formula of the company's own measures cannot be read."],
  "formula-name-unknown": ["error", "A formula names a measure or a member that is not there."],
  "formula-circle": ["error", "Formulas of the company's own measures stand on each other in a circle."],
  "formula-too-large": ["error", "A formula is longer or nested deeper than formulas are."],
  "formula-unit-differs": ["warning", "A formula comes to another unit than its measure is declared with."],
  "measure-name-taken": ["error", "A measure or a register has the name of a measure that is there already."],
  "base-recast-unexplained": [
    "error",
    "The base of a growth rate is not what was published, and no recast that is linked says why.",
  ],
  "published-differs-unexplained": [
    "warning",
    "A fact is not what an earlier release published, and no recast that is linked says why.",
  ],
  "recast-not-by-definition": [
    "warning",
    "A recast gives a change of definition as its reason, and the old definition does not give what was published.",
  ],
  "published-fact-unknown": ["warning", "A published fact has a measure or a member that the books do not know."],
  "adjustment-line-not-placed": [
    "warning",
    "Journal lines with the tag of an adjustment stand in a line that none of its rows is placed in.",
  ],
  "adjustment-without-entries": ["warning", "No journal line has the tag of an adjustment in its placement."],
  "plan-of-nothing": ["warning", "A plan or guidance speaks of a measure, a member or a period that is not there."],
  "market-price-missing": ["warning", "Options or convertibles have no market price for a quarter."],
  "constant-currency-rate-missing": ["warning", "Amounts of a currency have no rate of the same month a year before."],
  "organic-deal-unknown": [
    "warning",
    "A deal that organic growth is to leave out is named, and there is no such deal.",
  ],
  "cash-does-not-roll": ["error", "The cash flow statement does not explain the change of cash in the balance sheet."],
} as const;

export type FindingCode = keyof typeof CODES | keyof typeof RELEASE_CODES;

export const FINDING_CODES: Readonly<Record<FindingCode, readonly [severity: SeverityRange, meaning: string]>> = {
  ...CODES,
  ...RELEASE_CODES,
};
