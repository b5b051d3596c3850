import type { Company, Entity } from "./books.ts";
import { code, country, currency, month, quoted, share, text } from "./kind.ts";
import { fileOf, type Say } from "./said.ts";
import { filled, type Names, optional, readTable, table, type WorkspaceFile } from "./table.ts";

const ENTITIES = table(
  {
    entity: filled(code),
    name: filled(text),
    currency: filled(currency),
    country: filled(country),
    region: filled(text),
    "inflation from": optional(month),
    "income tax rate": optional(share),
  },
  ["entity"],
);

export interface EntitiesRead {
  readonly entities: ReadonlyMap<string, Entity>;
  /** Every code that is declared, also on rows that are wrong in something else. */
  readonly names: ReadonlySet<string> | undefined;
}

export function readEntities(file: WorkspaceFile, company: Company | undefined, names: Names, say: Say): EntitiesRead {
  const read = readTable(ENTITIES, file, names, say);
  const entities = new Map<string, Entity>();
  for (const { values, place, at } of read.rows) {
    const inflationFrom = values["inflation from"];
    if (inflationFrom !== undefined && isBehindTheFirst(inflationFrom, company, names))
      say(
        "name-not-declared",
        at("inflation from"),
        `"inflation from" holds ${quoted(inflationFrom)}, and company.yaml has no such month.`,
        "Write a month of company.yaml, or one before its first where the economy has long been highly inflationary.",
      );
    const { entity, name, currency, country, region } = values;
    entities.set(entity, {
      entity,
      name,
      currency,
      country,
      region,
      inflationFrom,
      taxRate: values["income tax rate"],
      place,
    });
  }
  const parent = company?.parent ?? "";
  if (parent !== "" && read.names?.has(parent) === false)
    say(
      "name-not-declared",
      fileOf(read.path),
      `The company's parent is ${quoted(parent)} (company.yaml), and the file has no such entity.`,
      "Add a row for it, or write in company.yaml which entity the group is consolidated into.",
    );
  return { entities, names: read.names };
}

/** A month before the first is no mistake: it says that the economy was highly inflationary all along. */
function isBehindTheFirst(month: string, company: Company | undefined, names: Names): boolean {
  const first = company?.months[0]?.month;
  return first !== undefined && month > first && names.month?.has(month) === false;
}
