import type { Figure } from "../figures/figure.ts";
import type { Reading } from "../reading.ts";

const RECAST =
  /\b(?:restate[ds]?|restatement|recast|recasts|reclassif(?:y|ied|ies|ication|ications)|re-?presented|revised|revisions?|retrospective(?:ly)?|as adjusted|(?:stock|share|reverse) split|split-adjusted|discontinued operations?|change in (?:accounting|presentation|segments?)|conform(?:ed|s)? (?:to|with) (?:the )?current)/i;

/** What says of earlier amounts that they were changed, anywhere in a document. */
const OF_EARLIER = /\b(?:prior|previous(?:ly)?|comparative|earlier|certain|historical)\b/i;

/** Texts before and behind a table or a paragraph that count as near. */
const BEFORE = 3;
const BEHIND = 6;
/** A text is read no further than this. */
const FAR = 6000;
/** How far apart the two words of a sentence may stand. */
const REACH = 200;

/** Where a document says that earlier amounts were changed. */
export interface Recasts {
  /** Whether a word near the figure says so. */
  readonly near: (figure: Figure) => boolean;
  /** Whether a sentence anywhere says so of earlier amounts. */
  readonly anywhere: boolean;
}

export function recastsOf(reading: Reading): Recasts {
  const { texts, tables, lexed } = reading;
  const says = new Map<number, boolean>();
  let anywhere = false;
  lexed.forEach((block, i) => {
    if (block.kind !== "text") return;
    const text = block.block.text.text.slice(0, FAR);
    const at = RECAST.exec(text);
    says.set(i, at !== null);
    if (at === null || anywhere) return;
    anywhere = OF_EARLIER.test(text.slice(Math.max(0, at.index - REACH), at.index + REACH));
  });
  const ofText = new Map<number, number>();
  const ofTable = new Map<number, number>();
  let text = 0;
  let table = 0;
  for (const [i, block] of lexed.entries())
    if (block.kind === "text") ofText.set(texts[text++]!.paragraph, i);
    else ofTable.set(tables[table++]!.table, i);
  const around = (block: number): boolean => {
    for (let i = block - BEFORE; i <= block + BEHIND; i++) if (says.get(i) === true) return true;
    return false;
  };
  const inTable = tableWords(reading);
  const near = ({ where }: Figure): boolean => {
    if (where.kind === "prose") return around(ofText.get(where.paragraph) ?? 0);
    return inTable(where.table) || around(ofTable.get(where.table) ?? 0);
  };
  return { near, anywhere };
}

/** Whether a caption, a head or a label of the table says so; each table is read once. */
function tableWords({ tables }: Reading): (table: number) => boolean {
  const known = new Map<number, boolean>();
  return (number) => {
    const old = known.get(number);
    if (old !== undefined) return old;
    const table = tables.find((t) => t.table === number);
    const { caption = "", columns = [], rows = [] } = table?.meaning ?? {};
    const said = [caption, ...columns.map((c) => c.head), ...rows.map((r) => r.label)].some((s) =>
      RECAST.test(s.slice(0, FAR)),
    );
    known.set(number, said);
    return said;
  };
}
