import type { Inline } from "../../release/release.ts";
import { webAddress } from "../web-address.ts";
import { putFigure } from "./_figure.ts";
import { escaped, put, putText, type Sheet } from "./_sheet.ts";

export function putInlines(sheet: Sheet, content: readonly Inline[]): void {
  for (const inline of content) putInline(sheet, inline);
}

function putInline(sheet: Sheet, inline: Inline): void {
  switch (inline.kind) {
    case "text": {
      const tags = [...(inline.strong ? ["strong"] : []), ...(inline.emphasis ? ["em"] : [])];
      put(sheet, tags.map((tag) => `<${tag}>`).join(""));
      putText(sheet, inline.text);
      put(
        sheet,
        [...tags]
          .reverse()
          .map((tag) => `</${tag}>`)
          .join(""),
      );
      return;
    }
    case "figure":
      putFigure(sheet, inline.figure);
      return;
    case "literal":
      putText(sheet, inline.text);
      return;
    case "link":
      putLink(sheet, inline.text, webAddress(inline.url));
      return;
    case "break":
      put(sheet, "<br>");
  }
}

/** A link to a place that a reader can be sent to; else its words alone. */
export function putLink(sheet: Sheet, text: string, address: string | undefined): void {
  if (address === undefined) {
    putText(sheet, text);
    return;
  }
  const isPlain = address === text || address === `mailto:${text}` || address.replace(/^https?:\/\//i, "") === text;
  put(sheet, `<a${isPlain ? "" : ' class="told"'} href="${escaped(address)}">`);
  putText(sheet, text);
  put(sheet, "</a>");
}
