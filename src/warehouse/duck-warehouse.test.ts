import { afterEach, describe, expect, it } from "vitest";
import { HEAD, SALES, type Workspace, workspace } from "../../test/journals.ts";
import { format } from "../exact/decimal.ts";
import type { JournalLine, Movement } from "./warehouse.ts";

let open: Workspace | undefined;
afterEach(async () => {
  await open?.end();
  open = undefined;
});

const journals = (files: Readonly<Record<string, string | Uint8Array>>): Workspace => {
  open = workspace(Object.fromEntries(Object.entries(files).map(([name, text]) => [`books/journals/${name}`, text])));
  return open;
};

/** A movement in one line: its keys that are filled, then amount, functional and count. */
const movementText = (m: Movement): string =>
  [
    m.entity,
    m.account,
    m.month,
    m.currency,
    m.division,
    m.region,
    m.counterparty,
    m.tag,
    m.stage,
    format(m.amount),
    format(m.functional),
    m.lines,
  ].join(" ");
const lineText = (l: JournalLine): string =>
  `${l.path.replace("books/journals/", "")}:${l.fileLine} ${l.document}/${l.number} ${l.date} ${format(l.amount)}`;

describe("a small ledger in CSV", () => {
  it("loads with its control totals and nothing to say", async () => {
    const warehouse = await journals({ "2007.csv": SALES }).open();
    const { value, findings } = await warehouse.load();
    expect(findings).toEqual([]);
    expect(value.map(({ path, lines, debits, credits }) => [path, lines, format(debits), format(credits)])).toEqual([
      ["books/journals/2007.csv", 4, "110.5", "110.5"],
    ]);
  });

  it("warns of a file that holds nothing but the names of its columns", async () => {
    const warehouse = await journals({ "2007.csv": SALES, "2008.csv": SALES.slice(0, SALES.indexOf("\n") + 1) }).open();
    const { findings } = await warehouse.load();
    expect(findings.map(({ code, severity, places }) => [code, severity, places])).toEqual([
      ["journal-file-without-lines", "warning", [{ path: "books/journals/2008.csv", line: 1, column: 1 }]],
    ]);
  });

  it("gives its movements in order, added up exactly", async () => {
    const warehouse = await journals({ "2007.csv": SALES }).open();
    expect((await warehouse.movements()).map(movementText)).toEqual([
      "DE 1000 2007-P02 USD   US  within 13.06 10 1",
      "DE 4000 2007-P02 USD Bio Europe US deal within -13.06 -10 1",
      "US 1200 2007-P01 USD     within 100.5 100.5 1",
      "US 4000 2007-P01 USD Bio Americas   within -100.5 -100.5 1",
    ]);
  });

  it("adds up exactly on both sides of what a machine word holds", async () => {
    const amounts = [
      ["1000", ["99999999999999.99"]],
      ["1200", ["99999999999999.99", "0.01"]],
      ["4000", ["-9999999999999999.99", "-9999999999999999.99", "-0.03"]],
      ["5000", ["0.01", "-0.02"]],
    ] as const;
    const lines = amounts.flatMap(([account, all]) =>
      all.map((amount, i) => `${account},${i},2007-01-05,2007-P01,US,${account},,,,USD,${amount},${amount},`),
    );
    const warehouse = await journals({ "2007.csv": `${[HEAD, ...lines].join("\n")}\n` }).open();
    expect((await warehouse.movements()).map(({ amount, functional }) => [format(amount), format(functional)])).toEqual(
      ["99999999999999.99", "100000000000000", "-20000000000000000.01", "-0.01"].map((sum) => [sum, sum]),
    );
  });

  it("gives the sides of what entities of the group have with each other", async () => {
    const warehouse = await journals({ "2007.csv": SALES }).open();
    const sides = await warehouse.intercompany();
    expect(sides.map((s) => [s.document, s.entity, s.counterparty, s.account, s.month, format(s.amount)])).toEqual([
      ["D2", "DE", "US", "1000", "2007-P02", "13.06"],
      ["D2", "DE", "US", "4000", "2007-P02", "-13.06"],
    ]);
  });

  it("finds lines with their places in the file, line breaks in cells counted", async () => {
    const broken = SALES.replace(",Bio,Americas,", ',"Bio\nprocess",Americas,');
    const warehouse = await journals({ "a/2007.csv": broken }).open();
    expect((await warehouse.load()).findings).toEqual([]);
    const lines = await warehouse.lines({ account: "4000" }, 10);
    expect(lines.map(lineText)).toEqual(["a/2007.csv:3 D1/2 2007-01-05 -100.5", "a/2007.csv:6 D2/2 2007-01-30 -13.06"]);
    expect(lines[0]!.division).toBe("Bio\nprocess");
    expect((await warehouse.lines({ account: "4000" }, 1)).map(lineText)).toEqual([lineText(lines[0]!)]);
    expect((await warehouse.lines({ counterparty: "US", tag: "" } as object, 10)).length).toBe(3);
  });

  it("takes its columns in any order, and warns of one that nothing reads", async () => {
    const rows = SALES.trimEnd()
      .split("\n")
      .map((row) => row.split(",").reverse().join(","));
    const file = rows.map((row, i) => `${row},${i === 0 ? "posted by" : "me"}`).join("\r\n");
    const warehouse = await journals({ "2007.csv": `\ufeff${file}` }).open();
    const { value, findings } = await warehouse.load();
    expect(findings.map(({ code, severity, places }) => [code, severity, places[0]?.line])).toEqual([
      ["column-unknown", "warning", 1],
    ]);
    expect(format(value[0]!.debits)).toBe("110.5");
    expect((await warehouse.movements()).length).toBe(4);
  });

  it("says so where there are no journals", async () => {
    open = workspace({ "company.yaml": "" });
    const warehouse = await open.open();
    const { value, findings } = await warehouse.load();
    expect(value).toEqual([]);
    expect(findings.map(({ code }) => code)).toEqual(["workspace-file-missing"]);
    expect(await warehouse.movements()).toEqual([]);
    expect(await warehouse.lines({}, 5)).toEqual([]);
  });
});

describe("a break in a file of journals", () => {
  const told = async (file: string | Uint8Array): Promise<readonly string[]> => {
    const warehouse = await journals({ "a.csv": file }).open();
    const { findings } = await warehouse.load();
    return findings.map(({ code, severity, message, places }) => {
      expect(severity).toBe("error");
      return `${code} ${places.map(({ path, line }) => `${path}:${line}`).join(" ")} ${message}`;
    });
  };
  const mended = (from: string, to: string): string => {
    expect(SALES).toContain(from);
    return SALES.replace(from, to);
  };

  it.each([
    [
      "an unbalanced document",
      mended("-100.50,-100.50", "-100.50,-99.25"),
      "document-does-not-balance books/journals/a.csv:2",
      "add to 1.25 USD",
    ],
    ["an unknown account", mended("US,1200", "US,1999"), "name-not-declared books/journals/a.csv:2", '"1999"'],
    [
      "an unknown month",
      mended("2007-01-05,2007-P01,US,4000", "2007-01-05,2007-P07,US,4000"),
      "name-not-declared books/journals/a.csv:3",
      '"2007-P07"',
    ],
    [
      "a day outside of its month",
      mended("D2,2,2007-01-30", "D2,2,2007-02-25"),
      "day-outside-month books/journals/a.csv:5",
      "2007-02-25",
    ],
    [
      "a currency without a code",
      mended("USD,-100.50", "Dollar,-100.50"),
      "code-not-plain books/journals/a.csv:3",
      '"Dollar"',
    ],
  ])("is told with its place: %s", async (_, file, start, words) => {
    const all = await told(file);
    expect(all).toHaveLength(1);
    expect(all[0]).toMatch(new RegExp(`^${start} `));
    expect(all[0]).toContain(words);
  });

  it.each([
    [
      "a number with a comma",
      mended("USD,100.50,100.50", 'USD,"1,100.50",100.50'),
      "number-not-plain books/journals/a.csv:2",
      '"1,100.50"',
    ],
    [
      "a number that would be rounded",
      mended("USD,100.50,100.50", "USD,100.505,100.50"),
      "number-out-of-range books/journals/a.csv:2",
      '"100.505"',
    ],
    [
      "a number with an exponent",
      mended("USD,100.50,100.50", "USD,1e2,100.50"),
      "number-not-plain books/journals/a.csv:2",
      '"1e2"',
    ],
    [
      "an amount that is not there",
      mended("USD,100.50,100.50", "USD,,100.50"),
      "cell-empty books/journals/a.csv:2",
      "amount",
    ],
    [
      "a day that is none",
      mended("D1,2,2007-01-05", "D1,2,2007-02-30"),
      "day-not-plain books/journals/a.csv:3",
      '"2007-02-30"',
    ],
    [
      "a day written otherwise",
      mended("D1,2,2007-01-05", "D1,2,2007/01/05"),
      "day-not-plain books/journals/a.csv:3",
      '"2007/01/05"',
    ],
    [
      "a cell too many",
      mended("-13.06,-10.00,deal", "-13.06,-10.00,deal,x"),
      "cell-count-differs books/journals/a.csv:5",
      "14 cells",
    ],
    [
      "an empty cell too many, and the cells behind it one column too far",
      mended("-13.06,-10.00,deal", "-13.06,-10.00,deal,"),
      "cell-count-differs books/journals/a.csv:5",
      "14 cells, with nothing in the last",
    ],
    ["a cell too few", mended("13.06,10.00,", "13.06,10.00"), "cell-count-differs books/journals/a.csv:4", "12 cells"],
    [
      "a quote that nothing closes",
      mended(",Bio,Europe", ',"Bio,Europe'),
      "quote-not-closed books/journals/a.csv:5",
      "closes",
    ],
    [
      "a quote within a cell",
      mended(",Bio,Americas", ',B"io,Americas'),
      "quote-misplaced books/journals/a.csv:3",
      "quotation",
    ],
    [
      "a mark of byte order before a name",
      mended("D1,2,2007-01-05,2007-P01,US", "D1,2,2007-01-05,2007-P01,\ufeffUS"),
      "file-not-text books/journals/a.csv:3",
      "The cell entity begins with a mark of byte order",
    ],
    ["a NUL", mended(",Bio,Americas", ",B\0io,Americas"), "file-not-text books/journals/a.csv:3", "control"],
    [
      "another encoding",
      Buffer.from(mended(",Bio,Europe", ",Bi\u00f6,Europe"), "latin1"),
      "file-in-other-encoding books/journals/a.csv:5",
      "UTF-8",
    ],
  ])("costs the line and is told with its place: %s", async (_, file, start, words) => {
    const all = await told(file);
    expect(all[0]).toMatch(new RegExp(`^${start} `));
    expect(all[0]).toContain(words);
    // That its document does not add to zero any more follows from it, and is not said.
    expect(all).toHaveLength(1);
    const warehouse = await open!.open();
    expect((await warehouse.load()).value.map(({ lines }) => lines)).toEqual([3]);
    expect((await warehouse.movements()).reduce((sum, { lines }) => sum + lines, 0)).toBe(3);
  });

  it("costs the file where it stands in the first line", async () => {
    const warehouse = await journals({ "a.csv": SALES.replace(",tag", ",label"), "b.csv": SALES }).open();
    const { value, findings } = await warehouse.load();
    expect(findings.map(({ code, severity, places }) => [code, severity, places[0]?.path, places[0]?.line])).toEqual([
      ["column-unknown", "warning", "books/journals/a.csv", 1],
      ["column-missing", "error", "books/journals/a.csv", 1],
    ]);
    expect(value.map(({ lines }) => lines)).toEqual([0, 4]);
  });

  it("is told once of a document that was sent twice", async () => {
    const [, first, second] = SALES.split("\n");
    const all = await told(`${SALES}${first}\n${second}\n`);
    expect(all).toHaveLength(1);
    expect(all[0]).toContain('Lines "1" and "2" of the document "D1" in the entity "US" stand 2 times');
  });

  it("is told of an entity that nothing declares, and not that its documents lack a line", async () => {
    const all = await told(SALES.replace("2007-P01,US,4000", "2007-P01,UX,4000"));
    expect(all.map((text) => text.split(" ")[0])).toEqual(["name-not-declared"]);
  });

  it("is told of a line that stands twice, with both places", async () => {
    const all = await told(`${SALES}D1,2,2007-01-05,2007-P01,US,4000,Bio,Americas,,USD,0.00,0.00,\n`);
    expect(all).toEqual([
      expect.stringMatching(
        /^journal-line-doubled books\/journals\/a\.csv:3 books\/journals\/a\.csv:6 Line "2" of the document "D1"/,
      ),
    ]);
  });

  it("is told twenty times at most, and counted", async () => {
    const rows = Array.from({ length: 50 }, (_, i) => `X${i},1,2007-01-05,2007-P01,US,1000,,,,USD,zero,0,`);
    const all = await told(`${HEAD}\n${rows.join("\n")}\n`);
    expect(all).toHaveLength(20);
    expect(all[19]).toContain("30 more lines");
  });
});
