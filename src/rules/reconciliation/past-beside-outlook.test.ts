import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import { HEAD } from "../example-passages.ts";

const columns = "| ($ per share) | Three Months Ended September 30, 2025 | Three Months Ended September 30, 2024 |";
const tables = (heads: string): string =>
  `## Consolidated Statements of Operations\n\n${heads}\n|---|---|---|\n| Revenue | 40.2 | 38.1 |\n| Operating expenses | 34.2 | 32.1 |\n| Operating income | 6.0 | 6.0 |\n| Income tax | 2.0 | 2.0 |\n| Net income | 4.0 | 4.0 |\n| Diluted earnings per share | 0.40 | 0.39 |\n\n## Reconciliation of Adjusted Earnings per Share\n\n${heads}\n|---|---|---|\n| Diluted earnings per share | 0.40 | 0.39 |\n| Restructuring | 0.10 | 0.10 |\n| Adjusted diluted earnings per share | 0.50 | 0.49 |\n`;
const release = (base: string, heads = columns): string =>
  `${HEAD}Diluted earnings per share were $0.40, and adjusted diluted earnings per share $0.50.\n\n## Guidance\n\nWe expect adjusted diluted earnings per share of $2.20 to $2.70. The midpoint is 8% more, compared to ${base}. We cannot reconcile this outlook without unreasonable efforts: stock compensation cannot be predicted, and may be significant.\n\n${tables(heads)}`;
const ofBase = (text: string): readonly string[] =>
  (["gaap-measure-missing", "reconciliation-missing"] as const).flatMap((code) =>
    messagesOf(text, code).filter((message) => message.startsWith("The outlook is held against")),
  );

describe("what an outlook is held against in the text", () => {
  const base = "our full year 2024 adjusted diluted earnings per share of $2.11";

  it("is a result of a year that is over, whatever exception the outlook claims", () => {
    expect(ofBase(release(base))).toEqual([
      'The outlook is held against "adjusted diluted earnings per share" of 2024 (2.11), and the release has earnings per share of that year nowhere.',
      'The outlook is held against "adjusted diluted earnings per share" of 2024 (2.11), and no reconciliation of it has that year.',
    ]);
  });

  it("is answered by the year in the tables, or in a sentence", () => {
    const years = "| ($ per share) | Year Ended December 31, 2025 | Year Ended December 31, 2024 |";
    expect(ofBase(release(base, years))).toEqual([]);
    const said = `${base}, and with diluted earnings per share of $1.80 for 2024`;
    expect(ofBase(release(said))).toEqual([expect.stringContaining("no reconciliation")]);
  });

  it("is no outlook given before, and no quarter", () => {
    expect(ofBase(release("our prior guidance for 2024 adjusted diluted earnings per share of $2.11"))).toEqual([]);
    expect(ofBase(release("third quarter 2024 adjusted diluted earnings per share of $0.49"))).toEqual([]);
  });

  it("is not answered by the tables at the end, where nothing around it gives the measure under GAAP", () => {
    const years = "| ($ per share) | Year Ended December 31, 2025 | Year Ended December 31, 2024 |";
    const between = "The company opened a plant.\n\n".repeat(6);
    const far = (text: string): readonly string[] =>
      ofBase(
        text
          .replace("## Guidance", `${between}## Guidance`)
          .replace("## Consolidated", `## Plants\n\n${between}## Consolidated`),
      );
    expect(far(release(base, years))).toEqual([
      expect.stringMatching(/, and earnings per share of that year is not with it\.$/),
    ]);
    expect(far(release(`${base} and diluted earnings per share of $1.80`, years))).toEqual([]);
    expect(far(release("our prior guidance for 2024 adjusted diluted earnings per share of $2.11", years))).toEqual([]);
  });
});
