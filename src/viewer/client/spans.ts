/** The elements of one figure or passage: more than one where a tag stands inside of it ("f12", "f12-2", ...). */
export function spansOf(id: string): readonly HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let span = document.getElementById(id), n = 2; span !== null; n++) {
    found.push(span);
    span = document.getElementById(`${id}-${n}`);
  }
  return found;
}

/** The id of the figure or passage that an element of the page stands in. */
export const idAt = (element: Element): string | undefined =>
  element.closest(".figure, .passage")?.id.replace(/-\d+$/, "");

/** What is lit up on each page, by the class: to look for it among all elements of a long document takes longer than to light it. */
const LIT = new WeakMap<HTMLElement, Map<string, readonly string[]>>();

const litOn = (page: HTMLElement): Map<string, readonly string[]> => {
  const known = LIT.get(page) ?? new Map<string, readonly string[]>();
  LIT.set(page, known);
  return known;
};

/** Puts a class on the spans of these ids, and takes it from those that had it before. */
export function light(name: string, ids: readonly string[], page: HTMLElement): void {
  const lit = litOn(page);
  for (const id of lit.get(name) ?? []) for (const span of spansOf(id)) span.classList.remove(name);
  for (const id of ids) for (const span of spansOf(id)) span.classList.add(name);
  lit.set(name, ids);
}

/** Lights up again what was, on a page that holds another document now. */
export function lightAgain(page: HTMLElement): void {
  for (const [name, ids] of litOn(page)) light(name, ids, page);
}

/** Of a long way nothing can be seen while it is gone, so it is not gone slowly. */
const LONGEST_WAY = 2500;

export function bringIntoView(id: string, page?: HTMLElement): void {
  const span = document.getElementById(id);
  if (span === null) return;
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  // Where the piece stands is known; where the span stands in it would have to be laid out first.
  const near = span.closest(".piece") ?? span;
  const way = page === undefined ? 0 : near.getBoundingClientRect().top - page.getBoundingClientRect().top;
  const behavior = isStill || Math.abs(way) > LONGEST_WAY ? "instant" : "smooth";
  span.scrollIntoView({ block: "center", inline: "nearest", behavior });
}

/** Puts the keyboard where the reader looks. */
export const focusOn = (id: string): void => document.getElementById(id)?.focus({ preventScroll: true });
