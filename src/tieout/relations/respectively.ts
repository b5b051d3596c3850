import type { Period } from "../../calendar/period.ts";
import type { DocumentContext } from "../meaning/document-context.ts";
import { basisOf } from "../meaning/lexicon.ts";
import { type Atom, isWord } from "../meaning/prose-atom.ts";
import type { ProseGroup } from "../meaning/prose-meaning.ts";
import { isAlike, type PeriodRun, periodRuns } from "./list-keys.ts";
import { type Named, namesBefore } from "./list-members.ts";
import type { WholeSentence } from "./sentence-atoms.ts";
import { type ValueList, valueLists } from "./value-list.ts";

/** A list of values with what each of them belongs to, in order. */
export interface PairedList {
  readonly paragraph: number;
  readonly values: ValueList;
  readonly keys: Keys;
  /** Further lists of as many values, which go on in the same order: "..., respectively, compared to $3 and $4". */
  readonly followers: readonly ValueList[];
  /** Whether "respectively" says that they belong together in order. */
  readonly said: boolean;
}

export type Keys =
  | { readonly kind: "periods"; readonly periods: readonly Period[] }
  | { readonly kind: "names"; readonly names: readonly Named[] }
  /** As many amounts as stand before them in the sentence: "$5 for the quarter and $9 for the year, up 3% and 4%, respectively". */
  | { readonly kind: "amounts" };

/** "Respectively" of more values than there are periods, or of fewer. */
export interface OddList {
  readonly values: ValueList;
  readonly periods: number;
}

/** A sentence with the lists it hands out. */
export interface ListSentence extends WholeSentence {
  readonly paired: readonly PairedList[];
  readonly odd: readonly OddList[];
}

const WORD = "respectively";

/** All sentences that hand out values in order: by "respectively", or right beside as many periods. */
export function listSentences(
  groups: readonly ProseGroup[],
  all: readonly WholeSentence[],
  context: DocumentContext,
): readonly ListSentence[] {
  const listed = new Set(groups.flatMap((g) => (g.slot !== undefined && !g.tabular ? [g.paragraph] : [])));
  return all.flatMap((sentence) =>
    listed.has(sentence.paragraph) || sentence.text.includes(WORD) ? (listsOf(sentence, context) ?? []) : [],
  );
}

function listsOf(sentence: WholeSentence, context: DocumentContext): ListSentence | undefined {
  const { atoms, paragraph } = sentence;
  const paired: PairedList[] = [];
  const odd: OddList[] = [];
  const scopes = scopesOf(atoms);
  const all = scopes.map((scope) => pairedIn(atoms, scope, context));
  all.forEach((found, i) => {
    if (found === undefined) return;
    if ("periods" in found) {
      odd.push(found);
      return;
    }
    const { to, said } = scopes[i]!;
    const next = all.findIndex((other, j) => j > i && other !== undefined && !isOpen(other));
    const end = next < 0 ? atoms.length : scopes[next]!.from;
    const followers = valueLists(atoms, Math.min(to, end), end).filter(
      (list) => list.figures.length === found.values.figures.length,
    );
    paired.push({ paragraph, said, followers, ...found });
  });
  return paired.length + odd.length === 0 ? undefined : { ...sentence, paired, odd };
}

/** Whether nothing beside the values says what they belong to. */
const isOpen = (found: Pick<PairedList, "keys"> | OddList): boolean => "keys" in found && found.keys.kind === "amounts";

interface Scope {
  readonly from: number;
  readonly to: number;
  /** Where what stands behind "respectively" ends: at the next figure or the end of the sentence. */
  readonly after: number;
  readonly said: boolean;
}

/** Each "respectively" speaks of what stands between it and the one before; a sentence without one is one scope. */
function scopesOf(atoms: readonly Atom[]): readonly Scope[] {
  const scopes: Scope[] = [];
  let from = 0;
  atoms.forEach((a, i) => {
    if (!isWord(a, WORD)) return;
    let after = i + 1;
    while (after < atoms.length && atoms[after]!.kind !== "figure" && !isWord(atoms[after], WORD)) after++;
    scopes.push({ from, to: i, after, said: true });
    from = i + 1;
  });
  return scopes.length === 0 ? [{ from: 0, to: atoms.length, after: atoms.length, said: false }] : scopes;
}

function pairedIn(
  atoms: readonly Atom[],
  { from, to, after, said }: Scope,
  context: DocumentContext,
): Pick<PairedList, "values" | "keys"> | OddList | undefined {
  const lists = valueLists(atoms, from, to);
  const values = lists.at(-1);
  if (values === undefined || lists.length > 1) return undefined;
  const count = values.figures.length;
  const behind = periodRuns(atoms, values.to, to, context);
  const before = periodRuns(atoms, from, values.from, context);
  const later = behind.length > 0 || !said ? [] : periodRuns(atoms, to + 1, after, context);
  const near = [...behind.slice(0, 1), ...before.slice(-1), ...later.slice(0, 1)];
  const run = near.find((r) => r.periods?.length === count);
  if (run !== undefined) return { values, keys: { kind: "periods", periods: run.periods! } };
  if (!said) return undefined;
  const names = namesBefore(atoms, from, values.from, count);
  if (names !== undefined) return { values, keys: { kind: "names", names } };
  return oddOf(atoms, values, near, from, count) ?? { values, keys: { kind: "amounts" } };
}

/** Two periods and more, as many of them as no grouping of the values explains, and no other names in front. */
function oddOf(
  atoms: readonly Atom[],
  values: ValueList,
  runs: readonly PeriodRun[],
  from: number,
  count: number,
): OddList | undefined {
  const [run] = runs;
  const periods = run?.periods?.length ?? 0;
  if (runs.length !== 1 || periods < 2 || count % periods === 0 || periods % count === 0) return undefined;
  // "Revenue, income and cash flow for 2024 and 2023 were ..." may name as many things as there are values.
  for (let i = from; i < Math.min(values.from, run!.from); i++) if (isWord(atoms[i], "and")) return undefined;
  return { values, periods };
}

/** Whether a list gives one measure at two times of one length, so that one is what the other is compared with. */
export const isComparison = ({ periods }: { readonly periods: readonly Period[] }): boolean =>
  periods.length === 2 && isAlike(periods[0]!, periods[1]!);

export const basisIn = ({ words }: Named): ReturnType<typeof basisOf> => basisOf(words.printed.join(" "));
