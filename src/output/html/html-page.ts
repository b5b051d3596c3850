import { dayInWords } from "../../release/calendar-words.ts";
import type { Release } from "../../release/release.ts";
import { legible } from "../legible.ts";
import { plainText } from "../plain-text.ts";
import { putBlocks } from "./_block.ts";
import { escaped, newSheet, put, type Span } from "./_sheet.ts";
import { footed, STYLE } from "./_style.ts";

export interface HtmlOptions {
  /** The language that the release is written in, by its tag: "en", "en-GB". */
  readonly language: string;
}

export interface HtmlRelease {
  /** One page that needs nothing from outside: no script, no font, no picture. */
  readonly html: string;
  /** Where the digits of each bound figure stand, by its id, in UTF-16 code units of `html`; where a figure is printed twice, the first place. */
  readonly figures: ReadonlyMap<string, Span>;
}

/** The release as a web page for a screen of any width and for paper. The same release gives the same bytes. */
export function htmlPage(release: Release, { language }: HtmlOptions): HtmlRelease {
  const sheet = newSheet();
  put(
    sheet,
    `<!DOCTYPE html>\n<html lang="${escaped(/^[A-Za-z0-9-]{1,35}$/.test(language) ? language : "en")}">\n<head>\n`,
  );
  put(sheet, '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n');
  put(
    sheet,
    '<meta name="color-scheme" content="light dark">\n<meta name="format-detection" content="telephone=no">\n',
  );
  put(sheet, `<title>${escaped(release.title.trim() === "" ? release.company : release.title)}</title>\n`);
  put(sheet, describedBy(release));
  put(sheet, `<style>\n${STYLE}${footed(legible(release.company))}</style>\n</head>\n<body>\n`);
  put(sheet, '<a class="skip" href="#release">Skip to the release</a>\n');
  put(sheet, `<header class="mast">\n<p><span class="company">${escaped(release.company)}</span> `);
  put(sheet, `<time datetime="${escaped(release.date)}">${escaped(dayInWords(release.date))}</time></p>\n</header>\n`);
  put(sheet, '<main id="release">\n');
  putBlocks(sheet, release.blocks);
  put(sheet, "</main>\n</body>\n</html>\n");
  return { html: sheet.parts.join(""), figures: sheet.figures };
}

function describedBy(release: Release): string {
  const subhead = release.blocks.find((block) => block.kind === "paragraph" && block.role === "subhead");
  if (subhead?.kind !== "paragraph") return "";
  return `<meta name="description" content="${escaped(plainText(subhead.content))}">\n`;
}
