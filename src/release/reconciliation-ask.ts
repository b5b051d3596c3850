import type { Member } from "../measures/fact.ts";
import { memberText } from "../measures/member.ts";
import type { RowList } from "./statement-list.ts";
import type { TableSpec } from "./table-file.ts";
import { infoOf, type TableDesk } from "./table-plan.ts";

/** What the rows of a reconciliation are put together with. */
export interface ReconciliationAsk {
  readonly desk: TableDesk;
  readonly list: RowList;
  readonly periods: readonly string[];
  /** "@v2006" where another version of the definitions is asked for, "" otherwise. */
  readonly version: string;
  /** Whether rows per share follow on net income. */
  readonly isEach: boolean;
  /** The step of the rates at its foot. */
  readonly step: TableSpec["values"]["rate-step"];
}

/** Puts the rows of one reconciliation on the list. */
export type Reconcile = (ask: ReconciliationAsk) => void;

/** The title of a measure behind another word; what begins with an abbreviation keeps it. */
export const lower = (title: string): string =>
  /^[A-Z]{2}/.test(title) ? title : `${title.slice(0, 1).toLowerCase()}${title.slice(1)}`;
export const titleOf = ({ desk }: ReconciliationAsk, measure: string): string =>
  infoOf(desk, measure)?.title ?? measure;

/** Whether a measure has an amount in any of the columns. */
export const some = ({ desk, periods }: ReconciliationAsk, measure: string): boolean =>
  periods.some((period) => {
    const value = desk.facts.fact(measure, period)?.value;
    return typeof value === "object" && value.n !== 0n;
  });

const LINE_LABELS: ReadonlyMap<string, string> = new Map([
  ["tax-effect-of-adjustments", "Tax effect of adjustments"],
  ["tax-effect-of-adjustments-per-share", "Tax effect of adjustments"],
  ["nci-share-of-adjustments", "Non-controlling interests in adjustments"],
  ["nci-share-of-adjustments-per-share", "Non-controlling interests in adjustments"],
  ["share-count-effect-per-share", "Effect of the different number of shares"],
]);

interface Line {
  readonly measure: string;
  readonly member: Member;
  readonly label: string;
}

/** The lines that have an amount in any of the periods, in the order of the categories, then what is a line of its own. */
export function reconciliationLines(
  desk: TableDesk,
  of: string,
  periods: readonly string[],
  version: string,
): readonly Line[] {
  const definition = version === "" ? undefined : version.slice(1);
  const found = new Map<string, Line>();
  for (const period of periods)
    for (const { measure, member } of desk.facts.reconciliation(of, period, definition)?.lines ?? [])
      found.set(`${measure}\n${memberText(member)}`, {
        measure,
        member,
        label: member.category ?? LINE_LABELS.get(measure) ?? measure,
      });
  const { categories } = desk.facts.names;
  const further = [...LINE_LABELS.keys()];
  const rank = ({ measure, member }: Line): number =>
    member.category === undefined ? categories.length + further.indexOf(measure) : categories.indexOf(member.category);
  return [...found.values()].sort((a, b) => rank(a) - rank(b));
}
