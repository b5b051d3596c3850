/** The elements of one figure or passage: more than one where a tag stands inside of it ("f12", "f12-2", ...). */
export function spansOf(id: string): readonly HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let span = document.getElementById(id), n = 2; span !== null; n++) {
    found.push(span);
    span = document.getElementById(`${id}-${n}`);
  }
  return found;
}

/** Puts a class on the spans of these ids, and takes it from those that had it before. */
export function light(name: string, ids: readonly string[], page: HTMLElement): void {
  for (const span of [...page.getElementsByClassName(name)]) span.classList.remove(name);
  for (const id of ids) for (const span of spansOf(id)) span.classList.add(name);
}

export function bringIntoView(id: string): void {
  const span = document.getElementById(id);
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  span?.scrollIntoView({ block: "center", inline: "nearest", behavior: isStill ? "auto" : "smooth" });
}
