// The release that is built from examples/millipore-2007-q3, read back as a stranger's, against the release that its books were made for: the
// measured values of the seed, token by token and in order.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "../../src/exact/decimal.ts";
import { divide, equal, type Rational } from "../../src/exact/rational.ts";
import { type BuiltRelease, printRelease, proveRelease } from "../../src/node/build-release.ts";
import { type ClosedBooks, closeBooks } from "../../src/node/close-books.ts";

const workspace = new URL("../../examples/millipore-2007-q3/", import.meta.url).pathname;
const table = new URL("../../../shared/seed/seed-figures.tsv", import.meta.url);

const [head, ...rest] = readFileSync(table, "utf8").trimEnd().split("\n");
const names = head!.split("\t");
const cell = (line: string, name: string): string => line.split("\t")[names.indexOf(name)] ?? "";
const measured = rest.filter((line) => cell(line, "value") !== "");

const exact = (text: string): Rational => {
  const [above, below] = text.split("/");
  return divide(parse(above!)!, parse(below ?? "1")!);
};

/**
 * The operating margin under GAAP, in the sentence and in the bullet: the release of the seed gives only the company's own, which Item
 * 10(e)(1)(i)(A) of Regulation S-K does not allow, and ours must not copy that.
 */
const OWED = ["16.0", "9.4", "9.4", "16.0"];

let closed: ClosedBooks;
let built: BuiltRelease;
beforeAll(async () => {
  closed = await closeBooks(workspace);
  built = proveRelease(await printRelease(workspace, "2007-q3", closed));
});
afterAll(async () => closed?.release());

describe("the release built from the books", () => {
  test("there are 83 measured values", () => {
    expect(measured).toHaveLength(83);
  });

  test("has no finding that is an error", () => {
    expect(built.findings.filter((finding) => finding.severity === "error")).toEqual([]);
  });

  test.each([0, 1, 2])("output %i prints the measured values of the seed, token by token, in order", (at) => {
    const figures = built.reports[at]!.figures.filter((figure) => figure.value !== undefined);
    const isPrint = (value: string | undefined, line: string): boolean =>
      value !== undefined && equal(exact(value), exact(cell(line, "value")));
    const added: string[] = [];
    let next = 0;
    const differences = measured.flatMap((line) => {
      while (
        added.length < OWED.length &&
        figures[next]?.text === OWED[added.length] &&
        !isPrint(figures[next]?.value, line)
      )
        added.push(figures[next++]!.text);
      const figure = figures[next++];
      return isPrint(figure?.value, line)
        ? []
        : [`${cell(line, "id")} ${cell(line, "printed")}: ${figure?.text ?? "nothing"}`];
    });
    expect(added).toEqual(OWED);
    expect(differences).toEqual([]);
  });
});
