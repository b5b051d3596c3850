import { type Named, namedIn } from "../names/lexicon.ts";
import { anyCase, findAll, inSmall } from "../pattern.ts";
import { cleaned, hasHead, isOfStandards, type Taught } from "./_learn-name.ts";
import type { Part } from "./part.ts";

/** A heading or a paragraph before its measures are named. */
export interface Told {
  readonly part: Part;
  readonly heading: boolean;
  readonly text: string;
  readonly sentences: readonly string[];
}

/** What may teach a name. */
const TEACHES = anyCase(
  /non[-\u2010\u2011 ]?(?:gaap|ifrs)|alternative performance|defin|calculat|comput|represents?|\bmeans\b|consists?\b|refers? to|\bequals?\b|reconciliation|\bexclud|^[^.:]{3,80}: ["“]/,
);
const NON_GAAP = anyCase(/\bnon[-\u2010\u2011 ]?(?:gaap|ifrs)\b|\balternative performance measures?\b/);
const OPERATES = anyCase(
  /\b(?:before|exclud\w+|exclusive of|adjust\w*|less|minus|plus|net of|adding|add back|divided by|without|eliminat\w+|remov\w+|deduct\w+|increased by|reduced by|subtract\w+)\b/,
);

/** "We define X as ...", "the Company calculates X by ...". */
const WE_DEFINE = anyCase(
  /\b(?:defin(?:e|es|ing)|calculat(?:e|es|ing)|comput(?:e|es|ing)|present(?:s|ing)?) (?:the (?:non[-\u2010\u2011 ]?gaap )?(?:financial )?measures? (?:of )?)?(.{3,120}?) (?:as|by|to mean|to be|using) (.{3,300})/d,
);
/** "X is defined as ...", "X represents ...". */
const IS_DEFINED = anyCase(
  /^(.{3,120}?),? (?:(?:is|are|was|were) (?:then |each )?(?:defined|calculated|computed|determined|derived|measured|arrived at)(?: by the company| by us)? (?:as|by|from|using)|represents?|means|consists? of|refers? to|equals?|(?:is|are) equal to|reflects?|excludes?) (.{3,300})/d,
);
/** "X is net income before ...": what it is, without a word that says so. */
const IS = anyCase(/^(.{3,100}?) (?:is|are) (?:a |the |our )?(.{3,300})/d);
/** "X is a non-GAAP measure", "X and Y are non-GAAP measures". */
const IS_OWN = anyCase(
  /^(.{3,300}?),? (?:is|are|was|were) (?:each |all |both )?(?:considered )?(?:to be )?(?:an? )?(?:(?:supplemental|additional|common|key) )?(?:non[-\u2010\u2011 ]?(?:gaap|ifrs)\b|(?:not )?measures? (?:that (?:is|are) )?not (?:defined|in accordance|calculated)|not (?:defined|recogni[sz]ed) (?:by|under))/d,
);
/** "X, a non-GAAP measure", "X (non-GAAP)". */
const APPOSED = anyCase(
  /(?:\s?\(\w{1,2}\)|\*{1,2})?(?:,? \(?(?:an?|which (?:is|are) (?:an?)?|each an?|both|all) ?(?:\w+ )?non[-\u2010\u2011 ]?gaap (?:financial |performance |liquidity )?(?:measures?|metrics?|ratios?)| \(non[-\u2010\u2011 ]?gaap\))/g,
);
/** The end of a text with nothing in it that parts a name from what stands before, and how far back that is looked for. */
const BEFORE = /[A-Za-z][^.;:,()$%]{2,}$/;
const REACH = 91;
/** "Non-GAAP measures such as A, B and C". */
const LISTED = anyCase(
  /\b(?:non[-\u2010\u2011 ]?(?:gaap|ifrs)|alternative performance) (?:(?:financial|performance|operating|liquidity|supplemental|key|other|profitability|and) )*(?:measures?|metrics?|information|results|ratios?|indicators)\b[^.;:]{0,80}?(?:,? such as|,? includ(?:ing|es?|ed)|,? like|,? namely|,? specifically|,? consisting of| are| is|:)(?: the following)?:? (.{3,900})/d,
);
/** "Adjusted earnings or loss per share" is one name, and so is an insurer's "loss and loss adjustment expense ratio". */
const SEPARATORS =
  /,? and\/or |,? and (?!(?:loss adjustment|lae|lcae)\b)|(?<!\b(?:income|earnings|profit|loss)),? or |,? or (?!(?:loss|income|earnings|profit)\b)|; |, (?!net(?: of\b|[.,;)]|$)|excluding|before|as adjusted|less\b|attributable|ex[- ])| as well as | \/ /i;

/** A bold lead-in or a short line of its own: "Free cash flow." "Core margin:" "Core margin - ...". */
const LEAD =
  /^(?:\(\w{1,2}\)|\*+|\d\.)?\s*["“]?([\p{L}][^.:;\u2013\u2014]{2,80}?)["”]?(?:\s?\((?:\w{1,2}|[^)]{2,20})\))?(?:[.:]| [\u2013\u2014-]) (?=["“(]?[\p{Lu}])(.{20,400})/u;
const MOST = 24;

/** What a block is taught by: names with where they are said to come from. */
export function taughtByText({ part, heading, text, sentences }: Told, inOwnSection: boolean): readonly Taught[] {
  if (!TEACHES.test(text) && !(heading && inOwnSection)) return [];
  const isNote = part === "definitions" || part === "statements" || inOwnSection;
  return [
    ...(isNote && heading ? listed(text) : []),
    ...(isNote && !heading ? lead(text, inOwnSection) : []),
    ...titled(text),
    ...sentences.slice(0, MOST).flatMap((sentence) => taughtBySentence(sentence, isNote)),
  ];
}

const nameOf = (raw: string, by: Taught["by"], from?: Taught["from"]): readonly Taught[] => {
  const name = cleaned(raw);
  if (name === undefined) return [];
  if (hasHead(name)) return [{ name, by, from }];
  // "Managed loans are a non-GAAP measure": a name of no kind of amount that is known, which its table tells.
  return by === "listed" ? [{ name, by, from: undefined, headless: true }] : [];
};

const split = (list: string): readonly string[] => list.split(SEPARATORS).slice(0, MOST);
const listed = (text: string): readonly Taught[] =>
  text.length > 160 || NON_GAAP.test(text)
    ? []
    : split(text.replace(/^(?:\(\w{1,2}\)|\d\.)\s*/, "")).flatMap((one) => {
        const taught = nameOf(one, "defined");
        return taught.length > 0 ? taught : nameOf(one, "listed").filter(({ headless }) => headless);
      });

function taughtBySentence(sentence: string, isNote: boolean): readonly Taught[] {
  if (!TEACHES.test(sentence) && !isNote) return [];
  const isSaidOwn = NON_GAAP.test(sentence);
  const defined = [
    WE_DEFINE.exec(sentence),
    isNote || isSaidOwn ? IS_DEFINED.exec(sentence) : null,
    isNote ? IS.exec(sentence) : null,
  ];
  return [
    ...defined.flatMap((match) => (match === null ? [] : definition(match[1]!, match[2]!, isSaidOwn))),
    ...(isSaidOwn ? ownNames(sentence) : []),
  ];
}

/** A definition is one where it says so of a measure that is not of the standards, or where it begins with a line of theirs and changes it. */
function definition(raw: string, said: string, isSaidOwn: boolean): readonly Taught[] {
  const from = startOf(said);
  if (!(from !== undefined && OPERATES.test(said)) && !isSaidOwn) return [];
  return split(raw).flatMap((one) => nameOf(one, "defined", from));
}

/** The line of the standards that a definition begins with. */
function startOf(said: string): Taught["from"] {
  const first: Named | undefined = namedIn(said.slice(0, 160))[0];
  // "Net income excluding ..." begins with net income, whatever the words behind it make of the whole.
  const line = first?.basis === "non-GAAP" ? namedIn(first.name)[0] : first;
  return line?.basis === "GAAP" ? { named: line, label: line.name } : undefined;
}

function ownNames(sentence: string): readonly Taught[] {
  const is = IS_OWN.exec(sentence);
  const list = LISTED.exec(sentence);
  return [
    ...(is === null ? [] : saidOwn(split(is[1]!))),
    ...(list === null
      ? []
      : split(list[1]!).flatMap((one) =>
          nameOf(
            one.replace(
              /,? (?:which|that|because|in order|to (?:supplement|provide|evaluate|assess|measure)|as (?:a |an |we|supplement)|when|for (?:the|use|purposes))\b.*$/i,
              "",
            ),
            "listed",
          ),
        )),
    ...apposed(sentence).flatMap((raw) => nameOf(lastName(raw), "listed")),
  ];
}

/** "Net revenue is a non-IFRS measure": of one short name so said there is no doubt. */
function saidOwn(names: readonly string[]): readonly Taught[] {
  const taught = names.flatMap((one) => nameOf(one, "listed"));
  const surely = names.length === 1 && taught[0]?.name.split(" ").length === 2;
  return surely ? taught.map((one) => ({ ...one, surely })) : taught;
}

/** The text in front of each apposition, as far as a name can reach: a pattern that began with the name would be tried at every letter. */
function apposed(sentence: string): readonly string[] {
  const found: string[] = [];
  let end = 0;
  for (const match of findAll(APPOSED, sentence)) {
    const before = BEFORE.exec(sentence.slice(Math.max(end, match.index - REACH), match.index))?.[0];
    if (before === undefined || found.length === MOST) continue;
    found.push(before);
    end = match.index + match[0].length;
  }
  return found;
}

/** What of a stretch of text is the name that stands at its end. */
const lastName = (raw: string): string =>
  /(?:.*\b(?:and|or|was|were|is|are|the|a|an|our|its|their|of|in|to|by|with|from|for|we|use|using|report\w*|compared|increas\w+|decreas\w+|grew|record|generat\w+|deliver\w+|achiev\w+|has|had|both|including|includes?) )?(.*)$/i.exec(
    raw,
  )?.[1] ?? raw;

/** "Core margin: ..." in the section on the company's own measures. */
function lead(text: string, inOwnSection: boolean): readonly Taught[] {
  const match = LEAD.exec(text);
  if (match === null) return [];
  const [, raw, said] = match;
  return inOwnSection || NON_GAAP.test(said!)
    ? split(raw!).flatMap((one) => nameOf(one, "defined", OPERATES.test(said!) ? startOf(said!) : undefined))
    : definition(raw!, said!, false);
}

/** The roll-forward of a balance is called a reconciliation too, and leads to no measure of the company's own. */
const RECONCILIATION_OF = anyCase(
  /\breconciliations? of (?!(?:the )?(?:(?:changes|movements|activity) in (?:the )?(?:[a-z]+ ){0,3}(?:balances?|reserves?|allowances?|liabilit(?:y|ies))\b|(?:beginning|opening) (?:and|to)\b))(?:the )?(.{3,160}?)(?:,? (?:to|with|from|and) (?:the )?(.{3,160}?))?(?:$|[(:\n]|, (?:for|in)\b| for the\b| - )/d,
);
/** A title of a table: "Reconciliation of net income to core earnings". */
function titled(text: string): readonly Taught[] {
  if (text.length > 260) return [];
  const match = RECONCILIATION_OF.exec(text);
  if (match === null) return [];
  const from = startOf(match[1]!) ?? (match[2] === undefined ? undefined : startOf(match[2]));
  const [, one, other = ""] = match;
  const sides = other === "" ? [one!] : isOfStandards(one!) ? [other] : isOfStandards(other) ? [one!] : [other];
  return sides.flatMap((side) => split(side).flatMap((one) => nameOf(one, "reconciled", from)));
}

/** Whether a heading opens the section on measures of the company's own, closes it, or does neither. */
export function opensOwnSection(text: string): boolean | undefined {
  if (text.length > 200) return undefined;
  return NON_GAAP.test(text) || /\b(?:glossary|definitions?|reconciliations?)\b/.test(inSmall(text));
}
