import type { Say } from "../books/said.ts";
import { fitted, type Printed } from "../text/printed.ts";
import { aligned } from "./_aligned.ts";
import type { MarkdownNode } from "./_markdown.ts";
import { readBinding } from "./read-binding.ts";
import type { TextInline } from "./release-text.ts";
import { type Piece, pieceOf, type SourceText } from "./source-text.ts";

interface Reader {
  readonly source: SourceText;
  readonly say: Say;
  readonly content: TextInline[];
}

/** The words, bindings and links of a paragraph, a heading or a directive. */
export function contentOf(node: MarkdownNode, source: SourceText, say: Say): readonly TextInline[] {
  const reader: Reader = { source, say, content: [] };
  for (const child of node.children) readInline(reader, child, false, false);
  return reader.content;
}

function readInline(reader: Reader, node: MarkdownNode, strong: boolean, emphasis: boolean): void {
  const { source, say, content } = reader;
  switch (node.type) {
    case "text": {
      const printed = aligned(source.text, node.start, node.end, node.value);
      tellOpenBraces(printed, source, say);
      if (printed.text !== "") content.push({ kind: "text", printed, strong, emphasis });
      return;
    }
    case "binding":
      pushBinding(reader, node, strong, emphasis);
      return;
    case "strong":
    case "emphasis": {
      const isStrong = strong || node.type === "strong";
      for (const child of node.children) readInline(reader, child, isStrong, emphasis || node.type === "emphasis");
      return;
    }
    case "break":
      content.push({ kind: "break" });
      return;
    case "link":
      pushLink(reader, node);
      return;
    default: {
      const [what, remedy] = NOT_TAKEN[node.type] ?? [`Markdown of the kind "${node.type}"`, "Take it out."];
      say(
        "markdown-not-taken",
        source.at(node.start),
        `${what} stands here; in the text of a release there is none.`,
        remedy,
      );
    }
  }
}

const NOT_TAKEN: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  image: ["An image", "Take it out; charts are declared in tables.yaml."],
  imageReference: ["An image", "Take it out; charts are declared in tables.yaml."],
  inlineCode: ["Code", "Take the signs ` around it out."],
  linkReference: ["A reference link", "Write the address behind the words: [words](https://...)."],
};

function pushBinding({ source, say, content }: Reader, node: MarkdownNode, strong: boolean, emphasis: boolean): void {
  const between = betweenOf(node, source);
  const read = readBinding(between);
  if ("binding" in read) {
    content.push({ kind: "binding", binding: read.binding, strong, emphasis, start: node.start, end: node.end });
    return;
  }
  const { code, from, to, message, remedy } = read.trouble;
  const { start } = between.text.trim() === "" ? node : pieceOf(between, from, to);
  say(code, source.at(start), message, remedy);
}

/** What stands between the braces, its lines joined by spaces. */
function betweenOf(node: MarkdownNode, source: SourceText): Printed {
  const pieces: number[] = [];
  let text = "";
  for (const { start, end } of node.chunks) {
    if (text !== "") {
      pieces.push(text.length, start, start);
      text += " ";
    }
    pieces.push(text.length, start, end);
    text += source.text.slice(start, end);
  }
  return { text, pieces: fitted(pieces) };
}

/** A brace that is text and was not written as text is a binding that nothing closes, or closes nothing. */
function tellOpenBraces(printed: Printed, source: SourceText, say: Say): void {
  const { text } = printed;
  let last = -1;
  for (const { index, 0: brace } of text.matchAll(/[{}]/g)) {
    const { start } = pieceOf(printed, index, index + 1);
    if (index <= last || source.text[start - 1] === "\\") continue;
    const quote = brace === "{" ? openQuote(text, index) : undefined;
    if (quote !== undefined) {
      last = quote.closing;
      const message = "This quotation mark is not closed before the brace is.";
      say(
        "binding-not-read",
        source.at(pieceOf(printed, quote.at, quote.at + 1).start),
        message,
        "Put the closing quotation mark behind the name.",
      );
      continue;
    }
    const message =
      brace === "{"
        ? "This brace opens a binding that no brace closes within its paragraph."
        : "This brace closes a binding that no brace opens.";
    const remedy = `Write the ${brace === "{" ? "closing" : "opening"} brace, or \\${brace} where the brace itself is to be printed.`;
    say("binding-not-read", source.at(start), message, remedy);
  }
}

/** The quotation mark that is left open between a brace and the next one that closes. */
function openQuote(text: string, brace: number): { readonly at: number; readonly closing: number } | undefined {
  const closing = text.indexOf("}", brace);
  const next = text.indexOf("{", brace + 1);
  if (closing < 0 || (next >= 0 && next < closing)) return undefined;
  const quotes = text.slice(brace, closing).split('"').length - 1;
  return quotes % 2 === 1 ? { at: text.lastIndexOf('"', closing), closing } : undefined;
}

const SAFE_URL = /^(?:https?:\/\/|mailto:|tel:)[^\s]+$/i;

function pushLink({ source, say, content }: Reader, node: MarkdownNode): void {
  const url = node.url ?? "";
  const inner: Reader = { source, say, content: [] };
  for (const child of node.children) readInline(inner, child, false, false);
  const [only, second] = inner.content;
  if (only?.kind !== "text" || second !== undefined) {
    const remedy = "Write one stretch of plain words in the brackets, and bindings outside of the link.";
    say(
      "link-not-taken",
      source.at(node.start),
      "The words of a link are plain text, and no bindings or marks.",
      remedy,
    );
    return;
  }
  if (!SAFE_URL.test(url)) {
    const remedy = "Write the whole address, with its https:// or mailto:.";
    say(
      "link-not-taken",
      source.at(node.start),
      `This link leads to ${JSON.stringify(url.slice(0, 60))}; addresses begin with https://, http://, mailto: or tel:.`,
      remedy,
    );
    return;
  }
  content.push({ kind: "link", printed: only.printed, url });
}

/** The one word in the brackets of a directive. */
export function nameIn(node: MarkdownNode, source: SourceText): Piece | undefined {
  const [only, second] = node.children;
  if (only?.type !== "text" || second !== undefined || only.value.trim() === "") return undefined;
  const printed = aligned(source.text, only.start, only.end, only.value);
  const from = printed.text.length - printed.text.trimStart().length;
  return pieceOf(printed, from, printed.text.trimEnd().length);
}
