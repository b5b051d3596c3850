import { describe, expect, it } from "vitest";
import { fromOrdinal } from "./date.ts";
import {
  BRITISH,
  CENTRAL_EUROPEAN,
  daylightOf,
  EASTERN,
  fixedZone,
  instantOf,
  offsetAt,
  PACIFIC,
  seasonAt,
  type Zone,
} from "./zone.ts";

/** "2007-03-11 03:00" to "2007-11-04 01:00": the clocks of the zone right behind each change. */
function changes(zone: Zone, year: number): string {
  const { start, end } = daylightOf(zone, year)!;
  const wall = (instant: number): string => {
    const at = instant + offsetAt(zone, instant);
    const minute = at - Math.floor(at / 1440) * 1440;
    const two = (n: number): string => String(n).padStart(2, "0");
    return `${fromOrdinal(Math.floor(at / 1440))} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  };
  return `${wall(start)} to ${wall(end)}`;
}

describe("daylight time", () => {
  it("runs from March to November in the United States since 2007, and did not in 2006 (V9)", () => {
    expect(changes(EASTERN, 2007)).toBe("2007-03-11 03:00 to 2007-11-04 01:00");
    expect(changes(EASTERN, 2006)).toBe("2006-04-02 03:00 to 2006-10-29 01:00");
    expect(changes(PACIFIC, 2025)).toBe("2025-03-09 03:00 to 2025-11-02 01:00");
  });

  it("ran from the last Sunday of April before 1987, but for the winters of the oil shock", () => {
    expect(changes(EASTERN, 1967)).toBe("1967-04-30 03:00 to 1967-10-29 01:00");
    expect(changes(EASTERN, 1974)).toBe("1974-01-06 03:00 to 1974-10-27 01:00");
    expect(changes(EASTERN, 1975)).toBe("1975-02-23 03:00 to 1975-10-26 01:00");
    expect(changes(EASTERN, 1986)).toBe("1986-04-27 03:00 to 1986-10-26 01:00");
    expect(changes(EASTERN, 1987)).toBe("1987-04-05 03:00 to 1987-10-25 01:00");
    expect(daylightOf(EASTERN, 1966)).toBeUndefined();
  });

  it("changes at one instant all over Europe", () => {
    expect(changes(CENTRAL_EUROPEAN, 2024)).toBe("2024-03-31 03:00 to 2024-10-27 02:00");
    expect(changes(BRITISH, 2024)).toBe("2024-03-31 02:00 to 2024-10-27 01:00");
    expect(daylightOf(BRITISH, 2024)).toEqual(daylightOf(CENTRAL_EUROPEAN, 2024));
  });

  it("never comes where clocks stay", () => {
    const tokyo = fixedZone("Japan", 540);
    expect(seasonAt(tokyo, instantOf(tokyo, "2024-07-01", 720))).toBe("standard");
  });
});

describe("an instant", () => {
  it("is one hour longer ago over the night on which clocks go back: 363,540 seconds (V9)", () => {
    const start = instantOf(EASTERN, "2007-11-01", 20 * 60);
    const end = instantOf(EASTERN, "2007-11-05", 23 * 60 + 59);
    expect((end - start) * 60).toBe(363540);
    expect([offsetAt(EASTERN, start), offsetAt(EASTERN, end)]).toEqual([-240, -300]);
  });

  it("is the same on two clocks", () => {
    expect(instantOf(EASTERN, "2025-02-07", 9 * 60)).toBe(instantOf(PACIFIC, "2025-02-07", 6 * 60));
    expect(instantOf(fixedZone("UTC", 0), "1970-01-01", 0)).toBe(0);
  });

  it("is the first of the two that a clock shows at 1:30 when it goes back", () => {
    expect(instantOf(EASTERN, "2007-11-04", 150) - instantOf(EASTERN, "2007-11-04", 90)).toBe(120);
  });

  it("counts on from what a clock skips when it goes forward", () => {
    expect(instantOf(EASTERN, "2007-03-11", 150)).toBe(instantOf(EASTERN, "2007-03-11", 210));
  });

  it("of midnight behind a day is that of the next day's start", () => {
    expect(instantOf(EASTERN, "2025-02-20", 1440)).toBe(instantOf(EASTERN, "2025-02-21", 0));
  });
});
