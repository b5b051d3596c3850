import { describe, expect, it } from "vitest";
import type { ReportFigure } from "../../tieout/report/report.ts";
import { operandNames, periodWords, spoken } from "./figure-words.ts";

const figure = (more: Partial<ReportFigure>): ReportFigure => ({
  id: "f1",
  text: "62.4",
  start: 0,
  end: 4,
  kind: "amount",
  where: { table: 1, row: 5, column: 2 },
  ...more,
});
const third = { start: "2007-07-01", end: "2007-09-29" };

describe("a figure in words", () => {
  it("has its period with the year said once where it is one", () => {
    expect(periodWords(third)).toBe("Jul 1 – Sep 29, 2007");
    expect(periodWords({ start: "2022-10-31", end: "2023-01-29" })).toBe("Oct 31, 2022 – Jan 29, 2023");
    expect(periodWords({ end: "2023-01-29" })).toBe("at Jan 29, 2023");
    expect(periodWords({ end: "soon" })).toBe("at soon");
  });

  it("is told apart from the others of its relation by no more than is needed", () => {
    const then = { start: "2006-07-01", end: "2006-09-30" };
    expect(operandNames([figure({ label: "Americas" }), figure({ label: "Total" })])).toEqual(["Americas", "Total"]);
    expect(
      operandNames([
        figure({ label: "Asia", period: third }),
        figure({ label: "Asia", period: then }),
        figure({ label: "Growth" }),
      ]),
    ).toEqual(["Asia, Jul 1 – Sep 29, 2007", "Asia, Jul 1 – Sep 30, 2006", "Growth"]);
    expect(
      operandNames([
        figure({ label: "Asia", period: third }),
        figure({ label: "Asia", period: then }),
        figure({ label: "Asia", period: third, kind: "percent" }),
      ]),
    ).toEqual(["Asia, Jul 1 – Sep 29, 2007", "Asia, Jul 1 – Sep 30, 2006", "Asia, percent"]);
    expect(
      operandNames([
        figure({ label: "Asia", period: third }),
        figure({ label: "Asia", period: third, where: { paragraph: 3 } }),
      ]),
    ).toEqual(["Asia, table 1, row 5, column 2", "Asia, paragraph 3"]);
    expect(operandNames([figure({ label: "" })])).toEqual(["table 1, row 5, column 2"]);
  });

  it("is told to those who do not see it", () => {
    expect(spoken(figure({ label: "Asia", status: "contradicted" }), 1)).toBe("62.4, Asia, contradicted, 1 finding");
    expect(spoken(figure({ kind: "date" }), 0)).toBe("62.4, A date, no measurement");
  });
});
