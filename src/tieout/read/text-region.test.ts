import { expect, it } from "vitest";
import { readText } from "./text.ts";

/** The rows of the first table, cells parted by bars. */
const rows = (source: string): readonly string[] => {
  const table = readText(source, { markdown: false }).find((block) => block.kind === "raw-table");
  return table?.kind === "raw-table" ? table.rows.map((r) => r.cells.map((c) => c.text.text).join(" | ")) : [];
};

const BODY = `
Current assets:
    Cash                          $  1,200      $  1,100
    Inventories                        300           250
    Total current assets          $  1,500      $  1,350
`;

it("the first section of a balance, set in the middle below the heads, cuts these off from nothing", () => {
  const heads = `
                                  March 31,    December 31,
                                    2024           2023
                                 (unaudited)
                                 -----------   ------------
            ASSETS`;
  expect(rows(heads + BODY)).toEqual([
    "March 31, | December 31,",
    "2024 | 2023",
    "(unaudited)",
    "ASSETS",
    "Current assets:",
    "Cash | $ 1,200 | $ 1,100",
    "Inventories | 300 | 250",
    "Total current assets | $ 1,500 | $ 1,350",
  ]);
});

it("a title in the middle that reaches over the values is no section", () => {
  const title = `
                                    2024           2023
            BALANCES OF ALL THE WORKS AND QUARRIES`;
  expect(rows(title + BODY)[0]).toBe("Cash | $ 1,200 | $ 1,100");
});
