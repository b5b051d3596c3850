import { format } from "../../exact/decimal.ts";
import type { Interval } from "../../exact/interval.ts";
import type { Finding, RuleChoice } from "../../finding.ts";
import type { Figure, Measured } from "../figures/figure.ts";
import { intervalOf } from "../figures/interval.ts";
import { namedBy } from "../relations/relation.ts";
import type { Checked, CheckedDocument, CheckedFigure, CheckedRelation, Status } from "./checked.ts";
import type { Bounds, Report, ReportFigure, ReportFinding, ReportPlace, ReportRelation, Summary } from "./report.ts";

/** The report of a checked document. The same document gives the same report, key by key. */
export function write(checked: Checked): Report {
  const { path, sha256 } = checked;
  if (checked.kind === "refused") {
    const { format: found, encoding, refusal } = checked;
    const refused = { code: refusal.code, message: refusal.message };
    const nothing = { figures: [], relations: [], findings: [], summary: summarize({ figures: [], findings: [] }) };
    return { schema: "tickmark-report/1", path, format: found, encoding, sha256, refused, ...nothing };
  }
  const { document, figures, relations, findings } = checked;
  return {
    schema: "tickmark-report/1",
    path,
    format: document.format,
    encoding: document.encoding,
    sha256,
    figures: figures.map(figureOf),
    relations: relations.map((r) => relationOf(r, figures)),
    findings: findings.map(findingOf),
    summary: summarize(checked),
    ...(checked.ruleChoices === undefined ? {} : { ruleChoices: checked.ruleChoices.map(choiceOf) }),
    ...(checked.since === undefined ? {} : { since: checked.since }),
  };
}

export function figureOf({ figure, status, implied, reached }: CheckedFigure): ReportFigure {
  const { id, text, start, end, kind, measured, label, measure, member, basis, period } = figure;
  const bounds = implied === undefined ? undefined : boundsOf(implied);
  return {
    id,
    text,
    start,
    end,
    ...(figure.split ? { split: true } : {}),
    kind,
    ...(measured === undefined ? {} : { ...measuredOf(figure, measured), label, measure, member, basis }),
    ...(period === undefined
      ? {}
      : { period: period.start === undefined ? { end: period.end } : { start: period.start, end: period.end } }),
    where: placeOf(figure),
    ...(measured === undefined ? {} : { status: status ?? "untied" }),
    ...(bounds === undefined ? {} : { implied: bounds }),
    ...(measured === undefined && reached ? { checked: true } : {}),
  };
}

function measuredOf(figure: Figure, { value, unit, hedge }: Measured): Partial<ReportFigure> {
  const printed = intervalOf(figure, "halfExpand");
  return {
    value: format(value),
    ...boundsOf(printed),
    ...openOf(printed),
    unit,
    hedge: hedge === undefined ? null : hedge.words,
  };
}

/** Which ends do not belong to the interval, where there are such. */
export function openOf({ low, high }: Interval): { readonly open?: "low" | "high" | "both" } {
  if (low?.open !== true && high?.open !== true) return {};
  return { open: low?.open !== true ? "high" : high?.open !== true ? "low" : "both" };
}

/** The ends there are, or undefined where there is neither. */
export function boundsOf({ low, high }: Interval): Bounds | undefined {
  if (low === null && high === null) return undefined;
  return {
    ...(low === null ? {} : { low: format(low.at) }),
    ...(high === null ? {} : { high: format(high.at) }),
  };
}

function placeOf({ where }: Figure): ReportPlace {
  if (where.kind === "prose") return { paragraph: where.paragraph };
  const { table, row, column } = where;
  return { table, row, column };
}

export function relationOf(checked: CheckedRelation, figures: readonly CheckedFigure[]): ReportRelation {
  const { id, relation, verdict, computed } = checked;
  const { rule, kind, text, strength, evidence } = relation;
  const bounds = computed?.interval === undefined ? undefined : boundsOf(computed.interval);
  const point = computed?.point;
  return {
    id,
    rule,
    kind,
    text,
    figures: namedBy(relation.form).map((index) => figures[index]!.figure.id),
    verdict,
    strength,
    evidence,
    ...(point === undefined && bounds === undefined
      ? {}
      : { computed: { ...(point === undefined ? {} : { point: format(point) }), ...bounds } }),
  };
}

const choiceOf = ({ code, severity, reason }: RuleChoice): RuleChoice => ({ code, severity, reason });

/** Written out, so that the order of keys does not hang on whoever made the finding. */
export function findingOf(f: Finding): ReportFinding {
  const { code, about, severity, message, remedy, figures, relations, start, end } = f;
  const certificate = f.certificate.map(({ relation, times }) => ({ relation, times }));
  const waived = f.waived === null ? null : { reason: f.waived.reason };
  return { code, about, severity, message, remedy, figures, relations, certificate, start, end, waived };
}

/** Findings about rules are warnings or notes, and errors only where the command is strict, or the company has chosen so. */
export function summarize(checked: Pick<CheckedDocument, "figures" | "findings" | "leftOut">): Summary {
  const { figures, findings, leftOut } = checked;
  const measurements = figures.filter(({ figure }) => figure.measured !== undefined);
  const left = (status: Status): number => measurements.filter((f) => (f.status ?? "untied") === status).length;
  const unwaived = findings.filter((f) => f.waived === null);
  return {
    figures: figures.length,
    measurements: measurements.length,
    tied: left("tied"),
    attainable: left("attainable"),
    contradicted: left("contradicted"),
    untied: left("untied"),
    errors: unwaived.filter((f) => f.severity === "error" && (f.about === "figures" || f.rule?.error !== undefined))
      .length,
    warnings: unwaived.filter((f) => f.severity === "warning").length,
    notes: unwaived.filter((f) => f.severity === "note").length,
    waived: findings.length - unwaived.length,
    ...(leftOut === undefined ? {} : { leftOut }),
  };
}
