import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { keptSink, type MemoryFiles, memoryEffects } from "../../test/machine.ts";
import { SALES } from "../../test/sales-table.ts";
import { processEffects } from "./effects.ts";
import { main } from "./main.ts";
import { pagesAt } from "./pages.ts";

const CLEAN = "Our stores opened on time, and revenue was $5 million.\n";
const OURS = '<meta name="generator" content="Tickmark">';

interface Written {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  /** The files that were written, by their paths. */
  readonly pages: ReadonlyMap<string, string>;
}

async function run(args: readonly string[], files: MemoryFiles, viewer = true): Promise<Written> {
  const said = { out: "", err: "" };
  const pages = new Map<string, string>();
  const into = (name: "out" | "err") =>
    keptSink((text) => {
      said[name] += text;
      return true;
    });
  const effects = memoryEffects(files, () => ({
    out: into("out"),
    err: into("err"),
    replace: async (path, bytes) => void pages.set(path, new TextDecoder().decode(bytes)),
    viewerClient: viewer
      ? async () => ({ script: "render()", style: "p{color:red}" })
      : () => Promise.reject(Object.assign(new Error("ENOENT"), { code: "ENOENT" })),
  }));
  return { status: await main(["check", ...args], effects), ...said, pages };
}

describe("tickmark check --html", () => {
  it("writes one page for one document, and says where", async () => {
    const { pages, err, status } = await run(["a.txt", "--html", "out/a.html"], { "a.txt": CLEAN });
    expect([...pages.keys()]).toEqual(["out/a.html"]);
    expect(pages.get("out/a.html")).toContain("Our stores opened on time");
    expect(err).toBe("tickmark: the page is out/a.html\n");
    expect(status).toBe(0);
  });

  it("prints what it prints without a page", async () => {
    const files = { "a.txt": SALES, "marks.yaml": "marks: []\n", "with.txt": CLEAN };
    const args = ["--json", "a.txt", "--marks", "marks.yaml", "--with", "with.txt"];
    const plain = await run(args, files);
    const { out, status, pages } = await run(["--html", "a.html", ...args], files);
    expect(out).toBe(plain.out);
    expect(status).toBe(plain.status);
    expect(pages.get("a.html")).toContain("total-does-not-foot");
  });

  it("writes a folder with an index for several, the worst first, the unread before", async () => {
    const files = { "q3/a.txt": CLEAN, "q3/b.txt": SALES, "q3/c.txt": "" };
    const { pages, err, status } = await run(["q3", "--html", "out/"], files);
    expect([...pages.keys()].sort()).toEqual(["out/a.txt.html", "out/b.txt.html", "out/index.html"]);
    const index = pages.get("out/index.html")!;
    const order = ["q3/c.txt", "q3/b.txt", "q3/a.txt"].map((path) => index.indexOf(`<span>${path}</span>`));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(index).toContain('<a href="b.txt.html">');
    expect(index).toContain("Not read.");
    expect(index).toContain("1 with errors, 1 that could not be read, 1 without errors");
    expect(err).toContain("2 of 3 documents have a page; out/index.html lists them\n");
    expect(status).toBe(2);
  });

  it("gives pages names that no other has, on any disk and in any address", async () => {
    const paths = ["a/q3.txt", "b/Q3.TXT", "c/in dex?.txt", "d/..txt", "e/con.txt", "f/Résumé <b>.txt", "g/index"];
    const { pages } = await run([...paths, "--html", "out"], Object.fromEntries(paths.map((path) => [path, CLEAN])));
    expect([...pages.keys()].sort()).toEqual(
      [
        "out/Q3.TXT-2.html",
        "out/Résumé-b-.txt.html",
        "out/document-con.txt.html",
        "out/in-dex-.txt.html",
        "out/index-2.html",
        "out/index.html",
        "out/q3.txt.html",
        "out/txt.html",
      ].sort(),
    );
    for (const name of ["Q3.TXT-2", "R%C3%A9sum%C3%A9-b-.txt"])
      expect(pages.get("out/index.html")).toContain(`href="${name}.html"`);
  });

  it("cuts long names between characters, to what a disk takes", async () => {
    const paths = [`${"a".repeat(119)}\u{1d400}.htm`, `${"\u6c49".repeat(83)}.htm`, `a/${"\u6c49".repeat(83)}.htm`];
    const { pages, err } = await run(
      [...paths, "--html", "out"],
      Object.fromEntries(paths.map((path) => [path, CLEAN])),
    );
    expect(err).toContain("3 of 3 documents have a page");
    const names = [...pages.keys()].map((path) => path.replace("out/", ""));
    expect(names).toEqual([
      `${"a".repeat(119)}.html`,
      `${"\u6c49".repeat(66)}.html`,
      `${"\u6c49".repeat(66)}-2.html`,
      "index.html",
    ]);
  });

  it.each([
    ["the document", ["a.html", "--html", "a.html"], "would write over a.html, which this command reads"],
    ["it by another name", ["a.html", "--html", "./x/../a.html"], "would write over a.html"],
    ["the marks", ["a.html", "--marks", "m.yaml", "--html", "m.yaml"], "would write over m.yaml"],
    [
      "the rules",
      ["a.html", "--rules", "r.yaml", "--html", "r.yaml"],
      "would write over r.yaml, which this command reads",
    ],
    ["the other documents", ["a.html", "--with", "b.txt", "--html", "b.txt"], "would write over b.txt"],
    ["the earlier draft", ["a.html", "--since", "b.txt", "--html", "b.txt"], "would write over b.txt"],
    ["a document among several", ["b.txt", "out/b.txt.html", "--html", "out"], "would write over out/b.txt.html"],
    ["what is not ours", ["a.html", "--html", "notes.html"], "is no page of Tickmark's"],
    [
      "a page among several that is not ours",
      ["a.html", "b.txt", "--html", "mine/"],
      "mine/b.txt.html, which is no page of Tickmark's",
    ],
    [
      "an index that is not ours",
      ["a.html", "b.txt", "--html", "site"],
      "site/index.html, which is no page of Tickmark's",
    ],
    [
      "a file with a folder",
      ["a.html", "b.txt", "--html", "ours.html"],
      "is a file, and the pages of several documents need a folder",
    ],
    [
      "a folder that is checked",
      ["q3", "--html", "q3/pages"],
      "lies in q3, whose pages would be checked the next time",
    ],
  ])("writes nothing over %s, and checks nothing", async (_name, args, complaint) => {
    const files = {
      "a.html": CLEAN,
      "b.txt": CLEAN,
      "m.yaml": "marks: []\n",
      "r.yaml": "rules: []\n",
      "notes.html": "<p>Mine</p>",
      "ours.html": `<head>${OURS}`,
      "site/index.html": "<p>Mine</p>",
      "mine/a.html.html": OURS,
      "mine/b.txt.html": "MY OWN NOTES",
      "out/b.txt.html": CLEAN,
      "q3/a.txt": CLEAN,
    };
    const { pages, status, out, err } = await run(args, files);
    expect(err).toContain(complaint);
    expect([pages.size, out, status]).toEqual([0, "", 2]);
  });

  it("writes an earlier page of ours anew", async () => {
    const { pages } = await run(["b.txt", "--html", "ours.html"], { "b.txt": CLEAN, "ours.html": `<head>${OURS}` });
    expect([...pages.keys()]).toEqual(["ours.html"]);
    expect(pages.get("ours.html")).toContain(OURS);
  });

  it("says so where there is nothing to show, and where the viewer is not built", async () => {
    const refused = await run(["a.txt", "--html", "a.html"], { "a.txt": "" });
    expect(refused.err).toContain("a.html is not written: the document could not be read");
    expect([refused.pages.size, refused.status]).toEqual([0, 2]);
    const unbuilt = await run(["a.txt", "--html", "a.html"], { "a.txt": CLEAN }, false);
    expect(unbuilt.err).toContain("npm run build");
    expect([unbuilt.pages.size, unbuilt.status]).toEqual([0, 2]);
  });

  it("gives the same pages from several workers as from one", async () => {
    const files = { "a.txt": CLEAN, "b.txt": SALES, "c.txt": "" };
    const args = ["a.txt", "b.txt", "c.txt", "--html", "out", "--workers"];
    expect((await run([...args, "3"], files)).pages).toEqual((await run([...args, "1"], files)).pages);
  });
});

describe("pages through links", () => {
  const folder = mkdtempSync(join(tmpdir(), "tickmark-pages-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const drafts = join(folder, "drafts");
  mkdirSync(drafts);
  const [one, two] = ["q.htm", "q.htm.html"].map((name) => join(drafts, name)) as [string, string];
  for (const path of [one, two]) writeFileSync(path, CLEAN);
  symlinkSync(drafts, join(folder, "link"));
  mkdirSync(join(folder, "pages"));
  linkSync(two, join(folder, "pages", "q.htm.html"));
  symlinkSync(one, join(folder, "one.html"));
  const effects = { ...processEffects(), viewerClient: async () => ({ script: "", style: "" }) };
  const refused = async (to: string, paths: readonly string[], documents = paths): Promise<string> => {
    const pages = await pagesAt(join(folder, to), { paths, documents, read: [] }, effects);
    return "complaint" in pages ? pages.complaint : "";
  };

  it("write over no document, whichever way they lead to it", async () => {
    expect(await refused("link/", [one, two])).toContain(`would write over ${two}, which this command reads`);
    expect(await refused("pages/", [one, two])).toContain(`would write over ${two}`);
    expect(await refused("one.html", [one])).toContain(`would write over ${one}`);
  });

  it("go into no folder that is checked, whether or not they have one of their own there", async () => {
    for (const to of ["link/", "link/new/", "link/new/deep/"])
      expect(await refused(to, [drafts], [one])).toContain(`lies in ${drafts}, whose pages would be checked`);
    expect(await refused("new/", [drafts], [one, two])).toBe("");
  });
});
