import type { Member } from "../measures/fact.ts";
import { askedMeasure, askedMember, orderedNames } from "./table-ask.ts";
import { notAllocated } from "./table-derived.ts";
import type { Dimension, RowSpec, TableSpec } from "./table-file.ts";
import { type Footing, infoOf, type RowPlan, type RowsPlan, type TableDesk } from "./table-plan.ts";

/** The rows of a table that spells them out. */
export function spelledRows(desk: TableDesk, table: TableSpec): RowsPlan {
  const rows: RowPlan[] = [];
  const less = new Set<number>();
  const notFooted = new Set<number>();
  for (const spec of table.values.rows) {
    if (spec.values.less === true) less.add(rows.length);
    if (spec.values.foots === false) notFooted.add(rows.length);
    rows.push(...rowsOf(desk, table, spec));
  }
  return { rows, footings: footingsOf(desk, rows, less).filter(({ total }) => !notFooted.has(total)) };
}

function rowsOf(desk: TableDesk, table: TableSpec, spec: RowSpec): readonly RowPlan[] {
  const { label, member, members, kind = "line", level = 0, unit, step } = spec.values;
  const place = spec.at(spec.values.label === undefined ? undefined : "label");
  const shared = { level, kind, unit, step, place };
  if (kind === "section") return [{ ...shared, label: label ?? "", measure: undefined, member: {} }];
  const named = spec.values.measure;
  const measure = named ?? table.values.measure ?? "revenue";
  const info = askedMeasure(desk, measure, named === undefined ? table.at("measure") : spec.at("measure"));
  const of = askedMember(desk, member, spec.at("member"));
  if (info === undefined || of === undefined) return [];
  if (members !== undefined)
    return memberRows(
      desk,
      { measure, dimension: members, order: table.values.order.map(({ value }) => value) },
      of,
    ).map((row) => ({ ...row, ...shared }));
  return [{ ...shared, label: label ?? (member === undefined ? info.title : nameOf(of)), measure, member: of }];
}

const nameOf = (member: Member): string =>
  [member.division, member.region, member.category].filter((name) => name !== undefined).join(", ");

export interface MembersAsk {
  readonly measure: string;
  readonly dimension: Dimension;
  readonly order: readonly string[];
}

type MemberRow = Pick<RowPlan, "label" | "measure" | "member">;

/** A row for each member that the measure has anything of, in the order of the table. */
export function memberRows(desk: TableDesk, ask: MembersAsk, within: Member = {}): readonly MemberRow[] {
  const info = infoOf(desk, ask.measure);
  return orderedNames(desk, ask.dimension, ask.order)
    .map((name) => ({ label: name, measure: ask.measure, member: { ...within, [ask.dimension]: name } }))
    .filter(({ member }) =>
      info?.periods.some((period) => {
        const value = desk.facts.fact(ask.measure, period, member)?.value;
        return value !== undefined && value !== "nil";
      }),
    );
}

/** In place of rows: one for each division or region, what belongs to none where it has a label, then the total. */
export function membersTable(desk: TableDesk, table: TableSpec, dimension: Dimension): RowsPlan {
  const { measure = "revenue", total = "Total" } = table.values;
  const info = askedMeasure(desk, measure, table.at("measure"));
  if (info === undefined) return { rows: [], footings: [] };
  tellOrder(desk, table, dimension);
  const { rows, footings } = splitRows(desk, table, { measure, dimension, total, level: 0 });
  return { rows, footings };
}

/** A name in the order that no member has. */
export function tellOrder(desk: TableDesk, table: TableSpec, dimension: Dimension): void {
  const known = orderedNames(desk, dimension, []);
  for (const { value, place } of table.values.order) if (!known.includes(value)) askedMember(desk, `${value}`, place);
}

export interface SplitAsk {
  readonly measure: string;
  readonly dimension: Dimension;
  readonly total: string;
  readonly level: number;
}

/** The members of one measure and their total; what cannot be added, such as margins, stands beside it without being its lines. */
export function splitRows(desk: TableDesk, table: TableSpec, ask: SplitAsk): RowsPlan {
  const { measure, dimension, total, level } = ask;
  const place = table.at(table.values.members === undefined ? "segments" : "members");
  const order = table.values.order.map(({ value }) => value);
  const lines: RowPlan[] = memberRows(desk, { measure, dimension, order }).map((row) => ({
    ...row,
    level,
    kind: "line",
    hasZeros: true,
    place,
  }));
  const members = lines.map((line) => line.member);
  const isSum = isAdded(desk, measure) && table.values.foots !== false;
  const { unallocated } = table.values;
  const isAllHeld = (): boolean =>
    (infoOf(desk, measure)?.periods ?? []).every(
      (period) => (notAllocated(desk, measure, period, members)?.value ?? "nil") === "nil",
    );
  if (unallocated !== undefined && isSum && !isAllHeld())
    lines.push({
      hasZeros: true,
      hasChanges: true,
      label: unallocated,
      level,
      kind: "line",
      measure,
      member: {},
      factFor: (of, period) => (isAdded(desk, of) ? notAllocated(desk, of, period, members) : undefined),
      place: table.at("unallocated"),
    });
  // What is the whole of rates is no sum of them: a rule above it would say so.
  const kind = isAdded(desk, measure) ? "total" : "line";
  const rows: RowPlan[] = [...lines, { label: total, level: 0, kind, measure, member: {}, place }];
  const terms = lines.map((_, row) => ({ row, sign: 1 as const }));
  return { rows, footings: isSum ? [{ total: lines.length, terms, otherwise: [] }] : [] };
}

/** Amounts of the parts of a group add to its own; rates do not. */
export const isAdded = (desk: TableDesk, measure: string): boolean => {
  const unit = infoOf(desk, measure)?.unit;
  return unit === "money" || unit === "shares" || unit === "count" || unit === "per-share";
};

type Terms = readonly { readonly row: number; readonly sign: 1 | -1 }[];

/**
 * What totals are the sums of, from the kinds of rows: a subtotal of the lines since the last subtotal, or of that one and these lines, where it runs on; a
 * total of all subtotals and lines since the last total or section that are not in another, or again of a subtotal that runs on.
 */
function footingsOf(desk: TableDesk, rows: readonly RowPlan[], less: ReadonlySet<number>): readonly Footing[] {
  const footings: Footing[] = [];
  let open: { row: number; isSubtotal: boolean }[] = [];
  for (const [i, row] of rows.entries()) {
    if (row.kind === "section" && row.level === 0) open = [];
    if (row.measure === undefined || !isAdded(desk, row.measure)) continue;
    const unit = infoOf(desk, row.measure)?.unit;
    const like = open.filter((one) => infoOf(desk, rows[one.row]!.measure!)?.unit === unit);
    if (row.kind === "line" || row.kind === "section") {
      if (row.kind === "line") open.push({ row: i, isSubtotal: false });
      continue;
    }
    const signed = (of: typeof like): Terms => of.map((one) => ({ row: one.row, sign: less.has(one.row) ? -1 : 1 }));
    const last = like.findLastIndex((one) => one.isSubtotal);
    const readings = [like.slice(last + 1), like.slice(Math.max(last, 0)), like]
      .filter((of) => of.some((one) => !one.isSubtotal) || of.length > 1)
      .map(signed);
    const [first, ...others] = row.kind === "subtotal" ? readings : [...readings].reverse();
    if (first !== undefined) footings.push({ total: i, terms: first, otherwise: others });
    const taken = new Set(row.kind === "total" ? like : like.slice(last + 1));
    open = open.filter((one) => !taken.has(one));
    if (row.kind === "subtotal") open.push({ row: i, isSubtotal: true });
    else tellUnits(desk, rows, i, like.length, open.length);
  }
  return footings;
}

/** A total below lines that are all of another unit adds nothing up. */
function tellUnits(desk: TableDesk, rows: readonly RowPlan[], at: number, like: number, others: number): void {
  const row = rows[at]!;
  if (like > 0 || others === 0 || rows.slice(0, at).some((one) => one.kind !== "line")) return;
  desk.say(
    "table-units-differ",
    row.place,
    `"${row.label}" is of the unit ${infoOf(desk, row.measure!)?.unit}, and no row above it is.`,
    'Let it show a measure of the unit of its lines, or write "kind: line".',
  );
}
