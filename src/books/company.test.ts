import { describe } from "vitest";
import { changed, holds } from "../../test/small-books.ts";

describe("company.yaml", () => {
  holds([
    [
      "a setting that is missing",
      () => changed("company.yaml", "presentation: USD\n", ""),
      ["setting-missing company.yaml:1:1"],
      ['The field "presentation" of the company is missing.'],
    ],
    [
      "one that nothing reads",
      () => changed("company.yaml", "growth-cap", "growth-kap"),
      ["setting-unknown company.yaml:8:1"],
      ['Nothing reads a field "growth-kap" of the company.'],
    ],
    [
      "one that stands twice",
      () => changed("company.yaml", "parent: EXI-US\n", "parent: EXI-US\nparent: EXI-DE\n"),
      ["setting-twice company.yaml:4:1"],
      ['A second field "parent"'],
    ],
    [
      "a list where text belongs, and text where a list belongs",
      () => changed("company.yaml", "rounding: halfExpand", "rounding: [halfExpand]"),
      ["setting-of-another-kind company.yaml:4:11"],
      ['"rounding" of the company holds a list, where text was expected.'],
    ],
    [
      "a word that is none of a few",
      () => changed("company.yaml", "rounding: halfExpand", "rounding: half-up"),
      ["choice-unknown company.yaml:4:11"],
      ['"rounding" holds "half-up"; one of halfExpand, halfEven, trunc was expected.'],
    ],
    [
      "what is no YAML, and what is too much of it",
      () => ({ ...changed("company.yaml", "USD", "*currency"), "measures.yaml": "measures: [" }),
      ["settings-not-yaml company.yaml:2:15", "settings-not-yaml measures.yaml:1:12"],
      ['"*currency" is an alias of YAML'],
    ],
    [
      "months with a gap between them",
      () => changed("company.yaml", "start: 2007-01-28", "start: 2007-01-29"),
      ["months-do-not-follow company.yaml:13:31"],
      ["2007-P02 starts on 2007-01-29; 2007-P01 ends on 2007-01-27, so 2007-01-28 was expected."],
    ],
    [
      "months that overlap",
      () => changed("company.yaml", "start: 2007-02-25", "start: 2007-02-24"),
      ["months-do-not-follow company.yaml:14:31"],
      ["so 2007-02-25 was expected"],
    ],
    [
      "months in another order",
      () => changed("company.yaml", "month: 2007-P03", "month: 2007-P04"),
      ["months-do-not-follow company.yaml:14:14"],
      ["2007-P04 stands behind 2007-P02, where 2007-P03 was expected."],
    ],
    [
      "months of a quarter that cannot follow",
      () => changed("company.yaml", "end: 2007-03-31, quarter: 2007-Q1", "end: 2007-03-31, quarter: 2007-Q3"),
      ["months-do-not-follow company.yaml:14:69"],
      ["2007-P03 belongs to 2007-Q3, and 2007-P02 before it to 2007-Q1."],
    ],
    [
      "a first month of the year that is not of its first quarter",
      () => changed("company.yaml", "end: 2007-01-27, quarter: 2007-Q1", "end: 2007-01-27, quarter: 2007-Q2"),
      ["months-do-not-follow company.yaml:12:69", "months-do-not-follow company.yaml:13:69"],
      ["2007-P01 is said to belong to 2007-Q2."],
    ],
    [
      "a month that ends before it starts",
      () => changed("company.yaml", "end: 2007-03-31", "end: 2007-02-01"),
      ["days-turned-round company.yaml:14:48"],
      ["2007-P03 ends on 2007-02-01, before it starts on 2007-02-25."],
    ],
    [
      "a parent that is no entity",
      () => changed("company.yaml", "parent: EXI-US", "parent: EXI"),
      ["name-not-declared books/entities.csv"],
      ['The company\'s parent is "EXI" (company.yaml), and the file has no such entity.'],
    ],
  ]);
});
