import { describe, expect, it } from "vitest";
import { checkDocument } from "../tieout/check.ts";
import type { CheckedDocument } from "../tieout/report/checked.ts";
import { figureAnswer } from "./figure.ts";

const PAGE = [
  "Sales by region ($ millions):\n",
  "\tMarch 31, 2024\tMarch 31, 2023\tMarch 31, 2022",
  "North\t120.4\t101.2\t91.7",
  "South\t80.3\t70.1\t66.2",
  "West\t31.6\t29.0\t24.9",
  "Total sales\t232.3\t200.3\t182.8\n",
  "The company has 31 stores, and opened the first of them on May 4, 1998.",
].join("\n");

const checked = checkDocument(new TextEncoder().encode(PAGE), { name: "q1.txt" }) as CheckedDocument;
const answer = (name: string, output: "text" | "json" = "text") => {
  const asked = { output, look: { columns: 400, colour: false }, ignoreTags: false };
  const { text, status } = figureAnswer(name, checked, asked, 0);
  return { text: text.join(""), status };
};

describe("tickmark check --figure", () => {
  it("says what the others leave for a figure, and which relations bound it", () => {
    const { text, status } = answer("south 80.3");
    expect(status).toBe(0);
    expect(text).toContain("It stands for 80.25 to 80.35 (USD millions).");
    expect(text).toMatch(/leaves exactly 80\.15 to 80\.45\. All that prints so is\s+possible\./);
    expect(text).toMatch(/^r\d+ North \+ South \+ West = Total sales \[120\.4, 80\.3, 31\.6, 232\.3\]: consistent/m);
  });

  it("finds a figure by its id, its print, and its place", () => {
    const { text } = answer("232.3");
    const id = /q1\.txt: (f\d+) prints/.exec(text)![1]!;
    expect(answer(id).text).toBe(text);
    const place = /table (\d+), row (\d+), column (\d+)/.exec(text)!;
    expect(answer(`table ${place[1]} row ${place[2]} column ${place[3]}`).text).toBe(text);
  });

  it("prints one object of exact numbers with --json", () => {
    expect(JSON.parse(answer("80.3", "json").text)).toMatchObject({
      path: "q1.txt",
      text: "80.3",
      printed: { low: "80250000", high: "80350000", open: "high" },
      implied: { low: "80150000", high: "80450000", open: "both" },
      exact: true,
      asked: 1,
    });
  });

  it("names the candidates where a name fits several figures, and says how to name one where it fits none", () => {
    expect(answer("south")).toMatchObject({ status: 2 });
    expect(answer("south").text).toMatch(
      /3 figures are called "south": f\d+ \(80\.3, South, table 1, row \d, column 2\)/,
    );
    expect(answer("east").text).toContain('No figure is called "east". Name it by its id (f12)');
    expect(answer("east", "json").text).toContain('"refused":{"code":"figure-not-found"');
  });

  it("says of a figure that no relation names that nothing bounds it, and of a date that it measures nothing", () => {
    expect(answer("31").text).toContain("No relation names it: nothing on the page bounds it.");
    const date = checked.figures.find((f) => f.figure.kind === "date" && f.figure.text.includes("1998"))!;
    expect(answer(date.figure.id).text).toContain("a date and no measurement");
  });
});
