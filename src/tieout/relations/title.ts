const WORDS =
  /\b(?:director|president|officer|chief|manager|head|treasurer|controller|secretary|chair(?:man|woman|person)?|ceo|cfo|coo|cto|vp|svp|evp|avp|founder|counsel|relations|communications|affairs|principal|partner|analyst|spokes\w{3,6})\b/i;

/** Whether a short text is the title of a person, or the desk that they sit at. */
export const isTitle = (text: string): boolean =>
  text.length >= 2 && text.length <= 140 && WORDS.test(text) && !/[.!?] [A-Z]|[:@]|\d{3}/.test(text);

const SHORT: Readonly<Record<string, string>> = {
  ceo: "chief executive officer",
  cfo: "chief financial officer",
  coo: "chief operating officer",
  cto: "chief technology officer",
  vp: "vice president",
  svp: "senior vice president",
  evp: "executive vice president",
  avp: "assistant vice president",
  ir: "investor relations",
  sr: "senior",
};

/** Words of functions: what they follow with "of" is a part of the title; anything else is the firm. */
const FUNCTION =
  /^(?:the board|investor|corporate|global|external|public|media|finance|financial|operations|communications?|marketing|strategy|strategic|sales|research|accounting|human|business|treasury|government|product|technology|legal|capital|planning|internal)/i;

/** A title without the firm behind it: "Chief Financial Officer of Norlund", "the Company's President". */
export function withoutFirm(title: string): string {
  let text = title
    .replace(/^(?:(?:the|its|our) )?(?:company|firm|group|corporation)['’]s /i, "")
    .replace(/^(?:its|our|the) /i, "");
  for (let at = text.search(/,? (?:of|at|for) /); at >= 0; ) {
    const behind = text.slice(at).replace(/^,? (?:of|at|for) (?:the )?/, "");
    if (!FUNCTION.test(behind)) {
      text = text.slice(0, at);
      break;
    }
    const next = text.slice(at + 4).search(/,? (?:of|at|for) /);
    at = next < 0 ? -1 : at + 4 + next;
  }
  return text.replace(/[\s,.]{1,4}$/, "");
}

/** The words of a title in small letters, abbreviations written out, "&" as "and"; commas and "of" stand for themselves. */
export const spelledOut = (title: string): string =>
  withoutFirm(title)
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/[–—-]/g, ", ")
    .replace(/,/g, " , ")
    .split(/\s+/)
    .map((w) => SHORT[w.replace(/\.$/, "")] ?? w)
    .join(" ")
    .replace(/ ,/g, ",")
    .replace(/,? and\b/g, " and")
    .trim();

const LINKS: ReadonlySet<string> = new Set(["of", "and", "the", "for"]);

/** The words of a title that say what it is. */
export const titleWords = (title: string): ReadonlySet<string> =>
  new Set(
    spelledOut(title)
      .split(/[\s,]+/)
      .filter((w) => w !== "" && !LINKS.has(w)),
  );

const RANKS =
  /\b(?:senior|executive|assistant|associate|vice|president|director|manager|head|officer|chief|of|global|group|managing|and)\b|[,]/g;

/** What a title is for, without its rank: "corporate communications"; empty for an officer. */
export const deskOf = (title: string): string => spelledOut(title).replace(RANKS, " ").replace(/\s+/g, " ").trim();
