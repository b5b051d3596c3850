import { Parser } from "htmlparser2";
import type { CheckedDocument } from "../tieout/report/checked.ts";
import type { ShownDocument } from "./evidence.ts";
import { type Marker, markerOf } from "./marked-text.ts";
import { escapeText, safeAttributes, treatmentOf } from "./safe-markup.ts";

/** How deep elements may stand in each other; what is deeper is shown on that level. Browsers stop at about as many. */
const DEEPEST = 400;

/** The document made safe to show, with its figures and passages marked; see `ShownDocument`. */
export function shownDocument(checked: CheckedDocument): ShownDocument {
  const { source, format } = checked.document;
  const marker = markerOf(checked);
  if (format === "html" || format === "ixbrl") return { html: shownPage(source, marker) };
  return { html: `<pre class="${format}">${marker(0, source.length, "text")}</pre>` };
}

interface Open {
  readonly name: string;
  /** What closes it in the page; empty for an element that was unwrapped or left out. */
  readonly end: string;
  readonly silent: boolean;
}

function shownPage(source: string, marker: Marker): string {
  const out: string[] = [];
  const open: Open[] = [];
  let silent = 0;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const treatment = treatmentOf(name);
        if (treatment.kind === "silent") silent++;
        const isShown = silent === 0 && treatment.kind === "kept" && depth < DEEPEST;
        if (isShown) out.push(`<${treatment.name}${safeAttributes(attributes)}>`);
        else if (silent === 0 && name === "img") out.push(picture(attributes["alt"] ?? ""));
        const end = isShown && !treatment.isVoid ? `</${treatment.name}>` : "";
        if (end !== "") depth++;
        open.push({ name, end, silent: treatment.kind === "silent" });
      },
      onclosetag(name) {
        const top = open.pop();
        if (top === undefined || top.name !== name) throw new Error(`"${name}" closes what is not open`);
        if (top.silent) silent--;
        if (top.end === "") return;
        depth--;
        out.push(top.end);
      },
      ontext() {
        if (silent === 0) out.push(marker(parser.startIndex, parser.endIndex + 1, "markup"));
      },
    },
    { decodeEntities: false, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(source);
  parser.end();
  return out.join("");
}

/** Where a picture stood; it is neither fetched nor shown. */
const picture = (words: string): string =>
  `<span class="picture">${words.trim() === "" ? "[picture]" : `[picture: ${escapeText(words.trim().slice(0, 200))}]`}</span>`;
