import { createHash } from "node:crypto";
import { parse } from "parse5";
import { describe, expect, it } from "vitest";
import { checkDocument } from "../tieout/check.ts";
import { textOf } from "../tieout/report/text.ts";
import { write } from "../tieout/report/write.ts";
import { evidenceOf } from "./evidence-of.ts";
import { evidencePage } from "./evidence-page.ts";
import { type IndexEntry, indexPage } from "./index-page.ts";
import { shownDocument } from "./shown-document.ts";

const TEXT = `<html><body style="color:#333"><h1>Halvorsen Reports Third Quarter Results</h1><p>Sales ($ millions)</p>
<table><tr><td></td><td>2007</td><td>2006</td></tr><tr><td>Pumps</td><td>150</td><td>140</td></tr><tr><td>Valves</td><td>250</td><td>230</td></tr>
<tr><td>Total</td><td>470</td><td>370</td></tr></table></body></html>`;

const checked = checkedAs("drafts/</script><script>alert(1)</script>\u202e.htm");
function checkedAs(name: string) {
  const done = checkDocument(new TextEncoder().encode(TEXT), { name });
  if (done.kind === "refused") throw new Error(done.refusal.message);
  return done;
}
const CLIENT = { script: 'run("</script><!--", "\u2028");\r\n', style: "p::before{content:'</style>'}" };
const page = (client = CLIENT): string => evidencePage(evidenceOf(checked), shownDocument(checked), client);

interface Node {
  readonly nodeName: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
}
const nodes = (node: Node): readonly Node[] => [node, ...(node.childNodes ?? []).flatMap(nodes)];
const all = (html: string, name: string): readonly Node[] =>
  nodes(parse(html) as unknown as Node).filter(({ nodeName }) => nodeName === name);
const textIn = (node: Node): string =>
  nodes(node)
    .map(({ value = "" }) => value)
    .join("");
const attribute = (node: Node, wanted: string): string | undefined =>
  node.attrs?.find(({ name }) => name === wanted)?.value;

/** The hashes that the page's policy lets pass, and those of what it holds. */
function hashes(html: string, name: "script" | "style") {
  const policy = attribute(
    all(html, "meta").find((m) => attribute(m, "http-equiv") === "Content-Security-Policy")!,
    "content",
  )!;
  const allowed = new RegExp(`${name}-src ([^;]*);`).exec(policy)![1]!.split(" ");
  const held = all(html, name)
    .filter((node) => attribute(node, "type") !== "application/json")
    .map((node) => `'sha256-${createHash("sha256").update(textIn(node)).digest("base64")}'`);
  return { allowed, held };
}

describe("a page of evidence", () => {
  it("lets nothing run and nothing be worn but what it holds, by its hash", () => {
    for (const name of ["script", "style"] as const) {
      const { allowed, held } = hashes(page(), name);
      expect(held).toEqual(allowed);
    }
    expect(page()).toContain("default-src 'none'");
    expect(page()).not.toMatch(/unsafe-inline|unsafe-eval| style="/);
  });

  it("holds its script and its style whole, whatever stands in them", () => {
    const [, script] = all(page(), "script");
    expect(textIn(script!)).toBe('run("<\\/script><\\!--", "\u2028");\n');
    expect(textIn(all(page(), "style")[0]!)).toBe("p::before{content:'<\\/style>'}");
  });

  it("carries the evidence as JSON, a stranger's words in it and all", () => {
    const [data] = all(page(), "script");
    expect(attribute(data!, "id")).toBe("evidence");
    expect(JSON.parse(textIn(data!))).toEqual(JSON.parse(JSON.stringify(evidenceOf(checked))));
    expect(all(page(), "script")).toHaveLength(2);
  });

  it("can be read without a script: title, counts and findings as on a terminal, with links into the document", () => {
    const html = page();
    const plain = textIn(all(html, "div").find((node) => attribute(node, "class") === "plain")!).replace(/\s+/g, " ");
    const terminal = textOf(checked, { columns: 10_000 }).replace(/\s+/g, " ");
    for (const words of ["9 figures, 6 of them measurements", "total-does-not-foot"]) expect(plain).toContain(words);
    for (const { message, remedy } of checked.findings) {
      expect(plain).toContain(message);
      expect(plain).toContain(remedy);
    }
    expect(terminal).toContain(/\d+ figures, \d+ of them measurements: [^.]*\. This proves[^.]*\./.exec(plain)![0]);
    const ids = new Set(nodes(parse(html) as unknown as Node).map((node) => attribute(node, "id")));
    const targets = all(html, "a").map((node) => attribute(node, "href")!.slice(1));
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.filter((id) => !ids.has(id))).toEqual([]);
    expect(all(html, "html").map((node) => attribute(node, "lang"))).toEqual(["en"]);
  });

  it("makes marks that turn text around visible", () => {
    expect(page().replace(/<script type="application\/json"[\s\S]*/, "")).not.toContain("\u202e");
  });

  it("is the same every time", () => {
    expect(page()).toBe(page());
  });
});

describe("an index of pages", () => {
  const entry = (path: string, counts: Partial<IndexEntry["report"]["summary"]>): IndexEntry => ({
    report: {
      path,
      summary: { ...write(checked).summary, errors: 0, contradicted: 0, warnings: 0, untied: 0, ...counts },
    },
    title: `Results of ${path}`,
    page: `${path}.html`,
  });
  const order = (entries: readonly IndexEntry[]): readonly string[] =>
    [...indexPage(entries, "").matchAll(/Results of (\w+)</g)].map((match) => match[1]!);

  it("names first what could not be read, then what is worst", () => {
    const refused: IndexEntry = {
      ...entry("e", {}),
      page: null,
      report: { ...entry("e", {}).report, refused: { code: "no-text", message: "The page shows <no> text." } },
    };
    const entries = [
      entry("a", {}),
      entry("b", { warnings: 9 }),
      entry("c", { errors: 1 }),
      entry("d", { untied: 3 }),
      refused,
    ];
    expect(order(entries)).toEqual(["e", "c", "b", "d", "a"]);
    expect(indexPage(entries, "")).toContain("The page shows &lt;no&gt; text.");
    expect(order([entry("b", {}), entry("a", {})])).toEqual(["a", "b"]);
  });

  it("runs nothing", () => {
    expect(indexPage([entry("<script>", {})], "p{}")).toContain("script-src 'none'");
    expect(all(indexPage([entry("<script>alert(1)</script>", {})], "p{}"), "script")).toEqual([]);
  });
});
