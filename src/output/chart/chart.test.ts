import { describe, expect, it } from "vitest";
import { factOf, figures, millions, PLACE } from "../../../test/small-facts.ts";
import type { Chart } from "../../release/release.ts";
import { chartTable } from "./chart-table.ts";
import { drawBars } from "./draw-bars.ts";
import { drawWaterfall } from "./draw-waterfall.ts";
import type { Drawing, Shape } from "./drawing.ts";
import { textWidth } from "./text-width.ts";

type SeriesOf = readonly (readonly [label: string, amount: string, total?: boolean])[];

function chartOf(form: Chart["form"], ...series: readonly SeriesOf[]): Chart {
  const desk = figures();
  return {
    kind: "chart",
    name: "c",
    form,
    title: "Revenue",
    description: "Revenue grew.",
    unitText: "($ in millions)",
    series: series.map((points, i) => ({
      name: `Series ${i + 1}`,
      points: points.map(([label, amount, total = false]) => ({
        label,
        figure: desk.bind(factOf({ measure: "revenue", period: "2007-Q3" }, millions(amount)), {
          unit: "bare",
          negative: "brackets",
        }),
        total,
      })),
    })),
    place: PLACE,
  };
}

const bars = (drawing: Drawing): readonly Extract<Shape, { kind: "bar" }>[] =>
  drawing.shapes.filter((shape) => shape.kind === "bar");
const texts = (drawing: Drawing): readonly Extract<Shape, { kind: "text" }>[] =>
  drawing.shapes.filter((shape) => shape.kind === "text");

/** The box that a text takes, with its width by the widest face. */
function boxOf({
  at,
  anchor,
  text,
  size,
  turned,
}: Extract<Shape, { kind: "text" }>): readonly [number, number, number, number] {
  const long = textWidth(text, size);
  const before = { start: 0, middle: long / 2, end: long }[anchor];
  return turned
    ? [at.x - size * 0.8, at.x + size * 0.2, at.y - long + before, at.y + before]
    : [at.x - before, at.x - before + long, at.y - size * 0.8, at.y + size * 0.2];
}

function overlapping(drawing: Drawing): readonly string[] {
  const boxes = texts(drawing).map((text) => [text.text, boxOf(text)] as const);
  return boxes.flatMap(([one, a], i) =>
    boxes
      .slice(i + 1)
      .flatMap(([other, b]) =>
        a[0] < b[1] && b[0] < a[1] && a[2] < b[3] && b[2] < a[3] ? [`${one} and ${other}`] : [],
      ),
  );
}

const QUARTERS = ["Q3 2006", "Q4 2006", "Q1 2007", "Q2 2007", "Q3 2007", "Q4 2007", "Q1 2008", "Q2 2008"];
const over = (amounts: readonly string[], total = false): SeriesOf =>
  amounts.map((amount, i) => [QUARTERS[i]!, amount, total]);

describe("bars", () => {
  it("stand on zero, as high as their amounts are to each other", () => {
    const [a, b, c] = bars(drawBars(chartOf("bars", over(["100.0", "50.0", "-25.0"])), 720));
    expect(a!.height).toBeCloseTo(b!.height * 2, 3);
    expect(b!.y + b!.height).toBeCloseTo(a!.y + a!.height, 3);
    // What is below zero hangs.
    expect(c!.y).toBeCloseTo(a!.y + a!.height, 3);
    expect(c!.height).toBeCloseTo(b!.height / 2, 3);
  });

  it("print every figure, and no label overlaps another, at any width and however many there are", () => {
    const many = QUARTERS.map((_, i) => `${1111 + i}.${i}`);
    for (const width of [720, 340])
      for (const count of [1, 3, 5, 8])
        for (const series of [1, 2, 3]) {
          const chart = chartOf("bars", ...Array.from({ length: series }, () => over(many.slice(0, count))));
          const drawing = drawBars(chart, width);
          expect([width, count, series, overlapping(drawing)]).toEqual([width, count, series, []]);
          expect(texts(drawing).filter(({ figure }) => figure !== undefined)).toHaveLength(count * series);
        }
  });

  it("of several series are told apart without their colours", () => {
    const looks = bars(drawBars(chartOf("bars", ...Array.from({ length: 4 }, () => over(["1.0"]))), 720)).map(
      ({ look }) => look.fill,
    );
    expect(new Set(looks).size).toBe(4);
  });

  it("of nothing but zeros are drawn without height", () => {
    for (const bar of bars(drawBars(chartOf("bars", over(["0", "0"])), 720))) expect(bar.height).toBe(0);
  });
});

describe("stacked bars", () => {
  it("stand on each other, with what they add up to above them", () => {
    const drawing = drawBars(chartOf("stacked", over(["60.0"]), over(["40.0"]), over(["100.0"], true)), 720);
    const [low, high] = bars(drawing).filter(({ width }) => width > 20);
    expect(high!.y + high!.height).toBeCloseTo(low!.y, 3);
    expect(low!.height).toBeCloseTo(high!.height * 1.5, 3);
    const sum = texts(drawing).find(({ text }) => text === "100.0")!;
    expect(sum.at.y).toBeLessThan(high!.y);
    expect(overlapping(drawing)).toEqual([]);
  });

  it("have no label over another, however many there are", () => {
    const many = QUARTERS.map((_, i) => `${1111 + i}.${i}`);
    for (const width of [720, 340])
      for (const count of [1, 5, 8]) {
        const parts = [over(many.slice(0, count)), over(many.slice(0, count)), over(many.slice(0, count), true)];
        expect(overlapping(drawBars(chartOf("stacked", ...parts), width))).toEqual([]);
      }
  });

  it("say when a part is too small for its figure", () => {
    expect(drawBars(chartOf("stacked", over(["60.0"]), over(["0.1"])), 720).isWhole).toBe(false);
    expect(drawBars(chartOf("stacked", over(["60.0"]), over(["40.0"])), 720).isWhole).toBe(true);
  });
});

describe("a waterfall", () => {
  const STEPS: SeriesOf = [
    ["GAAP net income", "36.3", true],
    ["Amortization of acquired intangible assets", "12.6"],
    ["Restructuring", "2.1"],
    ["Income tax on these items", "-5.3"],
    ["Non-GAAP net income", "45.7", true],
  ];

  it("begins each step where the one before it ended", () => {
    const drawing = drawWaterfall(chartOf("waterfall", STEPS), 720);
    const [start, rise, , fall, end] = bars(drawing).filter(({ width }) => width > 20);
    expect(rise!.y + rise!.height).toBeCloseTo(start!.y, 3);
    expect(fall!.y + fall!.height).toBeCloseTo(end!.y, 3);
    expect(end!.y + end!.height).toBeCloseTo(start!.y + start!.height, 3);
    expect(rise!.look.fill).not.toBe(fall!.look.fill);
  });

  it("has no label over another, wide or narrow", () => {
    for (const width of [720, 340]) {
      const drawing = drawWaterfall(chartOf("waterfall", STEPS), width);
      expect(overlapping(drawing)).toEqual([]);
      for (const text of texts(drawing)) expect(boxOf(text)[1]).toBeLessThanOrEqual(width);
    }
  });

  it("of a loss goes below the ground", () => {
    const [start] = bars(
      drawWaterfall(
        chartOf("waterfall", [
          ["Loss", "-3.0", true],
          ["Gain", "1.0"],
        ]),
        720,
      ),
    ).filter(({ width }) => width > 20);
    const ground = drawWaterfall(
      chartOf("waterfall", [
        ["Loss", "-3.0", true],
        ["Gain", "1.0"],
      ]),
      720,
    ).shapes.find((shape) => shape.kind === "line" && !shape.dashed);
    expect(ground?.kind === "line" && ground.from.y).toBeCloseTo(start!.y, 3);
  });
});

describe("the table behind a chart", () => {
  it("has a column for each label, and a total row for what stacked bars add up to", () => {
    const { head, rows } = chartTable(chartOf("stacked", over(["60.0", "61.0"]), over(["100.0", "101.0"], true)));
    expect(head.map((row) => row.map(({ text }) => text))).toEqual([
      ["Three Months Ended September 29, 2007"],
      ["Q3 2006", "Q4 2006"],
    ]);
    expect(
      rows.map(({ label, kind, cells }) => [
        label,
        kind,
        cells.map((cell) => (cell.kind === "figure" ? cell.figure.text : "")),
      ]),
    ).toEqual([
      ["Series 1", "line", ["60.0", "61.0"]],
      ["Series 2", "total", ["100.0", "101.0"]],
    ]);
  });

  it("has the steps of a waterfall one below the other, down to what they add up to", () => {
    const { rows } = chartTable(
      chartOf("waterfall", [
        ["2006", "330.1", true],
        ["Growth", "41.1"],
        ["2007", "371.2", true],
      ]),
    );
    expect(rows.map(({ label, kind }) => [label, kind])).toEqual([
      ["2006", "line"],
      ["Growth", "line"],
      ["2007", "total"],
    ]);
  });
});
