import { sign } from "../exact/rational.ts";
import { statementLine } from "./accounts.ts";
import type { Adjustment, Company } from "./books.ts";
import { code, codes, share, text } from "./kind.ts";
import type { Say } from "./said.ts";
import { STATEMENT_LINES } from "./statement-line.ts";
import { filled, type Names, readTable, table, type WorkspaceFile } from "./table.ts";

const ADJUSTMENTS = table(
  {
    tag: filled(code),
    category: filled(text),
    placement: filled(statementLine),
    jurisdiction: filled(text),
    "tax rate": filled(share),
    definitions: filled(codes),
    reason: filled(text),
  },
  ["tag", "placement"],
);

export function readAdjustments(
  file: WorkspaceFile,
  company: Company | undefined,
  names: Names,
  say: Say,
): readonly Adjustment[] {
  const adjustments: Adjustment[] = [];
  for (const { values, place, at } of readTable(ADJUSTMENTS, file, names, say).rows) {
    const { tag, category, placement, jurisdiction, definitions, reason } = values;
    const taxRate = values["tax rate"];
    const { statement, title } = STATEMENT_LINES[placement];
    if (statement === "balance")
      say(
        "placement-cannot-be",
        at("placement"),
        `The adjustment ${tag} is placed in "${title}", a line of the balance sheet; an adjustment takes an amount out of income or expense.`,
        "Write the line of the income statement that the tagged journal lines stand in.",
      );
    if (placement === "income-tax" && sign(taxRate) !== 0)
      say(
        "placement-cannot-be",
        at("tax rate"),
        `The adjustment ${tag} is placed in "${title}" and has a tax rate: it would be taxed where it is tax itself.`,
        "A discrete tax item has the tax rate 0.",
      );
    adjustments.push({ tag, category, placement, jurisdiction, taxRate, definitions, reason, place });
  }
  const inForce = company?.definition;
  const [first] = adjustments;
  if (inForce !== undefined && first !== undefined && adjustments.every((one) => !one.definitions.includes(inForce)))
    say(
      "definition-without-adjustment",
      first.place,
      `The definitions in force are ${inForce} (company.yaml), and no adjustment lists that version: non-GAAP figures would be those of GAAP.`,
      `Add ${inForce} to the definitions of the adjustments that it takes out, or set "definition" right.`,
      "warning",
    );
  return adjustments;
}
