import type { PlanRow } from "../books/books.ts";
import { yearToDateCode } from "../books/periods.ts";
import { refer, referBase } from "./ask.ts";
import type { Member, Working } from "./fact.ts";
import { grows, half } from "./growth.ts";
import { type Ask, type Measure, measure } from "./measure.ts";
import { type MemberNames, memberOf, memberText } from "./member.ts";
import { rate } from "./rates.ts";
import { difference, growth, input, none, product, sum } from "./working.ts";

type End = "low" | "high";

/** The rows of plan.csv that speak of a measure, each with its member. */
interface Planned {
  readonly row: PlanRow;
  readonly member: Member;
}

/** Facts of what was planned and guided to, beside what came (MEA-70), for the measures that plan.csv names. */
export function guidance(
  measures: readonly Measure[],
  plan: readonly PlanRow[],
  names: MemberNames,
): readonly Measure[] {
  const byMeasure = new Map<string, Planned[]>();
  for (const row of plan) {
    const member = memberOf(names, row.member);
    if (member === undefined) continue;
    const list = byMeasure.get(row.measure);
    if (list === undefined) byMeasure.set(row.measure, [{ row, member }]);
    else list.push({ row, member });
  }
  return measures.flatMap((base) => {
    const rows = byMeasure.get(base.name) ?? [];
    const guided = rows.filter(({ row }) => row.scenario === "guidance");
    const planned = rows.filter(({ row }) => row.scenario === "plan");
    return [
      ...(guided.length === 0 ? [] : guidedMeasures(base, guided)),
      ...(planned.length === 0 ? [] : plannedMeasures(base, planned)),
    ];
  });
}

const membersOf = (rows: readonly Planned[]): readonly Member[] => [
  ...new Map(rows.map(({ member }) => [memberText(member), member])).values(),
];

/** The rows for what is asked, oldest first; of one day the later line counts as the later. */
const rowsFor = (ask: Ask, rows: readonly Planned[], period: string): readonly PlanRow[] =>
  rows
    .filter(({ row, member }) => row.period === period && memberText(member) === memberText(ask.member))
    .map(({ row }) => row)
    .sort((a, b) => (a.issued < b.issued ? -1 : a.issued > b.issued ? 1 : 0));

/** `back` 0 is the latest issue, 1 the one before it. */
function endOf(ask: Ask, rows: readonly Planned[], end: End, back: 0 | 1, period: string = ask.span.code): Working {
  const row = rowsFor(ask, rows, period).at(-1 - back);
  return row === undefined
    ? none(`nothing was issued for ${period}`)
    : input(`${row.scenario} of ${row.issued}, ${end} end`, row[end], row.place);
}

const midpoint = (low: Working, high: Working): Working =>
  product("(low + high) / 2", [sum("low + high", [low, high]), half()]);

function guidedMeasures(base: Measure, rows: readonly Planned[]): readonly Measure[] {
  const shape = { basis: "plan", members: membersOf(rows), reach: "calendar", unit: base.unit } as const;
  const one = (
    suffix: string,
    title: string,
    text: string,
    make: (ask: Ask) => Working,
    other: Partial<Measure> = {},
  ) => measure(`${base.name}-guidance-${suffix}`, `${base.title}, ${title}`, text, make, { ...shape, ...other });
  const both = (make: (end: End) => Measure): readonly Measure[] => [make("low"), make("high")];
  return [
    ...both((end) =>
      one(end, `guidance, ${end} end`, "The guidance issued last for the period.", (ask) => endOf(ask, rows, end, 0)),
    ),
    one("midpoint", "guidance, midpoint", "Half the sum of both ends, unrounded (MEA-70).", (ask) =>
      midpoint(endOf(ask, rows, "low", 0), endOf(ask, rows, "high", 0)),
    ),
    ...both((end) =>
      one(
        `previous-${end}`,
        `earlier guidance, ${end} end`,
        "The guidance issued before the last for the period.",
        (ask) => endOf(ask, rows, end, 1),
      ),
    ),
    ...(grows(base.unit) ? both((end) => growthEnd(base, rows, end, one)) : []),
    ...(base.unit === "money" || base.unit === "count" ? both((end) => impliedEnd(base, rows, end, one)) : []),
    one("variance", "against the midpoint of guidance", "What came less the midpoint.", (ask) =>
      varianceOf(ask, base, midpoint(endOf(ask, rows, "low", 0), endOf(ask, rows, "high", 0))),
    ),
  ];
}

type One = (
  suffix: string,
  title: string,
  text: string,
  make: (ask: Ask) => Working,
  other?: Partial<Measure>,
) => Measure;

const growthEnd = (base: Measure, rows: readonly Planned[], end: End, one: One): Measure =>
  one(
    `growth-${end}`,
    `guidance, growth at the ${end} end`,
    "The end of the range over the amount of the year before, less one (MEA-70).",
    (ask) => {
      const guided = endOf(ask, rows, end, 0);
      const before = referBase(ask, base.name);
      if (guided.value === "nil" || before.value === "nil")
        return none("growth: guidance or its base is not there", "nil", [guided, before]);
      return growth("guided / base - 1", guided, before, ask.desk.books.company.growthCap);
    },
    { unit: "ratio" },
  );

/** What guidance for the year to date leaves to its last quarter once the quarters before it are known (MEA-70). */
const impliedEnd = (base: Measure, rows: readonly Planned[], end: End, one: One): Measure =>
  one(
    `implied-${end}`,
    `implied by guidance, ${end} end`,
    "For a quarter: the end of the range for the year to its end less what came before the quarter.",
    (ask) => {
      const { code } = ask.span;
      const longer = yearToDateCode(code);
      const shorter = longer === undefined ? undefined : yearToDateCode(`${code.slice(0, 6)}${+code.slice(6) - 1}`);
      if (longer === undefined || shorter === undefined) return none("only a quarter after the first is implied");
      const guided = endOf(ask, rows, end, 0, longer);
      const came = refer(ask, base.name, { period: shorter });
      if (guided.value === "nil" || came.value === "nil")
        return none("implied: the range or what came before is not there", "nil", [guided, came]);
      return difference(`${longer} - ${shorter}`, [guided, came]);
    },
  );

function varianceOf(ask: Ask, base: Measure, planned: Working): Working {
  const actual = refer(ask, base.name);
  if (planned.value === "nil" || actual.value === "nil")
    return none("variance: one of the two is not there", "nil", [actual, planned]);
  return difference("actual - planned", [actual, planned]);
}

function plannedMeasures(base: Measure, rows: readonly Planned[]): readonly Measure[] {
  const shape = { basis: "plan", members: membersOf(rows), reach: "calendar", unit: base.unit } as const;
  const plan = (ask: Ask): Working => {
    const [low, high] = [endOf(ask, rows, "low", 0), endOf(ask, rows, "high", 0)];
    return low.value === "nil" ? low : midpoint(low, high);
  };
  const measures = [
    measure(
      `${base.name}-plan`,
      `${base.title}, plan`,
      "The plan issued last for the period; of a range its middle.",
      plan,
      shape,
    ),
    measure(
      `${base.name}-plan-variance`,
      `${base.title} against plan`,
      "What came less the plan.",
      (ask) => varianceOf(ask, base, refer(ask, `${base.name}-plan`)),
      shape,
    ),
  ];
  if (!grows(base.unit)) return measures;
  return [
    ...measures,
    measure(
      `${base.name}-plan-variance-rate`,
      `${base.title} against plan, as a share of it`,
      "What came less the plan, over the plan; not meaningful where the plan is not above zero.",
      (ask) => rate("variance / plan", refer(ask, `${base.name}-plan-variance`), refer(ask, `${base.name}-plan`)),
      { ...shape, unit: "ratio" },
    ),
  ];
}
