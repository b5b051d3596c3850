const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Words that say that something became more, or less. Verbs and nouns alike. */
export const UP: ReadonlySet<string> = set(
  "up increase increases increased increasing grew grow grows growing growth rose rise rises rising risen higher " +
    "improved improve improvement improving expanded expand expansion climbed jumped surged gained advanced " +
    "accelerated added strengthened widened greater",
);
export const DOWN: ReadonlySet<string> = set(
  "down decrease decreases decreased decreasing decline declines declined declining fell fall falls falling fallen " +
    "lower dropped drop drops dropping reduced reduction reductions reducing contracted contraction shrank " +
    "slipped slid narrowed softened deteriorated deteriorating deterioration",
);

/** 1 for a word that says more, -1 for one that says less, 0 for any other. */
export const direction = (word: string): -1 | 0 | 1 => (UP.has(word) ? 1 : DOWN.has(word) ? -1 : 0);

/** Direction words that are nouns: "an increase of", "4 percent growth". */
export const DIRECTION_NOUNS: ReadonlySet<string> = set(
  "increase increases growth rise improvement improvements expansion decrease decreases decline declines fall drop drops reduction " +
    "reductions contraction deterioration higher lower gain",
);

/** Direction words whose sense turns with the measure: a loss that improves gets smaller. */
export const UNSURE: ReadonlySet<string> = set(
  "improved improve improvement improving decline declined declines deteriorated deteriorating deterioration narrowed widened",
);

/** Words between a cue and its figure that change nothing. */
export const LIGHT: ReadonlySet<string> = set(
  "a an the approximately about around roughly nearly almost some over more than at least just only another additional " +
    "record",
);

/** Words after which the other side of a comparison is named. */
export const AGAINST: ReadonlySet<string> = set("versus vs against");

/** Words that say what is expected, not what was. */
export const FORWARD: ReadonlySet<string> = set(
  "expect expects expected expecting expectation guidance outlook anticipate anticipates anticipated forecast forecasts projected projects " +
    "project target targets targeting estimate estimates estimated intends intend plan plans planned will would could may should " +
    "assumes assuming assume midpoint goal aims aim reaffirms reiterates raises raising",
);

/** Words of a heading above what is expected, and words of a sentence that tells what was all the same. */
export const HEADS_FORWARD: ReadonlySet<string> = set("outlook guidance forecast expectations targets");
export const TELLS_BACK: ReadonlySet<string> = set("was were totaled compared versus vs reported");

/** Words that begin the naming of a cause. */
export const CAUSE: ReadonlySet<string> = set(
  "due driven primarily mainly principally reflecting reflects reflected because attributable offset owing caused led partially partly " +
    "impacted benefiting following thanks",
);

/** Words that name no measure: they are left out where the words of a figure are gathered. */
export const STOP: ReadonlySet<string> = set(
  "a an the of in on for to from by at as with and or our its their his her this that these those which who whose it we they i you " +
    "was were is are be been being has have had having did does do not no nor but if than then so such also both each all " +
    "company companies group corporation inc reported report reports reporting announced announces announce results result recorded " +
    "recognized generated generating ended ending totaled totaling totalling totalled total came reached reaching representing represents represented " +
    "compared comparing compares compare comparison comparable versus vs against same period periods year years quarter quarters month months " +
    "week weeks prior previous last ago earlier corresponding first second third fourth half fiscal annual annually quarterly sequential " +
    "sequentially while during through over under into per about approximately respectively including includes included excluding excludes " +
    "us usd million billion thousand percent percentage points point basis bps three six nine twelve one two end date today record strong " +
    "continued continue delivered delivering achieved achieving posted due driven primarily mainly highest approximately nearly almost around " +
    "more less least within between among because however additionally further overall reflecting attributable partially offset following " +
    "resulted resulting respect compound average ytd yoy y o q highlights highlight financial summary above below there here what when where were up down",
);

/** Stems that only fine-tune a name. */
export const LIGHT_STEMS: ReadonlySet<string> = new Set(
  "consolidated net diluted basic common shareholder ordinary attributable gaap non-gaap adjusted company reported inc corporation gross business".split(
    " ",
  ),
);

/** Stems that mean the same thing in a release. */
const SAME = new Map<string, string>(
  [
    ["sale", "revenue"],
    ["turnover", "revenue"],
    ["earning", "income"],
    ["profit", "income"],
    ["loss", "income"],
    ["opex", "operating"],
    ["stockholder", "shareholder"],
    ["stock", "share"],
    ["capex", "capital"],
    ["cogs", "cost"],
    ["america", "american"],
    ["europe", "european"],
    ["taxe", "tax"],
    ["expenditure", "spend"],
    ["spending", "spend"],
    ["cashflow", "cash"],
    ["provided", "provide"],
    ["used", "provide"],
    ["operation", "operating"],
    ["consolidate", "consolidated"],
    ["dilute", "diluted"],
    ["expens", "expense"],
  ].map(([a, b]) => [a!, b!]),
);

/** Abbreviations of the trade and what they stand for, in stems. */
const STANDS_FOR = new Map<string, readonly string[]>([
  ["eps", ["income", "share"]],
  ["r&d", ["research", "development"]],
  ["sg&a", ["selling", "general", "administrative", "expense"]],
  ["g&a", ["general", "administrative", "expense"]],
  ["s&m", ["selling", "marketing"]],
  ["fcf", ["free", "cash", "flow"]],
  ["capex", ["capital", "spend"]],
  ["cogs", ["cost", "revenue"]],
  ["opex", ["operating", "expense"]],
]);

/** A word brought to one form: singular, and one word for one meaning. */
export function stem(word: string): string {
  let w = word;
  if (w.length > 3 && w.endsWith("ies")) w = `${w.slice(0, -3)}y`;
  else if (w.length > 4 && w.endsWith("sses")) w = w.slice(0, -2);
  else if (w.length > 3 && w.endsWith("s") && !w.endsWith("ss") && !w.endsWith("us") && !w.endsWith("is"))
    w = w.slice(0, -1);
  return SAME.get(w) ?? w;
}

/** The stems that a word stands for. */
export const stemsOf = (word: string): readonly string[] => STANDS_FOR.get(word) ?? [stem(word)];
