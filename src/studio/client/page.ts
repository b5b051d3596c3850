import { darkPaper } from "../../viewer/client/dark-paper.ts";
import { layOut } from "../../viewer/client/lay-out.ts";
import { putShown } from "../../viewer/client/own-sheets.ts";
import { lightAgain, spansOf } from "../../viewer/client/spans.ts";
import type { DocumentView } from "../desk-view.ts";

/**
 * Puts a shown document on the page. The markup is from the closed list of `ShownDocument`. Of a document that is there already only the states of
 * its figures are set anew, so that the reader stays where he is.
 */
export function putDocument(page: HTMLElement, { html, evidence }: Pick<DocumentView, "html" | "evidence">): void {
  const { refused, sha256 } = evidence.report;
  const isSame = page.dataset["sha256"] === sha256;
  page.dataset["sha256"] = sha256 ?? "";
  if (refused !== undefined) page.textContent = `This document cannot be read. ${refused.message}`;
  else if (!isSame || !setStates(page, html)) swap(page, html);
}

/** False where other passages are marked than before; the figures of one document are the same. */
function setStates(page: HTMLElement, html: string): boolean {
  const next = document.createElement("template");
  next.innerHTML = html;
  const idsOf = (root: ParentNode): string =>
    [...root.querySelectorAll(".figure, .passage")].map(({ id }) => id).join(" ");
  if (idsOf(page) !== idsOf(next.content)) return false;
  for (const figure of page.querySelectorAll<HTMLElement>("[data-found]")) delete figure.dataset["found"];
  for (const span of next.content.querySelectorAll<HTMLElement>(".figure, .passage")) {
    const own = document.getElementById(span.id);
    const name = span.classList.contains("figure") ? "status" : "severity";
    if (own !== null && own.dataset[name] !== span.dataset[name]) own.dataset[name] = span.dataset[name] ?? "";
  }
  return true;
}

function swap(page: HTMLElement, html: string): void {
  const { scrollTop } = page;
  putShown(page, html);
  layOut(page);
  lightAgain(page);
  page.scrollTop = scrollTop;
  page.querySelector(".chosen")?.scrollIntoView({ block: "center" });
}

/** Puts the earlier draft beside it; its figures are "was-f12", since the later draft has the other names. */
export function putEarlier(pane: HTMLElement, html: string, page: HTMLElement): void {
  putShown(pane, html);
  darkPaper(page);
  // As large as the later draft, whose viewer has counted its columns.
  pane.style.setProperty("--columns", page.style.getPropertyValue("--columns"));
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
