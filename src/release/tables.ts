import type { SourcePlace } from "../books/books.ts";
import type { Passed } from "../books/books-finding.ts";
import { gathered } from "../books/said.ts";
import type { Fact } from "../measures/fact.ts";
import { madeCall } from "./call-made.ts";
import { madeChart, type TableFigures } from "./chart-made.ts";
import type { BoundFigure, Chart, ReleaseTable } from "./release.ts";
import { readTables } from "./table-file.ts";
import { madeTable } from "./table-made.ts";
import type { TableDesk } from "./table-plan.ts";
import type { OpenTables, TableAsk, TableSource } from "./table-source.ts";
import { headOfRelease, wordsOf } from "./table-words.ts";

/** Reads tables.yaml and call.yaml and makes all that they declare; what cannot be made is a finding. Never throws. */
export const openTables: OpenTables = (ask: TableAsk): Passed<TableSource> => {
  const { say, findings } = gathered();
  const { books, facts, period, files } = ask;
  const infos = new Map(facts.measures.map((info) => [info.name, info]));
  const desk: TableDesk = { books, facts, quarter: period, infos, say };
  const head = headOfRelease(ask);
  const words = wordsOf({ books, facts, quarter: period, head, say });
  const declared = files.tables === undefined ? { tables: [], charts: [] } : readTables(files.tables, say, words);
  const tables = new Map<string, ReleaseTable>();
  for (const spec of once(desk, "table", declared.tables, ({ values }) => values.table)) {
    const table = madeTable(desk, spec);
    if (table !== undefined) tables.set(table.name, table);
  }
  const shared = figuresOf([...tables.values()]);
  const charts = new Map<string, Chart>();
  for (const spec of once(desk, "chart", declared.charts, ({ values }) => values.chart)) {
    const chart = madeChart(desk, spec, shared);
    if (chart !== undefined) charts.set(chart.name, chart);
  }
  const event = files.call === undefined ? undefined : madeCall(files.call, { head, words, say });
  const value: TableSource = {
    table: (name) => tables.get(name),
    chart: (name) => charts.get(name),
    call: () => event,
    tableNames: declared.tables.flatMap(({ values }) => values.table ?? []),
    chartNames: declared.charts.flatMap(({ values }) => values.chart ?? []),
  };
  return { value, findings: findings() };
};

/** The figures of tables by their facts, for charts to show the same. */
function figuresOf(tables: readonly ReleaseTable[]): TableFigures {
  const found = new Map<Fact, BoundFigure[]>();
  for (const cell of tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)))
    if (cell.kind === "figure") {
      const { figure } = cell;
      found.set(figure.fact, [...(found.get(figure.fact) ?? []), figure]);
    }
  return found;
}

/** The tables or charts but those whose name another has already, which is told. */
function once<S extends { readonly at: () => SourcePlace }>(
  desk: TableDesk,
  kind: string,
  specs: readonly S[],
  nameOf: (spec: S) => string | undefined,
): readonly S[] {
  const names = new Set<string>();
  return specs.filter((spec) => {
    // What has no name has been told to lack it.
    const name = nameOf(spec);
    if (name === undefined) return false;
    if (!names.has(name)) {
      names.add(name);
      return true;
    }
    const message = `A second ${kind} "${name}" stands here.`;
    desk.say("table-doubled", spec.at(), message, "Give one of the two another name.");
    return false;
  });
}
