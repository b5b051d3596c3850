import type { FactUnit } from "./fact.ts";
import type { Formula } from "./formula.ts";

/** How often money and shares stand in a unit: a dollar a share is money once and shares less once. Undefined of a bare number, which fits any. */
type Powers = readonly [money: number, shares: number] | undefined;

/** What a formula comes to; "mixed" where it adds what cannot be added. */
export type FormulaUnit =
  | { readonly kind: "unit"; readonly text: string }
  | { readonly kind: "any" }
  | { readonly kind: "mixed"; readonly at: number; readonly left: string; readonly right: string };

/** A formula measure's declared unit and what a formula's powers come to have one wording, so that they can be compared. */
export const unitText = (unit: FactUnit): string => powersText(powersOf(unit));

function powersOf(unit: FactUnit): Powers {
  switch (unit) {
    case "money":
      return [1, 0];
    case "shares":
      return [0, 1];
    case "per-share":
      return [1, -1];
    default:
      return [0, 0];
  }
}

function powersText(powers: Powers): string {
  if (powers === undefined) return "a number";
  const [money, shares] = powers;
  const known: Readonly<Record<string, string>> = {
    "0 0": "a ratio or a count",
    "1 0": "money",
    "0 1": "shares",
    "1 -1": "money per share",
  };
  return known[`${money} ${shares}`] ?? `money to the power ${money} times shares to the power ${shares}`;
}

type Found = { readonly powers: Powers } | Extract<FormulaUnit, { kind: "mixed" }>;

const isMixed = (found: Found): found is Extract<FormulaUnit, { kind: "mixed" }> => "kind" in found;

/** The unit that a formula comes to, given those of its names. */
export function unitOf(formula: Formula, unitOfName: (name: string) => FactUnit | undefined): FormulaUnit {
  const found = powersIn(formula, unitOfName);
  if (isMixed(found)) return found;
  return found.powers === undefined ? { kind: "any" } : { kind: "unit", text: powersText(found.powers) };
}

function powersIn(formula: Formula, unitOfName: (name: string) => FactUnit | undefined): Found {
  switch (formula.kind) {
    case "number":
      return { powers: undefined };
    case "name":
      return { powers: powersOf(unitOfName(formula.name) ?? "ratio") };
    case "negative":
    case "in":
      return powersIn(formula.of, unitOfName);
    case "call": {
      const parts = formula.of.map((one) => powersIn(one, unitOfName));
      const together = parts.reduce((a, b) =>
        isMixed(a) ? a : isMixed(b) ? b : alike(a.powers, b.powers, formula.at),
      );
      return formula.name === "growth" && !isMixed(together) ? { powers: [0, 0] } : together;
    }
    case "operation": {
      const left = powersIn(formula.left, unitOfName);
      const right = powersIn(formula.right, unitOfName);
      if (isMixed(left)) return left;
      if (isMixed(right)) return right;
      if (formula.sign === "+" || formula.sign === "-") return alike(left.powers, right.powers, formula.at);
      return { powers: combined(left.powers, right.powers, formula.sign === "*" ? 1 : -1) };
    }
  }
}

function alike(left: Powers, right: Powers, at: number): Found {
  if (left === undefined || right === undefined) return { powers: left ?? right };
  if (left[0] === right[0] && left[1] === right[1]) return { powers: left };
  return { kind: "mixed", at, left: powersText(left), right: powersText(right) };
}

function combined(left: Powers, right: Powers, turn: 1 | -1): Powers {
  if (left === undefined && right === undefined) return undefined;
  const [a, b] = [left ?? [0, 0], right ?? [0, 0]];
  return [a[0] + turn * b[0], a[1] + turn * b[1]];
}
