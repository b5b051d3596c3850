import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkDocument } from "../src/tieout/check.ts";
import { textOf } from "../src/tieout/report/text.ts";
import { write } from "../src/tieout/report/write.ts";

/*
 * Whole answers for whole documents. "npm run golden" writes them anew; the difference is then to be read line by line.
 * A report has one figure, relation or finding a line, so that a difference shows what changed.
 */
const examples = new URL("../examples/", import.meta.url);
const cases = fileURLToPath(new URL("./cases/", import.meta.url));

const lined = (list: readonly unknown[]): string => list.map((entry) => JSON.stringify(entry)).join("\n");

const releases = readdirSync(examples, { withFileTypes: true }).filter((entry) => entry.isFile());

describe.each(releases.map((entry) => entry.name).sort())("the answer for %s", (name) => {
  const checked = checkDocument(readFileSync(new URL(name, examples)), { name });

  it("is the report that was agreed on", async () => {
    const { figures, relations, findings, ...rest } = write(checked);
    const report = [JSON.stringify(rest), lined(figures), lined(relations), lined(findings)].join("\n\n");
    await expect(`${report}\n`).toMatchFileSnapshot(`${cases}${name}.report.txt`);
  });

  it("is the text that was agreed on", async () => {
    await expect(textOf(checked)).toMatchFileSnapshot(`${cases}${name}.answer.txt`);
  });
});

describe("the examples", () => {
  const summaryOf = (name: string) => write(checkDocument(readFileSync(new URL(name, examples)), { name })).summary;

  it("have no errors, but for the draft, whose exchanged digits are found", () => {
    expect(summaryOf("halvorsen-2007-q3.txt").errors).toBe(0);
    expect(summaryOf("halvorsen-2007-q3.htm").errors).toBe(0);
    const name = "halvorsen-2007-q3-draft.txt";
    const report = write(checkDocument(readFileSync(new URL(name, examples)), { name }));
    const culprits = report.findings
      .filter((f) => f.severity === "error")
      .map((f) => report.figures.find(({ id }) => id === f.figures[0])?.text);
    expect(culprits).toEqual(["64.2"]);
  });

  it("say the same in text and in HTML", () => {
    // A date that a head breaks over two lines is two tokens in text; what is measured is the same.
    const { figures: _, ...text } = summaryOf("halvorsen-2007-q3.txt");
    expect(summaryOf("halvorsen-2007-q3.htm")).toMatchObject(text);
    expect(text.measurements).toBe(81);
    expect(text.tied).toBeGreaterThan(40);
  });
});
