import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { closedSketch, type LedgerText, money } from "../../test/ledger-text.ts";
import type { StatementLine } from "../books/statement-line.ts";
import { format } from "../exact/decimal.ts";
import { negate } from "../exact/rational.ts";
import { minus, opposite, sumOf } from "../ledger/fraction.ts";
import type { GroupFlow, RollForward } from "./group.ts";

const paper = readFileSync(fileURLToPath(new URL("../../docs/consolidation.md", import.meta.url)), "utf8");

/** The books of the paper, each block by its name. */
const block = (name: string): string => {
  const found = new RegExp(`\`\`\`text ${name}\\n([\\s\\S]*?)\`\`\``).exec(paper);
  if (found === null) throw new Error(`the paper has no block ${name}`);
  return found[1]!;
};
const BOOKS: LedgerText = {
  entities: block("entities"),
  owned: block("owned"),
  opening: block("opening"),
  rates: block("rates"),
  journal: block("journal"),
  unrealised: block("unrealised"),
};

/** The rows of the table whose head begins with the words, as label and amounts. */
function table(head: string): readonly (readonly [label: string, amounts: readonly string[]])[] {
  const start = paper.indexOf(`| ${head}`);
  const rows = paper.slice(start).split("\n\n")[0]!.trim().split("\n").slice(2);
  return rows.map((row) => {
    const [label, ...amounts] = row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
    return [label!, amounts.map((amount) => format(money(amount)))] as const;
  });
}

const MONTHS = ["2007-P01", "2007-P02"];
const name = (label: string): string => label.replaceAll("`", "");

describe("the consolidation that docs/consolidation.md works by hand", () => {
  const { group, findings, balance, income, flow } = closedSketch(BOOKS);
  const netIncome = (month: string) =>
    opposite(sumOf(group.income.filter((entry) => entry.month === month).map(({ amount }) => amount)));

  it("leaves nothing to say of the books", () => {
    expect(findings).toEqual([]);
  });

  it.each(table("Income"))("income: %s", (label, amounts) => {
    const made = MONTHS.map((month) => {
      if (label === "net income") return format(netIncome(month));
      if (label === "of others") return format(group.nciIncome.get(month)!);
      return income(month, name(label) as StatementLine);
    });
    expect(made).toEqual(amounts);
  });

  it.each(table("Balances"))("balances: %s", (label, amounts) => {
    expect(MONTHS.map((month) => balance(month, name(label) as StatementLine))).toEqual(amounts);
  });

  it("has no line in the balance sheet or among the flows that the paper does not have", () => {
    const told = (head: string): string[] => table(head).map(([label]) => name(label));
    expect(
      [...new Set(group.balances.map(({ line }) => line))].filter((line) => !told("Balances").includes(line)),
    ).toEqual([]);
    const flowing = group.flows.filter(({ amount }) => amount.n !== 0n).map(({ line }) => line as string);
    expect(flowing.filter((line) => !told("Cash flows").includes(line))).toEqual([]);
  });

  it.each(table("Cash flows"))("flows: %s", (label, amounts) => {
    expect(MONTHS.map((month) => flow(month, name(label) as GroupFlow["line"]))).toEqual(amounts);
  });

  it("adds its flows to the change in cash", () => {
    const flows = sumOf(group.flows.filter(({ month }) => month === "2007-P02").map(({ amount }) => amount));
    expect(format(flows)).toBe(format(minus(money(balance("2007-P02", "cash")), money(balance("2007-P01", "cash")))));
  });

  it("rolls forward as the paper does", () => {
    let of: RollForward["of"] = "retained-earnings";
    for (const [label, amounts] of table("Roll-forwards")) {
      const stated = /^`(.*)` (opening|closing)$/.exec(label);
      if (stated !== null) of = stated[1] as RollForward["of"];
      const made = MONTHS.map((month) => {
        const roll = group.rollForwards.find((each) => each.of === of && each.entity === "" && each.month === month)!;
        if (stated !== null) return format(stated[2] === "opening" ? roll.opening : roll.closing);
        const step = roll.movements.find(({ text }) => text === label);
        return format(step?.amount ?? money("0"));
      });
      expect([label, ...made]).toEqual([label, ...amounts]);
    }
    expect(group.rollForwards.every(({ residual }) => negate(residual).n === 0n)).toBe(true);
  });
});
