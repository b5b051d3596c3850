import {
  BRITISH,
  CENTRAL,
  CENTRAL_EUROPEAN,
  EASTERN,
  fixedZone,
  MOUNTAIN,
  PACIFIC,
  type Season,
  type Zone,
} from "../../calendar/zone.ts";

/** The words behind a time of day that say whose clock it is of. */
export interface ZoneLabel {
  readonly zone: Zone;
  /** The season that the label names (EST, EDT); undefined for one that is right all year (ET). */
  readonly season: Season | undefined;
  readonly printed: string;
  /** Where it ends in the text. */
  readonly to: number;
}

const AMERICAN: Readonly<Record<string, Zone>> = { e: EASTERN, c: CENTRAL, m: MOUNTAIN, p: PACIFIC };

const LED = /(?:[ \u00a0]{0,2}[(,]?[ \u00a0]{0,2})(?:U\.?S\.? )?/y;
// A PDF may have lost the ligature of "Pacific".
const WORDED =
  /(eastern|central|mountain|paci(?:fi|ﬁ|[^a-z]{0,2})c)(?: (standard|daylight)(?: savings?)?)?(?: time)?(?![a-z])/iy;
const SHORT = /([ECMP])([SD])?T(?![A-Za-z])/y;
const OTHERS: readonly (readonly [RegExp, Zone, Season | undefined])[] = [
  [/central european summer time|CEST(?![A-Z])/iy, CENTRAL_EUROPEAN, "daylight"],
  [
    /central european time|(?:paris|frankfurt|zurich|amsterdam|brussels|madrid|milan|stockholm|oslo|copenhagen|vienna) time/iy,
    CENTRAL_EUROPEAN,
    undefined,
  ],
  // CET is written for the clocks of Central Europe all year round.
  [/CET(?![A-Za-z])/y, CENTRAL_EUROPEAN, undefined],
  [/british summer time|BST(?![A-Z])/iy, BRITISH, "daylight"],
  [/(?:london|u\.?k\.?|british) time/iy, BRITISH, undefined],
  [/(?:new york|new york city) time/iy, EASTERN, undefined],
  [/(?:GMT|UTC)(?![A-Za-z+-])|greenwich mean time/iy, fixedZone("GMT", 0), undefined],
  [/(?:hong kong|beijing|taipei|taiwan|singapore) time|HKT(?![A-Z])/iy, fixedZone("Hong Kong", 480), undefined],
  [/(?:tokyo|japan)(?: standard)? time|JST(?![A-Z])/iy, fixedZone("Japan", 540), undefined],
];

/** The label that stands behind a time of day ending at `at`: "ET", "(Eastern time)", "U.S. Pacific Daylight Time". */
export function zoneLabelAt(text: string, at: number): ZoneLabel | undefined {
  LED.lastIndex = at;
  LED.test(text);
  const from = Math.max(LED.lastIndex, at);
  for (const [pattern, zone, season] of OTHERS) {
    pattern.lastIndex = from;
    if (pattern.test(text)) return labelled(text, at, from, pattern.lastIndex, zone, season);
  }
  WORDED.lastIndex = from;
  let m = WORDED.exec(text);
  const short = m === null;
  if (m === null) {
    SHORT.lastIndex = from;
    m = SHORT.exec(text);
  }
  if (m === null) return undefined;
  const season = m[2] === undefined ? undefined : m[2].toLowerCase().startsWith("s") ? "standard" : "daylight";
  const to = short ? SHORT.lastIndex : WORDED.lastIndex;
  return labelled(text, at, from, to, AMERICAN[m[1]![0]!.toLowerCase()]!, season);
}

/** A label in brackets ends behind them. */
function labelled(
  text: string,
  at: number,
  from: number,
  to: number,
  zone: Zone,
  season: Season | undefined,
): ZoneLabel {
  const closed = text.slice(at, from).includes("(") && text.charCodeAt(to) === 41;
  return { zone, season, printed: text.slice(from, to), to: closed ? to + 1 : to };
}
