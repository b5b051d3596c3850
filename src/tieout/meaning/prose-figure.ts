import type { Figure } from "../figures/figure.ts";
import { stem } from "./prose-lexicon.ts";
import type { ProseGroup, ProseReading } from "./prose-meaning.ts";

/** How many words make a label: further ones say little. */
const MOST_WORDS = 8;

const PARTS_OF_A_GROUP = new Set("division segment business unit region category brand".split(" "));

type Said = Pick<Figure, "label" | "measure" | "member" | "basis" | "period"> & { readonly perShare: boolean };

/** The figures with what their sentences say of them: label, measure, member, basis and period; and what is meant per share. */
export function withProse(figures: readonly Figure[], groups: readonly ProseGroup[]): readonly Figure[] {
  const said = new Map<number, Said>();
  for (const group of groups) {
    const { label, measure, member } = namesOf(group);
    for (const r of group.readings)
      said.set(r.figure, {
        label,
        measure: measureOf(measure, r),
        member,
        basis: r.basis,
        period: r.period,
        perShare: r.kind === "per-share",
      });
  }
  return figures.map((f, i) => {
    const more = said.get(i);
    if (more === undefined) return f;
    const { perShare, ...words } = more;
    return perShare && f.kind === "amount" ? { ...asPerShare(f), ...words } : { ...f, ...words };
  });
}

function asPerShare(figure: Figure): Figure {
  const { measured } = figure;
  if (measured === undefined) return figure;
  return { ...figure, kind: "per-share", measured: { ...measured, unit: `${measured.unit}/share` } };
}

function namesOf(group: ProseGroup): { label: string; measure: string; member: string } {
  const printed = group.words.printed.slice(-MOST_WORDS);
  const isName = (word: string): boolean => group.words.names.has(stem(word)) || PARTS_OF_A_GROUP.has(word);
  return {
    label: printed.join(" "),
    measure: printed.filter((w) => !isName(w)).join(" "),
    member: printed.filter(isName).join(" "),
  };
}

const measureOf = (measure: string, reading: ProseReading): string =>
  reading.role === "growth" || reading.role === "change" || reading.role === "points"
    ? `${measure} ${reading.role}`.trim()
    : measure;
