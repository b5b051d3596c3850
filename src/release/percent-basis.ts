import type { Books } from "../books/books.ts";
import { divide, multiply, ONE, type Rational, sign, subtract } from "../exact/rational.ts";
import type { Fact, FactUnit, Working } from "../measures/fact.ts";
import type { FactBook } from "../measures/fact-book.ts";
import { roundForPrint, usualGrid } from "../measures/round-for-print.ts";

/** What the policy is read from, and the amounts looked up in. */
export interface BasisDesk {
  readonly books: Books;
  readonly facts: FactBook;
}

/**
 * The fact as the company's percent basis has it (D5). On the unrounded basis, which is the rule, that is the fact. On the displayed basis growth, margins and changes of
 * margins are made again from the amounts as they print in their usual form, and the working says so. Whatever is made otherwise stays as it is.
 */
export function inPercentBasis(fact: Fact, desk: BasisDesk): Fact {
  if (desk.books.company.percentBasis === "unrounded" || typeof fact.value === "string") return fact;
  if (fact.unit !== "ratio" && fact.unit !== "basis-points") return fact;
  const working = displayed(fact.working, desk);
  return working === undefined || typeof working.value === "string" ? fact : { ...fact, value: working.value, working };
}

type Shown = Working & { readonly value: Rational };

const isShown = (working: Working | undefined): working is Shown => typeof working?.value === "object";

/** The working made of displayed amounts; undefined where it is no rate of amounts that are printed. */
function displayed(working: Working, desk: BasisDesk): Working | undefined {
  if (working.kind === "constant") return working;
  if (working.kind === "fact") return displayedFact(working, desk);
  if (working.kind !== "computed") return undefined;
  const parts = working.parts.map((part) => displayed(part, desk));
  if (!parts.every(isShown)) return undefined;
  const value = madeOf(working.operation, parts);
  return value === undefined ? undefined : { ...working, text: `${working.text}, as displayed`, value, parts };
}

function displayedFact(part: Extract<Working, { kind: "fact" }>, desk: BasisDesk): Working | undefined {
  const fact = desk.facts.fact(part.measure, part.period, part.member);
  if (fact === undefined || typeof fact.value === "string") return undefined;
  if (!isAmount(fact.unit)) {
    const { value } = inPercentBasis(fact, desk);
    return typeof value === "string" ? undefined : { ...part, value };
  }
  const { value } = roundForPrint(fact.value, usualGrid(fact.unit, desk.books.company.rounding));
  if (value === undefined) return undefined;
  return { kind: "computed", text: `${part.text}, as displayed`, value, parts: [part] };
}

const isAmount = (unit: FactUnit): boolean =>
  unit === "money" || unit === "shares" || unit === "per-share" || unit === "count";

function madeOf(operation: string | undefined, parts: readonly Shown[]): Rational | undefined {
  const [first, second] = parts;
  if (first === undefined) return undefined;
  switch (operation) {
    case "growth":
      return second === undefined || sign(second.value) <= 0
        ? undefined
        : subtract(divide(first.value, second.value), ONE);
    case "quotient":
      return second === undefined || sign(second.value) <= 0 ? undefined : divide(first.value, second.value);
    case "difference":
      return parts.slice(1).reduce((rest, part) => subtract(rest, part.value), first.value);
    case "product":
      return parts.slice(1).reduce((rest, part) => multiply(rest, part.value), first.value);
    case "same":
      return first.value;
    default:
      return undefined;
  }
}
