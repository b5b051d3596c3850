import { type Day, day, fromOrdinal, monthOf, ordinal, weekday, yearOf } from "./date.ts";

/**
 * A clock that people name. Instants are minutes since 1970-01-01T00:00Z, wall times are minutes since the midnight that a day
 * starts with; both are plain numbers, so no library of zones is asked and the same text gives the same answer everywhere.
 */
export interface Zone {
  readonly name: string;
  /** Minutes ahead of UTC in standard time. */
  readonly standard: number;
  /** Whose law says when clocks stand one hour ahead; undefined where they never do. */
  readonly summer: "us" | "eu" | undefined;
}

export type Season = "standard" | "daylight";

export const EASTERN: Zone = { name: "Eastern", standard: -300, summer: "us" };
export const CENTRAL: Zone = { name: "Central", standard: -360, summer: "us" };
export const MOUNTAIN: Zone = { name: "Mountain", standard: -420, summer: "us" };
export const PACIFIC: Zone = { name: "Pacific", standard: -480, summer: "us" };
export const BRITISH: Zone = { name: "British", standard: 0, summer: "eu" };
export const CENTRAL_EUROPEAN: Zone = { name: "Central European", standard: 60, summer: "eu" };

export const fixedZone = (name: string, minutes: number): Zone => ({ name, standard: minutes, summer: undefined });

const DAY = 1440;
const HOUR = 60;

/** The first instant of daylight time in the year, and the first one behind it. */
export interface Daylight {
  readonly start: number;
  readonly end: number;
}

/**
 * Daylight time of the calendar year. United States: the Uniform Time Act of 1966 (in force from 1967), its amendments of 1973
 * (1974 and 1975), 1986 (from 1987) and 2005 (from 2007), clocks change at 2:00. European Union: the rule of 1996, at 1:00 UTC.
 */
export function daylightOf(zone: Zone, year: number): Daylight | undefined {
  const days = zone.summer === "us" ? american(year) : zone.summer === "eu" ? european(year) : undefined;
  if (days === undefined) return undefined;
  const [first, last] = days;
  if (zone.summer === "eu") return { start: first * DAY + HOUR, end: last * DAY + HOUR };
  const change = 2 * HOUR - zone.standard;
  return { start: first * DAY + change, end: last * DAY + change - HOUR };
}

/** The days on which clocks go forward and back, counted from 1970-01-01. */
function american(year: number): readonly [number, number] | undefined {
  if (year < 1967) return undefined;
  if (year >= 2007) return [sunday(year, 3, 2), sunday(year, 11, 1)];
  const back = lastSunday(year, 10);
  if (year >= 1987) return [sunday(year, 4, 1), back];
  if (year === 1974) return [ordinal(day(1974, 1, 6)!), back];
  if (year === 1975) return [ordinal(day(1975, 2, 23)!), back];
  return [lastSunday(year, 4), back];
}

const european = (year: number): readonly [number, number] | undefined =>
  year < 1996 ? undefined : [lastSunday(year, 3), lastSunday(year, 10)];

/** The nth Sunday of a month. */
function sunday(year: number, month: number, nth: number): number {
  const first = day(year, month, 1)!;
  return ordinal(first) + ((7 - weekday(first)) % 7) + 7 * (nth - 1);
}

/** The last Sunday of a month of 30 or 31 days. */
function lastSunday(year: number, month: number): number {
  const fifth = sunday(year, month, 5);
  return monthOf(fromOrdinal(fifth)) === month ? fifth : fifth - 7;
}

export function seasonAt(zone: Zone, instant: number): Season {
  const daylight = daylightOf(zone, yearOf(fromOrdinal(Math.floor((instant + zone.standard) / DAY))));
  return daylight !== undefined && instant >= daylight.start && instant < daylight.end ? "daylight" : "standard";
}

/** Minutes ahead of UTC at the instant. */
export const offsetAt = (zone: Zone, instant: number): number =>
  zone.standard + (seasonAt(zone, instant) === "daylight" ? HOUR : 0);

/**
 * The instant at which the zone's clocks show the minute of the day. Of the hour that they show twice the first is meant; what
 * they skip counts on as if they had not been put forward. A minute beyond the day belongs to the days behind it.
 */
export function instantOf(zone: Zone, at: Day, minute: number): number {
  const wall = ordinal(at) * DAY + minute;
  const ahead = wall - zone.standard - HOUR;
  return seasonAt(zone, ahead) === "daylight" ? ahead : wall - zone.standard;
}
