/** The style sheets of the documents that are shown, by the element that each is shown in, and those that follow from them. */
const own = new Map<HTMLElement, CSSStyleSheet>();
let derived: readonly CSSStyleSheet[] = [];

const wear = (): void => {
  document.adoptedStyleSheets = [...own.values(), ...derived];
};

/**
 * Puts a shown document into an element. Its style sheet is taken up by the object model, so that the policy of a page may forbid every
 * style that stands in markup.
 */
export function putShown(page: HTMLElement, html: string): void {
  const shown = document.createElement("template");
  shown.innerHTML = html;
  const texts = [...shown.content.querySelectorAll("style")].map((style) => {
    style.remove();
    return style.textContent ?? "";
  });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(texts.join("\n"));
  own.set(page, sheet);
  page.replaceChildren(shown.content);
  wear();
}

/** The sheets of all documents that are shown: taken up, or, in a page that was written with its document, those that stand in it. */
export const shownSheets = (page: HTMLElement): readonly CSSStyleSheet[] =>
  own.size > 0 ? [...own.values()] : [...page.querySelectorAll("style")].flatMap(({ sheet }) => sheet ?? []);

/** Wears these beside the documents' own. */
export function deriveSheets(sheets: readonly CSSStyleSheet[]): void {
  derived = sheets;
  wear();
}
