import type { TextReading } from "../figures/document-figures.ts";
import { type Atom, atomsOf, isMark } from "./prose-atom.ts";
import { stem } from "./prose-lexicon.ts";
import type { Words } from "./prose-words.ts";

/** Words that close a company's name. */
const FORMS = new Set(
  "inc corp corporation company co ltd limited plc llc lp holdings holding group trust incorporated s.a n.v ag se ab asa oyj".split(
    " ",
  ),
);
const EXCHANGES = new Set("nasdaq nyse tsx lse euronext otcqb otcmkts otc nyseamerican asx sgx hkex".split(" "));
/** How many texts from the top are looked at, and how many words of a name are taken. */
const TEXTS = 40;
const WORDS = 4;

/**
 * The stems of the issuer's own name: capital words in front of a legal form or of an exchange in brackets, near the top. They
 * name no member where they stand before a measure ("Larkfield revenues").
 */
export function issuerStems(texts: readonly TextReading[]): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const { block } of texts.slice(0, TEXTS)) {
    const text = block.block.text.text.slice(0, 2000);
    const atoms = atomsOf(text, []);
    for (let i = 1; i < atoms.length; i++) {
      const a = atoms[i]!;
      if (a.kind !== "word") continue;
      const form = FORMS.has(a.text) && a.capital;
      const listed = EXCHANGES.has(a.text) && isMark(atoms[i - 1], "(");
      if (form || listed) take(atoms, listed ? i - 2 : i - 1, stems);
    }
  }
  return stems;
}

function take(atoms: readonly Atom[], from: number, stems: Set<string>): void {
  let words = 0;
  for (let i = from; i >= 0 && words < WORDS; i--) {
    const a = atoms[i]!;
    if (isMark(a, ",") && i === from) continue;
    if (a.kind !== "word" || !a.capital || FORMS.has(a.text)) return;
    stems.add(stem(a.text));
    words++;
  }
}

/** The words without the issuer's name, unless nothing else is left. */
export function withoutIssuer(words: Words, issuer: ReadonlySet<string>): Words {
  if (![...words.stems].some((s) => issuer.has(s))) return words;
  const keep = (s: string): boolean => !issuer.has(s);
  const stems = new Set([...words.stems].filter(keep));
  if (stems.size === 0) return words;
  return {
    printed: words.printed.filter((w) => keep(stem(w))),
    stems,
    names: new Set([...words.names].filter(keep)),
  };
}
