import fc from "fast-check";
import { parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { damagedPage, page as madePage } from "../../test/fuzz/page.ts";
import { random } from "../../test/fuzz/random.ts";
import type { Finding } from "../finding.ts";
import { checkDocument } from "../tieout/check.ts";
import type { CheckedDocument } from "../tieout/report/checked.ts";
import { SHOWN_ATTRIBUTES, SHOWN_ELEMENTS } from "./safe-markup.ts";
import { shownDocument } from "./shown-document.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const checked = (text: string, name = "q3.htm"): CheckedDocument => {
  const done = checkDocument(bytesOf(text), { name });
  if (done.kind === "refused") throw new Error(done.refusal.message);
  return done;
};
/** What is written between the outermost element's tags. */
const bodyOf = (html: string): string =>
  html.replace(/^<style>[\s\S]*?<\/style><div class="doc-\w+">/, "").slice(0, -6);
const shown = (text: string, name?: string): string => bodyOf(shownDocument(checked(text, name)).html);
const page = (body: string): string => `<html><body><p>Revenue was $371.2 million.</p>${body}</body></html>`;

/** The markup without the attributes of figures, so that its shape can be read. */
const bare = (html: string): string => html.replace(/<span class="figure" id="(f[\d-]+)"[^>]*>/g, "<$1>");
/** What a page's body becomes, behind the paragraph that makes it a page. */
const inPage = (body: string): string => bare(shown(page(body))).replace(/^.*? million\.<\/p>/, "");

interface Node {
  readonly nodeName: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
}

/** A shown document as a browser reads it. */
function read(html: string) {
  const outside: string[] = [];
  const prints = new Map<string, string>();
  const waiting: { node: Node; figure: string | undefined }[] = [
    { node: parseFragment(html) as unknown as Node, figure: undefined },
  ];
  let elements = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, figure } = next;
    if (node.nodeName === "#text" && figure !== undefined)
      prints.set(figure, (prints.get(figure) ?? "") + (node.value ?? ""));
    // A browser puts in this one itself.
    if (!node.nodeName.startsWith("#") && node.nodeName !== "tbody") elements++;
    if (!node.nodeName.startsWith("#") && !SHOWN_ELEMENTS.has(node.nodeName)) outside.push(node.nodeName);
    const attributes = new Map((node.attrs ?? []).map(({ name, value }) => [name, value]));
    outside.push(...[...attributes.keys()].filter((name) => !SHOWN_ATTRIBUTES.has(name)));
    const isFigure = attributes.get("class") === "figure";
    const id = isFigure ? attributes.get("id")!.replace(/-\d+$/, "") : figure;
    for (const child of (node.childNodes ?? []).toReversed()) waiting.push({ node: child, figure: id });
  }
  return { outside, prints, elements };
}

/** How often an element begins in the markup as written, but for tbody. */
const written = (html: string): number => html.match(/<(?!tbody)[a-z]/g)?.length ?? 0;

const inkOf = (text: string): string => text.replace(/\s/g, "");

/** All that must hold of a shown document, whatever it shows. */
function expectSafe(document: CheckedDocument): void {
  const { html } = shownDocument(document);
  const { outside, prints, elements } = read(html);
  expect(outside).toEqual([]);
  // Where a browser mends markup, elements are torn in two or lost.
  expect(elements).toBe(written(html));
  const wrong = document.figures
    .filter(({ figure }) => inkOf(prints.get(figure.id) ?? "") !== inkOf(figure.text))
    .map(({ figure }) => `${figure.id} is ${figure.text}, shown as ${prints.get(figure.id)}`);
  expect(wrong).toEqual([]);
  const sheet = /^<style>\n([^<]*)<\/style>/.exec(html)?.[1] ?? "none";
  expect(sheet).not.toMatch(/url|import|expression|@|\\|position|z-index/i);
  expect(sheet.split("\n").filter((rule) => !/^(?::is\(#_,\.doc-\w+\)[ .>*\w]*\{[^{}"']+\})?$/.test(rule))).toEqual([]);
}

describe("a shown document", () => {
  it("marks every figure with its state, in the markup that it was printed in", () => {
    expect(shown("<p>Revenue was <b>$371.2</b> million.</p>")).toBe(
      '<p>Revenue was <b>$<span class="figure" id="f1" data-status="untied" data-kind="amount" tabindex="-1">371.2</span></b> million.</p>',
    );
  });

  it("marks both halves of a figure that a tag stands in, and what is hidden between them is not shown", () => {
    const cell = '37<i>1<b style="display:none">9</b>.2</i>';
    const html = bare(shown(`<table><tr><td>Revenue</td><td>${cell}</td></tr></table><p>In 2007 all was well.</p>`));
    expect(html).toContain("<td><f1>37</span><i><f1-2>1.2</span></i></td>");
  });

  it("marks a period that is printed in two lines, and not what stands between them", () => {
    const head = "<tr><td></td><td>Three Months Ended<br>September 29, 2007</td></tr>";
    const document = checked(`<table>${head}<tr><td>Revenue</td><td>371.2</td></tr></table>`);
    expectSafe(document);
    expect(shownDocument(document).html).toContain("Three Months Ended</span><br>");
  });

  it("reads entities as a browser does, those without a semicolon too", () => {
    expect(inPage("<p>&copy 2007 &#8212; &lt;b&gt; &amp;copy; &#x1F600;</p>")).toContain(
      "© <f2>2007</span> — &lt;b&gt; &amp;copy; 😀",
    );
  });

  it("shows text line for line", () => {
    expect(shown("Revenue   10\r\nCost   < 4 & more\n", "q3.txt")).toMatch(
      /^<pre>\nRevenue {3}<span .*\nCost {3}&lt; /,
    );
  });

  it("breaks the lines of text whose paragraphs are one line each", () => {
    const { html } = shownDocument(checked(`${"Revenue was $371.2 million. ".repeat(20)}\n`, "q3.txt"));
    expect(html).toMatch(/ \.d1\{white-space:pre-wrap;/);
  });

  it("shows Markdown as headings, paragraphs, lists and tables", () => {
    const text =
      "# Results\n\nRevenue was $371.2 million.\n\n- Up 12 percent\n\n| | 2007 | 2006 |\n|---|---|---|\n| Total | 10 | 9 |\n";
    const html = bare(shown(text, "q3.md")).replace(/ class="d\d+"/g, "");
    expect(html).toContain(
      "<h1>Results</h1>\n<p>Revenue was $<f1>371.2</span> million.</p>\n<ul>\n<li>Up <f2>12</span> percent</li>\n</ul>\n",
    );
    expect(html).toMatch(
      /<table>\n<tr><td><\/td><th><f\d>2007<\/span><\/th>.*\n<tr><td>Total<\/td><td><f\d>10<\/span><\/td>/,
    );
  });

  it("marks a passage that a finding means and no figure does, and passages that lie over each other", () => {
    const document = checked(page("<p>All is <b>well</b> today.</p>"));
    const at = (words: string) => {
      const start = document.document.source.indexOf(words);
      return { ...SAMPLE, start, end: start + words.length };
    };
    const html = shownDocument({ ...document, findings: [at("All is <b>well"), at("well")] }).html;
    expect(html).toContain(
      '<span class="passage" id="p1" data-severity="warning" tabindex="-1">All is </span><b><span class="passage" id="p1-2" data-severity="warning" tabindex="-1">' +
        '<span class="passage" id="p2" data-severity="warning" tabindex="-1">well</span></span></b> today.',
    );
  });

  it("dresses text as its style sheet, its attributes and its own style say, in classes of its own", () => {
    const sheet =
      "<style>td{text-align:right} .l, p.x{text-align:left!important} @media print{td{text-align:center}}</style>";
    const row =
      '<tr><td>1</td><td class="l">2</td><td class="l" style="text-align:center">3</td><td align=left>4</td></tr>';
    const { html } = shownDocument(checked(`${sheet}<table>${row}</table><p>Revenue was $5 million.</p>`));
    const rules = new Map([...html.matchAll(/ \.(d\d+)\{([^}]*)\}/g)].map((m) => [m[1], m[2]]));
    const cells = [...html.matchAll(/<td class="(d\d+)">/g)].map((m) => rules.get(m[1]));
    expect(cells).toEqual(["text-align:right;", "text-align:left;", "text-align:center;", "text-align:right;"]);
  });

  it("lets nothing be written so small, or lined so thickly, that it or what is around cannot be read", () => {
    const kept = (declarations: string): string =>
      / \.d1\{([^}]*)\}/.exec(shownDocument(checked(page(`<p style="${declarations}">x</p>`))).html)?.[1] ?? "";
    for (const size of ["0", "0px", "3.9px", "1pt", ".1em", "0.29rem", "10%", "0.01in", "00.0em"])
      expect(kept(`font-size:${size};line-height:${size}`)).toBe("");
    for (const size of ["8px", "10pt", ".7em", "0.5", "85%", "0.1in", "inherit"])
      expect(kept(`font-size:${size};line-height:${size}`)).toBe(`font-size:${size};line-height:${size};`);
    expect(kept("font:0/0 a;font:bold 1px/2 a;font:bold 9pt/1.2 arial")).toBe("font:bold 9pt/1.2 arial;");
    expect(kept("text-decoration:line-through 2000px #fff;text-decoration:underline .1em")).toBe("");
    const lines = "text-decoration:underline double rgb(1, 2, 3);text-decoration-line:none;";
    expect(kept(lines)).toBe(lines);
  });

  it("lets no length be larger than a page, however it is written", () => {
    const kept = (declarations: string): string =>
      / \.d1\{([^}]*)\}/.exec(shownDocument(checked(page(`<p style="${declarations}">x</p>`))).html)?.[1] ?? "";
    for (const length of ["10000px", "1e9px", "9E+3pt", ".5e9px", "+1e4px", "999in", "1000em", "99999"])
      expect(kept(`padding-left:${length};width:${length};font-size:${length}`)).toBe("");
    const fine = "padding-left:999px;width:12.5em;color:#1e3a8a;background-color:#123abc;font-weight:700;";
    expect(kept(fine)).toBe(fine);
  });

  it("keeps a pale colour only on a dark ground", () => {
    const shownIn = (colour: string, ground = ""): boolean =>
      shownDocument(
        checked(page(`<table><tr style="${ground}"><td><b style="color:${colour}">x</b></td></tr></table>`)),
      ).html.includes(`{color:${colour};}`);
    const pale = [
      "#fff",
      "#fffffe",
      "#ffff",
      "white",
      "#ccc",
      "rgb(255, 255, 250)",
      "rgb(100%,100%,100%)",
      "#0000",
      "#00000020",
    ];
    for (const colour of [...pale, "rgba(0,0,0,.1)", "transparent", "yellow", "canvas"]) {
      expect([colour, shownIn(colour)]).toEqual([colour, false]);
      expect([colour, shownIn(colour, "background-color:#fefefe")]).toEqual([colour, false]);
      expect([colour, shownIn(colour, "background:nonsense")]).toEqual([colour, false]);
      expect([colour, shownIn(colour, "background-color:#036")]).toEqual([colour, true]);
    }
    for (const colour of ["#000", "#c00", "#666", "navy", "rgb(0, 51, 102)", "rgba(0,0,0,.8)", "inherit"])
      expect([colour, shownIn(colour)]).toEqual([colour, true]);
  });

  it("weighs each declaration of a sheet by its selector and its place, whatever the same selector says elsewhere", () => {
    const sheet =
      "<style>.a{text-align:left;margin-left:1px} .b{text-align:right} .a{margin-top:2px} p{margin-top:9px} .b.a{margin:0} .a.b{margin-left:3px}</style>";
    const { html } = shownDocument(checked(`${sheet}<p class="b c a">Revenue was $5 million.</p>`));
    expect(html).toContain("{text-align:right;margin-top:2px;margin:0;margin-left:3px;}");
  });

  it("takes no longer for a sheet that says the same thing over and over", () => {
    const sheet = `<style>${Array(3000).fill(".a").join()}{${"text-align:left;".repeat(240)}}</style>`;
    const rows = Array.from({ length: 400 }, (_, i) => `<p class="a x${i}">t</p>`);
    const { html } = shownDocument(checked(page(sheet + rows.join(""))));
    expect(html.match(/text-align/g)).toHaveLength(1);
    expect(html.length).toBeLessThan(20_000);
  });

  it("keeps what the sheet of the page hides, for the tie-out has read it", () => {
    expect(
      shown(`<style>.x{display:none;color:#fff}</style>${page('<p class="x">Cost was $7 million.</p>')}`),
    ).toContain("Cost was");
  });
});

describe("markup that is closed in the wrong order", () => {
  it.each([
    ["formatting around blocks", "<b>a<p>b</p>c</b>", "<b>a</b><p><b>b</b></p><b>c</b>"],
    ["formatting that crosses", "<b>a<i>b</b>c</i>", "<b>a<i>b</i></b><i>c</i>"],
    ["formatting that is never closed", "<p><b>a</p><p>b</p>", "<p><b>a</b></p><p><b>b</b></p>"],
    [
      "formatting in a cell",
      "<table><tr><td><b>a<td>b</table>c",
      "<table><tr><td><b>a</b></td><td>b</td></tr></table>c",
    ],
    ["a paragraph in a paragraph", "<p>a<p>b<div>c", "<p>a</p><p>b</p><div>c</div>"],
    ["a heading in a heading", "<h1>a<div><h2>b</h2></div></h1>", "<h1>a<div><div>b</div></div></h1>"],
    ["items without ends", "<ul><li>a<li>b<ul><li>c</ul></ul>", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>"],
    ["a table in a paragraph", "<p>a<table><tr><td>b</table></p>", "<p>a</p><table><tr><td>b</td></tr></table>"],
    [
      "text in no cell",
      "<table>a<tr>b<td>c</table>",
      "<table><tr><td>a</td></tr><tr><td>b</td><td>c</td></tr></table>",
    ],
    ["tags between cells", "<table><form><font><tr><td>a</font></form></table>", "<table><tr><td>a</td></tr></table>"],
    ["cells without a table", "<tr><td>a</td></tr>", "a"],
    [
      "a table in a row",
      "<table><tr><table><tr><td>a</table>",
      "<table><tr></tr></table><table><tr><td>a</td></tr></table>",
    ],
  ])("is put right: %s", (_name, body, expected) => {
    expect(inPage(body).replaceAll("\n", "")).toBe(expected);
  });
});

describe("what could do something", () => {
  it.each([
    ["a script", "<script>alert(1)</script>"],
    ["a handler", '<p onclick="alert(1)" onmouseover=alert(1)>x</p>'],
    ["a form", '<form action="http://x.example"><input name=a value=b><button formaction="//x">b</button></form>'],
    ["a style that reaches out", '<p style="background:url(http://x.example/a.png);color:red">x</p>'],
    ["a style in hidden writing", '<p style="back\\67round:u\\72l(//x)">x</p>'],
    ["a style that is left open", "<p style=\"font-family:'x\">x</p><p style='color:red}body{display:none'>x</p>"],
    [
      "a style sheet",
      "<style>@import url(//x.example);p{background:url(//x.example)}</style><link rel=stylesheet href=//x>",
    ],
    ["a style sheet that ends early", "<style>p{color:red}</style ><style>p{x:'</style><script>alert(1)</script>"],
    ["a picture", '<img src="http://x.example/a.png" onerror="alert(1)" alt="<b>Chart</b>">'],
    ["a frame", '<iframe src="javascript:alert(1)"></iframe><object data=x></object>'],
    ["foreign markup", '<svg><script>alert(1)</script><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>'],
    ["mathematics", '<math><mtext><table><mglyph><style><img src=x onerror="alert(1)"></style></mtext></math>'],
    ["a link", '<a href="javascript:alert(1)" target=_top>x</a>'],
    ["a base and a refresh", '<base href="//x"><meta http-equiv=refresh content="0;url=//x">'],
    ["text that never ends", "<plaintext><script>alert(1)</script>"],
    [
      "text that is raw",
      "<xmp><img src=x onerror=alert(1)></xmp><noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    ],
    ["a template", "<template><img src=x onerror=alert(1)></template>"],
    ["a doctype and comments", "<!doctype x [<!ENTITY y 'z'>]><!--><img src=x onerror=alert(1)>--><!-- --!><p>x"],
    ["ids of our own", '<p id="document" class="figure" data-status="tied" name="app">x</p>'],
    [
      "a box drawn over the page",
      '<div style="position:fixed;top:0;left:0;z-index:9;margin-top:-900px;width:99999px">x</div>',
    ],
  ])("is left out: %s", (_name, body) => {
    const document = checked(page(body));
    expectSafe(document);
    expect(shownDocument(document).html).not.toMatch(
      /<[^>]*alert\(1\)|x\.example|position|margin-top:-|99999|id="document"|<img|<script/,
    );
  });

  it("turns no text around", () => {
    expect(inPage('<p dir="rtl">a\u202eb&#x202e;c\u2067<bdo dir=rtl>d</bdo></p>')).toBe("<p>abcd</p>");
  });

  it("leaves the words of a picture, and nothing of one that only spaces the page out", () => {
    expect(inPage('<img alt="Sales & more" src=x><img src=x width=1 height=9><img src=y>')).toBe(
      '<span class="picture">picture: Sales &amp; more</span><span class="picture">picture</span>',
    );
  });
});

describe("whatever the markup", () => {
  const PARTS =
    "<p>|</p>|<table>|<td>|</td>|<tr>|</tr>|</table>|<th colspan=3>|<b>|</b>|<i style='color:red'>|</i>|<div align=center>|</div>|<h2>|</h3>|<li>|<ul>|</ul>|<dd>|<pre>|</pre>|<caption>|<colgroup>|<col width=9>|<thead>|<hr>|<br>|<sup>|</sup>|<font size=7>|</font>|<span style='display:none'>|</span>|<b|>|'|\"|<!--|-->|<![CDATA[|]]>|</script>|<script>|<style>|</style>|<a href=x>|</a>|&lt;|&#60;script&#62;|&|$1,204.9 million|12%|2007|Revenue |style=\"x:url(a)\"| onload=x|<svg>|</svg>|<math>|</|<textarea>|<title>|</title>|<body style='color:red'>|</body>|\u0001|<select>|</select>|=|\\|<plaintext>|<img alt=x>|<ix:nonFraction>|<xmp>".split(
      "|",
    );

  it("holds nothing but its closed list, and every figure as it was printed", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PARTS), { maxLength: 60 }), (parts) => {
        expectSafe(checked(page(parts.join(""))));
      }),
      { numRuns: 400 },
    );
  });

  it("so it does for releases as they are written, and for such releases damaged", () => {
    fc.assert(
      fc.property(fc.nat(), fc.boolean(), (seed, isDamaged) => {
        const bytes = (isDamaged ? damagedPage : madePage)(random(seed));
        const done = checkDocument(bytes, { name: ["q3.htm", "q3.md", "q3.txt"][seed % 3]! });
        if (done.kind === "checked") expectSafe(done);
      }),
      { numRuns: 60 },
    );
  });
});

const SAMPLE: Finding = {
  code: "total-does-not-foot",
  about: "figures",
  severity: "warning",
  message: "",
  remedy: "",
  figures: [],
  relations: [],
  certificate: [],
  start: 0,
  end: 0,
  waived: null,
};

describe("a text whose lines are filled", () => {
  const TEXT = `Halvorsen Instruments Reports Results

Third quarter revenues were $371.2 million, an increase of 12 percent, of which
  movements in exchange rates account for approximately 4 percent.

- The Process Division plans launches of its own in each of the countries it is in
- The Laboratory Division plans none

Investor Relations
Ingrid Solheim

                     2007        2006
Americas       $    151.4  $    151.5
Total               371.2       330.1
`;
  const { html } = shownDocument(checked(TEXT, "q3.txt"));
  const running = [...html.matchAll(/<span class="d2">([^<]*)<\/span>/g)].map(([, words]) => words);

  it("runs as wide as the paper, with its line breaks read as blanks, and loses nothing", () => {
    expect(html).toContain(" .d2{white-space:normal;}");
    expect(running).toEqual(["\n  "]);
    const words = html.replace(/<style>.*?<\/style>/s, "").replaceAll("<pre>\n", "<pre>");
    expect(words.replace(/<pre class="d1">\n/g, "").replace(/<[^>]*>/g, "")).toBe(TEXT);
  });

  it("leaves items, addresses and tables line for line", () => {
    const pieces = [...html.matchAll(/<pre( class="d1")?>/g)].map(([, worn]) => worn !== undefined);
    expect(pieces).toEqual([true, false]);
  });
});
