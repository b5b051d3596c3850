import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
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

describe("names that a release teaches", () => {
  it("are those that it defines from a line of the standards", () => {
    expect(learnt("We define controllable profit as gross profit less direct selling costs.")).toEqual([
      "controllable profit | gross-profit | defined",
    ]);
    expect(learnt("Owner earnings is calculated as net income before amortization.")).toEqual([
      "Owner earnings | net-income | defined",
    ]);
  });

  it("are those that it lists as no measures of the standards", () => {
    expect(
      learnt("We use non-GAAP measures such as core revenue, cleared earnings per share and cash margin."),
    ).toEqual(["core revenue | revenue | listed", "cleared earnings per share | eps | listed"]);
  });

  it("are none that a company counts, and no lines of the standards", () => {
    expect(learnt("Annual recurring revenue represents the value of contracts.")).toEqual([]);
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
