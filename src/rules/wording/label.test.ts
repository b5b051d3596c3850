import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const EXACT = STATEMENT.replace("Net income | 4.0 | 4.0", "Net income | 4.12 | 4.03");
const OWN = table(
  "Reconciliation of Adjusted Net Income",
  "Net income | 4.12 | 4.03",
  "Restructuring | 1.10 | 0.90",
  "Adjusted net income | 5.22 | 4.93",
);
const found = (said: string, tables = EXACT + OWN): readonly string[] =>
  messagesOf(`${HEAD}${said}\n\n${tables}`, "gaap-like-label");

describe("a measure of the company's own under a name of the statements", () => {
  it("has its amount in the row of another name", () => {
    expect(found('"Net income of $5.22 million made us proud," said Ann Lee, chief executive.')).toEqual([
      '"Net income" has the amount of "Adjusted net income" (5.22), a measure of the company\'s own; the statement\'s line of that name has another.',
    ]);
    expect(found("Net income was $4.12 million.")).toEqual([]);
    expect(found("Net income as adjusted was $5.22 million.")).toEqual([]);
  });

  it("is none where the sentence has said its basis first", () => {
    expect(found("Adjusted net income for the quarter was a net income of $5.22 million.")).toEqual([]);
    expect(found("On a non-GAAP basis, the quarter brought in net income of $5.22 million.")).toEqual([]);
    expect(
      found(
        "Non-GAAP EBITDA rose by a tenth in all of the countries that we sell in, and net income was $5.22 million.",
      ),
    ).toHaveLength(1);
    expect(
      found(
        "Non-GAAP net income rose as well as GAAP results did in all of the countries that we sell in, with a net income of $5.22 million.",
      ),
    ).toHaveLength(1);
  });

  it("has its amount in the column of adjusted ones, and may be a margin", () => {
    const columns =
      "## Reconciliation of GAAP to Non-GAAP\n\n| ($ millions) | GAAP | Adjustments | Non-GAAP |\n|---|---|---|---|\n| Operating income | 6.07 | 1.18 | 7.25 |\n| Gross margin | 49.8% | 1.4% | 51.2% |\n";
    expect(found("Operating income was $7.25 million.", columns)).toHaveLength(1);
    expect(found("Gross margin was 51.2%.", columns)).toHaveLength(1);
    expect(found("Operating income was $6.07 million, and gross margin 49.8%.", columns)).toEqual([]);
    expect(found("Non-GAAP gross margin was 51.2%.", columns)).toEqual([]);
  });

  it("stands in a list of key figures, unless its head says that they are adjusted", () => {
    expect(found("Results follow.", `${table("Key figures", "Net income | 5.22 | 4.93")}${EXACT}${OWN}`)).toHaveLength(
      1,
    );
    const both = table("Key figures", "Net income | 4.12 | 4.93", "Adjusted net income | 5.22 | 4.93");
    expect(found("Results follow.", `${both}${EXACT}${OWN}`)).toEqual([]);
    expect(found("Results follow.", `${table("Non-GAAP figures", "Net income | 5.22 | 4.93")}${EXACT}${OWN}`)).toEqual(
      [],
    );
  });

  it("is none in a line that says it is of the segments", () => {
    const listed = (label: string): readonly string[] =>
      found("Results follow.", `${table("Key figures", `${label} | 5.22 | 4.93`)}${EXACT}${OWN}`);
    expect(listed("Net income")).toHaveLength(1);
    expect(listed("Total segments net income")).toEqual([]);
  });

  it("is called pro forma, in a release without a transaction", () => {
    const said = "Net income was $4.12 million. Pro forma net income was $5.22 million.";
    expect(found(said)).toHaveLength(1);
    expect(found(`${said} Pro forma results are told as if the merger had come in January.`)).toEqual([]);
  });

  it("is called one under GAAP, and leaves something out", () => {
    expect(found("GAAP and non-GAAP other income is expected to be $0.5 million, excluding gains on shares.")).toEqual([
      '"GAAP other income" is called an amount under GAAP, and leaves something out: "gains on shares".',
    ]);
    expect(found("GAAP other income is expected to be $0.5 million.")).toEqual([]);
  });

  it("is not what a sentence says that it leaves something out of, where the release owns up to it anywhere", () => {
    const said = "Excluding the gain on a sale, net income would have been $3.5 million.";
    expect(found(said, EXACT)).toEqual([
      '"net income" leaves something out under the caption of a line of the statements, and nothing says that it is a measure of the company\'s own.',
    ]);
    expect(found(said)).toEqual([]);
    expect(found("On an adjusted basis, net income was $3.5 million.", EXACT)).toEqual([]);
    expect(
      found(`${said} This is a non-GAAP measure.\n\nWe give net income without the gain, a non-GAAP measure.`),
    ).toEqual([]);
    expect(found("Net income included a gain on a sale of $0.62 million.", EXACT)).toEqual([]);
  });

  it("is not an amount of its own that another sentence gives with what it leaves out", () => {
    expect(found("Net income was $4.12 million. Excluding restructuring, it was net income of $5.22 million.")).toEqual(
      [],
    );
  });
});

describe("what a share earns without special items", () => {
  const bridge = (last: string): string =>
    `## Reconciliation\n\n| ($ millions) | Income before tax | Income tax | Net income | Diluted EPS |\n|---|---|---|---|---|\n| As reported | 6.0 | (2.0) | 4.0 | 0.40 |\n| Closures | 1.5 | (0.3) | 1.2 | 0.12 |\n| ${last} | 7.5 | (2.3) | 5.2 | 0.52 |\n\n`;
  const without = (last: string): readonly string[] =>
    messagesOf(
      `${HEAD}Net income was $4.0 million; income excluding special items was $5.2 million, or $0.52 per diluted share.\n\n${STATEMENT}${bridge(last)}`,
      "gaap-like-label",
    );

  it("is marked where a row of a reconciliation that says so prints it in a column", () => {
    expect(without("Excluding special items")).toEqual([]);
    expect(without("What is left")).toHaveLength(1);
  });

  it("is marked where a row that is called non-GAAP prints it in its own column, and not in that of another measure", () => {
    expect(without("Non-GAAP")).toEqual([]);
    const said = `${HEAD}Net income was $4.0 million; operating income excluding special items was $7.5 million.\n\n`;
    expect(messagesOf(`${said}${STATEMENT}${bridge("Non-GAAP")}`, "gaap-like-label")).toHaveLength(1);
  });
});

describe("a name that is owned up to", () => {
  const costs = "Operating expenses excluding stock pay";
  const found = (text: string): readonly string[] => messagesOf(`${HEAD}${text}\n\n${STATEMENT}`, "gaap-like-label");

  it("is so by the heading above it, by a note to its asterisk, and by words that say it is not under GAAP", () => {
    expect(found(`## Non-GAAP results\n\n${costs} were $12.0 million.`)).toEqual([]);
    expect(found(`${costs}* were $12.0 million.\n\n*This is not a measure under GAAP.`)).toEqual([]);
    expect(
      found(
        `${costs} were $12.0 million.\n\nSome amounts are not calculated in accordance with GAAP, ${costs.toLowerCase()} among them.`,
      ),
    ).toEqual([]);
  });

  it("is not by another heading, or by a note on something else", () => {
    expect(found(`## Results\n\n${costs} were $12.0 million.`)).toHaveLength(1);
    expect(found(`${costs}* were $12.0 million.\n\n*This is not audited.`)).toHaveLength(1);
  });
});
