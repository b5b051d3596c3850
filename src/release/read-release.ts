import type { Books } from "../books/books.ts";
import type { BooksFinding, Passed } from "../books/books-finding.ts";
import { periodOf } from "../books/periods.ts";
import { gathered, type Say } from "../books/said.ts";
import type { FactBook } from "../measures/fact-book.ts";
import { nearestTo } from "../text/nearest.ts";
import { companyText } from "./_company-text.ts";
import { printedContent } from "./_inline-print.ts";
import { tellTyped, tellTypedSettings } from "./_typed.ts";
import type { TypedDesk } from "./_unbound.ts";
import { numbered } from "./numbered.ts";
import type { Block, Inline, Release } from "./release.ts";
import type { ReleaseHead, ReleaseText, TextBlock, TextInline } from "./release-text.ts";
import { type SourceText, sourceText } from "./source-text.ts";
import { suggestions } from "./suggest.ts";
import type { OpenTables, ReleaseFiles, TableSource } from "./table-source.ts";
import { parseReleaseText, readBlocks } from "./text.ts";
import { readWaivers } from "./waivers.ts";

export interface ReleaseAsk {
  readonly books: Books;
  readonly facts: FactBook;
  readonly files: ReleaseFiles;
  /** Reads tables.yaml and call.yaml. */
  readonly openTables: OpenTables;
}

/**
 * The release that the files ask for, every figure bound to its fact and printed by the company's rounding, once from the unrounded fact. Undefined only where the text
 * cannot be read at all, or is of a quarter that the calendar does not have. An error among the findings says that the release is not to go out: what
 * could not be printed is left out of it. Never throws.
 */
export function readRelease(ask: ReleaseAsk): Passed<Release | undefined> {
  const { books, files } = ask;
  const { value: text, findings: read } = parseReleaseText(files.release.path, files.release.text);
  if (text === undefined) return { value: undefined, findings: read };
  const { say, findings } = gathered();
  const { period, periodPlace } = text.head;
  if (periodOf(books.company, period) === undefined) {
    const quarters = [...new Set(books.company.months.map((month) => month.quarter))];
    const remedy = `company.yaml has ${quarters[0]} to ${quarters.at(-1)}; write one of these, or add the months.`;
    say(
      "period-unknown",
      periodPlace,
      `The calendar of the company has no ${period}, which the release is of.`,
      remedy,
    );
    return { value: undefined, findings: [...read, ...findings()] };
  }
  const { value: tables, findings: told } = ask.openTables({ books, facts: ask.facts, period, files });
  const typed: TypedDesk = {
    say,
    waivers: readWaivers(files.marks, say),
    suggest: suggestions(books, ask.facts, period, text.head.date),
  };
  const source = sourceText(files.release.path, files.release.text);
  const maker: Maker = { ...ask, head: text.head, source, say, tables, typed };
  tellTyped(text.blocks, source, typed);
  for (const file of [files.tables, files.call]) if (file !== undefined) tellTypedSettings(file, typed);
  const { blocks, figures } = numbered(blocksOf(text, maker));
  typed.waivers.tellUnused(say);
  const release: Release = {
    company: books.company.name,
    title: titleOf(blocks),
    period,
    date: text.head.date,
    blocks,
    figures,
  };
  return { value: release, findings: inOrder([...read, ...told, ...findings()], files.release.path) };
}

/** As they stand in the files, those of release.md first. */
function inOrder(findings: readonly BooksFinding[], first: string): readonly BooksFinding[] {
  const path = ({ places: [at] }: BooksFinding): string => (at === undefined || at.path === first ? "" : at.path);
  return [...findings].sort((a, b) => {
    const [p, q] = [a.places[0], b.places[0]];
    if (path(a) !== path(b)) return path(a) < path(b) ? -1 : 1;
    return (p?.line ?? 0) - (q?.line ?? 0) || (p?.column ?? 0) - (q?.column ?? 0);
  });
}

interface Maker {
  readonly books: Books;
  readonly facts: FactBook;
  readonly files: ReleaseFiles;
  readonly head: ReleaseHead;
  readonly source: SourceText;
  readonly say: Say;
  readonly tables: TableSource;
  readonly typed: TypedDesk;
}

const blocksOf = (text: ReleaseText, maker: Maker): readonly Block[] =>
  text.blocks.flatMap((block) => blockOf(block, maker, false));

/** `isText` where the block stands in a text of company.yaml, which asks for no other text. */
function blockOf(block: TextBlock, maker: Maker, isText: boolean): readonly Block[] {
  const place = maker.source.at(block.start);
  switch (block.kind) {
    case "heading": {
      const content = inlines(block.content, maker, true);
      return content.length === 0 ? [] : [{ kind: "heading", level: block.level, content, place }];
    }
    case "paragraph": {
      const content = inlines(block.content, maker, block.role === "subhead");
      return content.length === 0 ? [] : [{ kind: "paragraph", role: block.role, content, place }];
    }
    case "list":
      return [{ kind: "list", items: block.items.map((item) => inlines(item, maker, false)), place }];
    case "directive":
      return directiveOf(block, maker, isText);
  }
}

const inlines = (content: readonly TextInline[], maker: Maker, isHeading: boolean): readonly Inline[] =>
  printedContent(
    content,
    { ...maker, quarter: maker.head.period, date: maker.head.date, city: maker.head.city },
    isHeading,
  );

type Directive = Extract<TextBlock, { readonly kind: "directive" }>;

function directiveOf(block: Directive, maker: Maker, isText: boolean): readonly Block[] {
  const { tables, books } = maker;
  const name = block.argument?.text ?? "";
  switch (block.name) {
    case "table": {
      const table = tables.table(name);
      if (table === undefined) tellUnknown(block, "table", tables.tableNames, maker);
      return table === undefined ? [] : [table];
    }
    case "chart": {
      const chart = tables.chart(name);
      if (chart === undefined) tellUnknown(block, "chart", tables.chartNames, maker);
      return chart === undefined ? [] : [chart];
    }
    case "call": {
      const call = tables.call();
      if (call === undefined && maker.files.call === undefined)
        maker.say(
          "table-unknown",
          maker.source.at(block.start),
          "The release has no call.yaml, which ::call prints.",
          "Write it beside release.md, or take ::call out.",
        );
      return call === undefined ? [] : [call];
    }
    case "contacts":
      return contactsOf(block, maker, books);
    case "text":
      return textBlocks(block, name, maker, isText);
  }
}

function contactsOf(block: Directive, { say, source }: Maker, { company }: Books): readonly Block[] {
  if (company.people.length > 0) return [{ kind: "contacts", people: company.people }];
  const remedy = 'Write them under "people:" in company.yaml, or take ::contacts out.';
  say("text-unknown", source.at(block.start), "company.yaml names no people, whom ::contacts prints.", remedy);
  return [];
}

/** What is declared and could not be made has been told already. */
function tellUnknown(block: Directive, kind: "table" | "chart", names: readonly string[], maker: Maker): void {
  const name = block.argument?.text ?? "";
  if (names.includes(name)) return;
  const at = maker.source.at(block.argument?.start ?? block.start);
  maker.say("table-unknown", at, `tables.yaml declares no ${kind} "${name}".`, () => {
    const nearest = nearestTo(name, names);
    return nearest === undefined ? `It declares no ${kind} at all; declare it there.` : `The nearest is "${nearest}".`;
  });
}

/** A text of company.yaml, which is Markdown with bindings as the release is. */
function textBlocks(block: Directive, name: string, maker: Maker, isText: boolean): readonly Block[] {
  const { books, say, source } = maker;
  const at = source.at(block.argument?.start ?? block.start);
  const { text } = books.company;
  if (isText) {
    say(
      "text-unknown",
      at,
      "A text of company.yaml asks for another text.",
      "Write it out, or ask for both in release.md.",
    );
    return [];
  }
  const held = text.get(name);
  if (held === undefined) {
    say("text-unknown", at, `company.yaml holds no text "${name}".`, () => {
      const nearest = nearestTo(name, text.keys());
      return nearest === undefined
        ? 'It holds none at all; write it there under "text:".'
        : `The nearest is "${nearest}".`;
    });
    return [];
  }
  const inner = companyText(name, held, maker.files.company);
  // All of the text has one place: which of its words is meant, the message must say.
  const saying: Say = (code, place, message, ...rest) => say(code, place, `In the text "${name}": ${message}`, ...rest);
  const within: Maker = { ...maker, source: inner, say: saying, typed: { ...maker.typed, say: saying } };
  const blocks = readBlocks(inner, 0, saying) ?? [];
  tellTyped(blocks, inner, within.typed);
  return blocks.flatMap((one) => blockOf(below(block.isSmall ? small(one) : one), within, true));
}

const small = (block: TextBlock): TextBlock =>
  block.kind === "paragraph" && block.role === "text" ? { ...block, role: "small" } : block;

/** The headline is the release's own: what a text calls its first heading stands below it. */
const below = (block: TextBlock): TextBlock =>
  block.kind === "heading" && block.level === 1 ? { ...block, level: 2 } : block;

/** The words of the headline. */
function titleOf(blocks: readonly Block[]): string {
  const headline = blocks.find((block) => block.kind === "heading" && block.level === 1);
  if (headline?.kind !== "heading") return "";
  return headline.content.map(wordsOf).join("");
}

function wordsOf(inline: Inline): string {
  if (inline.kind === "figure") return inline.figure.text;
  return inline.kind === "break" ? " " : inline.text;
}
