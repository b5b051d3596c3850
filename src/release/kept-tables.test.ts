import { expect, it } from "vitest";
import { littleFacts } from "../../test/little-release.ts";
import { keptTables } from "./kept-tables.ts";
import type { ReleaseFiles, TableAsk } from "./table-source.ts";
import { openTables } from "./tables.ts";

const { books, facts } = littleFacts();
const TABLES = `tables:
  - table: revenue
    columns: [{ period: this }]
    rows: [{ measure: revenue }]
`;

/** What a writer has saved. */
const saved = (more: Partial<Record<keyof ReleaseFiles, string>> = {}): TableAsk => {
  const { release = "---\nperiod: 2007-Q3\ndate: 2007-11-01\n---\n# H\n", tables = TABLES } = more;
  return {
    books,
    facts,
    period: "2007-Q3",
    files: {
      release: { path: "release.md", text: release },
      tables: { path: "tables.yaml", text: tables },
      call: more.call === undefined ? undefined : { path: "call.yaml", text: more.call },
    },
  };
};

it("tables are made again where what they are made from has changed, and only there", () => {
  let made = 0;
  const open = keptTables((ask) => {
    made++;
    return openTables(ask);
  });
  const first = open(saved());
  expect(open(saved({ release: "---\nperiod: 2007-Q3\ndate: 2007-11-01\n---\n# H\n\nAnother sentence.\n" }))).toBe(
    first,
  );
  expect(made).toBe(1);
  const changes: readonly TableAsk[] = [
    saved({ release: "---\nperiod: 2007-Q3\ndate: 2007-11-02\n---\n# H\n" }),
    saved({ tables: TABLES.replace("this", "year-ago") }),
    saved({ call: "call: {}" }),
    { ...saved(), period: "2007-Q2" },
    { ...saved(), books: { ...books } },
    { ...saved(), facts: { ...facts } },
  ];
  for (const [i, ask] of changes.entries()) {
    open(ask);
    expect(made).toBe(i + 2);
  }
});
