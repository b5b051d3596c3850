import { type Atom, type FigureAtom, isMark } from "../meaning/prose-atom.ts";
import { LIGHT } from "../meaning/prose-lexicon.ts";

/** Figures that stand one after the other with nothing but a comma or "and" between. */
export interface ValueList {
  readonly figures: readonly number[];
  /** The atom of its first figure, and the one behind all of its last. */
  readonly from: number;
  readonly to: number;
}

const JOINS: ReadonlySet<string> = new Set("and or".split(" "));

/** All lists of two figures and more among the atoms from `from` to `to`; what stands in brackets behind a figure is passed over. */
export function valueLists(atoms: readonly Atom[], from: number, to: number): readonly ValueList[] {
  const lists: ValueList[] = [];
  let i = from;
  while (i < to) {
    if (atoms[i]!.kind !== "figure") {
      i++;
      continue;
    }
    const list = listAt(atoms, i, to);
    if (list.figures.length > 1) lists.push(list);
    i = list.to;
  }
  return lists;
}

function listAt(atoms: readonly Atom[], from: number, to: number): ValueList {
  const figures = [(atoms[from] as FigureAtom).figure];
  let end = passAside(atoms, from + 1, to);
  for (;;) {
    let p = end;
    let joined = false;
    while (p < to && (isJoint(atoms[p]!) || isLight(atoms[p]!))) {
      joined ||= isJoint(atoms[p]!);
      p++;
    }
    const next = atoms[p];
    if (p >= to || !joined || next?.kind !== "figure") return { figures, from, to: end };
    figures.push(next.figure);
    end = passAside(atoms, p + 1, to);
  }
}

const isJoint = (a: Atom): boolean => isMark(a, ",") || (a.kind === "word" && JOINS.has(a.text));
const isLight = (a: Atom): boolean => a.kind === "word" && LIGHT.has(a.text);

/** Behind a bracket that opens at `i` and closes before `to`. */
function passAside(atoms: readonly Atom[], i: number, to: number): number {
  if (!isMark(atoms[i], "(")) return i;
  for (let j = i + 1; j < to && j < i + 24; j++) if (isMark(atoms[j], ")")) return j + 1;
  return i;
}
