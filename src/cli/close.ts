import type { RollForward } from "../consolidation/group.ts";
import { add, ZERO } from "../exact/rational.ts";
import type { ClosedBooks } from "../node/close-books.ts";
import { several } from "../text/several.ts";
import type { Effects } from "./effects.ts";
import { forPeople } from "./fact-forms.ts";
import { openedBooks } from "./opened-books.ts";

/** `tickmark close`: closes the books and says what stands: lines read, roll-forwards, what did not match. */
export async function close(folder: string, effects: Effects): Promise<number> {
  const { closed, status } = await openedBooks(folder, effects);
  if (closed === undefined) return status;
  try {
    await effects.out.write(closeText(closed));
  } finally {
    await closed.release();
  }
  return status;
}

const money = (amount: RollForward["opening"]): string => forPeople(amount, "money");

function closeText({ books, loads, group, findings }: ClosedBooks): string {
  const count = (severity: string): number => findings.filter((f) => f.severity === severity).length;
  const counts = [
    several(count("error"), "error"),
    several(count("warning"), "warning"),
    several(count("note"), "note"),
  ];
  if (books === undefined) return `The books were not opened: ${counts.join(", ")}.\n`;
  const { company, entities } = books;
  const lines = loads.reduce((sum, load) => sum + load.lines, 0);
  const read = `${several(entities.size, "entity", "entities")}, ${several(company.months.length, "month")}, ${several(lines, "journal line")} in ${several(loads.length, "file")}`;
  const head = `${company.name} (${company.presentation}): ${read}; ${counts.join(", ")}.\n`;
  if (group === undefined) return `${head}The group was not closed: mend what stands above first.\n`;
  const last = group.months.at(-1);
  const shown = group.rollForwards.filter((roll) => roll.month === last && roll.entity === "");
  const unmatched = group.unmatched.reduce((sum, pair) => add(sum, pair.presentation), ZERO);
  const between =
    group.unmatched.length === 0
      ? "Every transaction between entities of the group has its counterpart.\n"
      : `${several(group.unmatched.length, "transaction")} between entities without an equal counterpart: ${money(unmatched)} ${company.presentation}.\n`;
  return `${head}${between}${shown.map((roll) => rollText(roll, company.presentation)).join("")}`;
}

const TITLES: Readonly<Record<RollForward["of"], string>> = {
  "translation-adjustment": "Cumulative translation adjustment",
  "non-controlling-interests": "Non-controlling interests",
  "retained-earnings": "Retained earnings",
};

function rollText(roll: RollForward, currency: string): string {
  const rows: (readonly [string, string])[] = [
    ["opening", money(roll.opening)],
    ...roll.movements.map(({ text, amount }) => [text, money(amount)] as const),
    ["closing", money(roll.closing)],
    ["residual", money(roll.residual)],
  ];
  const words = Math.max(...rows.map(([text]) => text.length));
  const digits = Math.max(...rows.map(([, amount]) => amount.length));
  const body = rows.map(([text, amount]) => `  ${text.padEnd(words)}  ${amount.padStart(digits)}\n`);
  return `\n${TITLES[roll.of]}, ${roll.month} (${currency})\n${body.join("")}`;
}
