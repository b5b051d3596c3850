import { describe, expect, it } from "vitest";
import { gathered } from "../books/said.ts";
import { madeCall } from "./call-made.ts";
import type { Event } from "./release.ts";

interface Made {
  readonly event: Event | undefined;
  readonly lines: readonly string[];
  readonly told: readonly string[];
}

function call(text: string, date = "2007-11-01"): Made {
  const { say, findings } = gathered();
  const place = { path: "release.md", line: 1, column: 1 };
  const head = { period: "2007-Q3", date, city: undefined, periodPlace: place };
  const event = madeCall({ path: "call.yaml", text }, { head, words: (written) => written, say });
  const lines = (event?.lines ?? []).map((line) => line.map((one) => ("text" in one ? one.text : "")).join(""));
  const told = findings().map(
    ({ code, severity, places: [at], message, remedy }) =>
      `${at?.line}:${at?.column} ${severity} ${code} ${message} ${remedy}`,
  );
  return { event, lines, told };
}

const replay = (fields: string): Made =>
  call(`call:\n  start: 2007-11-01T16:45\n  zone: America/New_York\n  replay: { ${fields} }\n`);

describe("a call", () => {
  it("starts at a moment of its zone, and can be heard again in a window of another", () => {
    const { event, lines, told } = call(`call:
  title: Earnings Call
  start: 2007-11-01T16:45
  zone: America/New_York
  dial-in: ["800-555-0142", "978-555-0143"]
  code: "0150127"
  webcast: https://ir.example.com/
  note: Please register before it starts.
  replay:
    from: 2007-11-02T08:00
    to: 2007-11-30T12:00
    zone: Europe/London
    phone: +44 20 5550 0162
    code: "77"
`);
    expect(told).toEqual([]);
    expect(event?.title).toBe("Earnings Call");
    expect(lines).toEqual([
      "Start: 4:45 p.m. Eastern Time on November 1, 2007",
      "Dial-in: 800-555-0142 or 978-555-0143, access code 0150127",
      "Webcast: ir.example.com",
      "Please register before it starts.",
      "Replay: from 8:00 a.m. London time on November 2, 2007 until 12:00 p.m. London time on November 30, 2007, at +44 20 5550 0162, access code 77",
    ]);
  });

  it("holds no figure: its digits are literals, each with a reason and a place", () => {
    const { event } = replay("from: 2007-11-01T20:00, days: 4");
    for (const inline of event?.lines.flat() ?? []) {
      if (inline.kind === "text") expect(inline.text).not.toMatch(/\d/);
      if (inline.kind === "literal") expect(inline.reason).not.toBe("");
      expect(inline.kind).not.toBe("figure");
    }
  });

  it("counts the days of a replay from its start", () => {
    expect(replay("from: 2007-11-01T20:00, days: 4").lines.at(-1)).toBe(
      "Replay: from 8:00 p.m. Eastern Time on November 1, 2007 until 8:00 p.m. Eastern Time on November 5, 2007",
    );
  });
});

describe("what cannot be is told", () => {
  it.each([
    [
      "call: { start: 2007-11-31T16:45, zone: America/New_York }",
      '1:16 error day-not-plain "start" holds "2007-11-31T16:45", which has a month of 30 days; a day and a time, such as 2007-11-01T16:45, was expected. Write a day that there is.',
    ],
    [
      "call: { start: 2008-03-09T02:30, zone: America/New_York }",
      "1:16 error moment-cannot-be 2:30 a.m. on 2008-03-09 is never shown in America/New_York: the clocks go forward over it. Write the time that the clocks show.",
    ],
    [
      "call: { start: 2007-11-01T16:45, zone: America/NewYork }",
      '1:40 error choice-unknown "zone" holds "America/NewYork"; one of 33 words was expected. The nearest is America/New_York.',
    ],
    [
      "call: { start: 2007-10-31T16:45, zone: America/New_York }",
      "1:16 warning call-before-release The call starts on 2007-10-31, and the release goes out on 2007-11-01, a day later. Set the day of the call right, or the date at the head of release.md.",
    ],
  ])("%s", (text, told) => {
    expect(call(text).told).toEqual([told]);
  });

  it("a replay that ends before it starts, or starts before the call", () => {
    expect(replay("from: 2007-11-01T20:00, to: 2007-10-31T20:00").told).toEqual([
      "4:41 error replay-ends-before-it-starts The replay ends at 8:00 p.m. Eastern Time on October 31, 2007, and starts at 8:00 p.m. Eastern Time on November 1, 2007. Exchange the two, or set the wrong one right.",
    ]);
    expect(replay("from: 2007-11-01T20:00, to: 2007-11-09T20:00, zone: Asia/Tokyo").told[0]).toContain(
      "replay-starts-before-call",
    );
  });

  it("a length that does not fit its days", () => {
    expect(replay("from: 2007-11-01T20:00, to: 2007-11-05T23:59, days: 5").told).toEqual([]);
    expect(replay("from: 2007-11-01T20:00, to: 2007-11-05T23:59, days: 7").told[0]).toContain("replay-length-differs");
  });

  it("an address that is none", () => {
    expect(call("call: { start: 2007-11-01T16:45, zone: UTC, webcast: javascript:alert(1) }").told[0]).toContain(
      "link-not-taken",
    );
  });
});
