import type { SourcePlace } from "../books/books.ts";
import type { BooksFinding, ShowingLines } from "../books/books-finding.ts";
import { format } from "../exact/decimal.ts";
import { equal } from "../exact/rational.ts";
import type { JournalLine, Warehouse } from "../warehouse/warehouse.ts";

/** So many findings are looked up in the journals, in so many lines each, and so many of these are told: each look is a question to the engine. */
const [MOST_FINDINGS, MOST_LINES, MOST_TOLD] = [20, 10_000, 6];

/** The findings with the journal lines that show them, as far as these are found: the file and the line of each, and in words what differs from itself. */
export async function shown(
  findings: readonly BooksFinding[],
  { lines }: Pick<Warehouse, "lines">,
): Promise<readonly BooksFinding[]> {
  const told: BooksFinding[] = [];
  let looked = 0;
  for (const { shownBy, ...finding } of findings) {
    if (shownBy === undefined || looked === MOST_FINDINGS) {
      told.push(finding);
      continue;
    }
    looked++;
    told.push(withLines(finding, shownBy, await linesOf(shownBy, lines)));
  }
  return told;
}

async function linesOf(
  { entities, month, account, document, differing }: ShowingLines,
  lines: Warehouse["lines"],
): Promise<readonly JournalLine[]> {
  const keys = { ...(account === undefined ? {} : { account }), ...(document === undefined ? {} : { document }) };
  const found: JournalLine[] = [];
  for (const entity of entities) found.push(...(await lines({ entity, months: [month], ...keys }, MOST_LINES)));
  if (differing === undefined) return found;
  return found.filter((line) => line.currency === differing.currency && !equal(line.amount, line.functional));
}

function withLines(finding: BooksFinding, { differing }: ShowingLines, found: readonly JournalLine[]): BooksFinding {
  const [first] = found;
  if (first === undefined) return finding;
  const places = found
    .slice(0, MOST_TOLD)
    .map(({ path, fileLine }): SourcePlace => ({ path, line: fileLine, column: undefined }));
  if (differing === undefined) return { ...finding, places };
  const [amount, functional] = [format(first.amount), format(first.functional)];
  const more = found.length === 1 ? "" : `; so it is with ${found.length - 1} more`;
  const named = `Line ${first.number} of the document ${first.document} has ${amount} and ${functional}${more}.`;
  return { ...finding, message: `${finding.message} ${named}`, places };
}
