import { isOwn } from "./bare.ts";
import { comparableTo, isComparable } from "./comparable.ts";
import type { Disclosure } from "./disclosure.ts";
import type { Family } from "./family.ts";
import type { Mention } from "./mention.ts";
import { EARNED, idsOf, isOfPart, quoted } from "./own-measure.ts";
import type { Place } from "./place.ts";
import { at } from "./placed.ts";
import type { Found } from "./rule.ts";

const PRAISE =
  /\b(?:record(?:[- ](?:high|breaking|setting))?|exceptional|outstanding|best[- ]ever|highest[- ]ever|all[- ]time high|unprecedented)\b/i;
/** How far before a measure a word of praise may stand. */
const PRAISE_BEFORE = 45;
/** Behind a measure a word of praise is said of it only through a verb. */
const PRAISED =
  /^(?: (?:of|for) [^.;,]{0,30})? (?:was|were|reached|hit|set|achieved|is) (?:an? |the |another |our |its )?(?:new |(?:\w+[- ])?(?:quarterly|quarter|annual|company) )?(?:record|all[- ]time high|outstanding|exceptional)\b/i;

function isPraised(at: number, mentions: readonly Mention[]): boolean {
  const m = mentions[at]!;
  const before = m.sentence.slice(Math.max(0, m.from - PRAISE_BEFORE), m.from);
  const praise = PRAISE.exec(before);
  const isClose = praise !== null && !/[.;]/.test(before.slice(praise.index));
  if (isClose && !isNamedBetween(m.from - before.length + praise.index, at, mentions)) return true;
  return PRAISED.test(m.sentence.slice(m.to));
}

/** Whether another measure is named from there on, before this one; mentions stand in the order of the text. */
function isNamedBetween(start: number, at: number, mentions: readonly Mention[]): boolean {
  const m = mentions[at]!;
  for (let i = at - 1; i >= 0; i--) {
    const other = mentions[i]!;
    if (other.block !== m.block || other.sentence !== m.sentence || other.from <= start || other.from > m.from)
      return false;
    if (other.to <= m.from) return true;
  }
  return false;
}

export function praiseFindings({ mentions }: Disclosure): readonly Found[] {
  const praised = mentions.filter(
    (m, i) => ["headline", "results", "quotation"].includes(m.part) && isPraised(i, mentions),
  );
  const seen = new Set<Family>();
  return praised.flatMap((m) => {
    const { words } = comparableTo(m.family);
    if (m.basis !== "non-GAAP" || m.family === "revenue" || seen.has(m.family)) return [];
    if (praised.some((o) => o.basis === "GAAP" && isComparable(m.family, o.family))) return [];
    seen.add(m.family);
    return [
      {
        ...at(m),
        message: `${quoted(m.name)} is praised as a record or the like, and nothing is said so of ${words}.`,
        remedy: `Characterise ${words} as prominently, or take the word out.`,
        figures: idsOf([m]),
      },
    ];
  });
}

/** What an officer says of a result that he is glad of. */
const GLAD =
  /\b(?:achiev\w+|deliver\w+|generat\w+|grew|growth|strong(?:er)?|improv\w+|expan\w+|consecutive|increas\w+|exceed\w*|highest|rose|ahead of|(?:upper|high) end|robust|solid|momentum)\b/i;
/** How far from the name it may stand. */
const GLAD_NEAR = 70;
const EARNINGS: ReadonlySet<Family> = new Set<Family>(["net-income", "eps", "ebit", "ebitda", "ffo", "ffo-per-share"]);

/** A headline or a quotation that praises a measure of the company's own without an amount; with one it is another rule's. */
export const gladFindings = ({ places }: Disclosure): readonly Found[] =>
  (["headline", "quotation"] as const).flatMap((kind) =>
    firstGlad(
      kind,
      places.filter((place) => place.kind === kind),
    ),
  );

function firstGlad(kind: "headline" | "quotation", places: readonly Place[]): readonly Found[] {
  for (const { mentions } of places) {
    // A quotation may name measures without number: what it names under GAAP is gathered once.
    const gaap = new Set(mentions.filter((m) => m.basis === "GAAP" && !isOfPart(m)).map(({ family }) => family));
    const given = new Set(mentions.filter((m) => m.figures.length > 0).map(({ family }) => family));
    const isNamed = (own: Family): boolean =>
      [...gaap].some((family) => isComparable(own, family) || (EARNINGS.has(own) && EARNED.has(family)));
    const glad = mentions.find(
      (m) =>
        m.basis === "non-GAAP" &&
        m.family !== "revenue" &&
        !isOwn(m) &&
        !m.ahead &&
        !PRAISE.test(m.sentence) &&
        !given.has(m.family) &&
        !isNamed(m.family) &&
        GLAD.test(m.sentence.slice(Math.max(0, m.from - GLAD_NEAR), m.to + GLAD_NEAR)) &&
        !isOfPart(m),
    );
    if (glad === undefined) continue;
    const { words } = comparableTo(glad.family);
    return [
      {
        ...at(glad),
        message: `The ${kind} praises ${quoted(glad.name)}, and has with it no word for ${words} under GAAP.`,
        remedy: `Characterise ${words} there as well, and first, or leave the measure out of the ${kind}.`,
        figures: [],
      },
    ];
  }
  return [];
}
