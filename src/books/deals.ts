import type { Company, Deal } from "./books.ts";
import { amount, dayKind, entityName, oneOf, yesNo } from "./kind.ts";
import type { Say } from "./said.ts";
import { filled, type Names, optional, readTable, table, type WorkspaceFile } from "./table.ts";

const DEALS = table(
  {
    entity: filled(entityName),
    kind: filled(oneOf(["acquired", "disposed"])),
    date: filled(dayKind),
    consideration: filled(amount),
    "net assets": filled(amount),
    nci: optional(amount),
    discontinued: optional(yesNo),
  },
  ["entity", "kind"],
);

export function readDeals(file: WorkspaceFile, company: Company | undefined, names: Names, say: Say): readonly Deal[] {
  const read = readTable(DEALS, file, names, say);
  const deals: Deal[] = [];
  for (const { values, place, at } of read.rows) {
    const { entity, kind, date, consideration, nci } = values;
    if (entity === company?.parent)
      say(
        "deal-cannot-be",
        at("entity"),
        `${entity} is the company's parent (company.yaml); the group cannot have ${kind} it.`,
        "Write the entity that the deal was about.",
      );
    sayOutside(date, company, at("date"), say);
    const netAssets = values["net assets"];
    const discontinued = values.discontinued ?? false;
    deals.push({ entity, kind, date, consideration, netAssets, nci, discontinued, place });
  }
  sayOrder(deals, say);
  sayWithinOneMonth(deals, company, say);
  return deals;
}

function sayOutside(date: string, company: Company | undefined, place: Deal["place"], say: Say): void {
  const first = company?.months[0]?.start;
  const last = company?.months.at(-1)?.end;
  if (first === undefined || last === undefined || (first <= date && date <= last)) return;
  say(
    "deal-outside-periods",
    place,
    `The deal was closed on ${date}; the months of company.yaml reach from ${first} to ${last}.`,
    "Look whether the year is right. A deal before the first month belongs into the opening balances, one after the last changes nothing yet.",
    "warning",
  );
}

function sayOrder(deals: readonly Deal[], say: Say): void {
  const acquired = new Map(deals.flatMap((deal) => (deal.kind === "acquired" ? [[deal.entity, deal] as const] : [])));
  for (const deal of deals) {
    const before = deal.kind === "disposed" ? acquired.get(deal.entity) : undefined;
    if (before === undefined || before.date <= deal.date) continue;
    say(
      "deal-cannot-be",
      [deal.place, before.place],
      `${deal.entity} was disposed of on ${deal.date}, before it was acquired on ${before.date}.`,
      "Set one of the two days right; an entity that comes back to the group gets a code of its own.",
    );
  }
}

/** The close carries an entity's balances from one month's end to the next; one that came and left between two ends stands at neither. */
function sayWithinOneMonth(deals: readonly Deal[], company: Company | undefined, say: Say): void {
  const acquired = new Map(deals.flatMap((deal) => (deal.kind === "acquired" ? [[deal.entity, deal] as const] : [])));
  for (const deal of deals) {
    const before = deal.kind === "disposed" ? acquired.get(deal.entity) : undefined;
    if (before === undefined || deal.date < before.date) continue;
    const within = company?.months.find(({ start, end }) => start <= before.date && deal.date <= end);
    if (within === undefined) continue;
    say(
      "deal-cannot-be",
      [deal.place, before.place],
      `${deal.entity} was acquired on ${before.date} (line ${before.place.line}) and disposed of on ${deal.date} (line ${deal.place.line}), both within ${within.month}; an entity that is part of the group at the end of no month cannot be consolidated.`,
      `Look whether both days are right. If they are, take both lines and the journal lines of ${deal.entity} out, and enter its result from ${before.date} to ${deal.date}, with what was paid and received, in the journals of its owner.`,
    );
  }
}
