import { amount, code, isWrong, type Kind, periodCode, positive } from "../books/kind.ts";
import { format } from "../exact/decimal.ts";
import { compare, negate, type Rational } from "../exact/rational.ts";
import type { Member } from "../measures/fact.ts";
import { memberText } from "../measures/member.ts";

/** What a release has published, as history/ holds it. */
export interface CarriedHistory {
  /** The rows of a file of history/, with its line of names. */
  readonly csv: string;
  /** How many facts it holds. */
  readonly count: number;
  /** How many figures of the release are left out: plans, which are no facts yet, what has no number, and what the release itself made of several facts. */
  readonly without: number;
}

/** By which a fact is asked for. */
interface Names {
  readonly measure: string;
  readonly definition: string;
  readonly period: string;
  readonly member: string;
}

/** A figure of facts.json as it was printed; amounts are of the fact's own unit. */
interface PublishedFigure extends Names {
  readonly value: Rational;
  readonly quantum: Rational;
}

const SCHEMA = "tickmark-facts/1";

/**
 * The figures that a release printed as published facts, from the facts.json of its build; or why they cannot be had. A fact that is printed on several grids is
 * published on the finest.
 */
export function carriedHistory(
  text: string,
  name: string,
  { document, published }: { readonly document: string; readonly published: string },
): CarriedHistory | { readonly trouble: string } {
  const file = recordOf(parsed(text));
  if (file === undefined || file["schema"] !== SCHEMA || !Array.isArray(file["figures"]))
    return { trouble: `it is no facts.json of a build: its "schema" is not "${SCHEMA}", or it has no figures` };
  if (file["release"] !== name)
    return {
      trouble: `it is of the release ${JSON.stringify(file["release"] ?? null).slice(0, 60)}, and not of "${name}"`,
    };
  const plans = plansOf(file["facts"]);
  const derived = derivedOf(file["facts"]);
  const finest = new Map<string, PublishedFigure>();
  let without = 0;
  for (const [i, one] of file["figures"].entries()) {
    const printed = figureOf(recordOf(one));
    if (printed === "unreadable")
      return {
        trouble: `its figure ${i + 1} does not say measure, version, period, value and quantum; build the release anew`,
      };
    const read = printed === "without" || plans.has(keyOf(printed)) ? undefined : inBooks(printed, derived);
    if (read === undefined) {
      without++;
      continue;
    }
    const before = finest.get(keyOf(read));
    if (before === undefined || compare(read.quantum, before.quantum) < 0) finest.set(keyOf(read), read);
  }
  const rows = [...finest.values()].map((figure) =>
    [
      document,
      published,
      figure.measure,
      figure.definition,
      figure.period,
      figure.member,
      format(figure.value),
      format(figure.quantum),
    ].map(cell),
  );
  const csv = [HEAD, ...rows].map((row) => `${row.join(",")}\n`).join("");
  return { csv, count: rows.length, without };
}

const HEAD = ["document", "published", "measure", "definition", "period", "member", "value", "quantum"];

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const keyOf = ({ measure, definition, period, member }: Names): string =>
  JSON.stringify([measure, definition, period, member]);

type Fields = Readonly<Record<string, unknown>>;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const recordOf = (value: unknown): Fields | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;

function plansOf(facts: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  for (const one of Array.isArray(facts) ? facts : []) {
    const fields = recordOf(one);
    const named = fields === undefined ? undefined : namesOf(fields);
    if (fields?.["basis"] === "plan" && named !== undefined) found.add(keyOf(named));
  }
  return found;
}

/** A fact of the books that a release's own fact is, as it is or with its sign turned; undefined where it is made of several. */
type Derived = (Names & { readonly isTurned: boolean }) | undefined;

/** The facts that no book knows by their names, since the release made them. */
function derivedOf(facts: unknown): ReadonlyMap<string, Derived> {
  const found = new Map<string, Derived>();
  for (const one of Array.isArray(facts) ? facts : []) {
    const fields = recordOf(one);
    const of = recordOf(fields?.["derived"]);
    const named = fields === undefined ? undefined : namesOf(fields);
    if (fields === undefined || of === undefined || named === undefined) continue;
    const part = namesOf({ ...of, version: fields["version"] });
    found.set(keyOf(named), part && { ...part, isTurned: of["operation"] === "negation" });
  }
  return found;
}

/** What was printed under a name of the release's own, as the fact of the books that it is: only that can be held against them later. */
function inBooks(figure: PublishedFigure, derived: ReadonlyMap<string, Derived>): PublishedFigure | undefined {
  const key = keyOf(figure);
  if (!derived.has(key)) return figure;
  const of = derived.get(key);
  if (of === undefined) return undefined;
  const { isTurned, ...names } = of;
  return { ...names, value: isTurned ? negate(figure.value) : figure.value, quantum: figure.quantum };
}

function namesOf(fields: Fields): Names | undefined {
  const measure = textOf(fields["measure"], code);
  const definition = textOf(fields["version"], code);
  const period = textOf(fields["period"], periodCode);
  const member = memberIn(fields["member"]);
  if (measure === undefined || definition === undefined || period === undefined || member === undefined)
    return undefined;
  return { measure, definition, period, member };
}

function figureOf(fields: Fields | undefined): PublishedFigure | "without" | "unreadable" {
  const named = fields === undefined ? undefined : namesOf(fields);
  if (fields === undefined || named === undefined) return "unreadable";
  if (fields["value"] === null) return "without";
  const value = textOf(fields["value"], amount);
  const quantum = textOf(fields["quantum"], positive);
  return value === undefined || quantum === undefined ? "unreadable" : { ...named, value, quantum };
}

function textOf<T>(value: unknown, kind: Kind<T>): T | undefined {
  if (typeof value !== "string" || value === "") return undefined;
  const read = kind.read(value);
  return isWrong(read) ? undefined : read;
}

function memberIn(value: unknown): string | undefined {
  const fields = recordOf(value);
  if (fields === undefined) return undefined;
  const named = ["division", "region", "category"].flatMap((key): readonly (readonly [string, unknown])[] =>
    fields[key] === undefined ? [] : [[key, fields[key]]],
  );
  // A semicolon parts members, and a line break rows.
  if (named.some(([, name]) => typeof name !== "string" || /[;\r\n]/.test(name))) return undefined;
  return memberText(Object.fromEntries(named) as Member);
}
