import { format } from "../exact/decimal.ts";
import { add, decimal, type Rational, ZERO } from "../exact/rational.ts";
import { round } from "../exact/rounding.ts";
import type { Fact, Member, NoValue, Working } from "../measures/fact.ts";
import { grouped } from "../text/thousands.ts";
import type { JournalLine, LineChoice } from "../warehouse/warehouse.ts";
import { memberCell, unitText } from "./fact-forms.ts";

/** How a fact was made: each branch says one step, its leaves are journal lines or rows of the workspace. */
export interface Branch {
  readonly text: string;
  readonly value: Rational | NoValue | undefined;
  readonly branches: readonly Branch[];
}

export interface TraceSource {
  readonly fact: (measure: string, period: string, member: Member) => Fact | undefined;
  readonly lines: (choice: LineChoice, most: number) => Promise<readonly JournalLine[]>;
  /** The months whose lines make an amount of an account at a month: that one, or for a balance all up to it. */
  readonly monthsOf: (account: string, month: string) => readonly string[];
  /** Of one sum: how many of its entries, and of one entry: how many of its journal lines are shown. Entries left out are counted and added up. */
  readonly mostEntries: number;
  readonly mostLines: number;
}

/** Facts stand on facts only some steps deep; a chain that is longer is a mistake of ours and is cut rather than followed. */
const DEEPEST = 60;

export async function traceOf(fact: Fact, source: TraceSource): Promise<Branch> {
  return {
    text: factTitle(fact),
    value: fact.value,
    branches: [await branchOf(fact.working, source, new Set(), 0)],
  };
}

const factTitle = (fact: Fact): string => {
  const member = memberCell(fact.member);
  const unit = unitText(fact);
  return `${fact.measure} ${fact.period}${member === "" ? "" : ` (${member})`}, ${unit}, ${fact.basis}, definition ${fact.version}`;
};

type Seen = ReadonlySet<string>;

async function branchOf(working: Working, source: TraceSource, above: Seen, depth: number): Promise<Branch> {
  const { text, value } = working;
  if (depth > DEEPEST) return { text: `${text}: not followed any further`, value, branches: [] };
  switch (working.kind) {
    case "constant":
      return { text, value, branches: [] };
    case "input": {
      const { path, line } = working.place;
      return { text: `${text} [${path}${line === undefined ? "" : `:${line}`}]`, value, branches: [] };
    }
    case "computed": {
      const branches: Branch[] = [];
      for (const part of working.parts) branches.push(await branchOf(part, source, above, depth + 1));
      return { text, value, branches };
    }
    case "fact":
      return await factBranch(working, source, above, depth);
    case "entries":
      return { text, value, branches: await entryBranches(working, source) };
  }
}

async function factBranch(
  working: Extract<Working, { kind: "fact" }>,
  source: TraceSource,
  above: Seen,
  depth: number,
): Promise<Branch> {
  const { measure, period, member, text, value } = working;
  const key = JSON.stringify([measure, period, member]);
  const fact = above.has(key) ? undefined : source.fact(measure, period, member);
  if (fact === undefined) return { text, value, branches: [] };
  const made = await branchOf(fact.working, source, new Set([...above, key]), depth + 1);
  return { text: factTitle(fact), value, branches: [made] };
}

type Entries = Extract<Working, { kind: "entries" }>["entries"];

/** The largest entries first, since those are what a reader looks for; the others added up. */
async function entryBranches(working: Extract<Working, { kind: "entries" }>, source: TraceSource): Promise<Branch[]> {
  const bySize = [...working.entries].sort((a, b) => compareSize(b.value, a.value));
  const branches: Branch[] = [];
  for (const entry of bySize.slice(0, source.mostEntries)) branches.push(await entryBranch(entry, source));
  const rest = bySize.slice(source.mostEntries);
  if (rest.length > 0) {
    const value = rest.reduce((sum, entry) => add(sum, entry.value), ZERO);
    branches.push({ text: `${rest.length} smaller entries`, value, branches: [] });
  }
  return branches;
}

const compareSize = (a: Rational, b: Rational): number => {
  const left = a.n * b.d;
  const right = b.n * a.d;
  const size = (n: bigint): bigint => (n < 0n ? -n : n);
  return size(left) < size(right) ? -1 : size(left) > size(right) ? 1 : 0;
};

async function entryBranch(entry: Entries[number], source: TraceSource): Promise<Branch> {
  const { month, entity, account, division, region, tag, how, value } = entry;
  const names = [month, entity, account, division, region, tag].filter((name) => name !== "").join(" ");
  const text = `${names} ${entry.entry}: ${how}`;
  if (account === "" || source.mostLines === 0 || entry.entry !== "translated") return { text, value, branches: [] };
  const choice: LineChoice = { entity, account, months: source.monthsOf(account, month), division, region, tag };
  // One more than is shown tells whether there are more.
  const lines = await source.lines(choice, source.mostLines + 1);
  const branches = lines.slice(0, source.mostLines).map(lineBranch);
  const more = lines.length > source.mostLines;
  return {
    text,
    value,
    branches: more ? [...branches, { text: "and further lines", value: undefined, branches: [] }] : branches,
  };
}

function lineBranch(line: JournalLine): Branch {
  const place = line.fileLine === undefined ? line.path : `${line.path}:${line.fileLine}`;
  const text = `${line.date} ${line.document}/${line.number} ${line.currency} ${format(line.amount)} [${place}]`;
  return { text, value: line.functional, branches: [] };
}

/** A number of a working: its exact decimal where that is short, else rounded to ten places and marked so. */
export function workingNumber(value: Rational | NoValue): string {
  if (typeof value === "string") return value === "nil" ? "nil" : "not meaningful";
  const exact = format(value);
  const [, places = ""] = exact.split(".");
  if (!exact.includes("/") && places.length <= 10) return grouped(exact);
  return `≈ ${grouped(format(round(value, decimal(1n, -10), "halfExpand")))}`;
}

/** The tree with a line a branch, as people read it. */
export function traceText(branch: Branch): string {
  const lines: string[] = [];
  const put = (at: Branch, lead: string, under: string): void => {
    lines.push(`${lead}${at.text}${at.value === undefined ? "" : ` = ${workingNumber(at.value)}`}`);
    at.branches.forEach((below, i) => {
      const last = i === at.branches.length - 1;
      put(below, `${under}${last ? "└─ " : "├─ "}`, `${under}${last ? "   " : "│  "}`);
    });
  };
  put(branch, "", "");
  return `${lines.join("\n")}\n`;
}

/** The tree as one JSON object; numbers are exact. */
export function traceJson(branch: Branch): string {
  const record = (at: Branch): unknown => ({
    text: at.text,
    ...(at.value === undefined ? {} : { value: typeof at.value === "string" ? at.value : format(at.value) }),
    ...(at.branches.length === 0 ? {} : { from: at.branches.map(record) }),
  });
  return `${JSON.stringify(record(branch))}\n`;
}
