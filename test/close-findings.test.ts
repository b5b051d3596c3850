// What the close finds in the journals, with the lines that show it.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { NEW_FILES } from "../src/cli/new.ts";
import { closeBooks } from "../src/node/close-books.ts";
import { edited } from "./drafts.ts";

const made = mkdtempSync(join(tmpdir(), "close-findings-"));
afterAll(() => rmSync(made, { recursive: true }));

const FEBRUARY = "books/journals/2026-P02.csv";

/** The findings of the books that `tickmark new` writes, February's journal edited: code, message, and places as file:line. */
async function found(name: string, ...edits: readonly (readonly [string, string])[]) {
  const folder = join(made, name);
  for (const [path, text] of Object.entries(NEW_FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), path === FEBRUARY ? edited(text, ...edits) : text);
  }
  const closed = await closeBooks(folder);
  await closed.release();
  return closed.findings.map(({ places, ...finding }) => ({
    ...finding,
    at: places.map(({ path, line }) => `${path}:${line}`),
  }));
}

describe("a line that differs from itself", () => {
  it("is named with its file, its line and both amounts", async () => {
    const findings = await found(
      "differs",
      ["EUR,21700.00,21700.00,", "EUR,21700.00,21800.00,"],
      ["EUR,-15400.00,-15400.00,", "EUR,-15400.00,-15500.00,"],
    );
    expect(findings.map(({ code, at }) => `${code} ${at.join(" ")}`)).toEqual([
      `journal-line-differs-from-itself ${FEBRUARY}:20`,
      `journal-line-differs-from-itself ${FEBRUARY}:21`,
    ]);
    expect(findings[0]!.message).toContain("Line 1 of the document DE-SALES-02 has 21700 and 21800.");
    expect(findings[0]).not.toHaveProperty("shownBy");
  });
});

describe("two sides that do not match", () => {
  it("are named with the lines of both", async () => {
    const findings = await found(
      "unmatched",
      ["EXI-DE,USD,3555.00,3555.00,", "EXI-DE,USD,3655.00,3655.00,"],
      ["EXI-DE,USD,-3555.00,-3555.00,", "EXI-DE,USD,-3655.00,-3655.00,"],
    );
    const unmatched = findings.filter(({ code }) => code === "intercompany-unmatched");
    expect(unmatched.map(({ at }) => at)).toEqual([[38, 39, 40, 41].map((line) => `${FEBRUARY}:${line}`)]);
  });
});

/** The example's books, of whose non-GAAP net income of 2006-Q3 37.1 million was published and 35.7 million is the base now (V15 of the domain's vectors). */
describe("a base of growth that is not what was published", () => {
  const example = new URL("../examples/millipore-2007-q3", import.meta.url).pathname;
  const closedWith = async (name: string, edit: (recasts: string) => string) => {
    const folder = join(made, name);
    cpSync(example, folder, { recursive: true });
    const recasts = join(folder, "history/recasts.csv");
    writeFileSync(recasts, edit(readFileSync(recasts, "utf8")));
    const closed = await closeBooks(folder);
    await closed.release();
    return closed;
  };
  const errors = ({ findings }: Awaited<ReturnType<typeof closeBooks>>) =>
    findings.filter(({ severity }) => severity === "error");

  it("refuses the books until a recast is linked", async () => {
    const refused = errors(
      await closedWith("unlinked", (recasts) => recasts.replace(/^non-gaap-net-income,2006-Q3,.*\n/m, "")),
    );
    expect(refused.map(({ code, places }) => `${code} ${places[0]?.path}:${places[0]?.line}`)).toEqual([
      "base-recast-unexplained history/2006-q3.csv:5",
    ]);
    expect(refused[0]!.message).toContain("published 37100000");
    expect(errors(await closedWith("linked", (recasts) => recasts))).toEqual([]);
  });
});
