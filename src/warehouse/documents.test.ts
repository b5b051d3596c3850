import { afterEach, describe, expect, it } from "vitest";
import { HEAD, SALES, type Workspace, workspace } from "../../test/journals.ts";

let open: Workspace | undefined;
afterEach(async () => {
  await open?.end();
  open = undefined;
});

/** What is found in journals, the same whether they are read into memory or where they stand. */
async function told(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  open = workspace(Object.fromEntries(Object.entries(files).map(([name, text]) => [`books/journals/${name}`, text])));
  const [first, second] = await Promise.all(
    [false, true].map(async (ingest) => {
      const { findings } = await (await open!.open({ ingest })).load();
      return findings.map(
        ({ code, message, places }) =>
          `${code} ${places.map(({ path, line }) => `${path.replace("books/journals/", "")}:${line}`).join(" ")} ${message}`,
      );
    }),
  );
  expect(second).toEqual(first);
  return first!;
}

const csv = (lines: readonly string[]): string => `${HEAD}\n${lines.join("\n")}\n`;
const line = (document: string, name: string, amount: string): string =>
  `${document},${name},2007-01-05,2007-P01,US,1000,,,,USD,${amount},${amount},`;

describe("documents", () => {
  it("may stand in several files, and are sound where they add to zero over all of them", async () => {
    const half = csv([line("A", "1", "5.00"), line("M", "1", "1.00"), line("M", "2", "-1.00")]);
    const rest = csv([line("A", "2", "-5.00"), line("Z", "1", "0.00")]);
    expect(await told({ "a.csv": half, "b.csv": rest, "c.csv": SALES })).toEqual([]);
  });

  it("that do not add to zero are told with their difference, from whatever file they are", async () => {
    const broken = csv([line("A", "1", "5.00"), line("A", "2", "-4.50")]);
    const other = csv([line("B", "1", "7.00"), line("B", "2", "-8.00")]);
    expect(await told({ "a.csv": broken, "b.csv": SALES, "c.csv": other })).toEqual([
      expect.stringMatching(/^document-does-not-balance a\.csv:2 .*"A".* add to 0\.5 USD/),
      expect.stringMatching(/^document-does-not-balance c\.csv:2 .*"B".* add to -1 USD/),
    ]);
  });

  it("do not make up for each other, not even those of one name in two entities", async () => {
    const other = line("A", "1", "-5.00").replace(",US,", ",DE,");
    expect(await told({ "a.csv": csv([line("A", "1", "5.00"), other]), "b.csv": SALES })).toEqual([
      expect.stringContaining('"A" in the entity "DE" add to -5 EUR'),
      expect.stringContaining('"A" in the entity "US" add to 5 USD'),
    ]);
  });

  it("that were sent twice are told with both places, though each file is sound by itself", async () => {
    const once = csv([line("A", "1", "5.00"), line("A", "2", "-5.00")]);
    expect(await told({ "a.csv": once, "b.csv": SALES, "c.csv": once })).toEqual([
      expect.stringMatching(
        /^journal-line-doubled a\.csv:2 a\.csv:3 c\.csv:2 c\.csv:3 Lines "1" and "2" of the document "A"/,
      ),
    ]);
  });

  it.each([
    ["numbers beyond those of a machine word", (i: number): string => `${i + 1}`],
    ["numbers of which some end alike", (i: number): string => `${i * 64}`],
    ["names that are no numbers", (i: number): string => `line ${i}`],
    ["numbers written in two ways", (i: number): string => (i % 2 === 0 ? `${i}` : `0${i - 1}`)],
  ])("may have any names for their lines: %s", async (_, name) => {
    const lines = Array.from({ length: 200 }, (_, i) => line("A", name(i), i % 2 === 0 ? "1.00" : "-1.00"));
    expect(await told({ "a.csv": csv(lines), "b.csv": SALES })).toEqual([]);
    await open?.end();
    const doubled = await told({ "a.csv": csv([...lines, line("A", name(150), "0.00")]), "b.csv": SALES });
    expect(doubled).toEqual([expect.stringMatching(/^journal-line-doubled a\.csv:152 a\.csv:202 /)]);
  });
});
