import type { BooksFinding } from "../books/books-finding.ts";
import { format } from "../exact/decimal.ts";
import { lowest, type Quotient, sumOf } from "../ledger/quotient.ts";
import type { Group, RollForward } from "./group.ts";
import { amountText } from "./how.ts";
import type { Rolled } from "./roll-forward.ts";

/** What must hold of any close, asked of the entries themselves: every month's balances, `standing` in whatever parts, add to zero, and every roll-forward closes. */
export function prove(
  group: Pick<Group, "months" | "presentation">,
  standing: ReadonlyMap<string, readonly Quotient[]>,
  rolls: readonly Rolled[],
): readonly BooksFinding[] {
  return [
    ...balances(group, standing),
    ...rolls.filter(({ missed }) => missed.n !== 0n).map(unclosed(group.presentation)),
  ];
}

function balances(
  { months, presentation }: Pick<Group, "months" | "presentation">,
  standing: ReadonlyMap<string, readonly Quotient[]>,
): BooksFinding[] {
  return months.flatMap((month, i) => {
    const total = lowest(sumOf([...standing.values()].map((months) => months[i]!)));
    if (total.n === 0n) return [];
    return [
      {
        code: "group-does-not-balance",
        about: "books",
        severity: "error",
        message: `The group's balances at the end of ${month} add to ${amountText(total)} ${presentation} (exactly ${format(total)}), 0 was expected.`,
        remedy:
          "This is a mistake of the consolidation, not of the books: please report it with the books that show it.",
        places: [],
      },
    ];
  });
}

const unclosed =
  (presentation: string) =>
  ({ of, entity, month, residual }: RollForward): BooksFinding => ({
    code: "roll-forward-does-not-close",
    about: "books",
    severity: "error",
    message: `The roll-forward of ${of} of ${entity === "" ? "the group" : entity} in ${month} misses its closing amount by ${amountText(residual)} ${presentation} (exactly ${format(residual)}).`,
    remedy:
      "Look at the rates and the movements of equity of this month: an amount came in at one rate and is kept at another.",
    places: [],
  });
