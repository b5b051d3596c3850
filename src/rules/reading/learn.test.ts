import { describe, expect, it } from "vitest";
import { messagesOf, wordsFound } from "../../../test/ruled.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";
import { namedIn } from "../names/lexicon.ts";
import { learn } from "./learn.ts";

/** What a passage of the section on a company's own measures teaches: the family of each name, and by what it is known. */
const learnt = (...sentences: readonly string[]): readonly string[] => {
  const told = { part: "definitions" as const, heading: false, text: sentences.join(" "), sentences };
  return learn([], [told]).names.map(({ name, family, defined, listed }) =>
    [name, family, defined ? "defined" : "", listed ? "listed" : ""].filter(Boolean).join(" | "),
  );
};

/** Family and basis of what a text names behind a definition. */
const namesTaught = (definition: string, text: string): readonly (readonly string[])[] => {
  const told = {
    part: "definitions" as const,
    heading: false,
    text: definition,
    sentences: definition.split(/(?<=[.]) /),
  };
  return namedIn(text, learn([], [told])).map(({ family, basis }) => [family, basis]);
};

describe("names that a release teaches", () => {
  it("are those that it defines from a line of the standards", () => {
    expect(learnt("We define controllable profit as gross profit less direct selling costs.")).toEqual([
      "controllable profit | gross-profit | defined",
    ]);
    expect(learnt("Owner earnings is calculated as net income before amortization.")).toEqual([
      "Owner earnings | net-income | defined",
    ]);
    expect(learnt("Owner earnings is net income excluding the cost of what is not kept.")).toEqual([
      "Owner earnings | net-income | defined",
    ]);
  });

  it("are those of a footnote, whose mark is no part of the first", () => {
    expect(learnt("*Shop-level profit and core margin are non-GAAP measures.")).toEqual(
      learnt("Shop-level profit and core margin are non-GAAP measures."),
    );
  });

  it("are no items that a measure leaves out, and no ratio of losses is one of net income", () => {
    expect(learnt("Non-GAAP measures are operating return, and gain or loss on sale of business.")).toEqual(
      learnt("Non-GAAP measures are operating return."),
    );
    expect(learnt("Storm loss ratio is a non-GAAP financial measure defined as storm losses to premiums.")).toEqual([
      "Storm loss ratio | loss-ratio | defined | listed",
    ]);
  });

  it("are no halves of a caption", () => {
    expect(
      learnt(
        "Adjusted net income, adjusted general and administrative expenses, and core margin are non-GAAP measures.",
      ),
    ).not.toContain(expect.stringMatching(/^administrative/));
  });

  it("are none that tell of a kind of measure", () => {
    expect(
      learnt("A non-GAAP measure is a measure of performance, financial position or cash flow that excludes amounts."),
    ).toEqual([]);
  });

  it("are those that a reconciliation is called after, and not the balance that one rolls forward", () => {
    const all = (title: string): readonly string[] => {
      const told = { part: "results" as const, heading: false, text: title, sentences: [title] };
      return learn([], [told]).names.map(({ name }) => name);
    };
    expect(all("Reconciliation of net income to owner earnings")).toEqual(["owner earnings"]);
    expect(all("Reconciliation of changes in the reserve balances for losses and loss handling expenses")).toEqual([]);
    expect(all("Reconciliation of beginning and ending losses and loss handling expenses")).toEqual([]);
  });

  it("are not led to from money where they are ratios", () => {
    const own = "Storm claims ratio is a non-GAAP financial measure.";
    const found = (last: string): readonly string[] =>
      messagesOf(
        `${HEAD}The storm claims ratio was 5.6%.\n\n## Definitions\n\n${own}\n\n${STATEMENT}${table("Key metrics", "Diluted earnings per share | $1.30 | $1.00", "Adjusted EPS | $1.50 | $1.10", "Storm losses | 8.1 | 1.0", last)}`,
        "gaap-measure-missing",
      );
    expect(found("Storm claims ratio | 5.6% | 0.0%")).toEqual([]);
  });

  it("are those that it lists as no measures of the standards", () => {
    expect(
      learnt("We use non-GAAP measures such as core revenue, cleared earnings per share and cash margin."),
    ).toEqual(["core revenue | revenue | listed", "cleared earnings per share | eps | listed"]);
    expect(learnt("We use non-GAAP measures such as cleared earnings or loss per share and core revenue.")).toEqual([
      "cleared earnings or loss per share | eps | listed",
      "core revenue | revenue | listed",
    ]);
    expect(learnt("Calculated billings is a non-GAAP financial measure.")).toEqual([
      "Calculated billings | revenue | defined | listed",
    ]);
  });

  it("are those in whose brackets stands what makes them other ones, and the total of the segments", () => {
    expect(learnt("We use non-GAAP measures such as net interest margin (FTE) and total segment profit.")).toEqual([
      "net interest margin (FTE) | net-interest-margin | listed",
      "total segment profit | net-income | listed",
    ]);
    expect(learnt("We use non-GAAP measures such as segment profit.")).toEqual([]);
  });

  it("are none that a company counts, and no lines of the standards", () => {
    expect(learnt("Annual recurring revenue represents the value of contracts.")).toEqual([]);
    expect(learnt("Calculated billings represent revenue and the change in deferred revenue.")).toEqual([]);
    expect(learnt("Total revenue is defined as revenue before discounts.")).toEqual([]);
    expect(learnt("We define customers as those with revenue of more than $100.")).toEqual([]);
  });

  it("are found in small letters, in the plural and with the mark of a note", () => {
    const learned = learn(
      [],
      [
        {
          part: "definitions",
          heading: false,
          text: "",
          sentences: ["We define Controllable Profit as gross profit less direct costs."],
        },
      ].map((told) => ({ ...told, part: "definitions" as const, text: told.sentences[0]! })),
    );
    const names = namedIn("controllable profits of $4 million, and Controllable Profit(1)", learned);
    expect(names.map(({ basis, family }) => `${basis} ${family}`)).toEqual([
      "non-GAAP gross-profit",
      "non-GAAP gross-profit",
    ]);
  });

  it("have margins and parts of a share that are other measures than they", () => {
    const text = "FFO, Same-Center Club EBITDA and core revenue are non-GAAP financial measures.";
    const learned = learn([], [{ part: "definitions", heading: false, text, sentences: [text] }]);
    const familyIn = (text: string): readonly string[] =>
      namedIn(text, learned).map(({ name, family }) => `${name}: ${family}`);
    expect(familyIn("Same-Center Club EBITDA Margin: 28.7%")).toEqual([
      "Same-Center Club EBITDA Margin: ebitda-margin",
    ]);
    expect(familyIn("Same-Center Club EBITDA(1) per diluted share")).toEqual([
      "Same-Center Club EBITDA(1) per diluted share: ebitda-per-share",
    ]);
    expect(familyIn("Same-Center Club EBITDA marginally rose")).toEqual(["Same-Center Club EBITDA: ebitda"]);
  });

  it("are the ends of a reconciliation, with the line that it starts from", () => {
    const bridge = table(
      "Reconciliation of non-GAAP measures",
      "Noninterest expense | 9.0 | 8.0",
      "Merger costs | (1.5) | (0.5)",
      "Core noninterest expense | 7.5 | 7.5",
    );
    const said = '"Core noninterest expense fell to $7.5 million," said Jane Doe, chief executive.';
    expect(messagesOf(`${HEAD}${said}\n\n${STATEMENT}${bridge}`, "quotation-without-gaap")).toEqual([
      expect.stringContaining("noninterest expense"),
    ]);
  });
});

it("a text of nothing but names is read in bounded time", () => {
  const hostile = `We define ${"net income less ".repeat(4000)}as revenue before ${"a b ".repeat(9000)}`;
  const read = () => learnt(hostile, hostile.replaceAll(" ", "  "), `${"(non-GAAP) ".repeat(7000)}`);
  // What goes with the square of such names outlasts the time that a test has.
  expect(read()).toBeDefined();
});

describe("what a page teaches by its marks and brackets", () => {
  const told = (text: string): Parameters<typeof learn>[1][number] => ({
    part: "results",
    heading: false,
    text,
    sentences: [text],
  });
  const learntFrom = (...texts: readonly string[]): readonly string[] =>
    learn([], texts.map(told)).names.map(({ name, family }) => `${name} | ${family}`);

  it("is that a name with the mark of such a note is the company's own", () => {
    const line = "Comparable net sales (1) grew by 4.9%.";
    expect(learntFrom(line, "(1) This is a non-GAAP measure; see below.")).toEqual(["Comparable net sales | revenue"]);
    expect(learntFrom(line, "(1) Stores that were open in both periods.")).toEqual([]);
    expect(learntFrom("(1) This is a non-GAAP measure; see below.", line)).toEqual([]);
    expect(learntFrom("Net sales (1) grew by 4.9%.", "(1) This is a non-GAAP measure; see below.")).toEqual([]);
  });

  it("is what letters stand for from there on", () => {
    const learned = learn(
      [],
      [told('Adjusted net income ("ANI") was $5.0 million, and net earnings ("NEA") $4.0 million.')],
    );
    const names = namedIn("ANI rose, NEA fell, and ani is no word", learned);
    expect(names.map(({ basis, family }) => `${basis} ${family}`)).toEqual(["non-GAAP net-income", "GAAP net-income"]);
  });

  it("is by which words the release tells revenue of its own from the line of the statement", () => {
    const listed = told("Same store revenues are non-GAAP measures.");
    const basesIn = (text: string): readonly string[] => namedIn(text, learn([], [listed])).map(({ basis }) => basis);
    expect(basesIn("Total revenues are to be flat on a same store basis")).toEqual(["non-GAAP"]);
    expect(basesIn("Same store digital revenues grew 3%")).toEqual(["non-GAAP"]);
    expect(basesIn("Digital revenues grew 3%")).toEqual(["GAAP"]);
    expect(namedIn("Same store digital revenues grew 3%").map(({ basis }) => basis)).toEqual(["GAAP"]);
  });
});

describe("lines of one kind that add up", () => {
  const led = (second: string): readonly string[] =>
    wordsFound(
      `${HEAD}"Member revenue grew 48% to $28.0 million in the quarter," said Jane Doe, chief executive.\n\n## Reconciliation of non-GAAP measures\n\n${table(
        "Member revenue",
        "Service revenue | 58.8 | 55.9",
        `${second} | (30.8) | (37.0)`,
        "Member revenue | 28.0 | 18.9",
      )}\n${STATEMENT}`,
      new Set(["quotation-without-gaap"]),
    );

  it("are parts of a line of the statements, and no measure of the company's own", () => {
    expect(led("Fixed fee revenue")).toEqual([]);
  });

  it("are not where what is taken off is no such line", () => {
    expect(led("Rebates to members")).toEqual(["quotation-without-gaap: Member revenue"]);
  });
});

describe("a measure of all restaurants that the release lists as its own", () => {
  const said = (definition: string): readonly string[] =>
    wordsFound(
      `${HEAD}"Restaurant-level profit grew 12% to $14.1 million," said Jane Doe, chief executive.\n\n${STATEMENT}## Use of Measures\n\n${definition}\n`,
      new Set(["quotation-without-gaap"]),
    );

  it("is the company's own", () => {
    expect(
      said(
        "Restaurant-level profit is a non-GAAP measure. We define restaurant-level profit as operating income before corporate costs.",
      ),
    ).toEqual(["quotation-without-gaap: Restaurant-level profit"]);
  });

  it("is the company's own as a margin too, by whatever noun the margin is called", () => {
    const taught =
      "Restaurant-level operating profit is a non-GAAP measure. Restaurant-level operating profit is defined as operating income before corporate costs.";
    for (const name of ["Restaurant-level margin", "Restaurant-level operating margin"])
      expect(namesTaught(taught, name)).toEqual([["operating-margin", "non-GAAP"]]);
    expect(namesTaught(taught, "Kitchen-level margin")).toEqual([]);
  });

  it("is that of its segments where nothing says so", () => {
    expect(said("Restaurant-level profit is the measure by which we manage our segments.")).toEqual([]);
  });
});

describe("a margin that its reconciliation gives in money", () => {
  const said = (from: string, to: string): readonly string[] =>
    wordsFound(
      `${HEAD}- Refining margin was ${to}\n\n${STATEMENT}${table("Reconciliation of Refining Margin", `Gross profit | ${from}`, "Depreciation | 99.7 | 90.8", "Refining margin | 412.1 | 390.8")}`,
      new Set(["gaap-measure-missing"]),
    );

  it("is held against the amount of the line that it comes from", () => {
    expect(said("312.4 | 300.0", "$412.1 million")).toEqual(["gaap-measure-missing: Refining margin"]);
  });
});

describe("a line of the statements that the release says is no measure of the standards", () => {
  it("is the company's own, whatever the statements print", () => {
    const taught = "Net revenue is a non-IFRS measure.";
    expect(namesTaught(taught, "Net revenue was $12.1 million")).toEqual([["revenue", "non-GAAP"]]);
    expect(namesTaught("Net revenue is told of.", "Net revenue was $12.1 million")).toEqual([["revenue", "GAAP"]]);
    expect(namesTaught(taught, "Revenue was $40.2 million")).toEqual([["revenue", "GAAP"]]);
  });
});

describe("a caption of the statements that the release says is no measure of the standards", () => {
  const said = (taught: string): readonly string[] =>
    wordsFound(
      `${HEAD}"Record net revenue of $30.1 million is what we are proud of," said Jane Doe, chief executive.\n\n${table("Consolidated Statements of Operations", "Revenue | 40.2 | 38.1", "Tolls | 10.1 | 9.7", "Net revenue | 30.1 | 28.4", "Operating expenses | 24.1 | 22.4", "Operating income | 6.0 | 6.0", "Income tax | 2.0 | 2.0", "Net income | 4.0 | 4.0")}## Use of Measures\n\n${taught}\n`,
      new Set(["quotation-without-gaap", "praise-of-non-gaap"]),
    );

  it("is the company's own where a sentence says so of it alone", () => {
    expect(said("Net revenue is a non-GAAP measure.")).not.toEqual([]);
    expect(said("Net revenue and tolls are told of as non-GAAP measures are.")).toEqual([]);
  });
});

describe("a cost before and after what is taken off it", () => {
  const said = (...lines: readonly string[]): readonly string[] =>
    wordsFound(
      `${HEAD}${lines.join("\n\n")}\n\n${STATEMENT}${table("Reconciliation of Net Harbour Costs", "Operating expenses | 14.0 | 13.0", "Marketing | 2.5 | 2.1", "Gross harbour costs | 16.5 | 15.1", "Commissions | (3.4) | (3.1)", "Net harbour costs | 13.1 | 12.0")}`,
      new Set(["gaap-measure-missing"]),
    );

  it("is read with the gross one, which is no measure of the company's own", () => {
    expect(said("- Gross harbour costs were $16.5 million. Net harbour costs were $13.1 million.")).toEqual([]);
    expect(said("- Net harbour costs were $13.1 million.")).toEqual(["gaap-measure-missing: Net harbour costs"]);
  });
});
