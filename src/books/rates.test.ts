import { describe } from "vitest";
import { added, changed, holds } from "../../test/small-books.ts";

describe("exchange rates", () => {
  holds([
    [
      "rates that are missing, one finding for a currency and stretch of months",
      () =>
        added(
          "books/rates.csv",
          "currency,period,kind,rate,per\nEUR,2007-P01,average,1.3,EUR\nEUR,2007-P01,closing,1.3,EUR\nJPY,2007-P03,average,120,USD\nJPY,2007-P02,closing,120,USD\nJPY,2007-P03,closing,120,USD\n",
        ),
      ["rate-missing books/rates.csv:2:1", "rate-missing books/rates.csv:2:1", "rate-missing books/rates.csv:5:1"],
      [
        "EUR has no closing rate for the day before the first month (2006-12-30)",
        "EUR has no average and no closing rate for 2007-P02 to 2007-P03 (2 months); EXI-DE keeps its books in EUR.",
        "JPY has no average rate for 2007-P02; EXI-JP keeps its books in JPY.",
      ],
    ],
    [
      "a rate quoted the other way round",
      () => changed("books/rates.csv", "1.3100,EUR", "1.3100,USD"),
      ["rates-far-apart books/rates.csv:5:1"],
      ["The average rate of EUR for 2007-P02 is 0.763359, the closing rate for 2007-P01 1.25"],
    ],
    [
      "a rate that is far from its neighbours",
      () => changed("books/rates.csv", "0.0084,JPY", "0.0084,USD"),
      ["rates-far-apart books/rates.csv:12:1"],
      ["The average rate of JPY for 2007-P03 is 119.047619, the closing rate for 2007-P02 0.008333"],
    ],
    [
      "a rate in the currency of neither",
      () => changed("books/rates.csv", "0.0084,JPY", "0.0084,EUR"),
      ["choice-unknown books/rates.csv:12:29"],
      ['"per" holds "EUR"; JPY (the rate is USD for one JPY) or USD (the rate is JPY for one USD) was expected.'],
    ],
    [
      "a closing rate of a day and of the month that it closes",
      () => changed("books/rates.csv", "1.3300,EUR\n", "1.3300,EUR\nEUR,2007-P03,closing,1.34,EUR\n"),
      ["row-doubled books/rates.csv:9:1"],
      ["The closing rate of EUR for 2007-P03 stands on line 8 already."],
    ],
    [
      "rates that nothing can use",
      () =>
        changed(
          "books/rates.csv",
          "1.3300,EUR\n",
          "1.3300,EUR\nUSD,2007-P03,closing,1,USD\nEUR,2007-P04,closing,1.3,EUR\nEUR,2007-03-05,closing,1.3,EUR\nEUR,opening,average,1.3,EUR\n",
        ),
      [
        "rate-not-used books/rates.csv:9:1",
        "rate-not-used books/rates.csv:10:5",
        "rate-not-used books/rates.csv:11:5",
        "rate-not-used books/rates.csv:12:5",
      ],
      [
        "USD is the presentation currency",
        "company.yaml has no such month",
        "the last day of no month",
        "a closing rate only",
      ],
    ],
  ]);
});
