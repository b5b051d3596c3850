import type { Books } from "../src/books/books.ts";
import type { BooksFinding } from "../src/books/books-finding.ts";
import { type FactBook, factBook } from "../src/measures/fact-book.ts";
import { readRelease } from "../src/release/read-release.ts";
import type { Block, Inline, Release } from "../src/release/release.ts";
import type { OpenTables, ReleaseFiles } from "../src/release/table-source.ts";
import { type Little, littleBooks, n, place } from "./little-books.ts";

const LITTLE: Little = {
  income: `
    month    | line          | amount    | division   | region
    2006-P01 | revenue       | 600000000 | Bioscience | Americas
    2006-P07 | revenue       | 194900000 | Bioscience | Americas
    2006-P08 | revenue       | 83300000  | Bioprocess | Europe
    2006-P09 | revenue       | 51800000  | Bioprocess | Asia/Pacific
    2006-P09 | cost-of-sales | 150000000 | Bioscience | Europe
    2006-P09 | income-tax    | 60000000
    2006-P12 | revenue       | 1000000   | Bioscience | Americas
    2007-P01 | revenue       | 728800000 | Bioscience | Americas
    2007-P07 | revenue       | 225000000 | Bioscience | Americas
    2007-P08 | revenue       | 83800000  | Bioprocess | Europe
    2007-P09 | revenue       | 62400000  | Bioprocess | Asia/Pacific
    2007-P09 | cost-of-sales | 170000000 | Bioscience | Europe
    2007-P09 | income-tax    | 64900000
  `,
  flows: `
    month    | line                | amount
    2007-P07 | net-income          | 95044000
  `,
  company: {
    name: "Example Instruments, Inc.",
    people: [{ name: "Ada Osei", title: "Chief Executive Officer", phone: "978-555-0100", email: undefined }],
    text: new Map([
      [
        "about",
        'Example Instruments makes {literal "24-well": a form of plate} plates. It sold {revenue to-date | billions} worth this year.',
      ],
    ]),
  },
  books: {
    registers: [
      {
        register: "plants closed",
        asOf: "2007-09-30",
        member: undefined,
        value: n("6"),
        note: "",
        place: place("books/registers.csv", 2),
      },
      {
        register: "launches",
        asOf: "2007-09-30",
        member: undefined,
        value: n("1"),
        note: "",
        place: place("books/registers.csv", 3),
      },
    ],
  },
};

/** A small set of books with two years of one quarter in it. */
export function littleFacts(more: Little = {}): { readonly books: Books; readonly facts: FactBook } {
  const { books, group } = littleBooks({ ...LITTLE, ...more, company: { ...LITTLE.company, ...more.company } });
  const { value: facts } = factBook({ books, group });
  return { books, facts };
}

export const HEAD: string = `---
period: 2007-Q3
date: 2007-11-01
city: BILLERICA, Mass.
---
# Headline

`;

const noTables: OpenTables = () => ({
  value: { table: () => undefined, chart: () => undefined, call: () => undefined, tableNames: [], chartNames: [] },
  findings: [],
});

const ready: ReturnType<typeof littleFacts> = littleFacts();

/** A release of the little books; the text follows a head and a headline, unless it brings its own. */
export function littleRelease(
  text: string,
  other: {
    readonly files?: Partial<ReleaseFiles>;
    readonly openTables?: OpenTables;
    readonly ready?: typeof ready;
  } = {},
): { readonly release: Release | undefined; readonly findings: readonly BooksFinding[] } {
  const { books, facts } = other.ready ?? ready;
  const written = text.startsWith("---") ? text : `${HEAD}${text}`;
  const release = { path: "releases/2007-q3/release.md", text: written };
  const { value, findings } = readRelease({
    books,
    facts,
    files: { release, ...other.files },
    openTables: other.openTables ?? noTables,
  });
  return { release: value, findings };
}

export const printed = (content: readonly Inline[]): string =>
  content
    .map((inline) => (inline.kind === "figure" ? inline.figure.text : inline.kind === "break" ? "\n" : inline.text))
    .join("");

/** The words of the blocks below the headline, block by block. */
export function wordsOf(release: Release | undefined): readonly string[] {
  return (release?.blocks.slice(1) ?? []).map((block: Block) => {
    if (block.kind === "heading" || block.kind === "paragraph") return printed(block.content);
    if (block.kind === "list") return block.items.map(printed).join(" / ");
    return `(${block.kind})`;
  });
}

/** "code line:column": what a text provokes. */
export const told = (findings: readonly BooksFinding[]): readonly string[] =>
  findings.map(({ code, places: [at] }) => `${code} ${at?.line}:${at?.column}`);
