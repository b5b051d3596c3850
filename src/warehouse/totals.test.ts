import { afterEach, describe, expect, it } from "vitest";
import { SALES, type Workspace, workspace } from "../../test/journals.ts";

let open: Workspace | undefined;
afterEach(async () => {
  await open?.end();
  open = undefined;
});

/** What the load says, "code path:line", of the sales and these control totals. */
async function told(totals: string): Promise<readonly string[]> {
  open = workspace({ "books/journals/2007.csv": SALES, "books/journals/totals.csv": totals });
  const { findings } = await (await open.open()).load();
  return findings.map(({ code, places, message }) => {
    const [place] = places;
    const path = place?.path.replace("books/journals/", "");
    return `${code} ${path}:${place?.line ?? ""} ${/: ([\d.]+ (?:more|less))/.exec(message)?.[1] ?? ""}`.trim();
  });
}

describe("control totals of the source system", () => {
  it("agree where lines, debits and credits are what was read", async () => {
    expect(await told("file,lines,debits,credits\n2007.csv,4,110.50,110.50\n")).toEqual([]);
  });

  it("tell of a line that did not arrive, with both numbers", async () => {
    expect(await told("file,lines,debits,credits\n2007.csv,5,111.50,110.50\n")).toEqual([
      "load-differs totals.csv:2 1 less",
      "load-differs totals.csv:2 1 less",
    ]);
  });

  it("tell of a file that did not arrive, and of one that was never sent", async () => {
    expect(await told("file,lines,debits,credits\n2008.csv,4,110.50,110.50\n")).toEqual([
      "load-file-missing totals.csv:2",
      "load-file-not-stated 2007.csv:",
    ]);
  });

  it("may not be stated twice for one file", async () => {
    const row = "2007.csv,4,110.50,110.50\n";
    expect(await told(`file,lines,debits,credits\n${row}${row}`)).toEqual(["row-doubled totals.csv:3"]);
  });
});
