import { spansOf } from "../../viewer/client/spans.ts";
import type { DocumentView } from "../desk-view.ts";

/**
 * Puts a shown document on the page. The markup is from the closed list of `ShownDocument`. What was lit before stays lit, for an act
 * changes the states of figures and not what the reader looks at.
 */
export function putDocument(page: HTMLElement, { html, evidence }: Pick<DocumentView, "html" | "evidence">): void {
  const { scrollTop } = page;
  const lit = ["chosen", "operand", "result", "pointed"].map(
    (name) => [name, [...page.getElementsByClassName(name)].map(({ id }) => id)] as const,
  );
  const { refused } = evidence.report;
  if (refused === undefined) page.innerHTML = html;
  else page.textContent = `This document cannot be read. ${refused.message}`;
  for (const [name, ids] of lit) for (const id of ids) document.getElementById(id)?.classList.add(name);
  page.scrollTop = scrollTop;
}

/** Puts the earlier draft beside it; its figures are "was-f12", since the later draft has the other names. */
export function putEarlier(pane: HTMLElement, html: string): void {
  pane.innerHTML = html;
  for (const named of pane.querySelectorAll<HTMLElement>("[id]")) {
    named.id = `was-${named.id}`;
    named.removeAttribute("tabindex");
  }
}

/** Shows at each figure what people have decided about it. */
export function decorate(page: HTMLElement, { marks, signOffs }: DocumentView): void {
  for (const span of page.querySelectorAll<HTMLElement>("[data-decided]")) delete span.dataset["decided"];
  const words = new Map<string, Set<string>>();
  const add = (id: string, word: string): void => {
    const known = words.get(id);
    if (known === undefined) words.set(id, new Set([word]));
    else known.add(word);
  };
  for (const { figure, kind } of signOffs)
    if (figure !== null && kind !== "withdrawn") add(figure, kind === "void" ? "void" : "signed");
  for (const { kind, figures } of marks) for (const id of figures) add(id, kind === "question" ? "question" : "marked");
  for (const [id, decided] of words) {
    // A signature that was given anew stands for the one that is void.
    if (decided.has("signed")) decided.delete("void");
    for (const span of spansOf(id).slice(0, 1)) span.dataset["decided"] = [...decided].sort().join(" ");
  }
}
