import { describe, expect, it } from "vitest";
import { point } from "../../exact/interval.ts";
import { decimal, rational, whole } from "../../exact/rational.ts";
import type { Finding, Severity } from "../../finding.ts";
import type { Document } from "../document.ts";
import type { Figure, Measured } from "../figures/figure.ts";
import type { NumberToken } from "../lex/token.ts";
import type { CheckedFigure, CheckedRelation } from "./checked.ts";
import { write } from "./write.ts";

const SOURCE = "Revenues were approximately $371.2 million in the quarter ended September 29, 2007.";

const token: NumberToken = {
  kind: "number",
  from: 29,
  to: 34,
  written: "digits",
  digits: 3712n,
  places: 1,
  negative: false,
  bracketed: false,
  currency: "$",
  scale: 6,
  unit: undefined,
  hedge: undefined,
  outer: { from: 28, to: 42 },
  doubt: undefined,
};

const revenues: Measured = { value: whole(371_200_000), quantum: whole(100_000), unit: "USD", hedge: undefined };

const figure: Figure = {
  id: "f1",
  kind: "amount",
  text: "371.2",
  start: 29,
  end: 34,
  split: false,
  measured: revenues,
  token,
  where: { kind: "table", table: 2, row: 4, column: 1 },
  label: "Revenues / Total",
  measure: "Revenues",
  member: "Total",
  basis: "GAAP",
  period: { start: "2007-07-01", end: "2007-09-29" },
};

const day: Figure = {
  ...figure,
  id: "f2",
  kind: "date",
  text: "September 29, 2007",
  start: 64,
  end: 82,
  measured: undefined,
  token: { kind: "date", from: 64, to: 82, date: "2007-09-29", month: 9, day: 29, year: 2007 },
  where: { kind: "prose", paragraph: 7, from: 64, to: 82 },
  period: undefined,
};

const document: Document = { format: "text", encoding: "utf-8", source: SOURCE, blocks: [] };
const left = (f: Figure, more: Partial<CheckedFigure> = {}): CheckedFigure => ({
  figure: f,
  status: f.measured === undefined ? undefined : "tied",
  implied: undefined,
  reached: false,
  ...more,
});

const report = (figures: CheckedFigure[], relations: CheckedRelation[] = [], findings: Finding[] = []) =>
  write({ kind: "checked", path: "q3.txt", sha256: "ab", document, figures, relations, findings });

describe("a figure in the report", () => {
  it("has its value and its interval in base units, and says which end does not belong to it", () => {
    const implied = { low: { at: whole(371_050_000), open: false }, high: { at: rational(1n, 3n), open: true } };
    expect(JSON.stringify(report([left(figure, { implied })]).figures[0])).toBe(
      '{"id":"f1","text":"371.2","start":29,"end":34,"kind":"amount",' +
        '"value":"371200000","low":"371150000","high":"371250000","open":"high","unit":"USD","hedge":null,' +
        '"label":"Revenues / Total","measure":"Revenues","member":"Total","basis":"GAAP",' +
        '"period":{"start":"2007-07-01","end":"2007-09-29"},"where":{"table":2,"row":4,"column":1},' +
        '"status":"tied","implied":{"low":"371050000","high":"1/3"}}',
    );
  });

  it("is wider and closed where the print says approximately", () => {
    const hedge = { kind: "about", words: "approximately" } as const;
    const hedged = { ...figure, measured: { ...revenues, hedge }, token: { ...token, hedge } };
    expect(report([left(hedged)]).figures[0]).toMatchObject({
      low: "371100000",
      high: "371300000",
      hedge: "approximately",
    });
    expect(report([left(hedged)]).figures[0]).not.toHaveProperty("open");
  });

  it("has neither value nor status where it measures nothing, and says whether a relation reached it", () => {
    expect(JSON.stringify(report([left(day, { reached: true })]).figures[0])).toBe(
      '{"id":"f2","text":"September 29, 2007","start":64,"end":82,"kind":"date","where":{"paragraph":7},"checked":true}',
    );
  });

  it("says that a tag or an entity stands inside it", () => {
    expect(report([left({ ...figure, split: true })]).figures[0]).toMatchObject({ split: true });
  });

  it("has a period of one day as its end alone", () => {
    const instant = { ...figure, period: { start: undefined, end: "2007-09-29" } };
    expect(report([left(instant)]).figures[0]!.period).toEqual({ end: "2007-09-29" });
  });
});

describe("a relation in the report", () => {
  it("carries what its operands give", () => {
    const relation: CheckedRelation = {
      id: "r1",
      relation: {
        rule: "T27",
        kind: "equality",
        text: "Revenues in the prose = Revenues / Total",
        form: { kind: "equal", left: 0, right: 1 },
        strength: "strong",
        evidence: "the same words and period",
        bits: 9,
        allowance: 0,
      },
      verdict: "consistent",
      computed: { point: decimal(3712n, 5), interval: point(decimal(3712n, 5)) },
    };
    const other = { ...figure, id: "f9" };
    expect(JSON.stringify(report([left(figure), left(other)], [relation]).relations)).toBe(
      '[{"id":"r1","rule":"T27","kind":"equality","text":"Revenues in the prose = Revenues / Total","figures":["f1","f9"],' +
        '"verdict":"consistent","strength":"strong","evidence":"the same words and period",' +
        '"computed":{"point":"371200000","low":"371200000","high":"371200000"}}]',
    );
  });
});

describe("the summary", () => {
  const finding = (severity: Severity, more: Partial<Finding> = {}): Finding => ({
    code: "total-does-not-foot",
    about: "figures",
    severity,
    message: "",
    remedy: "",
    figures: [],
    relations: [],
    certificate: [],
    start: 0,
    end: 1,
    waived: null,
    ...more,
  });

  it("counts every measurement in one state, and a measurement that nothing reached as untied", () => {
    const all = [
      left(figure),
      left(figure, { status: "contradicted" }),
      left(figure, { status: undefined }),
      left(day),
    ];
    expect(report(all).summary).toEqual({
      figures: 4,
      measurements: 3,
      tied: 1,
      attainable: 0,
      contradicted: 1,
      untied: 1,
      errors: 0,
      warnings: 0,
      notes: 0,
      waived: 0,
    });
  });

  it("counts a waived error as waived, and a rule never as an error", () => {
    const findings = [
      finding("error"),
      finding("error", { waived: { reason: "agreed" } }),
      finding("error", { about: "rules" }),
    ];
    expect(report([], [], findings).summary).toMatchObject({ errors: 1, waived: 1 });
  });
});

describe("a refused document", () => {
  it("still has its line, with empty lists and zero counts", () => {
    const refusal = { code: "document-empty", message: "The document has no bytes." };
    const line = write({ kind: "refused", path: "q3.txt", sha256: "ab", format: null, encoding: null, refusal });
    expect(JSON.stringify(line)).toBe(
      '{"schema":"tickmark-report/1","path":"q3.txt","format":null,"encoding":null,"sha256":"ab",' +
        '"refused":{"code":"document-empty","message":"The document has no bytes."},"figures":[],"relations":[],"findings":[],' +
        '"summary":{"figures":0,"measurements":0,"tied":0,"attainable":0,"contradicted":0,"untied":0,' +
        '"errors":0,"warnings":0,"notes":0,"waived":0}}',
    );
  });
});
