import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { checkRelease } from "../check-release.ts";
import { HEAD, STATEMENT } from "../example-passages.ts";

const bold = (text: string): readonly string[] => messagesOf(`${HEAD}${text}\n`, "non-gaap-in-bold");

const SHEET =
  "<style>@media all { .b { font-weight: bold } td.big, .large { font-size: 18pt; } .plain { font-weight: normal } }</style>";
/** What the rule says of the body of a page. */
function onPage(body: string): readonly string[] {
  const page = `<html><head>${SHEET}</head><body><p>Acme Reports Third Quarter Results</p><p>${HEAD}</p>${body}</body></html>`;
  return checkRelease(new TextEncoder().encode(page), { name: "release.html" })
    .findings.filter(({ code }) => code === "non-gaap-in-bold")
    .map(({ message }) => message);
}
const IN_BOLD = '"Adjusted EBITDA" is in bold and "Net income", the measure under GAAP beside it, is not.';
const LARGER = IN_BOLD.replace("bold", "larger type");

describe("a measure of the company's own in bold, in a text", () => {
  it("is told of in a sentence, in a bullet and in a line of its own", () => {
    expect(bold("Net income was $3.3 million and **adjusted EBITDA was $12.1 million**.")).toEqual([
      IN_BOLD.replace("Adjusted", "adjusted"),
    ]);
    expect(bold("- Net income of $3.3 million\n- **Adjusted EBITDA of $12.1 million**")).toEqual([IN_BOLD]);
    expect(bold("Net income was $3.3 million.\n\n**Adjusted EBITDA was $12.1 million**")).toEqual([IN_BOLD]);
    expect(bold("Net income was $3.3 million, and Adjusted EBITDA was __$12.1 million__.")).toEqual([IN_BOLD]);
  });

  it("is so too where other bullets begin in bold, and that of the measure under GAAP does not", () => {
    expect(
      bold("- **Revenue** of $40 million\n- Net income of $3.3 million\n- **Adjusted EBITDA** of $12.1 million"),
    ).toEqual([IN_BOLD]);
  });

  it("stands out above nothing where all is in bold", () => {
    expect(bold("**Net income was $3.3 million and adjusted EBITDA was $12.1 million.**")).toEqual([]);
    expect(bold("- **Net income of $3.3 million**\n- **Adjusted EBITDA of $12.1 million**")).toEqual([]);
    expect(bold("Net income was **$3.3 million** and adjusted EBITDA **$12.1 million**.")).toEqual([]);
  });

  it("does not by the words that bullets and paragraphs begin with", () => {
    expect(bold("- **Net income** of $3.3 million\n- **Adjusted EBITDA** of $12.1 million")).toEqual([]);
    expect(bold("- **Profit:** net income of $3.3 million\n- **Adjusted EBITDA:** $12.1 million")).toEqual([]);
    expect(bold("Net income was $3.3 million.\n\n**Adjusted EBITDA.** Adjusted EBITDA was $12.1 million.")).toEqual([]);
  });

  it("is not asked of what stands behind the statements, where a total is in bold", () => {
    const words = "Net income was $3.3 million and **adjusted EBITDA was $12.1 million**.\n\n";
    expect(bold(`${words}${STATEMENT}`)).toHaveLength(1);
    expect(bold(`${STATEMENT}## Results\n\n${words}`)).toEqual([]);
  });

  it("is not asked of a heading, which is another rule's, nor of a mark without its other half", () => {
    expect(bold("Net income was $3.3 million.\n\n## Adjusted EBITDA of $12.1 million")).toEqual([]);
    expect(bold("Net income was $3.3 million and **adjusted EBITDA was $12.1 million.")).toEqual([]);
  });
});

describe("the same on a page", () => {
  const said = (own: string): string => `<p>Net income was $3.3 million.</p>${own}`;

  it("is read from elements, styles and classes", () => {
    expect(onPage(said("<p><b>Adjusted EBITDA was $12.1 million</b></p>"))).toEqual([IN_BOLD]);
    expect(onPage(said('<p style="font-weight:700">Adjusted EBITDA was $12.1 million.</p>'))).toEqual([IN_BOLD]);
    expect(onPage(said('<p class="x b">Adjusted EBITDA was $12.1 million.</p>'))).toEqual([IN_BOLD]);
    expect(
      onPage("<ul><li>Net income of $3.3 million<li><strong>Adjusted EBITDA of $12.1 million</strong></ul>"),
    ).toEqual([IN_BOLD]);
  });

  it("is so by larger type as well", () => {
    expect(onPage(said('<p style="font-size:150%">Adjusted EBITDA was $12.1 million.</p>'))).toEqual([LARGER]);
    expect(onPage(said('<p class="large">Adjusted EBITDA was $12.1 million.</p>'))).toEqual([LARGER]);
    expect(onPage(said("<p><font size=5>Adjusted EBITDA was $12.1 million.</font></p>"))).toEqual([LARGER]);
  });

  it("keeps what is printed alike, and type that is hardly larger", () => {
    const alike =
      '<div class="b large"><p>Net income was $3.3 million.</p><p>Adjusted EBITDA was $12.1 million.</p></div>';
    expect(onPage(alike)).toEqual([]);
    expect(onPage(said('<p style="font:12.5pt Times">Adjusted EBITDA was $12.1 million.</p>'))).toEqual([]);
    expect(onPage(said('<p><b class="plain">Adjusted EBITDA was $12.1 million.</b></p>'))).toEqual([]);
  });

  it("is read of rows", () => {
    const row = (label: string, how: string): string => `<tr ${how}><td>${label}</td><td>12.1</td><td>11.0</td></tr>`;
    const rows = (net: string, own: string): readonly string[] =>
      onPage(`<table>${row("Revenue", "")}${row("Net income", net)}${row("Adjusted EBITDA", own)}</table>`);
    expect(rows("", 'class="b"')).toEqual([
      'In table 1, "Adjusted EBITDA" is in bold and "Net income", the measure under GAAP, is not.',
    ]);
    expect(rows("", 'style="font-size:14pt"')).toHaveLength(1);
    expect(rows('class="b"', 'class="b"')).toEqual([]);
  });
});
