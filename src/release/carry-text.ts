import type { Calendar } from "../books/periods.ts";
import { gathered } from "../books/said.ts";
import { join, type Printed } from "../text/printed.ts";
import { readHead } from "./_head.ts";
import { contentOf } from "./_inlines.ts";
import { type MarkdownNode, markdownNodes } from "./_markdown.ts";
import { sizeTrouble } from "./_size.ts";
import type { Binding, FigureAsk } from "./binding.ts";
import { type CarryNote, type CarryWork, worksOf } from "./carry-changes.ts";
import { carriedCodes } from "./carry-codes.ts";
import { carriedHead } from "./carry-head.ts";
import { type CarryReason, carryMark, carryTold, isDated, isOutlook, isQuoting } from "./carry-mark.ts";
import type { CarryStep } from "./carry-period.ts";
import { FIGURE, OTHER, sentencesOf } from "./carry-sentences.ts";
import type { TextInline } from "./release-text.ts";
import { pieceOf, type SourceText, sourceText } from "./source-text.ts";

interface Carrier {
  readonly source: SourceText;
  readonly step: CarryStep;
  readonly calendar: Calendar;
  readonly works: CarryWork[];
  /** Whether the legal part has begun. */
  isSmall: boolean;
  /** What the heading above says of the text below it. */
  section: "text" | "standing" | "outlook";
}

/** What is done to release.md: codes of its bindings moved, and marks before what cannot be moved. Never throws. */
export function carriedText(path: string, text: string, step: CarryStep, calendar: Calendar): CarryWork {
  const source = sourceText(path, text);
  const { say } = gathered();
  const { body } = readHead(source, say);
  const blanked = `${text.slice(0, body).replace(/[^\n]/g, " ")}${text.slice(body)}`;
  const head = carriedHead(text, body, step);
  const size = sizeTrouble(blanked);
  if (size !== undefined) return worksOf([head, unread(size.start, size.message)]);
  const carrier: Carrier = { source, step, calendar, works: [head], isSmall: false, section: "text" };
  for (const node of markdownNodes(blanked)) carryNode(carrier, node);
  return worksOf(carrier.works);
}

/** What could not be read is carried as it stands: the build tells what is wrong with it. */
const unread = (at: number, message: string): CarryWork => ({
  changes: [],
  notes: [{ kind: "look", at, words: `nothing of this was looked through, for it cannot be read: ${message}` }],
});

function carryNode(carrier: Carrier, node: MarkdownNode): void {
  switch (node.type) {
    case "heading":
      carrySection(carrier, node);
      carryHolder(carrier, node, (node.depth ?? 1) === 1 ? "headline" : "heading");
      return;
    case "paragraph":
      carryHolder(carrier, node, carrier.isSmall ? "small" : "text");
      return;
    case "blockquote":
      carryQuotation(carrier, node);
      return;
    case "leafDirective":
      if (node.name === "small" || node.name === "end") carrier.isSmall = node.name === "small";
      else if (node.name === "subhead") carryHolder(carrier, node, "text");
      return;
    default:
      for (const child of node.children) if (isBlock(child)) carryNode(carrier, child);
  }
}

const BLOCKS = new Set([
  "heading",
  "paragraph",
  "blockquote",
  "leafDirective",
  "list",
  "listItem",
  "containerDirective",
]);
const isBlock = ({ type }: MarkdownNode): boolean => BLOCKS.has(type);

/** Sections that stand in every release: that no figure moves in them is as it should be. */
const STANDING =
  /^\s*(?:about|contacts?|(?:use of )?non-gaap|forward-looking|safe harbou?r|conference call|webcast)\b/i;

function carrySection(carrier: Carrier, node: MarkdownNode): void {
  const words = carrier.source.text.slice(node.children[0]?.start ?? node.start, node.end);
  carrier.section = STANDING.test(words)
    ? "standing"
    : /\b(?:outlook|guidance|forecast)/i.test(words)
      ? "outlook"
      : "text";
}

/** Somebody's words are theirs: all of a quotation is to be looked at, whatever stands in it. */
function carryQuotation(carrier: Carrier, node: MarkdownNode): void {
  const holders = holdersIn(node);
  for (const holder of holders)
    moveCodes(
      carrier,
      contentOf(holder, carrier.source, () => {}),
    );
  const [first] = holders;
  const start = first?.children[0]?.start;
  if (first === undefined || start === undefined) return;
  mark(carrier, first, start, "quotation", carrier.source.text.slice(start, first.end));
}

const holdersIn = (node: MarkdownNode): readonly MarkdownNode[] =>
  node.children.flatMap((child) =>
    child.type === "paragraph" || child.type === "heading" ? [child] : isBlock(child) ? holdersIn(child) : [],
  );

type Role = "headline" | "heading" | "text" | "small";

function carryHolder(carrier: Carrier, node: MarkdownNode, role: Role): void {
  const content = contentOf(node, carrier.source, () => {});
  moveCodes(carrier, content);
  const printed = join(content.map(printedOf), "");
  const typed = content.flatMap((inline) => (inline.kind === "binding" ? wordsOf(inline.binding) : []));
  let typedAt = 0;
  let before: CarryReason | undefined;
  for (const { from, to } of sentencesOf(printed.text)) {
    const sentence = printed.text.slice(from, to);
    const count = sentence.split(OTHER).length + sentence.split(FIGURE).length - 2;
    const words = typed.slice(typedAt, typedAt + count).join(" ");
    typedAt += count;
    const reason = reasonOf(carrier, role, sentence, words);
    // Sentences that follow each other for one reason have one mark.
    if (reason !== undefined && reason !== before) {
      const { start, end } = pieceOf(printed, from, to);
      mark(carrier, node, start, reason, carrier.source.text.slice(start, end));
    }
    before = reason;
  }
}

function printedOf(inline: TextInline): Printed {
  if (inline.kind === "break") return { text: " ", pieces: [0, 0, 0] };
  if (inline.kind !== "binding") return inline.printed;
  const { kind } = inline.binding;
  const isFigure = kind === "figure" || kind === "word" || kind === "plural";
  return { text: isFigure ? FIGURE : OTHER, pieces: [0, inline.start, inline.end] };
}

/** What a binding says of a time beside its figures: the words to choose from, a literal, and what it is asked for by; one text for each binding. */
function wordsOf(binding: Binding): readonly string[] {
  switch (binding.kind) {
    case "literal":
      return [binding.text.text];
    case "calendar":
      return [binding.name === "dateline" ? DATELINE : ""];
    case "word":
      return [[...binding.words.map((word) => word.text), ...binding.asks.map(outlookOf)].join(" ")];
    case "plural":
      return [[...binding.words.map((word) => word.text), outlookOf(binding.ask)].join(" ")];
    case "figure":
      return [outlookOf(binding.ask)];
  }
}

/** A word that speaks of what is to come, where a figure does. */
const outlookOf = ({ measure, period }: FigureAsk): string =>
  /-guidance(?:-|$|@)/.test(measure.text) || period.some(({ text }) => text === "next") ? "guidance" : "";

const DATELINE = "{dateline}";

function reasonOf(carrier: Carrier, role: Role, sentence: string, words: string): CarryReason | undefined {
  const isTyped = isDated(sentence) || isDated(words);
  if (role === "heading" || role === "small") return isTyped ? "typed" : undefined;
  const isMoved = [FIGURE, OTHER].some((sign) => sentence.includes(sign));
  if (role === "headline") return isTyped ? "typed" : isMoved ? undefined : "unmoved";
  if (isQuoting(sentence)) return "quotation";
  if (carrier.section === "outlook" || isOutlook(sentence) || isOutlook(words)) return "outlook";
  if (isTyped) return "typed";
  const isStanding = carrier.section === "standing" || words.includes(DATELINE) || !/\p{L}/u.test(sentence);
  return sentence.includes(FIGURE) || isStanding ? undefined : "unmoved";
}

function moveCodes({ step, calendar, works }: Carrier, content: readonly TextInline[]): void {
  for (const inline of content)
    if (inline.kind === "binding") works.push(carriedCodes(inline.binding, step, calendar, inline.start));
}

const SPANS = new Set(["strong", "emphasis", "link", "linkReference"]);

/** Puts a mark before a character of a text; not into a link, and not between a backslash and the sign that it escapes. */
function mark(
  { source, step, works }: Carrier,
  holder: MarkdownNode,
  at: number,
  reason: CarryReason,
  words: string,
): void {
  let start = at;
  for (const span of spansAround(holder, at))
    if (span.type === "link" || /^[*_]*$/.test(source.text.slice(span.start, start)))
      start = Math.min(start, span.start);
  let escapes = 0;
  while (source.text[start - 1 - escapes] === "\\") escapes++;
  if (escapes % 2 === 1) start--;
  const note: CarryNote = { kind: "marked", at: start, words: carryTold(reason, words) };
  works.push({ changes: [{ start, end: start, text: `${carryMark(reason, step.from)} ` }], notes: [note] });
}

/** The emphasised words and links that an offset lies in, from inside. */
function spansAround(node: MarkdownNode, at: number): readonly MarkdownNode[] {
  const inner = node.children.find((child) => child.start <= at && at < child.end);
  if (inner === undefined) return [];
  return [...spansAround(inner, at), ...(SPANS.has(inner.type) ? [inner] : [])];
}
