import { namedIn } from "../names/lexicon.ts";
import type { Named } from "../names/named.ts";
import { anyCase } from "../pattern.ts";
import { cleaned, hasHead, type Taught } from "./_learn-name.ts";
import type { Told } from "./_learn-prose.ts";

/** A note of a page begins with its mark: "(1) Non-GAAP measure; see below." */
const NOTE = /^\s*(?:\((\w{1,2})\)|\[(\w{1,2})\]|(\d{1,2})\.?|(\*{1,3}|†))\s+(?=["“\p{L}])(.{8,})/su;
const NON_GAAP = anyCase(/\bnon[-\u2010\u2011 ]?(?:gaap|ifrs)\b|\balternative performance measure/);
/** What such a note says where it is about measures of both kinds, or of neither. */
const OF_OTHERS = anyCase(
  /\bgaap and non[-\u2010\u2011 ]?gaap\b|\bkey (?:performance|operating|business) (?:metrics|indicators)\b/,
);
/** How much of a note tells what it is about. */
const NOTE_REACH = 200;
/** Where a mark stands behind words: "Core business net sales (1)", and without brackets where the sentence goes on. */
const MARKED =
  /(?=[ ([*†])(?<=[\p{L})])(?: ?\((\w{1,2})\)| ?\[(\w{1,2})\]| (\d{1,2})(?= (?:of|was|were|is|to|increased|decreased|grew|rose|declined|fell|for|in|and|guidance|growth)\b|[,;:]|\s*$)|(\*{1,3}|†))/gu;
/** The words before a mark that can be a name, and the last of the words that part it from what stands before. */
const BEFORE = /\p{L}[^.;:,()$%\d]{2,}$/u;
const PARTED =
  /^.*\b(?:and|or|was|were|is|are|the|a|an|our|its|their|to|by|with|from|we|use|using|report\w*|compared|increas\w+|decreas\w+|grew|rose|record|strong|solid|generat\w+|deliver\w+|achiev\w+|expand\w+|improv\w+|has|had|both|including|includes?) /isu;
const REACH = 91;
const MOST = 40;
/** Longer texts teach nothing here, in code units. */
const LONGEST = 4000;

const markOf = (match: RegExpExecArray | RegExpMatchArray): string =>
  (match[1] ?? match[2] ?? match[3] ?? match[4])!.toLowerCase();

/** Names that bear the mark of a note which says that they are no measures of the standards. */
export function taughtByNotes(told: readonly Told[]): readonly Taught[] {
  const notes = told.map(({ text }) => NOTE.exec(text));
  // From the end on: the same mark stands for another note on the next page.
  const below = new Set<string>();
  const taught = told.toReversed().map(({ text }, i): readonly Taught[] => {
    const note = notes[told.length - 1 - i];
    if (note === null || note === undefined)
      return below.size === 0 || text.length > LONGEST ? [] : markedIn(text, below);
    if (saysOwn(note[5]!.slice(0, NOTE_REACH))) below.add(markOf(note));
    else below.delete(markOf(note));
    return [];
  });
  return taught.toReversed().flat().slice(0, MOST);
}

const saysOwn = (note: string): boolean => NON_GAAP.test(note) && !OF_OTHERS.test(note);

/** The names in a text whose mark is that of a note below which says that they are the company's own. */
const markedIn = (text: string, below: ReadonlySet<string>): readonly Taught[] =>
  [...text.matchAll(MARKED)].flatMap((match): readonly Taught[] => {
    if (!below.has(markOf(match))) return [];
    const before = BEFORE.exec(text.slice(Math.max(0, match.index - REACH), match.index))?.[0].replace(PARTED, "");
    const name = before === undefined ? undefined : cleaned(before);
    if (name === undefined) return [];
    return [{ name, by: "listed", from: undefined, ...(hasHead(name) ? {} : { headless: true }) }];
  });

/** "Adjusted net income ("ANI")". */
const SHORT = /^(?:\(\w{1,2}\)| )? ?\((?:the |or |hereinafter )?["“]?([A-Z][A-Za-z&]{1,6}[A-Z])["”]?\)/;
/** One look at a text tells that no such letters stand in it. */
const IN_BRACKETS = /["“ (][A-Z][A-Za-z&]{1,6}[A-Z]["”]?\)/;
/** What brackets behind a name say that is no shorter name of it. */
const NO_SHORT = anyCase(
  /^(?:usd|cad|aud|eur|gbp|jpy|chf|gaap|ifrs|yoy|qoq|ytd|ltm|ttm|nyse|fte|ceo|cfo|sec|non|loss|income|profit)$/,
);

export interface Short {
  readonly short: string;
  readonly of: Named;
}

/** The letters that stand in brackets behind names which no lexicon has: "assets under management ("AUM")". */
export function lettersBehind(names: readonly string[], told: readonly Told[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (names.length === 0) return found;
  for (const { text } of told) {
    if (text.length > LONGEST || !IN_BRACKETS.test(text)) continue;
    const lower = text.toLowerCase();
    for (const name of names) {
      const at = found.has(name) ? -1 : lower.indexOf(name.toLowerCase());
      const short = at < 0 ? undefined : SHORT.exec(text.slice(at + name.length, at + name.length + 20))?.[1];
      if (short !== undefined && short.length > 2 && !NO_SHORT.test(short)) found.set(name, short);
    }
  }
  return found;
}

/** The letters by which a release says that it calls a measure from there on. */
export function shortNames(told: readonly Told[]): readonly Short[] {
  return told.flatMap(({ text }) =>
    !/\(["“]?[A-Z]/.test(text) || !IN_BRACKETS.test(text) || text.length > LONGEST
      ? []
      : namedIn(text).flatMap((of) => {
          // The lexicon takes the letters in brackets for the end of some names.
          const end = of.to - (/ \([^()]*\)$/.exec(of.name)?.[0].length ?? 0);
          const short = SHORT.exec(text.slice(end, end + 20))?.[1];
          if (short === undefined || NO_SHORT.test(short) || short.length < 3 || namedIn(short).length > 0) return [];
          return [{ short, of }];
        }),
  );
}
