import { ONE, type Rational, rational } from "../../exact/rational.ts";
import type { Finding } from "../../finding.ts";
import { type AnchorIndex, find, type Sought } from "../anchor/find.ts";
import type { Figure } from "../figures/figure.ts";
import { codeOfKind } from "../prove/findings.ts";
import type { Form, Relation, Term } from "../relations/relation.ts";
import { namedBy } from "../relations/relation.ts";
import { idleMark, inWords, notFound, voidMark } from "./_void.ts";
import type { Added, AddedForm, Correction } from "./mark.ts";

/** Above what any search finds, so that of two relations over the same figures the one by hand stays. */
const BITS = 1000;
const MINUS_ONE = rational(-1n);
const BASIS_POINTS = rational(10_000n);

export interface ByHand {
  /** The proposals without those forbidden, and with those added. */
  readonly relations: readonly Relation[];
  readonly findings: readonly Finding[];
}

/** Sets relations right by hand: what a mark forbids is taken out, what it adds is put in. */
export function setByHand(
  corrections: readonly Correction[],
  proposals: readonly Relation[],
  figures: readonly Figure[],
  index: AnchorIndex,
): ByHand {
  const findings: Finding[] = [];
  const added: Relation[] = [];
  const forbidden = new Set<Relation>();
  const byFigures = proposalsByFigures(corrections, proposals);
  for (const mark of corrections) {
    const taken = allFound(mark.forbid?.figures ?? [], index);
    const given = allFound(mark.add?.figures ?? [], index);
    const trouble = [taken, given].find((all) => "why" in all);
    if (trouble !== undefined && "why" in trouble) {
      findings.push(voidMark(mark, trouble.why, trouble.figures, figures));
      continue;
    }
    const from = taken as readonly number[];
    const to = given as readonly number[];
    const relation = mark.add === undefined ? undefined : relationOf(mark, mark.add, to, figures, index);
    if (relation !== undefined && "why" in relation) {
      findings.push(voidMark(mark, relation.why, to, figures));
      continue;
    }
    if (relation !== undefined) added.push(relation);
    if (mark.forbid !== undefined) {
      const { relation: named } = mark.forbid;
      const hits = (byFigures.get(keyOf(from)) ?? []).filter((r) => isCalled(r, named));
      for (const hit of hits) forbidden.add(hit);
      if (hits.length === 0 && relation === undefined)
        findings.push(idleMark(mark, `no relation ${named} is proposed over exactly these figures.`, from, figures));
    }
  }
  return { relations: [...proposals.filter((r) => !forbidden.has(r)), ...added], findings };
}

/** A relation is called by its rule, its kind, or the code of what is found where it cannot hold. */
const isCalled = ({ rule, kind, form }: Relation, name: string): boolean =>
  rule === name || kind === name || (form.kind === "said" ? form.trouble?.code : codeOfKind(kind)) === name;

const keyOf = (figures: readonly number[]): string => [...new Set(figures)].sort((a, b) => a - b).join(" ");

function proposalsByFigures(
  corrections: readonly Correction[],
  proposals: readonly Relation[],
): ReadonlyMap<string, readonly Relation[]> {
  const map = new Map<string, Relation[]>();
  if (corrections.every((mark) => mark.forbid === undefined)) return map;
  for (const relation of proposals) {
    const key = keyOf(namedBy(relation.form));
    const list = map.get(key);
    if (list === undefined) map.set(key, [relation]);
    else list.push(relation);
  }
  return map;
}

type Trouble = { readonly why: string; readonly figures: readonly number[] };

function allFound(all: readonly Sought[], index: AnchorIndex): readonly number[] | Trouble {
  const figures: number[] = [];
  for (const sought of all) {
    const found = find(index, sought);
    if (found.kind !== "found") return notFound(sought, found, index);
    figures.push(found.figure);
  }
  return figures;
}

function relationOf(
  mark: Correction,
  add: Added,
  named: readonly number[],
  figures: readonly Figure[],
  index: AnchorIndex,
): Relation | { readonly why: string } {
  const bare = named.find((i) => figures[i]!.measured === undefined);
  if (bare !== undefined)
    return { why: `${inWords(index.anchors[bare]!)} is no measurement; it cannot be reckoned with.` };
  const twice = named.find((i, at) => named.indexOf(i) !== at);
  if (twice !== undefined)
    return { why: `${inWords(index.anchors[twice]!)} stands in the relation twice; each figure stands in it once.` };
  const other = ["sum", "difference", "equal"].includes(add.form)
    ? named.find((i) => unitOf(figures[i]!) !== unitOf(figures[named.at(-1)!]!))
    : undefined;
  if (other !== undefined) {
    const [a, b] = [other, named.at(-1)!].map(
      (i) => `${inWords(index.anchors[i]!)} counts ${figures[i]!.measured!.unit}`,
    );
    return { why: `${a}, and ${b}; one cannot be added to or set against the other.` };
  }
  return {
    ...kindOf(add.form, named, figures),
    text: textOf(add, named, index),
    form: formOf(add, named, figures),
    strength: "strong",
    evidence: `set by hand by ${mark.author} on ${mark.date}: ${mark.reason}`,
    bits: BITS,
    allowance: 0,
    byHand: true,
  };
}

/** An amount of which nothing says the currency may be any. */
const unitOf = (figure: Figure): string => {
  const { unit } = figure.measured!;
  return figure.kind === "amount" ? "amount" : figure.kind === "per-share" ? "per-share" : unit;
};

function kindOf(
  form: AddedForm,
  named: readonly number[],
  figures: readonly Figure[],
): Pick<Relation, "rule" | "kind"> {
  if (form === "sum") return { rule: "T01", kind: "footing" };
  if (form === "difference") return { rule: "T05", kind: "change" };
  if (form === "growth") return { rule: "T06", kind: "growth" };
  if (form === "ratio") return { rule: "T08", kind: "margin" };
  const inProse = named.filter((i) => figures[i]!.where.kind === "prose").length;
  if (inProse === 0) return { rule: "T26", kind: "equality" };
  return inProse === 1 ? { rule: "T27", kind: "prose-table" } : { rule: "T28", kind: "prose-prose" };
}

function formOf(add: Added, named: readonly number[], figures: readonly Figure[]): Form {
  const result = named.at(-1)!;
  const operands = named.slice(0, -1);
  const term = (figure: number, times: Rational = ONE): Term => ({ figure, times });
  if (add.form === "equal") return { kind: "equal", left: operands[0]!, right: result };
  if (add.form === "sum" || add.form === "difference") {
    const minus = (i: number): boolean => (add.form === "sum" ? add.minus.includes(i) : i > 0);
    return { kind: "sum", terms: operands.map((f, i) => term(f, minus(i) ? MINUS_ONE : ONE)), result };
  }
  return {
    kind: "quotient",
    numerator: [term(operands[0]!)],
    denominator: [term(operands[1]!)],
    plus: add.form === "growth" ? MINUS_ONE : rational(0n),
    times: figures[result]!.measured!.unit === "bp" ? BASIS_POINTS : ONE,
    result,
  };
}

/** In the author's own labels: "Americas + Europe = Total". */
function textOf(add: Added, named: readonly number[], index: AnchorIndex): string {
  const words = named.map((i) => {
    const { label, print } = index.anchors[i]!;
    return label === "" ? print : `${label} ${print}`;
  });
  const result = words.at(-1)!;
  const operands = words.slice(0, -1);
  if (add.form === "growth") return `${operands[0]} over ${operands[1]}, less 1 = ${result}`;
  if (add.form === "ratio") return `${operands[0]} over ${operands[1]} = ${result}`;
  const sign = (i: number): string => (add.form === "difference" || add.minus.includes(i) ? " - " : " + ");
  return `${operands.map((w, i) => (i === 0 ? (add.minus.includes(0) ? `- ${w}` : w) : `${sign(i)}${w}`)).join("")} = ${result}`;
}
