import { describe, expect, it } from "vitest";
import { checkRelease } from "../check-release.ts";
import { momentOf, momentText } from "../reading/occasion.ts";
import { rulesBy } from "../rules.ts";

const release = (on: string, exchange = "NYSE"): string =>
  `BOSTON, ${on} - Acme Inc. (${exchange}: ACM) today reported its results for the quarter ended September 30, 2025.\n`;

/** The codes of what is found, with the options of the command line that tell the occasion. */
function found(text: string, told: { sent?: string; furnished?: string; call?: string }): readonly string[] {
  const moment = (written: string | undefined) => (written === undefined ? undefined : momentOf(written));
  const occasion = { sent: moment(told.sent), furnished: moment(told.furnished), call: moment(told.call) };
  return checkRelease(new TextEncoder().encode(text), { name: "release.md", rules: rulesBy({ occasion }) })
    .findings.filter(({ about }) => about === "rules")
    .map(({ code }) => code);
}

describe("when a release is furnished", () => {
  const thursday =
    "BOSTON, November 1, 2007 - Acme Inc. (NYSE: ACM) reported its results for the quarter ended September 29, 2007.\n";

  it("is in time until the fourth business day (V10)", () => {
    expect(found(thursday, { furnished: "2007-11-07" })).toEqual([]);
    expect(found(thursday, { furnished: "2007-11-08" })).toEqual(["furnished-late"]);
    expect(found(thursday, { sent: "2007-11-03", furnished: "2007-11-08" })).toEqual([]);
  });

  it("is told where only the sending is", () => {
    expect(found(thursday, { sent: "2007-11-01" })).toEqual(["furnishing-due"]);
    expect(found(thursday, {})).toEqual([]);
  });

  it("is before the call, to the minute where both minutes are known", () => {
    const called = (furnished: string): readonly string[] => found(thursday, { furnished, call: "2007-11-01T16:45" });
    expect(called("2007-11-01T16:44")).toEqual([]);
    expect(called("2007-11-01T16:45")).toEqual(["call-before-furnished"]);
    expect(called("2007-11-01")).toEqual([]);
    expect(called("2007-11-02")).toEqual(["call-before-furnished"]);
  });
});

describe("the call", () => {
  const text = release("November 4, 2025");

  it("is exempt for 48 hours", () => {
    const called = (sent: string, call: string): readonly string[] =>
      found(text, { sent, furnished: sent, call }).filter((code) => code.startsWith("call"));
    expect(called("2025-11-04T06:00", "2025-11-06T06:00")).toEqual([]);
    expect(called("2025-11-04T06:00", "2025-11-06T06:01")).toEqual(["call-long-after-release"]);
    expect(called("2025-11-04", "2025-11-06T23:00")).toEqual([]);
    expect(called("2025-11-04", "2025-11-07")).toEqual(["call-long-after-release"]);
  });

  it("that is told goes before the one that the text announces", () => {
    const announced = `${text}\nWe will host a conference call to discuss the results on November 10, 2025.\n`;
    expect(found(announced, {})).toEqual(["call-long-after-release"]);
    expect(found(announced, { call: "2025-11-05" })).toEqual([]);
  });
});

describe("the minute of the release", () => {
  const sent = (when: string, exchange = "NYSE"): readonly string[] =>
    found(release("November 4, 2025", exchange), { sent: when, furnished: when });

  it("is not one of the five behind the close of the NYSE (V11)", () => {
    expect(sent("2025-11-04T16:03")).toEqual(["release-right-after-close"]);
    expect(sent("2025-11-04T16:05")).toEqual([]);
    expect(sent("2025-11-28T13:04")).toEqual(["release-right-after-close"]);
    expect(sent("2025-11-28T13:05")).toEqual([]);
    expect(sent("2025-11-04T16:03", "TSX")).toEqual([]);
  });

  it("asks for notice to the exchange while it is open, and Nasdaq at all times", () => {
    expect(sent("2025-11-04T06:59")).toEqual([]);
    expect(sent("2025-11-04T07:00")).toEqual(["notice-to-exchange"]);
    expect(sent("2025-11-04T15:59")).toEqual(["notice-to-exchange"]);
    expect(sent("2025-11-04T06:00", "Nasdaq")).toEqual(["notice-to-exchange"]);
    expect(sent("2014-11-04T08:00", "Nasdaq")).toEqual([]);
  });
});

describe("a moment", () => {
  it.each(["2025-11-04", "2025-11-04T16:05", "2024-02-29T00:00"])("%s is read and written alike", (text) => {
    expect(momentText(momentOf(text)!)).toBe(text);
  });

  it.each(["2025-02-29", "2025-11-04T24:00", "2025-11-04T10:60", "4 p.m.", "", "2025-11-04T16:05Z"])(
    "%j is none",
    (text) => {
      expect(momentOf(text)).toBeUndefined();
    },
  );
});
