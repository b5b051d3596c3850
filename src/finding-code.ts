/** An error cannot hold; a warning has a weaker reason; a note informs. */
export type Severity = "error" | "warning" | "note";

/** Which severities findings of one code can have: one weaker reason makes a warning of what else is an error. */
export type SeverityRange = Severity | "error or warning";

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
    "One sum needs rounding to hold where every other of its table foots exactly.",
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
  "definition-differs": ["note", "Another document defines one of the company's own measures by other words."],
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
} as const;

export type FindingCode = keyof typeof CODES;

export const FINDING_CODES: Readonly<Record<FindingCode, readonly [severity: SeverityRange, meaning: string]>> = CODES;
