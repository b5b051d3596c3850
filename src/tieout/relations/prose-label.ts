import { LIGHT_STEMS } from "../meaning/prose-lexicon.ts";
import type { ProseGroup } from "../meaning/prose-meaning.ts";
import type { Basis } from "../meaning/table.ts";
import type { ProseRow, RowIndex } from "./prose-rows.ts";

/** What a sentence calls its measure, ready to be held against rows. */
export interface Naming {
  readonly near: ReadonlySet<string>;
  readonly around: ReadonlySet<string>;
  readonly above: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly basis: Basis;
  readonly perShare: boolean;
}

export function namingOf(group: ProseGroup): Naming {
  const perShare = group.kind === "per-share";
  const near = perShare ? new Set([...group.words.stems, "share"]) : group.words.stems;
  return {
    near,
    around: group.around.stems,
    above: group.above.stems,
    names: group.words.names,
    basis: group.readings[0]!.basis,
    perShare,
  };
}

/** Stems that the kind of a per-share figure says already. */
const PER_SHARE = new Set(["share", "income", "common"]);

/**
 * How well a row's words and a sentence's agree, from 0 to 1: the words of the label must stand in the sentence (or its
 * headings), and the words that name the measure in the sentence must stand on the row, above it, or in its caption.
 */
export function agreement(naming: Naming, row: ProseRow, head: ReadonlySet<string>, index: RowIndex): number {
  const label = labelCovered(naming, row, index);
  if (label === 0) return 0;
  const prose = proseCovered(naming, row, head, index);
  return (
    Math.sqrt(label * prose) *
    basisFactor(naming.basis, row, head) *
    (isTurned(naming, row, head) ? 0.2 : 1) *
    (isRival(naming, row) ? 0.4 : 1)
  );
}

/** Words that make another amount of a measure; where the sentence has one and the row has not, another thing is meant. */
const TURNING = ["annualized", "annualised", "guidance", "cumulative", "backlog", "incremental"];

/** Stages of one statement: a sentence that names one does not speak of a row that names another. */
const STAGES = ["operating", "net", "gross", "ebitda", "comprehensive", "before"];

/** Whether both name stages of income, and no stage is common to both. */
function isRival(naming: Naming, row: ProseRow): boolean {
  if (naming.near.has("diluted") !== naming.near.has("basic")) {
    const other = naming.near.has("diluted") ? "basic" : "diluted";
    if (row.own.has(other) && !row.own.has(other === "basic" ? "diluted" : "basic")) return true;
  }
  if (!row.own.has("income") && !row.own.has("ebitda")) return false;
  const said = STAGES.filter((s) => naming.near.has(s));
  const shown = STAGES.filter((s) => row.own.has(s));
  return said.length > 0 && shown.length > 0 && !said.some((s) => row.own.has(s));
}

const isTurned = (naming: Naming, row: ProseRow, head: ReadonlySet<string>): boolean =>
  TURNING.some(
    (s) => naming.near.has(s) && !row.own.has(s) && !row.under.has(s) && !row.caption.has(s) && !head.has(s),
  );

function labelCovered(naming: Naming, row: ProseRow, index: RowIndex): number {
  const label = row.naming;
  if (label.size === 0) return 0;
  let all = 0;
  let said = 0;
  for (const s of label) {
    const w = naming.perShare && PER_SHARE.has(s) ? 0.3 : index.weight(s);
    all += w;
    if (naming.near.has(s)) said += w;
    else if (naming.around.has(s)) said += 0.75 * w;
    else if (naming.above.has(s)) said += 0.75 * w;
  }
  const covered = said / all;
  return row.own.size === 0 ? 0.8 * covered : covered;
}

function proseCovered(naming: Naming, row: ProseRow, head: ReadonlySet<string>, index: RowIndex): number {
  let all = 0;
  let found = 0;
  for (const s of naming.near) {
    const known = index.byStem.has(s);
    const named = naming.names.has(s);
    // A word that no row knows may be an adjective; a name that none knows is a member that no table shows.
    const w = LIGHT_STEMS.has(s) ? 0.25 : known || named ? 1 : 0.35;
    all += w;
    if (row.own.has(s)) found += w;
    else if (row.under.has(s) || head.has(s)) found += 0.95 * w;
    else if (row.caption.has(s)) found += 0.85 * w;
  }
  return all === 0 ? 0.5 : found / all;
}

const ADJUSTED = new Set(["adjusted", "non-gaap", "core", "excluding", "underlying"]);

function basisFactor(basis: Basis, row: ProseRow, head: ReadonlySet<string>): number {
  const adjusted = row.basis === "non-GAAP" || has(row.own) || has(row.under) || has(head);
  if (basis === "non-GAAP") return adjusted || has(row.caption) ? 1 : 0.7;
  if (row.basis === "adjustment") return 0.5;
  return adjusted ? 0.75 : 1;
}

const has = (stems: ReadonlySet<string>): boolean => {
  for (const s of ADJUSTED) if (stems.has(s)) return true;
  return false;
};
