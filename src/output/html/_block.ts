import type { Block, Chart, Contacts, Event, Heading, List, Paragraph, ReleaseTable } from "../../release/release.ts";
import { plainText } from "../plain-text.ts";
import { mailAddress } from "../web-address.ts";
import { putChart } from "./_chart.ts";
import { putInlines, putLink } from "./_inline.ts";
import { escaped, nameFor, put, putText, type Sheet } from "./_sheet.ts";
import { putTable, tableName } from "./_table.ts";

/** Puts down blocks in their order; what belongs together (the words of one person, the legal part) stands in one element. */
export function putBlocks(sheet: Sheet, blocks: readonly Block[]): void {
  const legal = legalOf(blocks);
  const tables = blocks.filter((block) => block.kind === "table");
  let isLegal = false;
  let deepest = 1;
  for (const [i, block] of blocks.entries()) {
    if (legal[i] !== isLegal) {
      isLegal = !isLegal;
      put(sheet, isLegal ? '<div class="legal">\n' : "</div>\n");
    }
    const before = blocks[i - 1];
    if (block.kind === "heading") {
      // A heading may be one step below the heading before it, and no more.
      const level = block.level === 1 ? (i === firstHeadline(blocks) ? 1 : 2) : Math.min(block.level, deepest + 1);
      deepest = level;
      putHeading(sheet, block, { level, subhead: subheadAfter(blocks, i) });
    } else if (block.kind === "event") {
      putEvent(sheet, block, saysSame(before, block.title));
      deepest = 2;
    } else if (block.kind === "contacts") {
      putContacts(sheet, block, before?.kind === "heading");
      deepest = 2;
    } else if (block.kind === "paragraph") {
      const isTaken = block.role === "subhead" && before?.kind === "heading" && before.level === 1;
      if (!isTaken) putParagraph(sheet, block, before, blocks[i + 1]);
    } else putOther(sheet, block, tables);
  }
  if (isLegal) put(sheet, "</div>\n");
}

function putOther(sheet: Sheet, block: List | ReleaseTable | Chart, tables: readonly ReleaseTable[]): void {
  if (block.kind === "list") putList(sheet, block);
  else if (block.kind === "table") putTable(sheet, block, tableName(tables.indexOf(block)));
  else putChart(sheet, block, tables);
}

const firstHeadline = (blocks: readonly Block[]): number =>
  blocks.findIndex((block) => block.kind === "heading" && block.level === 1);

/** Small paragraphs, with the headings and lists between and right before them. */
function legalOf(blocks: readonly Block[]): readonly boolean[] {
  const legal = blocks.map((block) => block.kind === "paragraph" && block.role === "small");
  for (let i = blocks.length - 2; i >= 0; i--) {
    const block = blocks[i]!;
    if (legal[i + 1] && block.kind === "heading" && block.level > 1) legal[i] = true;
  }
  for (let i = 1; i < blocks.length; i++) if (legal[i - 1] && blocks[i]?.kind === "list") legal[i] = true;
  return legal;
}

function subheadAfter(blocks: readonly Block[], i: number): Paragraph | undefined {
  const next = blocks[i + 1];
  return next?.kind === "paragraph" && next.role === "subhead" ? next : undefined;
}

interface HeadingLook {
  readonly level: number;
  readonly subhead: Paragraph | undefined;
}

function putHeading(sheet: Sheet, heading: Heading, { level, subhead }: HeadingLook): void {
  const hasSubhead = heading.level === 1 && subhead !== undefined;
  put(sheet, `${hasSubhead ? "<hgroup>\n" : ""}<h${level}>`);
  putInlines(sheet, heading.content);
  put(sheet, `</h${level}>\n`);
  if (!hasSubhead) return;
  putParagraph(sheet, subhead, undefined, undefined);
  put(sheet, "</hgroup>\n");
}

const isQuotation = (block: Block | undefined): boolean => block?.kind === "paragraph" && block.role === "quotation";

function putParagraph(sheet: Sheet, block: Paragraph, before: Block | undefined, behind: Block | undefined): void {
  const { role } = block;
  if (role === "quotation" && !isQuotation(before)) put(sheet, "<blockquote>\n");
  put(sheet, role === "subhead" ? '<p class="subhead">' : "<p>");
  putInlines(sheet, block.content);
  put(sheet, "</p>\n");
  if (role === "quotation" && !isQuotation(behind)) put(sheet, "</blockquote>\n");
}

function putList(sheet: Sheet, list: List): void {
  put(sheet, "<ul>\n");
  for (const item of list.items) {
    put(sheet, "<li>");
    putInlines(sheet, item);
    put(sheet, "</li>\n");
  }
  put(sheet, "</ul>\n");
}

const saysSame = (before: Block | undefined, title: string): boolean =>
  before?.kind === "heading" && plainText(before.content).trim() === title.trim();

function putEvent(sheet: Sheet, event: Event, isTold: boolean): void {
  const name = nameFor(sheet, "event");
  const hasTitle = !isTold && event.title !== "";
  put(sheet, hasTitle ? `<section class="event" aria-labelledby="${name}">\n` : '<div class="event">\n');
  if (hasTitle) {
    put(sheet, `<h2 id="${name}">`);
    putText(sheet, event.title);
    put(sheet, "</h2>\n");
  }
  for (const line of event.lines) {
    put(sheet, "<p>");
    putInlines(sheet, line);
    put(sheet, "</p>\n");
  }
  put(sheet, hasTitle ? "</section>\n" : "</div>\n");
}

function putContacts(sheet: Sheet, { people }: Contacts, isTold: boolean): void {
  if (people.length === 0) return;
  if (!isTold) put(sheet, "<h2>Contacts</h2>\n");
  put(sheet, '<div class="contacts">\n');
  for (const { name, title, phone, email } of people) {
    put(sheet, `<p><strong>${escaped(name)}</strong>`);
    for (const line of [title, phone]) if (line !== undefined && line !== "") put(sheet, `<br>\n${escaped(line)}`);
    if (email !== undefined && email !== "") {
      put(sheet, "<br>\n");
      putLink(sheet, email, mailAddress(email));
    }
    put(sheet, "</p>\n");
  }
  put(sheet, "</div>\n");
}
