/** The public names of `tickmark/node`: what the library can do with files. Native modules are loaded when they are first used. */
export type { Books, Company, SourcePlace } from "./books/books.ts";
export type { BooksFinding } from "./books/books-finding.ts";
export type { Group, GroupEntry, GroupFlow, RollForward, Unmatched } from "./consolidation/group.ts";
export type { Fact, FactBasis, FactUnit, Member, NoValue, Working } from "./measures/fact.ts";
export type { FactBook, FactChoice, MeasureInfo } from "./measures/fact-book.ts";
export type { Lineage } from "./measures/lineage.ts";
export type { Reconciliation } from "./measures/reconciliation.ts";
export { type Printed, type PrintGrid, roundForPrint } from "./measures/round-for-print.ts";
export {
  type BuiltRelease,
  type PrintedDraft,
  printPage,
  printRelease,
  proveRelease,
  withTexts,
} from "./node/build-release.ts";
export { type Changed, watchWorkspace } from "./node/changes.ts";
export {
  type ClosedBooks,
  type CloseOptions,
  type CloseStep,
  type Closing,
  closeBooks,
  closingAgain,
} from "./node/close-books.ts";
export { writeFactsParquet } from "./node/facts-parquet.ts";
export { openPreview, type Preview, type PreviewNews } from "./node/preview.ts";
export { releaseNames } from "./node/release-files.ts";
export { viewerClient } from "./node/viewer-client.ts";
export { type BookProof, bookProof } from "./readback/book-proof.ts";
export { keptTables } from "./release/kept-tables.ts";
export { openTables } from "./release/tables.ts";
export type { JournalLine, LineChoice, Load } from "./warehouse/warehouse.ts";
