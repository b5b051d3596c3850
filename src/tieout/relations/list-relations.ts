import type { Figure } from "../figures/figure.ts";
import { type Atom, isMark, isWord } from "../meaning/prose-atom.ts";
import { bitsOfPrint, term } from "./prose-fit.ts";
import type { Relation } from "./relation.ts";
import type { ListSentence, OddList, PairedList } from "./respectively.ts";
import { count } from "./said-wording.ts";
import { doubtful, holding, type Saying } from "./saying.ts";

/**
 * What "respectively" says of itself (T31): which value belongs to what, that there are as many of the one as of the other, and
 * what the values come to where the sentence adds them ("$3, $4 and $5, respectively, totaling $12"). That there are as many
 * proves no digit, so it ties nothing.
 */
export function listRelations(lists: readonly ListSentence[], figures: readonly Figure[]): readonly Relation[] {
  return lists.flatMap((sentence) => [
    ...sentence.paired.filter((p) => p.said && p.keys.kind !== "amounts").map((p) => pairing(p, sentence, figures)),
    ...sentence.paired.flatMap((p) => total(p, sentence, figures)),
    ...sentence.odd.map((o) => oddity(o, figures)),
  ]);
}

const prints = (list: readonly number[], figures: readonly Figure[]): string =>
  list.map((f) => figures[f]!.text).join(", ");

function pairing(
  { values, keys }: PairedList,
  { atoms, text, from: first }: ListSentence,
  figures: readonly Figure[],
): Relation {
  const names =
    keys.kind === "periods"
      ? keys.periods.map((p) => (p.start === undefined ? p.end : `${p.start} to ${p.end}`))
      : (keys.kind === "names" ? keys.names : []).map(
          ({ from, to }) => `"${text.slice(atoms[from]!.from - first, atoms[to - 1]!.to - first)}"`,
        );
  return holding({
    ...saying(values.figures),
    text: `${prints(values.figures, figures)} belong to ${names.join(", ")}`,
  });
}

const saying = (values: readonly number[]): Saying => ({
  rule: "T31",
  kind: "list",
  text: "",
  evidence: '"respectively", and as many values as names',
  strength: "weak",
  figures: values,
});

function oddity({ values, periods }: OddList, figures: readonly Figure[]): Relation {
  const said = `${prints(values.figures, figures)} belong to ${count(periods, "period")}`;
  return doubtful(
    { ...saying(values.figures), text: said, evidence: '"respectively", the values and the periods' },
    {
      code: "list-does-not-pair",
      severity: "warning",
      message: `"Respectively" hands out ${count(values.figures.length, "value")} (${prints(values.figures, figures)}) to ${count(periods, "period")}.`,
      remedy: "Name a period for each value, or print a value for each period.",
    },
  );
}

const TOTALS: ReadonlySet<string> = new Set("totaling totalling".split(" "));

/** The figure right behind "totaling" or "for a total of", behind the list and its "respectively". */
function total({ values }: PairedList, { atoms }: ListSentence, figures: readonly Figure[]): readonly Relation[] {
  let i = values.to;
  while (i < atoms.length && (isMark(atoms[i], ",") || isWord(atoms[i], "respectively"))) i++;
  const figure = totalAt(atoms, i);
  const kind = figure === undefined ? undefined : figures[figure]!.kind;
  if (figure === undefined || values.figures.some((f) => figures[f]!.kind !== kind)) return [];
  return [
    {
      rule: "T01",
      kind: "footing",
      text: `${prints(values.figures, figures)} = the total behind them`,
      form: { kind: "sum", terms: values.figures.map((f) => term(f)), result: figure },
      strength: "strong",
      evidence: "the word for a total right behind the list",
      bits: 10 + bitsOfPrint(figures[figure]!),
      allowance: 1,
    },
  ];
}

function totalAt(atoms: readonly Atom[], i: number): number | undefined {
  const word = atoms[i];
  if (word?.kind !== "word") return undefined;
  const at = TOTALS.has(word.text) ? i + 1 : isForATotal(atoms, i) ? i + 4 : undefined;
  const next = at === undefined ? undefined : atoms[at];
  return next?.kind === "figure" ? next.figure : undefined;
}

const isForATotal = (atoms: readonly Atom[], i: number): boolean =>
  ["for", "a", "total", "of"].every((w, k) => isWord(atoms[i + k], w));
