import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Account, Books, Entity } from "../src/books/books.ts";
import { whole } from "../src/exact/rational.ts";
import { openDuckWarehouse } from "../src/warehouse/duck-warehouse.ts";
import type { WarehouseSettings } from "../src/warehouse/house.ts";
import type { Warehouse } from "../src/warehouse/warehouse.ts";

const place = { path: "books/entities.csv", line: 2, column: 1 };

const entity = (code: string, currency: string): Entity => ({
  entity: code,
  name: code,
  currency,
  country: "US",
  region: "",
  inflationFrom: undefined,
  taxRate: undefined,
  place,
});

const account = (code: string, line: Account["line"]): Account => ({
  account: code,
  name: line,
  line,
  side: "debit",
  monetary: true,
  cashFlow: undefined,
  historicalOf: undefined,
  place,
});

/** Two entities, four accounts, three fiscal months of 2007. */
export const littleBooks: Books = {
  company: {
    name: "Example",
    exchange: undefined,
    ticker: undefined,
    presentation: "USD",
    parent: "US",
    rounding: "halfExpand",
    percentBasis: "unrounded",
    constantCurrency: "current-at-prior-rates",
    organic: "all-deals",
    framework: "us-gaap",
    growthCap: undefined,
    intercompanyTolerance: whole(1),
    remeasurement: "compute",
    definition: "v1",
    months: [
      { month: "2007-P01", start: "2007-01-01", end: "2007-01-27", quarter: "2007-Q1" },
      { month: "2007-P02", start: "2007-01-28", end: "2007-02-24", quarter: "2007-Q1" },
      { month: "2007-P03", start: "2007-02-25", end: "2007-03-31", quarter: "2007-Q1" },
    ],
    people: [],
    text: new Map(),
  },
  entities: new Map([entity("US", "USD"), entity("DE", "EUR")].map((one) => [one.entity, one])),
  ownership: [],
  deals: [],
  accounts: new Map(
    [
      account("1000", "cash"),
      account("1200", "receivables"),
      account("4000", "revenue"),
      account("5000", "cost-of-sales"),
    ].map((one) => [one.account, one]),
  ),
  opening: [],
  rates: [],
  shares: [],
  adjustments: [],
  unrealised: [],
  registers: [],
  plan: [],
  ownMeasures: [],
  history: [],
  recasts: [],
};

export const HEAD: string =
  "document,line,date,period,entity,account,division,region,counterparty,currency,amount,functional,tag";

/** Two documents: a sale on account in dollars, and a German one in cash of which the other side is the American company. */
export const SALES: string = `${HEAD}
D1,1,2007-01-05,2007-P01,US,1200,,,,USD,100.50,100.50,
D1,2,2007-01-05,2007-P01,US,4000,Bio,Americas,,USD,-100.50,-100.50,
D2,1,2007-01-30,2007-P02,DE,1000,,,US,USD,13.06,10.00,
D2,2,2007-01-30,2007-P02,DE,4000,Bio,Europe,US,USD,-13.06,-10.00,deal
`;

export interface Workspace {
  readonly folder: string;
  readonly write: (path: string, content: string | Uint8Array) => void;
  readonly open: (settings?: Partial<WarehouseSettings>) => Promise<Warehouse>;
  /** Closes what was opened, and takes the folder away. */
  readonly end: () => Promise<void>;
}

/** A folder with files, and warehouses opened over it. */
export function workspace(files: Readonly<Record<string, string | Uint8Array>>): Workspace {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "tickmark-journals-")));
  const opened: Warehouse[] = [];
  const write = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  for (const [path, content] of Object.entries(files)) write(path, content);
  return {
    folder,
    write,
    open: async (settings = {}) => {
      const warehouse = await openDuckWarehouse({
        folder,
        books: littleBooks,
        threads: 2,
        memory: "512MB",
        ...settings,
      });
      opened.push(warehouse);
      return warehouse;
    },
    end: async () => {
      for (const warehouse of opened) await warehouse.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
