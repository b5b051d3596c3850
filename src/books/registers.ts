import { format } from "../exact/decimal.ts";
import { compare } from "../exact/rational.ts";
import type { PlanRow, RegisterRow, Unrealised } from "./books.ts";
import { amount, code, currency, dayKind, entityName, monthName, oneOf, periodCode, text } from "./kind.ts";
import type { Say } from "./said.ts";
import { filled, maybe, type Names, readTable, table, type WorkspaceFile } from "./table.ts";

const UNREALISED = table(
  {
    period: filled(monthName),
    seller: filled(entityName),
    buyer: filled(entityName),
    currency: filled(currency),
    profit: filled(amount),
    "sold in": filled(monthName),
  },
  ["period", "seller", "buyer", "currency", "sold in"],
);

export function readUnrealised(file: WorkspaceFile, names: Names, say: Say): readonly Unrealised[] {
  const rows: Unrealised[] = [];
  for (const { values, place, at } of readTable(UNREALISED, file, names, say).rows) {
    const { period, seller, buyer, currency, profit } = values;
    const soldIn = values["sold in"];
    if (seller === buyer) {
      const message = `${seller} stands as seller and as buyer: what an entity buys of itself makes no profit.`;
      say("unrealised-cannot-be", at("buyer"), message, "Write the entity in whose stock the profit lies.");
    }
    if (soldIn > period)
      say(
        "days-turned-round",
        at("sold in"),
        `The profit lies in stock at the end of ${period}, before it was sold in ${soldIn}.`,
        "Exchange the two months, or set the wrong one right.",
      );
    else rows.push({ period, seller, buyer, currency, profit, soldIn, place });
  }
  return rows;
}

const REGISTERS = table(
  {
    register: filled(code),
    "as of": filled(dayKind),
    member: maybe(text),
    value: filled(amount),
    note: maybe(text),
  },
  ["register", "as of", "member"],
);

export const readRegisters = (file: WorkspaceFile, names: Names, say: Say): readonly RegisterRow[] =>
  readTable(REGISTERS, file, names, say).rows.map(({ values, place }) => ({
    register: values.register,
    asOf: values["as of"],
    member: values.member,
    value: values.value,
    note: values.note ?? "",
    place,
  }));

const PLAN = table(
  {
    scenario: filled(oneOf(["plan", "guidance"])),
    issued: filled(dayKind),
    period: filled(periodCode),
    measure: filled(code),
    member: maybe(text),
    low: filled(amount),
    high: filled(amount),
  },
  ["scenario", "issued", "period", "measure", "member"],
);

export function readPlan(file: WorkspaceFile, names: Names, say: Say): readonly PlanRow[] {
  const rows: PlanRow[] = [];
  for (const { values, place, at } of readTable(PLAN, file, names, say).rows) {
    const { low, high } = values;
    if (compare(low, high) > 0)
      say(
        "range-turned-round",
        at("low"),
        `"low" is ${format(low)} and "high" ${format(high)}: the range begins with its higher end.`,
        "Exchange the two; a single amount stands in both.",
      );
    else rows.push({ ...values, place });
  }
  return rows;
}
