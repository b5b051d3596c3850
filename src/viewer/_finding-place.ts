import type { CheckedDocument } from "../tieout/report/checked.ts";

/** What of the page a finding means: one of its figures, words of the text, or nothing that could be pointed at. */
export type FindingPlace =
  | { readonly kind: "figure"; readonly id: string }
  | { readonly kind: "passage" }
  | { readonly kind: "nowhere" };

/** The words that a finding stands at are its figure's, or its own: a rule of wording names the figures beside it, and means the words. */
export function findingPlaces({
  figures,
}: CheckedDocument): (finding: CheckedDocument["findings"][number]) => FindingPlace {
  const byId = new Map(figures.map(({ figure }) => [figure.id, figure]));
  return ({ start, end, figures: named }) => {
    const [first] = named;
    if (end <= start) return first === undefined ? { kind: "nowhere" } : { kind: "figure", id: first };
    const meant = named.find((id) => {
      const figure = byId.get(id);
      return figure !== undefined && figure.start <= start && figure.end >= end;
    });
    return meant === undefined ? { kind: "passage" } : { kind: "figure", id: meant };
  };
}

/** The id of a finding's passage, by its place in the report's list from 0. */
export const passageId = (finding: number): string => `p${finding + 1}`;
