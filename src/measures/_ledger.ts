import type { MonthName } from "../books/books.ts";
import { STATEMENT_LINES, type StatementLine } from "../books/statement-line.ts";
import type { Group, GroupEntry, GroupFlow } from "../consolidation/group.ts";
import { negate, type Rational } from "../exact/rational.ts";
import { sumOf } from "../ledger/fraction.ts";
import type { Member, Working } from "./fact.ts";
import { none } from "./working.ts";

/** The group's entries, laid out so that a figure finds its own without reading the others. */
export interface Ledger {
  /** Months that the group has accounts of, up to the last that has any entry. */
  readonly months: ReadonlySet<MonthName>;
  /** The entries of a line in some months, in the order of the group. */
  readonly income: (line: StatementLine, months: readonly MonthName[]) => readonly GroupEntry[];
  /** Those of them that have a tag. */
  readonly tagged: (line: StatementLine, months: readonly MonthName[], tag: string) => readonly GroupEntry[];
  readonly incomeSum: (text: string, line: StatementLine, months: readonly MonthName[], member: Member) => Working;
  readonly balanceSum: (text: string, line: StatementLine, month: MonthName, member: Member) => Working;
  readonly flowSum: (text: string, line: GroupFlow["line"], months: readonly MonthName[]) => Working;
}

/** Which sign a line is printed with: income, liabilities and equity stand in credit, and read as positive. */
export function turnOf(line: StatementLine): 1 | -1 {
  const kind = STATEMENT_LINES[line];
  switch (kind.section) {
    case "revenue":
    case "discontinued":
    case "current-liability":
    case "noncurrent-liability":
    case "equity":
      return -1;
    case "non-operating":
      return line === "interest-expense" ? 1 : -1;
    default:
      return 1;
  }
}

export const turned = (amount: Rational, turn: 1 | -1): Rational => (turn === 1 ? amount : negate(amount));

export const inMember = (entry: GroupEntry, member: Member): boolean =>
  (member.division === undefined || entry.division === member.division) &&
  (member.region === undefined || entry.region === member.region);

/** A leaf over entries. The list of entries is made only when it is looked at: a year of a large group has many, and most facts are never traced. */
export function entriesLeaf(
  text: string,
  entries: readonly GroupEntry[],
  amountOf: (entry: GroupEntry) => Rational,
): Working {
  return lazyLeaf(text, sumOf(entries.map(amountOf)), () => entries, amountOf);
}

function lazyLeaf(
  text: string,
  value: Rational,
  find: () => readonly GroupEntry[],
  amountOf: (entry: GroupEntry) => Rational,
): Working {
  return {
    kind: "entries",
    text,
    value,
    get entries() {
      return find().map((entry) => ({
        month: entry.month,
        entity: entry.entity,
        account: entry.account,
        division: entry.division,
        region: entry.region,
        tag: entry.tag,
        entry: entry.kind,
        how: entry.how,
        value: amountOf(entry),
      }));
    },
  };
}

type Cells = Map<StatementLine, Map<MonthName, GroupEntry[]>>;

function laidOut(entries: readonly GroupEntry[]): Cells {
  const cells: Cells = new Map();
  for (const entry of entries) {
    const months = cells.get(entry.line) ?? new Map<MonthName, GroupEntry[]>();
    cells.set(entry.line, months);
    const list = months.get(entry.month);
    if (list === undefined) months.set(entry.month, [entry]);
    else list.push(entry);
  }
  return cells;
}

const lastOf = (months: readonly MonthName[]): MonthName => [...months].sort().at(-1) ?? "";

export function ledgerOf(group: Group): Ledger {
  const income = laidOut(group.income);
  const balances = laidOut(group.balances);
  const flows = new Map<string, GroupFlow[]>();
  for (const flow of group.flows) {
    const key = `${flow.line} ${flow.month}`;
    const list = flows.get(key);
    if (list === undefined) flows.set(key, [flow]);
    else list.push(flow);
  }
  // Balances stand on in months after the last journal; only income says that a month was kept.
  const kept = group.income.length > 0 ? group.income : group.balances;
  const last = lastOf(kept.map((entry) => entry.month));
  const find = (cells: Cells, line: StatementLine, months: readonly MonthName[]): readonly GroupEntry[] => {
    const of = cells.get(line);
    return of === undefined ? [] : months.flatMap((month) => of.get(month) ?? []);
  };
  const inIncome = memberSums(income);
  const inBalances = memberSums(balances);
  const tagged = byTag(group.income);
  return {
    months: new Set(group.months.filter((month) => month <= last)),
    income: (line, months) => find(income, line, months),
    tagged: (line, months, tag) => months.flatMap((month) => tagged.get(`${line} ${month} ${tag}`) ?? []),
    incomeSum: inIncome,
    balanceSum: (text, line, month, member) => inBalances(text, line, [month], member),
    flowSum: (text, line, months) =>
      flowLeaf(
        text,
        months.flatMap((month) => flows.get(`${line} ${month}`) ?? []),
      ),
  };
}

type MemberSum = (text: string, line: StatementLine, months: readonly MonthName[], member: Member) => Working;

/** Sums of lines by member; what one month came to is kept, since quarters, years and growth ask for it again. */
function memberSums(cells: Cells): MemberSum {
  const kept = new Map<string, Rational | undefined>();
  const find = (line: StatementLine, month: MonthName, member: Member): readonly GroupEntry[] =>
    (cells.get(line)?.get(month) ?? []).filter((entry) => inMember(entry, member));
  const ofMonth = (line: StatementLine, month: MonthName, member: Member): Rational | undefined => {
    const key = JSON.stringify([line, month, member.division, member.region]);
    if (kept.has(key)) return kept.get(key);
    const found = find(line, month, member);
    const value = found.length === 0 ? undefined : turned(sumOf(found.map((entry) => entry.amount)), turnOf(line));
    kept.set(key, value);
    return value;
  };
  return (text, line, months, member) => {
    const values = months.flatMap((month) => ofMonth(line, month, member) ?? []);
    if (values.length === 0) return none(`${text}: no entry`);
    const turn = turnOf(line);
    const entries = (): readonly GroupEntry[] => months.flatMap((month) => find(line, month, member));
    return lazyLeaf(text, sumOf(values), entries, (entry) => turned(entry.amount, turn));
  };
}

function byTag(entries: readonly GroupEntry[]): ReadonlyMap<string, readonly GroupEntry[]> {
  const found = new Map<string, GroupEntry[]>();
  for (const entry of entries) {
    if (entry.tag === "") continue;
    const key = `${entry.line} ${entry.month} ${entry.tag}`;
    const list = found.get(key);
    if (list === undefined) found.set(key, [entry]);
    else list.push(entry);
  }
  return found;
}

function flowLeaf(text: string, flows: readonly GroupFlow[]): Working {
  if (flows.length === 0) return none(`${text}: no flow`);
  return {
    kind: "entries",
    text,
    value: sumOf(flows.map((flow) => flow.amount)),
    get entries() {
      return flows.map((flow) => ({
        month: flow.month,
        entity: flow.entity,
        account: flow.account,
        division: "",
        region: "",
        tag: "",
        entry: "flow" as const,
        how: flow.how,
        value: flow.amount,
      }));
    },
  };
}
