import type { Family } from "../names/family.ts";
import type { Named } from "../names/named.ts";
import { MARGINS } from "../names/parts.ts";
import { anyCase, find, says } from "../pattern.ts";
import { alsoIn } from "../reading/also.ts";
import { heldAgainst } from "../reading/counterparts.ts";
import type { Disclosure } from "../reading/disclosure.ts";
import type { Mention } from "../reading/mention.ts";
import { idsOf, isOfPart, ownQuoted, quoted, RATIOS } from "../reading/own-measure.ts";
import { at, RESULTS } from "../reading/placed.ts";
import { calledOf, type RuleRow, type RuleTable } from "../reading/rule-table.ts";
import { EFFORTS } from "../reconciliation/guidance-exception.ts";
import type { Found } from "../rule.ts";

/** How far a cause goes: "driven in part by". */
const MAINLY = "(?:(?:primarily|mainly|largely|principally|mostly|partly|partially|in (?:large )?part) )?";
/** "Reflecting a margin of 9.9 percent", "reflecting an 8% increase": what is reflected is the result itself in another figure, and no cause of it. */
const IN_FIGURES = String.raw`(?:an? )?(?:(?:net|operating|adjusted|ebitda|overall|year-over-year) ){0,3}(?:(?:margins?|conversion|growth|increase|decrease|decline|improvement|expansion)(?: rate)? of (?:approximately |about |over |nearly |almost )?[$€£]?\d|\d[\d.,]{0,8} ?(?:%|percent|basis points|bps) (?:(?:net|operating|adjusted|ebitda|overall|year-over-year|year over year|sequential) ){0,3}(?:margin|growth|increase|decrease|decline|improvement|expansion)(?! in\b))`;
/** Words that lead from a result to what has caused it; income "attributable to" the owners has no cause in that. */
const CAUSE = new RegExp(
  String.raw`\b(?:due ${MAINLY}to|(?:driven|impacted|affected|supported|helped) ${MAINLY}by|as a result of|result(?:ed|ing)? ${MAINLY}(?:from|of)|because|attributed ${MAINLY}to|(?:was|were|is|are|primarily|mainly|largely|principally|partly|(?:in|de)crease|decline|improvement|growth|change),? attributable ${MAINLY}to|attributable (?:primarily|mainly|largely|principally|in part) to|offset ${MAINLY}by|reflect(?:s|ed|ing)(?! ${IN_FIGURES})|benefit(?:s|ed|ing)? ${MAINLY}from|owing to|thanks to|led by|on the back of)\b`,
  "i",
);
/** How a result under GAAP is explained by what it holds: "operating income included one-time charges of ...". */
const HOLDS = anyCase(/\b(?:includ(?:ed|es|ing)|following|after|on (?:favorable|higher|lower|strong\w*|weaker))\b/);
/** "The decrease was due to ...": the sentence behind a result that tells of its cause. */
const ITS_CHANGE = anyCase(
  /^[^\w]{0,3}(?:the|this|these) (?:[\w-]+ ){0,3}(?:increase|decrease|decline|improvement|growth|change|reduction|result|rise)s?\b/,
);
const CHANGES = anyCase(
  /\b(?:up|down|increas\w+|grew|grow\w*|growth|declin\w+|decreas\w+|rose|rise|higher|lower|improv\w+|fell|expan\w+|contract\w+|impacted|compared|versus)\b/,
);

/** "Included in net loss of 2023 was an impairment": the same, said before the result. */
const HELD = anyCase(/\b(?:included|reflected) in (?:(?:the|our|gaap|reported|this) ){0,2}(?:net|income|earnings)\b/);
/** What may come is no change that came. */
const MAY = /\b(?:may|might|can|could|would) (?:also )?be \w+/gi;

/** Results that are discussed together: who explains one of them has explained what the others have in common with it. */
const TOGETHER: readonly (readonly Family[])[] = [
  ["net-income", "eps", "net-margin", "operating-income", "operating-margin", "pre-tax-income"],
  ["gross-profit", "gross-margin", "cost-of-sales"],
  ["operating-cash-flow", "operating-cash-flow-margin"],
  ["operating-expenses", "selling-and-administrative", "sales-and-marketing", "research-and-development"],
];

/** The results under GAAP that explain one of the company's own; none for what nothing is said of. */
const explained = (own: Family, disclosure: Disclosure): readonly Family[] =>
  TOGETHER.find((all) => all.includes(heldAgainst(own, disclosure).family)) ?? [];

/**
 * Discussion of a measure of the company's own where nothing under GAAP is discussed so: C&DI 102.10(a)(7). One finding a measure,
 * with its first place. `known` has the blocks and families, "12 ebitda", of which another finding says that GAAP is missing there.
 */
export function causeFindings(disclosure: Disclosure, known: ReadonlySet<string>): readonly Found[] {
  const own = explainedMentions(disclosure).filter((m) => !isOfPart(m) && !says(EFFORTS, m.sentence));
  const walks = walksIn(disclosure);
  const discussed = own.length + walks.length === 0 ? new Set<Family>() : discussedIn(disclosure);
  return [...walkFindings(walks, discussed, disclosure), ...toldFindings(own, discussed, disclosure, known)];
}

/** What the text says of why measures of the company's own have changed. */
function toldFindings(
  own: readonly Mention[],
  discussed: ReadonlySet<Family>,
  disclosure: Disclosure,
  known: ReadonlySet<string>,
): readonly Found[] {
  return [...new Set(own.map(({ family }) => family))].flatMap((family) => {
    const [first, ...others] = own.filter((m) => m.family === family);
    const group = explained(family, disclosure);
    if (
      first === undefined ||
      known.has(`${first.block} ${family}`) ||
      (RATIOS.has(family) && own.some((m) => m.block === first.block && !RATIOS.has(m.family))) ||
      group.length === 0 ||
      group.some((one) => discussed.has(one))
    )
      return [];
    return [
      {
        ...at(first),
        message: `The text says why ${ownQuoted(first)} has changed, and nowhere why ${heldAgainst(family, disclosure).words} has.${alsoIn(disclosure, first, others)}`,
        remedy: `Discuss ${heldAgainst(family, disclosure).words} in the same way, no less prominently.`,
        figures: idsOf([first]),
      },
    ];
  });
}

/** A table that goes from a measure in one period to the same in a later one, line by line. */
interface Walk {
  readonly table: RuleTable;
  readonly row: RuleRow;
  readonly family: Family;
}
/** So many lines at least explain a change. */
const WALKED = 3;

/** The walks of a basis: the first and the last row are of one measure in one name, and none between of any, though a last line may sum up the change. */
const walksOf = ({ tables }: Disclosure, basis: Named["basis"]): readonly Walk[] =>
  tables.flatMap((table) => {
    const [first, last] = [table.rows[0], table.rows.at(-1)];
    if (first?.named === undefined || last?.named === undefined || first === last) return [];
    const { family } = first.named;
    const between = table.rows.slice(1, -1);
    const isWalk =
      table.kind !== "statement" &&
      first.named.basis === basis &&
      last.named.basis === basis &&
      last.named.family === family &&
      !RATIOS.has(family) &&
      between.length >= WALKED &&
      between.every(({ named }) => named === undefined) &&
      says(WALKS, [table.title, ...table.reading.meaning.rows.map(({ label }) => label)].join(" "));
    return isWalk ? [{ table, row: first, family }] : [];
  });
const WALKS = anyCase(
  /\b(?:bridge[sd]?|walk|roll-?forward|(?:increase|decrease|change|variance|improvement)[^|.;]{0,60}\b(?:due to|in|from|attributable))\b/,
);
const walksIn = (disclosure: Disclosure): readonly Walk[] => walksOf(disclosure, "non-GAAP");

/** Those whose measure under GAAP has no such table, and of which no words tell why it has changed. */
const walkFindings = (
  walks: readonly Walk[],
  discussed: ReadonlySet<Family>,
  disclosure: Disclosure,
): readonly Found[] =>
  walks.flatMap(({ table, row, family }) => {
    const group = explained(family, disclosure);
    const isTold =
      group.length === 0 ||
      group.some((one) => discussed.has(one)) ||
      walksOf(disclosure, "GAAP").some((other) => group.includes(other.family));
    if (isTold) return [];
    const { words } = heldAgainst(family, disclosure);
    return [
      {
        ...at(row),
        message: `Table ${table.table} explains line by line how ${quoted(calledOf(row))} has changed, and nothing in the release why ${words} has.`,
        remedy: `Explain the change of ${words} in the same way, no less prominently.`,
        figures: row.figures.slice(0, 1).map((f) => f.id),
      },
    ];
  });

/** Words that may tell of a cause, in whatever order: of a measure under GAAP they are believed wherever its paragraph has them. */
const MAY_TELL = anyCase(
  /\b(?:results? of|reasons?|caused by|contribut\w+|drove|driv(?:en|ing|ers?)|stemm\w+|primarily|mainly|largely|principally|mostly|partially|partly|owing|included|excluding|attributable|impacts?|favorabl[ey]|unfavorabl[ey])\b/,
);

/**
 * The measures under GAAP of which the results tell why they are what they are: in the sentence, in those behind it up to one on a
 * measure of the company's own, or in the paragraph behind.
 */
function discussedIn({ passages }: Disclosure): ReadonlySet<Family> {
  const found = new Set<Family>();
  passages.forEach(({ part, sentences }, i) => {
    if (!RESULTS.has(part)) return;
    const next = passages[i + 1]?.text ?? "";
    const isNext = says(ITS_CHANGE, next) && tells(next);
    sentences.forEach(({ mentions, text }, at) => {
      const gaap = mentions.filter((m) => m.basis === "GAAP" && !m.ahead && !found.has(m.family));
      if (gaap.length === 0 || says(REFERS, text)) return;
      const behind = sentences.slice(at + 1);
      const end = behind.findIndex((s) => s.mentions.some((m) => m.basis === "non-GAAP"));
      const said = [
        text,
        ...behind.flatMap((s, j) => (end < 0 || j < end || says(OF_BOTH, s.text) ? [s.text] : [])),
      ].filter((one) => !says(REFERS, one));
      if (isNext || said.some((one) => says(ITS_CHANGE, one) || tells(one.replace(OF_WHOM, " "))))
        for (const { family } of gaap) {
          found.add(family);
          // Who tells why it is another part of revenue has told why it has changed.
          const amount = PART_OF.get(family);
          if (amount !== undefined) found.add(amount);
        }
    });
  });
  return found;
}
const PART_OF: ReadonlyMap<Family, Family> = new Map([...MARGINS].map(([amount, part]) => [part, amount]));
/** "A reconciliation of net income to adjusted net income is included below": where something stands, and no cause of anything. */
const REFERS = anyCase(
  /\breconcil\w*|\bnon[-\u2010\u2011 ]?gaap (?:financial |performance )?measures?\b|\bcalculated by\b/,
);
/** "The increase in both was driven by": of what is told before, on either basis. */
const OF_BOTH = anyCase(/^[^.;:$%\d]{0,60}\b(?:both|each)\b/);
/** Whose the income is, and not what it comes from. */
const OF_WHOM = /\b(?:attributable|available|applicable) to\b/gi;
const tells = (text: string): boolean =>
  says(CAUSE, text) || says(HOLDS, text) || says(HELD, text) || says(MAY_TELL, text);

/** How near to a name that has no figure the word for its change stands: what is "driven by" this or that need not have changed. */
const NEAR = 80;

/** The measures of the company's own, in places of text and lists, whose change is explained by their sentence or the next one. */
function explainedMentions({ passages, places }: Disclosure): readonly Mention[] {
  const blocks = new Set(
    places
      .filter(({ kind, segment }) => !segment && (kind === "text" || kind === "list"))
      .flatMap((place) => [...place.blocks]),
  );
  return passages
    .filter(({ block }) => blocks.has(block))
    .flatMap(({ sentences }) =>
      sentences.flatMap(({ text, mentions }, i) => {
        const own = mentions.filter((m) => !m.ahead && m.basis === "non-GAAP");
        if (own.length === 0) return [];
        const next = sentences[i + 1]?.text ?? "";
        const told = text.replace(MAY, (words) => " ".repeat(words.length));
        const isNext = says(ITS_CHANGE, next) && says(CAUSE, next);
        return own.filter((m) => {
          const near = m.figures.length > 0 ? told : told.slice(Math.max(0, m.from - NEAR), m.to + NEAR);
          return CHANGES.test(near) && !isCauseItself(m) && (isNext || isCausedIn(m, mentions));
        });
      }),
    );
}

/** "Cash rose by $2 million, due to strong free cash flow, in part offset by dividends": what has caused something else, of which nothing is told itself. */
const isCauseItself = ({ figures, sentence, from }: Mention): boolean =>
  figures.length === 0 && says(LEADS_HERE, sentence.slice(Math.max(0, from - LED_FROM), from));
const LED_FROM = 120;
const LEADS_HERE = anyCase(new RegExp(String.raw`(?:${CAUSE.source}|,? as\b|\b(?:since|despite))[^.,;:]{0,50}$`));

/** What stands between two names whose change has one cause. */
const JOINED = anyCase(/^(?:[^.;]|\.\d){0,60}(?:,|\band\b|&)(?: (?:our|the|its|an?))? ?$/);
const TELLS = anyCase(
  /\b(?:rose|grew|fell|was|were|is|are|increased|decreased|declined|improved|expanded|contracted)\b/,
);

/** Whether a cause is told of a measure of the company's own: no other measure with words of its own stands between. */
function isCausedIn({ sentence, to }: Mention, mentions: readonly Mention[]): boolean {
  const cause = find(CAUSE, sentence.slice(to));
  if (cause === null) return false;
  const between = mentions.filter((m) => m.from >= to && m.from < to + cause.index);
  let end = to;
  return between.every((m) => {
    const words = sentence.slice(end, m.from);
    end = m.to;
    return m.basis === "non-GAAP" || (JOINED.test(words) && !TELLS.test(words));
  });
}
