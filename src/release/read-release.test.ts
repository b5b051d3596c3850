import { describe, expect, it } from "vitest";
import { littleRelease, told, wordsOf } from "../../test/little-release.ts";

describe("the example of docs/release.md", () => {
  const { release, findings } = littleRelease(`---
period: 2007-Q3
date: 2007-11-01
city: BILLERICA, Mass.
---
# Example Instruments Reports {quarter of this} {year} Results

::subhead[Bioscience grows by {revenue-growth division=Bioscience}]

{dateline} Example Instruments, Inc. (NYSE: EXI) today reported results.

Revenue {word revenue-growth: grew, declined, was essentially flat at} {revenue-growth} to {revenue}.

> "Our {quarter} was good," said Ada Osei, Chief Executive Officer.

## Highlights
- Revenue was {revenue | millions 1 about}
- {revenue to-date | billions 0.1}

::text[about]
::contacts
`);
  it("prints as the document says", () => {
    expect(findings).toEqual([]);
    expect(release?.title).toBe("Example Instruments Reports Third Quarter 2007 Results");
    expect(wordsOf(release)).toEqual([
      "Bioscience grows by 15 percent",
      "BILLERICA, Mass. — November 1, 2007 — Example Instruments, Inc. (NYSE: EXI) today reported results.",
      "Revenue grew 12 percent to $371.2 million.",
      '"Our third quarter was good," said Ada Osei, Chief Executive Officer.',
      "Highlights",
      "Revenue was approximately $371 million / $1.1 billion",
      "Example Instruments makes 24-well plates. It sold $1.1 billion worth this year.",
      "(contacts)",
    ]);
  });

  it("names its figures in their order", () => {
    expect(release?.figures.map(({ id, text, from, to }) => `${id} ${text.slice(from, to)}`)).toEqual([
      "F1 15",
      "F2 12",
      "F3 371.2",
      "F4 371",
      "F5 1.1",
      "F6 1.1",
    ]);
    expect(told(findings)).toEqual([]);
  });
});
