import { expect, it } from "vitest";
import { messagesOf } from "../../../test/ruled.ts";
import type { FindingCode } from "../../finding.ts";
import { HEAD, STATEMENT, table } from "../example-passages.ts";

const told = (said: string, code: FindingCode, more = ""): readonly string[] =>
  messagesOf(`${HEAD}${said}\n\n${STATEMENT}${more}`, code);

it("an amount before a name that has its own rate is that of what stands before both", () => {
  const based = (said: string): readonly string[] =>
    told(`Revenue was $40.2 million, up 5.5%. ${said}`, "growth-on-unprinted-base");
  expect(based("The quarter brought orders of $91.3 million and 8% sales growth.")).toEqual([]);
  expect(based("Service revenue was $17.5 million, up 12%.")).toHaveLength(1);
});

it("what a part is taken of has no figure, unless one stands right behind it", () => {
  const given = (said: string): readonly string[] => told(said, "gaap-measure-missing");
  expect(given("Taxes were $3.2 million, or 8% of adjusted EBITDA, compared with $2.8 million.")).toEqual([]);
  expect(given("Taxes were $3.2 million, or 8% of adjusted EBITDA of $39.1 million.")).toHaveLength(1);
});

it("an amount from which on an item is left out is none of the measure", () => {
  const given = (said: string): readonly string[] => told(said, "gaap-measure-missing");
  expect(given("We speak of EBITDA excluding write-downs in excess of $10 million for the period.")).toEqual([]);
  expect(given("EBITDA excluding write-downs was $10 million for the period.")).toHaveLength(1);
});

it("a return is reconciled where its earnings are led to above it, as what they are divided by stands elsewhere", () => {
  const missing = (...rows: readonly string[]): readonly string[] =>
    told("Return on tangible common equity was 12.3%.", "reconciliation-missing", table("Returns", ...rows));
  const own = ["Add: Amortization of intangibles | 0.4 | 0.4", "Tangible net income | 4.4 | 4.1"];
  const back = "Return on tangible common equity | 12.3% | 12.4%";
  expect(missing("Net income | 4.0 | 3.7", ...own, back)).toEqual([]);
  expect(missing("Fee income | 4.0 | 3.7", "Loans | 9.0 | 8.0", back)).toHaveLength(1);
});

it("the parts of a ratio that come to a total of it are no reconciliation turned round", () => {
  const turned = (last: string): readonly string[] =>
    told(
      "Adjusted loss ratio was 5.6%.",
      "reconciliation-starts-wrong",
      table(
        "Reconciliation of loss ratio",
        "Adjusted loss ratio | 5.6% | 1.0%",
        "Storms | 20.1% | 19.1%",
        `${last} | 25.7% | 20.1%`,
      ),
    );
  expect(turned("Total loss ratio")).toEqual([]);
  expect(turned("Loss ratio")).toHaveLength(1);
});

it("rates of a margin are none of the amount that the sentence names", () => {
  const said = (rest: string): readonly string[] =>
    told(`Net income grew to $3.3 million${rest}`, "reconciliation-missing");
  expect(said(" with a margin of 7.9%, or 9.0% excluding closing costs.")).toEqual([]);
  expect(said(", or $4.1 million excluding closing costs.")).toHaveLength(1);
});

it("a list's first name is not on the basis of its second", () => {
  const praised = (names: string): readonly string[] =>
    told(`"We delivered record ${names}," said Jane Doe, chief executive.`, "quotation-without-gaap");
  expect(praised("revenue, non-GAAP operating income and net income")[0]).not.toContain('"revenue"');
  expect(praised("operating income, non-GAAP")).toHaveLength(1);
});

it("what causes a record is no record itself", () => {
  const praised = (said: string): readonly string[] => told(said, "praise-of-non-gaap");
  expect(praised("Cash was at a record high as a result of adjusted EBITDA.")).toEqual([]);
  expect(praised("We reached a record high of adjusted EBITDA.")).toHaveLength(1);
});

it("revenue that is owed or not yet billed is a balance", () => {
  const based = (name: string): readonly string[] =>
    told(`Revenue was $40.2 million, up 5.5%. ${name} was $17.5 million, up 12%.`, "growth-on-unprinted-base");
  expect(based("Deferred revenue")).toEqual([]);
  expect(based("Service revenue")).toHaveLength(1);
});

it("cash from operations and free cash flow may share their noun", () => {
  const caused = (names: string): readonly string[] =>
    told(
      `Cash was $9.1 million. The decrease in ${names} was due to the timing of tax payments.`,
      "gaap-measure-missing",
    );
  expect(caused("operating and free cash flows")).toEqual([]);
  expect(caused("free cash flows")).toHaveLength(1);
});

it("what a return is earned on has no figure of its own", () => {
  const said = (rest: string): readonly string[] =>
    told(`Return on average equity was 14.5%, ${rest}.`, "gaap-measure-missing");
  expect(said("or 17.6% on average tangible common equity")).toEqual([]);
  expect(said("with average tangible common equity of $1.6 billion")).toHaveLength(1);
});

it("an amount is none of the measure that is said to bear it or to leave it out", () => {
  const said = (rest: string): readonly string[] =>
    told(`Operating income was $6.0 million. ${rest}`, "gaap-ratio-missing").concat(
      told(`Operating income was $6.0 million. ${rest}`, "reconciliation-missing"),
    );
  expect(said("It bore a charge of $4.0 million, which adjusted operating income leaves out.")).toEqual([]);
  expect(said("It led to $4.0 million of adjusted operating income.")).toHaveLength(1);
  const paid = (rest: string): readonly string[] =>
    told(`We repaid debt of $20 million${rest}.`, "gaap-measure-missing");
  expect(paid(", which our free cash flow paid for")).toEqual([]);
  expect(paid(", which the adjusted EBITDA of the quarter allowed")).toEqual([]);
  expect(paid(" from $30 million of free cash flow")).toHaveLength(1);
});

it("two figures that a stroke parts are one each of two names that a stroke parts", () => {
  const given = (said: string): readonly string[] => told(said, "gaap-measure-missing");
  expect(given("- GAAP diluted EPS / Adjusted diluted EPS: $0.52 / $0.61")).toEqual([]);
  expect(given("- Shares / Adjusted diluted EPS: 61.0 million / $0.61")).toHaveLength(1);
});

it("what is paid out of cash has the amount of the payment, and not the cash that it is paid from", () => {
  const given = (said: string): readonly string[] =>
    told(`Cash from operations was $15.0 million. ${said}`, "reconciliation-missing");
  expect(given("We returned free cash flow to holders through a dividend of $0.12 per share.")).toEqual([]);
  expect(given("We returned free cash flow by share repurchases of $6.1 million.")).toEqual([]);
  expect(given("Free cash flow was $6.1 million, and we paid a dividend of $0.12 per share.")).toHaveLength(1);
  expect(given("Free cash flow after dividends of $6.1 million was higher.")).toHaveLength(1);
});
