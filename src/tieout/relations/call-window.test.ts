import { describe, expect, it } from "vitest";
import { checkRelease } from "../check.ts";
import type { Report } from "../report/report.ts";

const check = (text: string): Report => checkRelease(new TextEncoder().encode(text), { name: "release.txt" });
const told = (text: string): readonly string[] => check(text).findings.map((f) => `${f.severity} ${f.code}`);

const release = (call: string): string => `Norlund Reports Third Quarter Results

BOSTON, November 1, 2007 - Norlund Corporation today reported results for its third quarter ended September 29, 2007.

${call}
`;
const texts = (text: string, rule: string): readonly string[] =>
  check(text)
    .relations.filter((r) => r.rule === rule)
    .map((r) => `${r.verdict}: ${r.text}`);

const CALL = "Norlund will host a conference call at 4:45 p.m. Eastern Time today.";
const window = (words: string): string => release(`${CALL} A replay of the call will be available ${words}.`);

describe("the call", () => {
  it("is on the day of the release where it is today", () => {
    expect(texts(release(CALL), "T45")).toEqual([
      'consistent: the call ("4:45 p.m. Eastern Time today") is on Thursday, November 1, 2007, the day of the release',
    ]);
  });

  it("cannot well be announced for a day before the release", () => {
    expect(told(release("We will host a conference call on October 30, 2007 at 9:00 a.m. ET."))).toEqual([
      "warning call-before-release",
    ]);
    expect(told(release("We will host a conference call on November 2, 2007 at 9:00 a.m. ET."))).toEqual([]);
  });

  it("is not today where the date beside it is another day", () => {
    expect(told(release("We will host a conference call today, November 2, 2007, at 9:00 a.m. ET."))).toEqual([
      "warning today-differs",
    ]);
  });

  it("comes after the minute at which the release went out", () => {
    const at = (time: string): string =>
      `(21:01 GMT) Norlund Reports\n\n${release(`The conference call will be today at ${time} Eastern Time.`)}`;
    expect(told(at("5:30 p.m."))).toEqual([]);
    expect(told(at("4:30 p.m."))).toEqual(["warning call-before-release"]);
  });

  it("is one moment on two clocks", () => {
    expect(told(release("The call will begin today at 2:00 p.m. PT / 5:00 p.m. ET."))).toEqual([]);
    expect(told(release("The call will begin today at 2:00 p.m. PT (4:00 p.m. ET)."))).toEqual(["error clocks-differ"]);
  });
});

describe("a zone label", () => {
  it("of standard time is out of season in summer, and of daylight time in winter", () => {
    expect(told(release("The conference call is today at 9:00 a.m. EST."))).toEqual([
      "warning zone-label-out-of-season",
    ]);
    expect(told(release("The conference call is on November 5, 2007 at 9:00 a.m. EDT."))).toEqual([
      "warning zone-label-out-of-season",
    ]);
  });

  it("that names no season is always right", () => {
    expect(told(release("The conference call is today at 9:00 a.m. ET."))).toEqual([]);
    expect(texts(release("The conference call is today at 9:00 a.m. EDT."), "T47")).toEqual([
      'consistent: "EDT" is what Eastern time is called on November 1, 2007',
    ]);
  });
});

describe("a replay", () => {
  it("over the night on which clocks go back is open for 363,540 seconds (V9)", () => {
    const text = window("beginning at 8:00 p.m. ET on November 1, 2007 until 11:59 p.m. ET on November 5, 2007");
    expect(told(text)).toEqual([]);
    expect(texts(text, "T46").at(-1)).toBe(
      "consistent: the replay from 8:00 p.m. ET on Thursday, November 1, 2007 to 11:59 p.m. ET on Monday, November 5, 2007 stands open for " +
        "363,540 seconds (100 h 59 min), one hour more than on the wall: clocks go back in between",
    );
    const reached = check(text).figures.filter((f) => f.checked);
    expect(reached.map((f) => f.text)).toContain("11:59 p.m.");
  });

  it("cannot end before it starts, and the end is named first", () => {
    const text = window("from 8:00 p.m. ET on November 5, 2007 until 11:59 p.m. ET on November 1, 2007");
    const [finding] = check(text).findings;
    expect(finding).toMatchObject({ code: "replay-ends-before-it-starts", severity: "error" });
    expect(text.slice(finding!.start, finding!.end)).toBe("November 1, 2007");
  });

  it("ends after the call where it has no start of its own", () => {
    expect(told(window("until November 8, 2007"))).toEqual([]);
    expect(told(window("until October 8, 2007"))).toEqual(["error replay-ends-before-it-starts"]);
  });

  it("starts after the call", () => {
    expect(told(window("beginning at 8:00 p.m. ET on November 1, 2007"))).toEqual([]);
    expect(told(window("beginning at 2:00 p.m. ET on November 1, 2007"))).toEqual(["error replay-starts-before-call"]);
  });

  it("lasts as long as its words say", () => {
    expect(told(window("for seven days, until November 8, 2007"))).toEqual([]);
    expect(told(window("for seven days, until November 18, 2007"))).toEqual(["warning replay-length-differs"]);
  });

  it("ends with the day where midnight is said", () => {
    expect(told(window("until midnight, Thursday, November 1, 2007"))).toEqual([]);
  });
});
