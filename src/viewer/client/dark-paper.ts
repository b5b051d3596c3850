import { deriveSheets, shownSheets } from "./own-sheets.ts";

const WHITE = /^(?:white|transparent|rgba?\(255, 255, 255(?:, [\d.]+)?\)|rgba\(0, 0, 0, 0\))$/;
const BORDERS = ["top", "right", "bottom", "left"] as const;

/** The rules that the page has now. */
let worn = "";

/**
 * Colours of a document were chosen for white paper. In the dark they give way to ours, so that all can be read: one rule for each
 * of the document's own, made from it. What was shaded stays shaded.
 */
export function darkPaper(page: HTMLElement): void {
  const rules: string[] = [];
  for (const sheet of shownSheets(page))
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSStyleRule)) continue;
      const own = darkened(rule.style);
      if (own !== "") rules.push(`:root[data-theme="dark"] ${rule.selectorText} { ${own} }`);
    }
  const text = rules.join("\n");
  if (text === worn) return;
  worn = text;
  const sheet = new CSSStyleSheet({ media: "screen" });
  sheet.replaceSync(text);
  deriveSheets([sheet]);
}

function darkened(style: CSSStyleDeclaration): string {
  let own = "";
  if (style.color !== "") own += "color: inherit !important; ";
  const ground = style.backgroundColor;
  if (ground !== "") own += `background-color: ${WHITE.test(ground) ? "transparent" : "var(--stripe)"} !important; `;
  if (BORDERS.some((side) => style.getPropertyValue(`border-${side}-color`) !== ""))
    own += "border-color: var(--soft) !important; ";
  return own;
}
