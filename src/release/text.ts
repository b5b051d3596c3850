import type { Passed } from "../books/books-finding.ts";
import { gathered, type Say } from "../books/said.ts";
import { blocksFrom } from "./_blocks.ts";
import { readHead } from "./_head.ts";
import { markdownNodes } from "./_markdown.ts";
import { sizeTrouble } from "./_size.ts";
import type { ReleaseText, TextBlock } from "./release-text.ts";
import { type SourceText, sourceText } from "./source-text.ts";

/**
 * Reads release.md into its tree. Whatever the tree does not take (raw HTML is text; images, code, tables, lists in lists) is told with its place and left
 * out. Undefined only where no head says which quarter the release is of, or the text is larger than a release is. Never throws.
 */
export function parseReleaseText(path: string, text: string): Passed<ReleaseText | undefined> {
  const { say, findings } = gathered();
  const source = sourceText(path, text);
  const { head, body } = readHead(source, say);
  const blocks = readBlocks(source, body, say);
  const value = head === undefined || blocks === undefined ? undefined : { head, blocks };
  if (value !== undefined) tellHeadline(source, value.blocks, say);
  return { value, findings: findings() };
}

/** The blocks of a text that begins at `body`: release.md behind its head, or a text of company.yaml. Undefined where it is too large. */
export function readBlocks(source: SourceText, body: number, say: Say): readonly TextBlock[] | undefined {
  // What stands before is blanked out, so that every offset stays what it is.
  const text = `${source.text.slice(0, body).replace(/[^\n]/g, " ")}${source.text.slice(body)}`;
  const size = sizeTrouble(text);
  if (size !== undefined) {
    const remedy = "Look whether it is the file that is meant; tables stand in tables.yaml.";
    say("file-too-large", source.at(size.start), size.message, remedy);
    return undefined;
  }
  return blocksFrom(markdownNodes(text), source, say);
}

function tellHeadline(source: SourceText, blocks: readonly TextBlock[], say: Say): void {
  const headlines = blocks.filter((block) => block.kind === "heading" && block.level === 1);
  const [first, second] = headlines;
  const remedy = "Write the headline once, in a line that begins with one #; headings below it begin with ##.";
  if (first === undefined)
    say("headline-not-one", source.at(0), "No headline stands in this text; a release has one.", remedy);
  else if (second !== undefined)
    say("headline-not-one", source.at(second.start), "A second headline stands here; a release has one.", remedy);
}
