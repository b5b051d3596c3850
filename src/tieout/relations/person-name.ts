/** Words in small letters that no name of a person has. */
const NOT_NAMES: ReadonlySet<string> = new Set(
  (
    "investor investors media relations relation contact contacts communications communication corporate company conference call press " +
    "financial finance public affairs inc corp corporation ltd llc plc group holdings holding limited director president officer chief " +
    "vice senior executive manager head chairman chairwoman secretary treasurer controller north south east west america americas " +
    "asia europe united states kingdom new york first second third fourth quarter fiscal year results statements statement " +
    "consolidated condensed balance sheet sheets income cash flows total net about forward looking revenue revenues sales earnings " +
    "release report capital partners partner advisors strategic management technologies technology therapeutics pharma " +
    "pharmaceuticals global international services systems trust energy resources healthcare health street avenue suite floor " +
    "january february march april june july august september october november december monday tuesday wednesday thursday friday " +
    "toll free dial number replay webcast news source download key highlights operating operations business wire " +
    "newswires globe newswire the for to of and or in on at by with from tel fax phone email website site visit strategy " +
    "unaudited appendix table tables non gaap growth division segment products industries industry development solutions city " +
    "county road drive boulevard building tower center centre institute university board committee department general " +
    "medical dial investment community common stock shares share per other term adjusted free end data main office direct inquiries information"
  ).split(" "),
);

const PARTICLES: ReadonlySet<string> = new Set([
  "van",
  "von",
  "de",
  "der",
  "den",
  "di",
  "da",
  "del",
  "la",
  "le",
  "bin",
  "al",
  "ter",
  "dos",
]);
const SUFFIX = /,? (?:CFA|CPA|MBA|Esq\.?|Ph\.? ?D\.?|M\.?D\.?|Jr\.?|Sr\.?|II|III|IV)$/;
const WORD = /^[\p{Lu}][\p{L}'’-]{0,24}\.?$/u;

/** Whether a short text is the name of one person: two to four capitalised words, initials and particles among them. */
export function isPersonName(text: string): boolean {
  if (text.length < 5 || text.length > 44) return false;
  const words = text
    .replace(/^(?:Mr|Mrs|Ms|Dr|Prof)\.? /, "")
    .replace(SUFFIX, "")
    .split(" ");
  if (words.length < 2 || words.length > 4) return false;
  if (words.every((w) => w === w.toUpperCase())) return false;
  // Four plain words are two people side by side.
  if (words.length === 4 && !words.some((w) => PARTICLES.has(w.toLowerCase()) || w.replace(/\.$/, "").length === 1))
    return false;
  if (!words.every((w) => (WORD.test(w) && !hasOther(w)) || PARTICLES.has(w.toLowerCase()))) return false;
  return isLong(words[0]!, 1) && isLong(words.at(-1)!, 3);
}

const hasOther = (word: string): boolean =>
  word
    .toLowerCase()
    .split(/[-.]/)
    .some((part) => NOT_NAMES.has(part));

/** An abbreviated given name is none the less one; a family name is written out. */
const isLong = (word: string, least: number): boolean =>
  word.replace(/\.$/, "").length >= least && !(least > 1 && word.endsWith("."));

/** The same person by given and family name, whatever stands between. */
export function personKey(name: string): string {
  const words = name
    .replace(/^(?:Mr|Mrs|Ms|Dr|Prof)\.? /, "")
    .replace(SUFFIX, "")
    .toLowerCase()
    .split(" ");
  return `${words[0]} ${words.at(-1)}`;
}
