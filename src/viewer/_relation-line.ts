import { anchorsOf } from "../tieout/anchor/anchor.ts";
import { type Form, namedBy, type Relation } from "../tieout/relations/relation.ts";
import type { CheckedDocument } from "../tieout/report/checked.ts";

/** Of a longer sum the first terms are shown and the last, its result. */
const MOST_SHOWN = 24;

/** Words a relation: its own text, with the numbers set in as they are printed. */
export function relationLines(checked: CheckedDocument): (relation: Relation) => string {
  const { figures, placed } = checked;
  const anchors = placed === undefined ? [] : anchorsOf(placed);
  const printOf = (f: number): string => anchors[f]?.print || figures[f]!.figure.text;
  return ({ form, text }) => {
    const prints = inOrder(form).map(printOf);
    if (form.kind !== "said" && prints.length > 1) {
      const set = setIn(text, prints);
      if (set !== undefined) return set;
    }
    const shown = shortened(namedBy(form).map(printOf));
    if (shown.length === 0) return text;
    if (form.kind === "said") return `${text}: ${shown.join(", ")}`;
    if (form.kind === "equal") return `${text}: ${shown.join(" and ")}`;
    return `${text}: ${shown.slice(0, -1).join(", ")} → ${shown.at(-1)!}`;
  };
}

/** The figures as the relation's text names them: what it is made of in the order of the terms, then the result. */
function inOrder(form: Form): readonly number[] {
  if (form.kind === "equal") return [form.left, form.right];
  if (form.kind === "said") return form.figures;
  const terms = form.kind === "sum" ? form.terms : [...form.numerator, ...form.denominator];
  return [...terms.map((term) => term.figure), form.result];
}

/** What stands between two of the things that a relation's text names. */
const BETWEEN = / (?:[-+/=]|against) /g;

/**
 * "Americas + Europe = Total" with 151.4, 157.4 and 308.8 becomes "Americas 151.4 + Europe 157.4 = Total 308.8". Undefined where the
 * text does not name one thing for each number: a label may hold a sign itself.
 */
function setIn(text: string, prints: readonly string[]): string | undefined {
  const signs = text.match(BETWEEN) ?? [];
  if (signs.length !== prints.length - 1 || signs.filter((sign) => sign === " = ").length !== 1) return undefined;
  if (signs.at(-1) !== " = ") return undefined;
  const named = text.split(BETWEEN).map((name, i) => `${name}${/\d$/.test(name) ? ":" : ""} ${prints[i]!}`);
  const parts = named.map((one, i) => (i === 0 ? one : `${signs[i - 1]!}${one}`));
  return parts.length <= MOST_SHOWN ? parts.join("") : `${parts.slice(0, MOST_SHOWN - 2).join("")} + …${parts.at(-1)!}`;
}

const shortened = (prints: readonly string[]): readonly string[] =>
  prints.length > MOST_SHOWN ? [...prints.slice(0, MOST_SHOWN - 2), "…", prints.at(-1)!] : prints;
