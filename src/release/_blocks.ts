import type { Say } from "../books/said.ts";
import { nearestTo } from "../text/nearest.ts";
import { contentOf, nameIn } from "./_inlines.ts";
import type { MarkdownNode } from "./_markdown.ts";
import type { TextBlock, TextInline } from "./release-text.ts";
import type { SourceText } from "./source-text.ts";

interface Reader {
  readonly source: SourceText;
  readonly say: Say;
  readonly blocks: TextBlock[];
  /** Whether the legal part has begun. */
  isSmall: boolean;
}

const NAMED = ["table", "chart", "text"] as const;
const ALONE = ["call", "contacts"] as const;
const DIRECTIVES = ["subhead", "small", "end", ...NAMED, ...ALONE];

/** The blocks of a release from the nodes of its Markdown; what a release does not have is told, and left out. */
export function blocksFrom(nodes: readonly MarkdownNode[], source: SourceText, say: Say): readonly TextBlock[] {
  const reader: Reader = { source, say, blocks: [], isSmall: false };
  for (const node of nodes) readBlock(reader, node);
  return reader.blocks;
}

function readBlock(reader: Reader, node: MarkdownNode): void {
  const { blocks, source, say } = reader;
  const { start } = node;
  switch (node.type) {
    case "heading":
      readHeading(reader, node);
      return;
    case "paragraph":
      if (tellTable(reader, node)) return;
      blocks.push({
        kind: "paragraph",
        role: reader.isSmall ? "small" : "text",
        content: contentOf(node, source, say),
        start,
      });
      return;
    case "blockquote":
      for (const inner of node.children)
        if (inner.type === "paragraph")
          blocks.push({
            kind: "paragraph",
            role: "quotation",
            content: contentOf(inner, source, say),
            start: inner.start,
          });
        else tellNotTaken(reader, inner, "in a quotation");
      return;
    case "list":
      readList(reader, node);
      return;
    case "leafDirective":
      readDirective(reader, node);
      return;
    default:
      tellNotTaken(reader, node, "in a release");
  }
}

function readHeading({ blocks, source, say }: Reader, node: MarkdownNode): void {
  const content = contentOf(node, source, say);
  const level = node.depth ?? 1;
  if (content.length === 0) {
    say(
      "markdown-not-taken",
      source.at(node.start),
      "A heading without words stands here.",
      "Write its words, or take it out.",
    );
    return;
  }
  if (level > 3)
    say(
      "markdown-not-taken",
      source.at(node.start),
      `A heading of level ${level} stands here; a release has headings of levels 1 to 3.`,
      "Take away as many # as it has too many.",
    );
  blocks.push({ kind: "heading", level: level === 1 ? 1 : level === 2 ? 2 : 3, content, start: node.start });
}

function readList(reader: Reader, node: MarkdownNode): void {
  const { blocks, source, say } = reader;
  if (node.ordered)
    say(
      "markdown-not-taken",
      source.at(node.start),
      "A numbered list stands here; lists of a release have no numbers.",
      "Begin its items with a hyphen and a blank.",
    );
  const items = node.children.map((item): readonly TextInline[] => {
    const parts: TextInline[] = [];
    for (const inner of item.children) {
      if (inner.type !== "paragraph") {
        tellNotTaken(reader, inner, "in an item of a list");
        continue;
      }
      if (parts.length > 0) parts.push({ kind: "break" });
      parts.push(...contentOf(inner, source, say));
    }
    return parts;
  });
  blocks.push({ kind: "list", items: items.filter((item) => item.length > 0), start: node.start });
}

function readDirective(reader: Reader, node: MarkdownNode): void {
  const { blocks, source, say, isSmall } = reader;
  const name = node.name ?? "";
  const { start } = node;
  const tell = (message: string, remedy: string): void => say("directive-not-read", source.at(start), message, remedy);
  if (node.hasAttributes) tell(`Braces stand behind ::${name}; a directive takes none.`, "Take them out.");
  const named = NAMED.find((one) => one === name);
  const alone = ALONE.find((one) => one === name);
  if (named !== undefined) {
    const argument = nameIn(node, source);
    if (argument === undefined)
      tell(`No name stands behind ::${name}.`, `Write it in brackets, as in ::${name}[name].`);
    else blocks.push({ kind: "directive", name: named, argument, isSmall, start });
    return;
  }
  if (name === "subhead") {
    const content = contentOf(node, source, say);
    if (content.length === 0) tell("No words stand behind ::subhead.", "Write them in brackets: ::subhead[Words].");
    else blocks.push({ kind: "paragraph", role: "subhead", content, start });
    return;
  }
  if (alone === undefined && name !== "small" && name !== "end") {
    const remedy = `The nearest is ::${nearestTo(name, DIRECTIVES)}; there are ${DIRECTIVES.map((one) => `::${one}`).join(", ")}.`;
    tell(`A release has no directive ::${name}.`, remedy);
    return;
  }
  if (node.children.length > 0)
    tell(`Words stand behind ::${name}, which takes none.`, "Take them and their brackets out.");
  if (alone !== undefined) {
    blocks.push({ kind: "directive", name: alone, argument: undefined, isSmall, start });
    return;
  }
  const isBegin = name === "small";
  if (isBegin === isSmall)
    tell(isBegin ? "The small part has begun already." : "No ::small stands before this ::end.", "Take it out.");
  reader.isSmall = isBegin;
}

const NOT_TAKEN: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  code: ["A block of code", "Take the lines of signs (```) around it out."],
  thematicBreak: ["A rule", "Take it out; headings part a release."],
  definition: ["The address of a reference link", "Write the address behind the words: [words](https://...)."],
  list: ["A list", "Write its items on the level above."],
  heading: ["A heading", "Write it on a line of its own, outside."],
  blockquote: ["A quotation", "Write it outside, behind an empty line."],
  leafDirective: ["A directive", "Write it on a line of its own, outside."],
  containerDirective: ["A directive with three colons", "Write it with two colons, on a line of its own."],
};

function tellNotTaken({ source, say }: Reader, node: MarkdownNode, where: string): void {
  if (node.type === "thematicBreak" && source.text[node.start] === "_") {
    say("placeholder", source.at(node.start), "A line to be filled in stands here.", "Fill it in, or take it out.");
    return;
  }
  const [what, remedy] = NOT_TAKEN[node.type] ?? [`Markdown of the kind "${node.type}"`, "Take it out."];
  say("markdown-not-taken", source.at(node.start), `${what} stands here; ${where} there is none.`, remedy);
}

/** A table in Markdown is no construct that is read here: its second line gives it away. */
function tellTable({ source, say }: Reader, node: MarkdownNode): boolean {
  const written = source.text.slice(node.start, node.end);
  if (!/\n[ \t>]*\|?[ \t]*:?-{2,}:?[ \t]*\|[ \t|:-]*(?:\n|$)/.test(written)) return false;
  const remedy = "Declare it in tables.yaml, and write ::table[name] here.";
  say(
    "markdown-not-taken",
    source.at(node.start),
    "A table stands here; tables of a release are made from facts.",
    remedy,
  );
  return true;
}
