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

/** Puts a class on the spans of these ids, and takes it from those that had it before. */
export function light(name: string, ids: readonly string[], page: HTMLElement): void {
  for (const span of [...page.getElementsByClassName(name)]) span.classList.remove(name);
  for (const id of ids) for (const span of spansOf(id)) span.classList.add(name);
}

/** Of a long way nothing can be seen while it is gone, so it is not gone slowly. */
const LONGEST_WAY = 2500;

export function bringIntoView(id: string, page?: HTMLElement): void {
  const span = document.getElementById(id);
  if (span === null) return;
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const way = page === undefined ? 0 : span.getBoundingClientRect().top - page.getBoundingClientRect().top;
  const behavior = isStill || Math.abs(way) > LONGEST_WAY ? "instant" : "smooth";
  span.scrollIntoView({ block: "center", inline: "nearest", behavior });
}

/** Puts the keyboard where the reader looks. */
export const focusOn = (id: string): void => document.getElementById(id)?.focus({ preventScroll: true });
