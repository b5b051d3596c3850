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
    const saturday = thursday.replace("November 1, 2007", "November 3, 2007");
    expect(found(saturday, { sent: "2007-11-03", furnished: "2007-11-08" })).toEqual([]);
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
    expect(found(announced, { call: "2025-11-05" })).toEqual(["times-contradict"]);
    expect(found(announced, { call: "2025-11-10" })).toEqual(["call-long-after-release"]);
  });

  it("that the text announces is held to 48 hours, where both minutes are known", () => {
    const announced = (when: string, line = ""): string =>
      `${release(`November 4, 2025${line}`)}\nWe will host a conference call to discuss the results on November 6, 2025${when}.\n`;
    const told = { sent: "2025-11-04T08:00", furnished: "2025-11-04T08:00" };
    const late = (text: string, told: object): boolean => found(text, told).includes("call-long-after-release");
    expect(late(announced(" at 11:00 a.m. ET"), told)).toBe(true);
    expect(late(announced(" at 8:01 a.m. Eastern Time (5:01 a.m. Pacific Time)"), told)).toBe(true);
    expect(late(announced(" at 11:00 a.m. ET", ", 8:00 a.m. ET"), {})).toBe(true);
    expect(late(announced(" at 8:00 a.m. ET"), told)).toBe(false);
    expect(late(announced(" at 5:00 a.m. PT"), told)).toBe(false);
    // Nobody says whose clocks are meant, or when the release went out.
    expect(late(announced(" at 11:00 a.m."), told)).toBe(false);
    expect(late(announced(" at 11:00 a.m. ET"), {})).toBe(false);
  });

  it("that the text announces for today begins behind the furnishing", () => {
    const announced = `${text}\nWe will host a conference call to discuss the results at 4:45 p.m. Eastern Time today.\n`;
    expect(found(announced, { furnished: "2025-11-04T17:00" })).toEqual(["call-before-furnished"]);
    expect(found(announced, { furnished: "2025-11-04T16:44" })).toEqual([]);
    expect(found(announced.replace("4:45 p.m. Eastern Time ", ""), { furnished: "2025-11-04T17:00" })).toEqual([]);
  });
});

describe("the minute of the release", () => {
  const sent = (when: string, exchange = "NYSE", on = "November 4, 2025"): readonly string[] =>
    found(release(on, exchange), { sent: when, furnished: when });
  const notices = (when: string, exchange: string, on: string): readonly string[] => {
    const occasion = { sent: momentOf(when), furnished: momentOf(when) };
    const bytes = new TextEncoder().encode(release(on, exchange));
    return checkRelease(bytes, { name: "release.md", rules: rulesBy({ occasion }) }).findings.map((f) => f.message);
  };

  it("is not one of the five behind the close of the NYSE (V11)", () => {
    expect(sent("2025-11-04T16:03")).toEqual(["release-right-after-close"]);
    expect(sent("2025-11-04T16:05")).toEqual([]);
    expect(sent("2025-11-28T13:04", "NYSE", "November 28, 2025")).toEqual(["release-right-after-close"]);
    expect(sent("2025-11-28T13:05", "NYSE", "November 28, 2025")).toEqual([]);
    expect(sent("2025-11-29T16:03", "NYSE", "November 29, 2025")).toEqual([]);
    expect(sent("2025-11-04T16:03", "TSX")).toEqual([]);
  });

  it("asks for notice to the exchange while it is open, and Nasdaq at all times", () => {
    expect(sent("2025-11-04T06:59")).toEqual([]);
    expect(sent("2025-11-04T07:00")).toEqual(["notice-to-exchange"]);
    expect(sent("2025-11-04T15:59")).toEqual(["notice-to-exchange"]);
    expect(sent("2025-11-04T06:00", "Nasdaq")).toEqual(["notice-to-exchange"]);
    expect(sent("2014-11-04T08:00", "Nasdaq", "November 4, 2014")).toEqual([]);
  });

  it("asks the NYSE for nothing on a day on which it is closed", () => {
    expect(sent("2025-11-27T10:00", "NYSE", "November 27, 2025")).toEqual([]);
    expect(sent("2025-11-29T10:00", "NYSE", "November 29, 2025")).toEqual([]);
    expect(sent("2025-11-11T10:00", "NYSE", "November 11, 2025")).toEqual(["notice-to-exchange"]);
    const [told] = notices("2025-11-29T10:00", "Nasdaq", "November 29, 2025");
    expect(told).toContain("before 06:50 of the next trading day");
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

describe("times that are told", () => {
  const text = `${release("November 4, 2025, 8:00 a.m. ET")}\nWe will host a conference call at 10:00 a.m. Eastern Time today.\n`;
  const bare = release("November 4, 2025");
  const contradicts = (release: string, told: { sent?: string; furnished?: string; call?: string }): boolean =>
    found(release, told).includes("times-contradict");

  it("agree with the release and each other", () => {
    expect(
      contradicts(text, { sent: "2025-11-04T08:05", furnished: "2025-11-04T08:10", call: "2025-11-04T10:00" }),
    ).toBe(false);
    expect(contradicts(bare, { sent: "2025-11-04", furnished: "2025-11-04T07:00", call: "2025-11-04" })).toBe(false);
    // It is the fifth in Tokyo by then.
    expect(contradicts(release("November 5, 2025"), { sent: "2025-11-04T18:15" })).toBe(false);
    expect(contradicts("Acme Inc. reported its results.\n", { sent: "2025-11-04", call: "2025-11-05" })).toBe(false);
  });

  it.each([
    [{ sent: "2025-11-05T08:00" }, "another day than the dateline"],
    [{ sent: "2025-11-04T16:05" }, "another time than the stamp of the wire"],
    [{ call: "2025-11-05" }, "another day than the announced call"],
    [{ call: "2025-11-04T10:30" }, "another time than the announced call"],
    [{ sent: "2025-11-04T08:00", furnished: "2025-11-03" }, "furnished before it is sent"],
  ])("contradict it: %j, %s", (told, _why) => {
    expect(contradicts(text, told)).toBe(true);
  });

  it("contradict each other where the call is before the release", () => {
    expect(contradicts(bare, { sent: "2025-11-04T16:05", call: "2025-11-04T10:00" })).toBe(true);
    expect(contradicts(bare, { call: "2025-11-03" })).toBe(true);
    expect(contradicts(bare, { sent: "2025-11-04T16:05", call: "2025-11-04T16:45" })).toBe(false);
  });
});
