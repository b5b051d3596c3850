import { anyCase, inSmall, type Pattern } from "../pattern.ts";

const OWN_KIND =
  "[Nn]on[-\u2010\u2011 ]?(?:GAAP|IFRS) (?:financial |performance |liquidity |operating )?(?:measure|metric|ratio)s?";
/** "Realized metal prices, cash burn (Burn), and managed assets are non-GAAP ratios": what stands before the verb is a list of names. */
const ARE_OWN = new RegExp(
  String.raw`(?:^\W{0,3}\d{0,2} ?|[.;|:] ?\d{0,2} ?)([A-Z][^.;:|]{6,320}?),? (?:are|is) (?:each |all |both )?(?:considered )?(?:an? )?(?:supplemental )?${OWN_KIND}\b`,
);
/** "These non-GAAP measures include EBITDA and Liquidity": what stands behind it. */
const INCLUDE = new RegExp(
  String.raw`\b${OWN_KIND},?(?: that we use| used (?:in this (?:press |news )?release|by us))? (?:include|including|such as|are) ([^.:|]{4,320}?)(?:,? (?:and|which) (?:are|is|have|do)\b|[.;]|$)`,
);
/** "We use the following non-GAAP financial measures: free cash flow; managed assets; and cash burn". */
const FOLLOWING = new RegExp(String.raw`\b[Ff]ollowing ${OWN_KIND}[^.:;]{0,60}: ([^.:|]{4,320})`);
/** Where one name of a list ends and the next begins. */
const BETWEEN = /[,;] (?:and |or )?| and | or |\/(?=[A-Z])/;
/** What stands before a name and is none of it, and the marks of notes behind it. */
const BEFORE = /^(?:and|or|our|the|its|total|certain|each of|both|\d{1,2}|\W)+ /i;
const BEHIND = /(?: ?\(\w{1,2}\)|[¹²³]|(?<=[a-z])\d)+$/;

/** Words of one name in such a list that is none by itself: "liquidity" is given as an amount, "management" is not. */
const ONE_WORD = anyCase(/^(?:liquidity|billings|capitali[sz]ation|burn|indebtedness)$/);

/** The names that a sentence lists as those of measures that are not under GAAP; what is no name yet is left to the caller. */
export function listedAsOwn(text: string): readonly string[] {
  if (!/\bnon[-\u2010\u2011 ]?(?:gaap|ifrs) /.test(inSmall(text))) return [];
  const lists = [ARE_OWN, INCLUDE, FOLLOWING].flatMap((pattern) => pattern.exec(text)?.[1] ?? []);
  return lists.flatMap((list) =>
    list
      .split(BETWEEN)
      .map((one) => one.replace(BEFORE, "").replace(BEHIND, "").trim())
      .filter((one) => isNoun(one)),
  );
}

/** Whether an item of a list can be a name: of two words or more without a verb or a figure, or of one that is given as an amount. */
const isNoun = (one: string): boolean =>
  !FRAGMENT.test(one) &&
  (ONE_WORD.test(one) || (one.length > 6 && / /.test(one) && one.length < LONGEST && !VERB.test(one)));
/** What goes on with the name before it. */
const FRAGMENT = anyCase(/^(?:per|diluted|basic|in|on|of|for|with|as)\b/);
const LONGEST = 60;
const VERB = anyCase(
  /\d|\b(?:is|are|was|were|be|been|have|has|had|may|might|can|should|will|does?|not|use[ds]?|present\w*|provid\w+|defin\w+|calculat\w+|believe|see|refer\w*|that|those|other|certain|similar|below|above|herein|any|all|excluding|excludes?|includ\w+|as well)\b/,
);

/** "Realized copper price", "net realized gold price": of which a release says "realized metal prices". */
export const OF_REALIZED: Pattern = anyCase(/^(?:net |average )?reali[sz]ed (?:[a-z]+ )?(?:sales? |selling )?prices?$/);
export const REALIZED_IN: Pattern = anyCase(
  /\b(?:(?:net|average) )?reali[sz]ed (?:(?:copper|gold|silver|nickel|zinc|lead|metal|oil|gas|ngl|coal|lithium|uranium|iron ore|crude|commodity) )?(?:sales? |selling )?prices?/,
);
