import type { Period } from "../../calendar/period.ts";
import { labelStems } from "../../tieout/across/name.ts";
import type { Figure } from "../../tieout/figures/figure.ts";
import { columnsAt } from "../../tieout/relations/sheet.ts";
import { isComparable } from "../names/comparable.ts";
import type { Family } from "../names/family.ts";
import type { Named } from "../names/lexicon.ts";
import { remembered } from "../remembered.ts";
import type { Disclosure } from "./disclosure.ts";
import { isOfPart } from "./own-measure.ts";

/** What a release says that a measure was in a period, in a table or in a sentence. */
export interface NamedAmount {
  readonly family: Family;
  readonly basis: Named["basis"];
  readonly name: string;
  readonly stems: ReadonlySet<string>;
  readonly figure: Figure;
  readonly period: Period;
  /** The block that it stands in, from 0. */
  readonly block: number;
  /** Of its name. */
  readonly start: number;
  readonly end: number;
}

const LEVELS: ReadonlySet<string> = new Set(["amount", "per-share"]);
/** No release names amounts of measures more often; each is held against each. */
const MOST = 1500;

/** Every amount, and amount per share, of a measure by its name; what is guided for, and what is of a part of the company, is not among them. */
export const namedAmounts: (disclosure: Disclosure) => readonly NamedAmount[] = remembered((disclosure) =>
  [...inTables(disclosure), ...inSentences(disclosure)].slice(0, MOST),
);

const inTables = ({ tables }: Disclosure): readonly NamedAmount[] =>
  tables
    .filter(({ kind }) => kind !== "guidance")
    .flatMap(({ block, reading, rows }) =>
      rows.flatMap((row) => {
        const { named, figures, start, end } = row;
        if (named === undefined) return [];
        const isLevel = ({ where }: Figure): boolean =>
          where.kind === "table" && columnsAt(reading.meaning, row.row)[where.column - 1]?.kind === "amount";
        return figures.filter(isLevel).flatMap((figure) => amountOf(named, figure, { block, start, end }) ?? []);
      }),
    );

const inSentences = ({ mentions }: Disclosure): readonly NamedAmount[] =>
  mentions
    .filter((m) => !m.ahead && !isOfPart(m))
    .flatMap((m) => m.figures.flatMap((figure) => amountOf(m, figure, m) ?? []));

type Place = Pick<NamedAmount, "block" | "start" | "end">;

function amountOf(named: Named, figure: Figure, { block, start, end }: Place): NamedAmount | undefined {
  const { family, basis, name } = named;
  const { period, measured, kind } = figure;
  if (period === undefined || measured === undefined || measured.value.n === 0n || !LEVELS.has(kind)) return undefined;
  return { family, basis, name, stems: labelStems(name), figure, period, block, start, end };
}

/** Whether one is the measure under GAAP that the other is held against, for the same period in the same unit. */
export const isBehind = (own: NamedAmount, gaap: NamedAmount): boolean =>
  gaap.basis === "GAAP" &&
  isComparable(own.family, gaap.family) &&
  gaap.period.start === own.period.start &&
  gaap.period.end === own.period.end &&
  gaap.figure.measured!.unit === own.figure.measured!.unit;
