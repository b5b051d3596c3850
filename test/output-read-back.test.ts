import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "../src/exact/decimal.ts";
import { multiply, type Rational, rational, tenTo } from "../src/exact/rational.ts";
import { round } from "../src/exact/rounding.ts";
import { checkRelease } from "../src/index.ts";
import { htmlPage } from "../src/output/html/html-page.ts";
import { wireText } from "../src/output/wire/wire-text.ts";
import { inUnit } from "../src/release/print.ts";
import type { BoundFigure } from "../src/release/release.ts";
import type { Report } from "../src/tieout/report/report.ts";
import { smallRelease } from "./small-release.ts";

/* Each output is read back by the road that knows nothing of the bindings: it must see each figure as the fact says, and find nothing wrong. */

interface Printed {
  readonly name: string;
  readonly text: string;
  readonly figures: ReadonlyMap<string, { readonly start: number; readonly end: number }>;
}

const release = smallRelease();

function printed(name: string): Printed {
  const page = htmlPage(release, { language: "en" });
  if (name === "release.html") return { name, text: page.html, figures: page.figures };
  const wire = wireText(release, { width: name.includes("132") ? 132 : 80, ascii: name.includes("ascii") });
  return { name, text: wire.text, figures: wire.figures };
}

/** What the figure's print stands for, in the fact's own unit. */
function printedValue({ fact, form }: BoundFigure): Rational | undefined {
  if (typeof fact.value === "string") return undefined;
  const rounded = round(inUnit(fact.value, form.scale), form.quantum, form.rounding);
  return multiply(rounded, form.scale >= 0 ? rational(tenTo(form.scale)) : rational(1n, tenTo(-form.scale)));
}

const UNITS: Readonly<Record<string, string>> = {
  money: "USD",
  ratio: "ratio",
  "per-share": "USD/share",
  shares: "shares",
  count: "count",
};

describe.each(["release.html", "release-80.txt", "release-132.txt", "release-80-ascii.txt"])(
  "%s, read back",
  (name) => {
    let output: Printed;
    let report: Report;
    beforeAll(() => {
      output = printed(name);
      report = checkRelease(new TextEncoder().encode(output.text), { name });
    });

    it("has no error and no warning", () => {
      const told = report.findings.filter(({ severity, about }) => severity !== "note" && about === "figures");
      expect(told.map(({ message }) => message)).toEqual([]);
    });

    it("ties nine measurements in ten", () => {
      const { measurements, tied } = report.summary;
      expect(measurements).toBeGreaterThan(180);
      expect(tied / measurements).toBeGreaterThanOrEqual(0.9);
    });

    it("shows each figure with the value, the sign, the scale and the unit of its fact, and no figure that is none", () => {
      const byStart = new Map(report.figures.map((figure) => [figure.start, figure]));
      const wrong: unknown[] = [];
      for (const figure of release.figures) {
        const value = printedValue(figure);
        if (value === undefined) continue;
        const seen = byStart.get(output.figures.get(figure.id)!.start);
        const read = seen?.value === undefined ? undefined : parse(seen.value);
        const isSame = read !== undefined && read.n === value.n && read.d === value.d;
        if (!isSame || seen?.unit !== UNITS[figure.fact.unit]) wrong.push([figure.id, figure.text, seen]);
      }
      expect(wrong).toEqual([]);
      const places = new Set([...output.figures.values()].map(({ start }) => start));
      expect(report.figures.filter(({ status, start }) => status !== undefined && !places.has(start))).toEqual([]);
    });

    it("shows the period of each figure that stands below heads with days", () => {
      const byStart = new Map(report.figures.map((figure) => [figure.start, figure]));
      const wrong: unknown[] = [];
      for (const figure of release.figures) {
        const { fact } = figure;
        // The quarters that a chart names by their number end on days that only the company's calendar knows.
        if (!/^200[67]-(Q3|9M)$/.test(fact.period) || typeof fact.value === "string") continue;
        const period = byStart.get(output.figures.get(figure.id)!.start)?.period;
        if (period?.start !== fact.start || period?.end !== fact.end)
          wrong.push([figure.id, figure.text, fact.period, period]);
      }
      expect(wrong).toEqual([]);
    });
  },
);
