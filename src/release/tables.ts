import type { Passed } from "../books/books-finding.ts";
import { gathered } from "../books/said.ts";
import type { ReleaseTable } from "./release.ts";
import { readTables, type TableSpec } from "./table-file.ts";
import { madeTable } from "./table-made.ts";
import type { TableDesk } from "./table-plan.ts";
import type { OpenTables, TableAsk, TableSource } from "./table-source.ts";

/** Reads tables.yaml and call.yaml and makes all that they declare; what cannot be made is a finding. Never throws. */
export const openTables: OpenTables = (ask: TableAsk): Passed<TableSource> => {
  const { say, findings } = gathered();
  const { books, facts, period, files } = ask;
  const infos = new Map(facts.measures.map((info) => [info.name, info]));
  const desk: TableDesk = { books, facts, quarter: period, infos, say };
  const declared = files.tables === undefined ? { tables: [], charts: [] } : readTables(files.tables, say);
  const tables = new Map<string, ReleaseTable>();
  for (const spec of once(desk, declared.tables)) {
    const table = madeTable(desk, spec);
    if (table !== undefined) tables.set(table.name, table);
  }
  const value: TableSource = {
    table: (name) => tables.get(name),
    chart: () => undefined,
    call: () => undefined,
    tableNames: declared.tables.flatMap(({ values }) => values.table ?? []),
    chartNames: declared.charts.flatMap(({ values }) => values.chart ?? []),
  };
  return { value, findings: findings() };
};

/** The tables but those whose name another has already, which is told. */
function once(desk: TableDesk, specs: readonly TableSpec[]): readonly TableSpec[] {
  const names = new Set<string>();
  return specs.filter((spec) => {
    const { table: name = "" } = spec.values;
    if (!names.has(name)) {
      names.add(name);
      return true;
    }
    if (name !== "")
      desk.say(
        "table-doubled",
        spec.at("table"),
        `A second table "${name}" stands here.`,
        "Give one of the two another name.",
      );
    return false;
  });
}
