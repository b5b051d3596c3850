import type { TableReading, TextReading } from "../figures/document-figures.ts";
import type { Figure } from "../figures/figure.ts";
import type { LexedBlock } from "../lex/lexed.ts";
import type { DocumentContext } from "../meaning/document-context.ts";
import { callWindows } from "./call-window.ts";
import { confirmations } from "./confirmation.ts";
import { contactsOf } from "./contact.ts";
import { days } from "./days.ts";
import { emails } from "./email.ts";
import { guidanceChanges } from "./guidance-change.ts";
import { impliedRanges } from "./implied-range.ts";
import { midpoints } from "./midpoint.ts";
import { names } from "./names.ts";
import { parts } from "./parts.ts";
import { periodWords } from "./period-words.ts";
import { people } from "./person.ts";
import { phones } from "./phone.ts";
import { rangedSentences } from "./printed-range.ts";
import { rangeOrders } from "./range-order.ts";
import type { Relation } from "./relation.ts";
import { scaleWords } from "./scale-words.ts";
import { sceneOf } from "./scene.ts";
import { tickers } from "./ticker.ts";
import { weekdays } from "./weekday.ts";

/** All that a document says which no arithmetic on its measurements decides: days, calls, phones, people, parts,
 * names, ranges. */
export function saidRelations(
  lexed: readonly LexedBlock[],
  figures: readonly Figure[],
  texts: readonly TextReading[],
  tables: readonly TableReading[],
  context: DocumentContext,
): readonly Relation[] {
  const scene = sceneOf(lexed, figures, texts, tables, context);
  const contacts = contactsOf(scene);
  const ranged = rangedSentences(scene);
  return [
    ...weekdays(scene),
    ...callWindows(scene),
    ...phones(scene, contacts),
    ...people(scene, contacts),
    ...emails(scene, contacts),
    ...tickers(scene),
    ...scaleWords(scene),
    ...periodWords(scene),
    ...parts(scene),
    ...names(scene),
    ...days(scene),
    ...confirmations(scene),
    ...rangeOrders(ranged, scene),
    ...midpoints(ranged, scene),
    ...guidanceChanges(ranged, scene),
    ...impliedRanges(ranged, scene),
  ];
}
