import { parse } from "parse5";
import { describe, expect, it } from "vitest";
import { factOf, figures, millions, PLACE, plain, type SaidPiece, says } from "../../../test/small-facts.ts";
import { smallRelease } from "../../../test/small-release.ts";
import type { Block, Release } from "../../release/release.ts";
import { htmlPage } from "./html-page.ts";

const releaseOf = (...blocks: readonly Block[]): Release => ({
  company: "Example, Inc.",
  title: "Example Reports",
  period: "2007-Q3",
  date: "2007-11-01",
  blocks,
  figures: [],
});
const page = (...blocks: readonly Block[]): string => htmlPage(releaseOf(...blocks), { language: "en" }).html;
const body = (html: string): string => /<main[^>]*>\n([\s\S]*)<\/main>/.exec(html)?.[1] ?? "";
const paragraph = (...pieces: readonly SaidPiece[]): Block => ({
  kind: "paragraph",
  role: "text",
  content: says(...pieces),
  place: PLACE,
});
const link = (text: string, url: string): Block => paragraph({ kind: "link", text, url });

describe("the page", () => {
  const release = smallRelease();
  const { html, figures: places } = htmlPage(release, { language: "en" });

  it("is the same bytes for the same release", () => {
    expect(htmlPage(smallRelease(), { language: "en" }).html).toBe(html);
  });

  it("knows where the digits of every figure stand", () => {
    for (const { id, text, from, to } of release.figures) {
      const { start, end } = places.get(id)!;
      expect([id, html.slice(start, end)]).toEqual([id, to > from ? text.slice(from, to) : text]);
    }
  });

  it("takes nothing from outside and runs nothing", () => {
    expect(html).not.toMatch(/<(script|link|img|iframe|object|embed)\b|\bsrc=|@import|url\((?!#)|\son\w+=/i);
  });

  it("has one headline, and headings that go down one step at a time", () => {
    const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map((match) => Number(match[1]));
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    expect(levels[0]).toBe(1);
    for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it("has the company's name at the foot of a printed page, and nothing of it is style", () => {
    const of = (company: string): string =>
      /@bottom-left\{content:"([^"]*)";/.exec(htmlPage({ ...release, company }, { language: "en" }).html)?.[1] ?? "";
    expect(of("Example, Inc.")).toBe("Example, Inc.");
    expect(of('A"}</style><b>\\ & Söhne')).toBe("A\\22 \\7d \\3c \\2f style\\3e \\3c b\\3e \\5c  \\26  S\\f6 hne");
  });

  it("is well-formed", () => {
    const errors: string[] = [];
    parse(html, { onParseError: (error) => errors.push(`${error.code} ${error.startLine}`) });
    expect(errors).toEqual([]);
  });

  it("gives every name once", () => {
    const names = [...html.matchAll(/\bid="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("a figure", () => {
  const desk = figures();

  it("below zero is heard as minus without a word in the text", () => {
    const minus = desk.bind(factOf({ measure: "net-income", period: "2007-Q3" }, millions("-5.1")));
    const brackets = desk.bind(factOf({ measure: "net-income", period: "2007-Q3" }, millions("-5.1")), {
      negative: "brackets",
    });
    expect(body(page(paragraph(minus, " and ", brackets)))).toBe(
      '<p><span class="figure" data-figure="F1"><span class="minus"><span aria-hidden="true">\u2212</span></span>$5.1 million</span> and ' +
        '<span class="figure" data-figure="F2">$<span class="minus"><span aria-hidden="true">(</span></span>5.1<span aria-hidden="true">)</span> million</span></p>\n',
    );
  });

  it("that rounds to zero is heard as zero, and what is not meaningful says so", () => {
    const zero = desk.bind(factOf({ measure: "growth", period: "2007-Q3", unit: "ratio" }, plain("0.001")), {
      unit: "bare",
    });
    const none = desk.bind(factOf({ measure: "growth", period: "2007-Q3", unit: "ratio" }, "not-meaningful"));
    const html = body(page(paragraph(zero, none)));
    expect(html).toContain('<span class="zero"><span aria-hidden="true">\u2014</span></span>');
    expect(html).toContain('<abbr title="not meaningful">NM</abbr>');
  });

  it("without a number leaves nothing behind", () => {
    const nil = desk.bind(factOf({ measure: "growth", period: "2007-Q3", unit: "ratio" }, "nil"));
    expect(body(page(paragraph("Grew", nil)))).toBe("<p>Grew</p>\n");
  });

  it("in words has its place as a whole, without what hedges it", () => {
    const six = desk.bind(factOf({ measure: "plants", period: "2007-Q3", unit: "count" }, plain("6.2")), {
      unit: "bare",
      words: true,
      about: true,
    });
    const { html, figures: places } = htmlPage(releaseOf(paragraph(six)), { language: "en" });
    const { start, end } = places.get(six.id)!;
    expect(html.slice(start, end)).toBe("six");
    expect(html).toContain("approximately six");
  });
});

describe("text of the workspace", () => {
  it("is text, whatever it looks like", () => {
    expect(body(page(paragraph("</main><script>alert('x')</script> & \"y\"")))).toBe(
      "<p>&lt;/main&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;y&quot;</p>\n",
    );
  });

  it("shows control characters and turned directions instead of obeying them", () => {
    expect(body(page(paragraph("a\u0000b\u202ec\u001b[31m\ud800")))).toBe("<p>a\u2400b\\u202ec\u241b[31m\ufffd</p>\n");
  });

  it("leads to the web and to mailboxes, and nowhere else", () => {
    expect(body(page(link("here", "https://example.com/a?b=1&c=2")))).toBe(
      '<p><a class="told" href="https://example.com/a?b=1&amp;c=2">here</a></p>\n',
    );
    expect(body(page(link("us", "mailto:ir@example.com")))).toContain('href="mailto:ir@example.com"');
    for (const url of [
      "javascript:alert(1)",
      "java\nscript:alert(1)",
      "data:text/html,x",
      "//example.com",
      "https://",
      "https://a b",
      "https://a\u202eb",
      "file:///etc/passwd",
    ])
      expect(body(page(link("here", url)))).toBe("<p>here</p>\n");
  });

  it("cannot leave the attribute of the language", () => {
    expect(htmlPage(releaseOf(), { language: '"><script>' }).html).toContain('<html lang="en">');
  });
});

describe("the order of blocks", () => {
  it("gathers the legal part with its headings", () => {
    const html = body(
      page(
        { kind: "heading", level: 1, content: says("Headline"), place: PLACE },
        paragraph("Text."),
        { kind: "heading", level: 2, content: says("Legal"), place: PLACE },
        { kind: "paragraph", role: "small", content: says("Small."), place: PLACE },
      ),
    );
    expect(html).toBe('<h1>Headline</h1>\n<p>Text.</p>\n<div class="legal">\n<h2>Legal</h2>\n<p>Small.</p>\n</div>\n');
  });

  it("does not print the heading of the contacts twice", () => {
    const contacts: Block = {
      kind: "contacts",
      people: [{ name: "A. Osei", title: undefined, phone: undefined, email: "a@b" }],
    };
    const told = page({ kind: "heading", level: 2, content: says("Investor Contacts"), place: PLACE }, contacts);
    expect(told.match(/<h2/g)).toHaveLength(1);
    expect(page(contacts)).toContain("<h2>Contacts</h2>");
    expect(told).not.toContain("mailto:");
  });
});
