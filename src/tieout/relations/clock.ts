import type { Day } from "../../calendar/date.ts";
import { instantOf, seasonAt } from "../../calendar/zone.ts";
import type { Clock, Moment } from "./moment.ts";
import type { Relation } from "./relation.ts";
import { elapsed, plainDay } from "./said-wording.ts";
import { broken, holding } from "./saying.ts";
import { type Line, placeIn, type Scene } from "./scene.ts";
import type { ZoneLabel } from "./zone-label.ts";

/** Where no day is known, clocks of one law may be compared on any: they change together. */
const ANY: Day = "2000-01-01";

/** One moment on several clocks, and the season that a clock's label names. */
export function clocksOf(moment: Moment, line: Line, scene: Scene): readonly Relation[] {
  const day = moment.day ?? scene.dateline?.day ?? scene.context.released;
  const relations: Relation[] = [];
  const [first, ...others] = moment.clocks;
  for (const other of others) {
    const found = sameMoment(first!, other, day, line);
    if (found !== undefined) relations.push(found);
  }
  if (moment.day === undefined) return relations;
  for (const clock of moment.clocks) {
    const found = seasonOf(clock, moment.day, line);
    if (found !== undefined) relations.push(found);
  }
  return relations;
}

function sameMoment(a: Clock, b: Clock, day: Day | undefined, line: Line): Relation | undefined {
  const [left, right] = [a.zone?.zone, b.zone?.zone];
  if (left === undefined || right === undefined || left === right) return undefined;
  if (day === undefined && left.summer !== right.summer) return undefined;
  const apart = instantOf(right, day ?? ANY, b.minute) - instantOf(left, day ?? ANY, a.minute);
  const prints = [line.text.slice(a.from, a.to), line.text.slice(b.from, b.to)] as const;
  const saying = {
    rule: "T45",
    kind: "clocks",
    text: `${prints[0]} = ${prints[1]}`,
    evidence: "two clocks of one moment, side by side",
    figures: [a.figure, b.figure],
  };
  // A date line lies between far clocks, so that they may stand a day apart.
  if (apart % 1440 === 0) return holding(saying);
  // A comma or an "or" may as well offer two calls.
  const sure = /[(/]/.test(line.text.slice(a.to, b.from));
  const when = day === undefined ? "they" : `on ${plainDay(day)} they`;
  return broken(saying, {
    code: "clocks-differ",
    severity: sure ? "error" : "warning",
    message: `"${prints[0]}" and "${prints[1]}" are printed for one moment; ${when} lie ${elapsed(Math.abs(apart))} apart.`,
    remedy: "Correct the time or the zone of one of them.",
  });
}

/** "EST" on a day of daylight time: "ET" is always right. */
function seasonOf(clock: Clock, day: Day, line: Line): Relation | undefined {
  const { zone: label, minute, figure } = clock;
  if (label?.season === undefined || figure === undefined || label.zone.summer === undefined) return undefined;
  const season = seasonAt(label.zone, instantOf(label.zone, day, minute));
  const print = line.text.slice(clock.from, clock.to);
  const saying = {
    rule: "T47",
    kind: "zone label",
    text: `"${label.printed}" is what ${label.zone.name} time is called on ${plainDay(day)}`,
    evidence: "the rule for daylight time of that year",
    figures: [figure],
  };
  if (season === label.season) return holding(saying);
  const other = label.season === "standard" ? "later" : "earlier";
  return broken(saying, {
    code: "zone-label-out-of-season",
    severity: "warning",
    message:
      `"${print}" names ${label.season} time, but on ${plainDay(day)} ${label.zone.name} clocks show ${season} time: ` +
      `taken at its word it is one hour ${other} than those clocks say.`,
    remedy: `Write the label that is right all year ("${allYear(label)}"), or the one of the season.`,
    at: placeIn(line, clock.from, clock.to),
  });
}

const allYear = ({ zone, printed }: ZoneLabel): string =>
  /^[A-Z]{2,4}$/.test(printed) ? printed.replace(/[SD](?=T$)/, "") : `${zone.name} time`;
