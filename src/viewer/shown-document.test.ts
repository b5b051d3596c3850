import fc from "fast-check";
import { parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { checkDocument } from "../tieout/check.ts";
import type { CheckedDocument } from "../tieout/report/checked.ts";
import { treatmentOf } from "./safe-markup.ts";
import { shownDocument } from "./shown-document.ts";

const checked = (text: string, name = "q3.htm"): CheckedDocument => {
  const done = checkDocument(new TextEncoder().encode(text), { name });
  if (done.kind === "refused") throw new Error(done.refusal.message);
  return done;
};
const shown = (text: string, name?: string): string => shownDocument(checked(text, name)).html;
const page = (body: string): string => `<html><body><p>Revenue was $371.2 million.</p>${body}</body></html>`;

interface Element {
  readonly nodeName: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Element[];
}

function elements(html: string): readonly Element[] {
  const found: Element[] = [];
  const waiting: Element[] = [parseFragment(html) as unknown as Element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    found.push(next);
    waiting.push(...(next.childNodes ?? []));
  }
  return found;
}

const ATTRIBUTES = new Set(["id", "class", "style", "tabindex", "colspan", "rowspan", "scope"]);

/** What of the page is not on the closed list, as a browser would read it. */
function outside(html: string): readonly string[] {
  return elements(html).flatMap(({ nodeName, attrs = [] }) => [
    ...(nodeName.startsWith("#") || treatmentOf(nodeName).kind === "kept" ? [] : [nodeName]),
    ...attrs
      .filter(
        ({ name, value }) => (!ATTRIBUTES.has(name) && !name.startsWith("data-")) || /url|expression|@|\\/i.test(value),
      )
      .map(({ name, value }) => `${name}=${value}`),
  ]);
}

describe("a shown document", () => {
  it("marks every figure with its state, in the markup that it was printed in", () => {
    expect(shown("<p>Revenue was <b>$371.2</b> million.</p>")).toMatch(
      /<b>\$<span class="figure" data-status="untied" data-kind="amount" tabindex="-1" id="f1">371\.2<\/span><\/b>/,
    );
  });

  it("marks both halves of a figure that a tag stands in", () => {
    const html = shown("<table><tr><td>Revenue</td><td>37<i>1.2</i></td></tr></table><p>In 2007 all was well.</p>");
    expect(html).toMatch(/id="f1">37<\/span><i><span [^>]*id="f1-2">1\.2<\/span><\/i>/);
  });

  it("shows text and Markdown line for line", () => {
    expect(shown("Revenue   10\nCost   < 4 & more\n", "q3.txt")).toContain("\nCost   &lt; ");
  });

  it("marks a passage that a finding means and no figure does", () => {
    const document = checked(page("<p>All is well.</p>"));
    const start = document.document.source.indexOf("All is");
    const finding = { ...sample, start, end: start + 6 };
    expect(shownDocument({ ...document, findings: [finding] }).html).toContain(
      '<span class="passage" data-severity="warning" id="p1">All is</span> well.',
    );
  });

  it.each([
    ["a script", "<script>alert(1)</script>"],
    ["a handler", '<p onclick="alert(1)" onmouseover=alert(1)>x</p>'],
    ["a form", '<form action="http://x.example"><input name=a><button formaction="//x">b</button></form>'],
    ["a style that reaches out", '<p style="background:url(http://x.example/a.png);color:red">x</p>'],
    ["a style in hidden writing", '<p style="back\\67round:u\\72l(//x)">x</p>'],
    ["a style sheet", "<style>@import url(//x.example)</style><link rel=stylesheet href=//x>"],
    ["a picture", '<img src="http://x.example/a.png" onerror="alert(1)" alt="<b>Chart</b>">'],
    ["a frame", '<iframe src="javascript:alert(1)"></iframe><object data=x></object>'],
    ["foreign markup", '<svg><script>alert(1)</script><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>'],
    ["a link", '<a href="javascript:alert(1)" target=_top>x</a>'],
    ["a base and a refresh", '<base href="//x"><meta http-equiv=refresh content="0;url=//x">'],
    ["text that never ends", "<plaintext><script>alert(1)</script>"],
    ["a template", "<template><img src=x onerror=alert(1)></template>"],
    ["ids of our own", '<p id="document" class="figure" data-status="tied" name="app">x</p>'],
    ["a box drawn over the page", '<div style="position:fixed;top:0;left:0;z-index:9;margin-top:-900px">x</div>'],
  ])("leaves out %s", (_name, body) => {
    const html = shown(page(body));
    expect(outside(html)).toEqual([]);
    expect(html).not.toMatch(/alert\(1\)(?!&lt;\/script)|x\.example|position|margin-top|id="document"/);
  });

  it("turns no text around", () => {
    expect(shown(page("<p>a\u202eb&#x202e;c</p>"))).not.toMatch(/\u202e|&#x202e;/);
  });

  it("holds nothing but its closed list, whatever the markup", () => {
    const part = fc.constantFrom(
      ...'<p>|</p>|<table>|<td>|</tr>|<b|>|\'|"|<!--|-->|<![CDATA[|]]>|</script>|<script>|<style>|<a href=x>|&lt;|&#60;script&#62;|&|$1,204.9 million|style="x:url(a)"| onload=x|<svg>|<math>|</|<textarea>|<title>|\u0001|<select>|=|\\'.split(
        "|",
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        expect(outside(shown(page(parts.join(""))))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

const sample = {
  code: "total-does-not-foot",
  about: "figures",
  severity: "warning",
  message: "",
  remedy: "",
  figures: [],
  relations: [],
  certificate: [],
  waived: null,
} as const;
