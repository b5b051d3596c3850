/** The public names of the library. No Node API is used by what they lead to: it runs in a browser as well. */
export type { CertificateLine, FindingCode, Refusal, RuleChoice, Severity } from "./finding.ts";
export { checkRelease } from "./rules/check-release.ts";
export type { Profile } from "./rules/profile.ts";
export { type RuleSettings, rulesBy } from "./rules/rules.ts";
export type { OtherDocument } from "./tieout/across/other.ts";
export type { CheckOptions } from "./tieout/check.ts";
export type { Format } from "./tieout/document.ts";
export type { FigureKind, MeasureKind } from "./tieout/figures/kind.ts";
export type { Mark, MarkTrouble, ParsedMarks } from "./tieout/marks/mark.ts";
export { parseMarks } from "./tieout/marks/parse.ts";
export type { Basis } from "./tieout/meaning/table.ts";
export type { Verdict } from "./tieout/relations/relation.ts";
export type { Status } from "./tieout/report/checked.ts";
export type {
  Bounds,
  Report,
  ReportFigure,
  ReportFinding,
  ReportPeriod,
  ReportPlace,
  ReportRelation,
  Summary,
} from "./tieout/report/report.ts";
export type { ChangedFigure, Changes, NamedFigure, NamedFinding, Since, Words } from "./tieout/since/changes.ts";
export type { Evidence, FindingWords, RelationWords, ShownDocument } from "./viewer/evidence.ts";
export { evidencePage, type ViewerClient } from "./viewer/evidence-page.ts";
export { type Shown, showRelease } from "./viewer/show-release.ts";
