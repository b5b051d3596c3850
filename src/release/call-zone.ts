import type { Day } from "../calendar/date.ts";
import {
  BRITISH,
  CENTRAL,
  CENTRAL_EUROPEAN,
  EASTERN,
  fixedZone,
  instantOf,
  MOUNTAIN,
  offsetAt,
  PACIFIC,
  type Zone,
} from "../calendar/zone.ts";

/** A zone by its name in the database of zones, and what a release calls its time. */
interface NamedZone {
  readonly zone: Zone;
  readonly called: string;
}

const central: NamedZone = { zone: CENTRAL_EUROPEAN, called: "Central European Time" };
const fixed = (name: string, hours: number, minutes = 0): NamedZone => ({
  zone: fixedZone(name, hours * 60 + minutes),
  called: name,
});

/** The zones whose law is known here: those that keep one time all year, and those of the American and the European summer. */
const ZONES: Readonly<Record<string, NamedZone>> = {
  "America/New_York": { zone: EASTERN, called: "Eastern Time" },
  "America/Toronto": { zone: EASTERN, called: "Eastern Time" },
  "America/Detroit": { zone: EASTERN, called: "Eastern Time" },
  "America/Chicago": { zone: CENTRAL, called: "Central Time" },
  "America/Denver": { zone: MOUNTAIN, called: "Mountain Time" },
  "America/Phoenix": fixed("Mountain Standard Time", -7),
  "America/Los_Angeles": { zone: PACIFIC, called: "Pacific Time" },
  "America/Vancouver": { zone: PACIFIC, called: "Pacific Time" },
  "Europe/London": { zone: BRITISH, called: "London time" },
  "Europe/Dublin": { zone: BRITISH, called: "Dublin time" },
  "Europe/Lisbon": { zone: BRITISH, called: "Lisbon time" },
  "Europe/Amsterdam": central,
  "Europe/Berlin": central,
  "Europe/Brussels": central,
  "Europe/Copenhagen": central,
  "Europe/Luxembourg": central,
  "Europe/Madrid": central,
  "Europe/Oslo": central,
  "Europe/Paris": central,
  "Europe/Prague": central,
  "Europe/Rome": central,
  "Europe/Stockholm": central,
  "Europe/Vienna": central,
  "Europe/Warsaw": central,
  "Europe/Zurich": central,
  "Asia/Dubai": fixed("Gulf Standard Time", 4),
  "Asia/Kolkata": fixed("India Standard Time", 5, 30),
  "Asia/Singapore": fixed("Singapore Time", 8),
  "Asia/Hong_Kong": fixed("Hong Kong Time", 8),
  "Asia/Shanghai": fixed("China Standard Time", 8),
  "Asia/Tokyo": fixed("Japan Standard Time", 9),
  "Asia/Seoul": fixed("Korea Standard Time", 9),
  UTC: fixed("UTC", 0),
};

/** One of `ZONE_NAMES`. */
export type ZoneName = string;

export const ZONE_NAMES: readonly ZoneName[] = Object.keys(ZONES);

/** "Eastern Time". */
export const zoneCalled = (name: ZoneName): string => ZONES[name]?.called ?? name;

/** Minutes since 1970-01-01T00:00Z at which the zone's clocks show the minute of the day; undefined where they skip it, in the hour that summer takes. */
export function momentOf(name: ZoneName, day: Day, minute: number): number | undefined {
  const zone = ZONES[name]?.zone;
  if (zone === undefined) return undefined;
  const instant = instantOf(zone, day, minute);
  const shown = instant + offsetAt(zone, instant);
  return ((shown % 1440) + 1440) % 1440 === minute ? instant : undefined;
}
