import { expect, it } from "vitest";
import { littleFacts, littleRelease, told } from "../../test/little-release.ts";
import { printFigure, usualForm } from "./print.ts";
import type { BoundFigure, Chart, ReleaseTable } from "./release.ts";
import type { OpenTables } from "./table-source.ts";

const place = { path: "releases/2007-q3/tables.yaml", line: 1, column: 1 };

function figure(region: string): BoundFigure {
  const fact = littleFacts().facts.fact("revenue", "2007-Q3", { region })!;
  const form = usualForm(fact.unit, "halfExpand");
  return { id: "", fact, form, ...printFigure(fact, form), place };
}

const [americas, europe] = [figure("Americas"), figure("Europe")];

const table: ReleaseTable = {
  kind: "table",
  name: "a",
  title: "A",
  unitText: "",
  head: [],
  columns: [{ kind: "amount", period: "2007-Q3" }],
  rows: [americas, europe].map((one) => ({
    label: "",
    level: 0,
    kind: "line",
    cells: [{ kind: "figure", figure: one, sign: "" }],
  })),
  footnotes: [],
  place,
};
const chart: Chart = {
  kind: "chart",
  name: "b",
  form: "bars",
  title: "B",
  description: "",
  unitText: "",
  series: [
    { name: "", points: [americas, figure("Asia/Pacific")].map((one) => ({ label: "", figure: one, total: false })) },
  ],
  place,
};

const openTables: OpenTables = () => ({
  value: {
    table: (name) => (name === "a" ? table : undefined),
    chart: (name) => (name === "b" ? chart : undefined),
    call: () => undefined,
    tableNames: ["a", "broken"],
    chartNames: ["b"],
  },
  findings: [],
});

it("the figures of text, tables and charts are named in the order of the release, one that stands twice once", () => {
  const { release, findings } = littleRelease("{revenue}\n\n::chart[b]\n\n::table[a]\n\n{revenue}", { openTables });
  expect(findings).toEqual([]);
  expect(release?.figures.map(({ id, text }) => `${id} ${text}`)).toEqual([
    "F1 $371.2 million",
    "F2 $225.0 million",
    "F3 $62.4 million",
    "F4 $83.8 million",
    "F5 $371.2 million",
  ]);
  const [, , made, made2] = release?.blocks ?? [];
  const inTable = made2?.kind === "table" ? made2.rows[0]?.cells[0] : undefined;
  const inChart = made?.kind === "chart" ? made.series[0]?.points[0] : undefined;
  expect(inTable?.kind === "figure" && inTable.figure.id).toBe("F2");
  expect(inChart?.figure.id).toBe("F2");
});

it("a table that is declared and could not be made is told by its file alone", () => {
  expect(told(littleRelease("::table[broken]\n\n::table[c]", { openTables }).findings)).toEqual(["table-unknown 10:9"]);
});
