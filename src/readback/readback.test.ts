import { describe, expect, it } from "vitest";
import { smallRelease } from "../../test/small-release.ts";
import { add, rational } from "../exact/rational.ts";
import { htmlPage } from "../output/html/html-page.ts";
import { wireText } from "../output/wire/wire-text.ts";
import type { BoundFigure, Release } from "../release/release.ts";
import { checkRelease } from "../tieout/check.ts";
import { bookProof } from "./book-proof.ts";
import { findingsOfOutputs, tieOutFindings } from "./findings-of-outputs.ts";
import type { PrintedRelease, Range } from "./output.ts";
import { meetingOf } from "./two-roads.ts";

const release: Release = smallRelease();

const printed = (name: string, text: string, figures: ReadonlyMap<string, Range>): PrintedRelease => ({
  name,
  text,
  figures: new Map([...figures].map(([id, range]) => [id, [range]])),
  bound: new Map(release.figures.map((figure) => [figure.id, figure])),
});

const page = htmlPage(release, { language: "en" });
const wire = wireText(release, { width: 80 });
const PAGE = printed("release.html", page.html, page.figures);
const WIRE = printed("release.txt", wire.text, wire.figures);
const report = (output: PrintedRelease) => checkRelease(new TextEncoder().encode(output.text), { name: output.name });

/** The output with one figure's fact replaced: what is printed stays. */
const bound = (output: PrintedRelease, id: string, change: (figure: BoundFigure) => BoundFigure): PrintedRelease => ({
  ...output,
  bound: new Map([...output.bound].map(([key, figure]) => [key, key === id ? change(figure) : figure])),
});

const isAmount = ({ fact, form }: BoundFigure): boolean =>
  fact.unit === "money" && form.scale === 6 && typeof fact.value !== "string" && fact.value.n > 0n;
const amount = release.figures.find(isAmount)!;

describe("the book proof", () => {
  it("recomputes every printed number of the page and of the wire text", () => {
    const { lines, findings } = bookProof([PAGE, WIRE]);
    expect(findings).toEqual([]);
    expect(lines.length).toBeGreaterThan(100);
    expect(lines.every((line) => line.equal)).toBe(true);
  });

  it("tells of a digit that an output prints otherwise", () => {
    const { start, end } = PAGE.figures.get(amount.id)![0]!;
    const digits = PAGE.text.slice(start, end).replace(/\d$/, (d) => `${(+d + 1) % 10}`);
    const text = PAGE.text.slice(0, start) + digits + PAGE.text.slice(end);
    const { findings } = bookProof([{ ...PAGE, text }]);
    expect(findings.map((f) => f.code)).toEqual(["print-differs-from-books"]);
    expect(findings[0]!.message).toContain(`prints ${digits} for`);
  });

  it("tells of a figure whose amount has crossed to the next step of its grid, by the least that does", () => {
    const moved = bound(PAGE, amount.id, (figure) => ({
      ...figure,
      fact: { ...figure.fact, value: add(figure.fact.value as ReturnType<typeof rational>, rational(100_000n)) },
    }));
    expect(bookProof([moved]).findings.map((f) => f.code)).toEqual(["print-differs-from-books"]);
  });

  it("tells of a figure that an output left out", () => {
    const figures = new Map([...WIRE.figures].filter(([id]) => id !== amount.id));
    expect(bookProof([{ ...WIRE, figures }]).findings.map((f) => f.code)).toEqual(["figure-not-printed"]);
  });
});

describe("the two roads", () => {
  it("meet on every figure of a plain release, on the page and on the wire", () => {
    for (const output of [PAGE, WIRE]) {
      const meeting = meetingOf(output, report(output));
      expect(meeting.findings).toEqual([]);
      expect(meeting.read).toBe(meeting.bound);
      expect(meeting.bound).toBeGreaterThan(50);
    }
  });

  it("disagree where a binding is of another period than the sentence says", () => {
    const other = bound(PAGE, amount.id, (figure) => ({
      ...figure,
      fact: { ...figure.fact, period: "2005-Q3", start: "2005-07-03", end: "2005-10-01" },
    }));
    const { findings } = meetingOf(other, report(PAGE));
    expect(findings.map((f) => f.code)).toEqual(["roads-disagree"]);
    expect(findings[0]!.message).toContain("2005-Q3, which ends on 2005-10-01");
  });

  it("disagree where the books have another scale than the page", () => {
    const other = bound(PAGE, amount.id, (figure) => ({ ...figure, fact: { ...figure.fact, value: rational(371n) } }));
    expect(meetingOf(other, report(PAGE)).findings.map((f) => f.code)).toEqual(["roads-disagree"]);
  });

  it("say once what they say of every output", () => {
    const other = (output: PrintedRelease): PrintedRelease =>
      bound(output, amount.id, (figure) => ({ ...figure, fact: { ...figure.fact, value: rational(371n) } }));
    const meetings = [PAGE, WIRE].map((output) => meetingOf(other(output), report(output)));
    expect(findingsOfOutputs(meetings).map((f) => f.message.slice(0, 17))).toEqual(["In every output: "]);
    expect(findingsOfOutputs([meetings[0]!, { output: "x", findings: [] }])[0]!.message).toMatch(/^In release\.html: /);
  });

  it("lead what the tie-out finds back to the bindings", () => {
    const tied = report(PAGE).figures.find(({ status, where }) => status === "tied" && "table" in where)!;
    const id = [...PAGE.figures].find(([, ranges]) => ranges[0]!.start === tied.start)![0];
    const wrong = { ...PAGE, text: `${PAGE.text.slice(0, tied.start)}999.9${PAGE.text.slice(tied.end)}` };
    const errors = tieOutFindings(wrong, report(wrong)).filter((f) => f.severity === "error");
    expect(errors.flatMap((f) => f.places)).toContainEqual(PAGE.bound.get(id)!.place);
  });
});
