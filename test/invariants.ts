import { parse } from "../src/exact/decimal.ts";
import { compare, type Rational } from "../src/exact/rational.ts";
import { FINDING_CODES } from "../src/finding-code.ts";
import type { Report, ReportFigure, ReportFinding, ReportRelation } from "../src/index.ts";

/**
 * What every report must satisfy whatever the document is (DESIGN.md, "The report"). Each entry of the answer is a promise
 * that was broken; a good report gives none. `bytes` are those of the document.
 */
export function brokenPromises(report: Report, bytes: Uint8Array): string[] {
  const broken: string[] = [];
  const say = (good: boolean, promise: () => string): void => {
    if (!good && broken.length < 20) broken.push(promise());
  };
  // What JSON gives back is the same: no undefined, no number that is none, no big integer.
  say(
    same(JSON.parse(JSON.stringify(report)), report),
    () => "the report changes when it is written as JSON and read again",
  );
  keysIn(report, REPORT_KEYS, "the report", say);
  say(report.schema === "tickmark-report/1", () => `schema is ${report.schema}`);
  if (report.refused !== undefined) refusedPromises(report, say);
  else {
    const source = sourceOf(bytes, report.encoding ?? "utf-8");
    figurePromises(report, source, say);
    relationPromises(report, say);
    findingPromises(report, source, say);
  }
  summaryPromises(report, say);
  return broken;
}

/** The bytes 0x80 to 0x9f of windows-1252. Node's own decoder takes them for Latin-1, and loses a first byte 0xff. */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function sourceOf(bytes: Uint8Array, encoding: string): string {
  if (encoding !== "windows-1252") return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const characters: string[] = [];
  for (const byte of bytes)
    characters.push(byte >= 0x80 && byte < 0xa0 ? WINDOWS[byte - 0x80]! : String.fromCharCode(byte));
  return characters.join("");
}

type Say = (good: boolean, promise: () => string) => void;

const REPORT_KEYS =
  "schema path format encoding sha256 refused? figures relations findings summary ruleChoices? since?";
const FIGURE_KEYS =
  "id text start end split? kind value? low? high? open? unit? hedge? label? measure? member? basis? period? where status? implied? checked?";
const MEASURED_KEYS = ["value", "unit", "hedge", "label", "measure", "member", "basis", "status"] as const;
const RELATION_KEYS = "id rule kind text figures verdict strength evidence computed?";
const FINDING_KEYS = "code about severity message remedy figures relations certificate start end waived";
const SUMMARY_KEYS = "figures measurements tied attainable contradicted untied errors warnings notes waived leftOut?";

const FORMATS = ["html", "text", "markdown", "pdf", "docx", "ixbrl"];
const MEASURES = ["amount", "percent", "percentage-points", "basis-points", "per-share", "shares", "count", "ratio"];
const OTHERS = ["date", "time", "period", "phone", "code", "name", "other"];
const BASES = ["GAAP", "non-GAAP", "constant-currency", "organic", "adjustment", "unknown"];
const STATES = ["tied", "attainable", "contradicted", "untied"] as const;
const VERDICTS = ["forced", "consistent", "attainable", "unattainable", "unverifiable"];
const SEVERITIES = ["error", "warning", "note"] as const;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Whether the object has the keys named, in that order; a key with a question mark may be missing. */
function keysIn(object: object, named: string, what: string, say: Say): void {
  const keys = Object.keys(object);
  let next = 0;
  for (const name of named.split(" ")) {
    const optional = name.endsWith("?");
    if (keys[next] === (optional ? name.slice(0, -1) : name)) next++;
    else say(optional, () => `${what} has no key ${name} at its place: ${keys.join(" ")}`);
  }
  say(next === keys.length, () => `${what} has a key too many, or out of order: ${keys.join(" ")}`);
}

function same(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || a === null || typeof b !== "object" || b === null) return a === b;
  const keys = Object.keys(a);
  const others = Object.keys(b);
  return (
    keys.length === others.length &&
    keys.every((key, i) => key === others[i] && same(a[key as keyof typeof a], b[key as keyof typeof b]))
  );
}

function refusedPromises({ refused, figures, relations, findings }: Report, say: Say): void {
  say(/^[a-z]+(?:-[a-z]+)*$/.test(refused!.code), () => `refused with the code ${JSON.stringify(refused!.code)}`);
  say(refused!.message.length > 20, () => `refused without a reason: ${JSON.stringify(refused!.message)}`);
  say(figures.length + relations.length + findings.length === 0, () => "refused, and yet it lists something");
}

function figurePromises({ figures, format }: Report, source: string, say: Say): void {
  say(FORMATS.includes(format ?? ""), () => `format is ${format}`);
  let before = -1;
  figures.forEach((f, i) => {
    const what = `figure ${f.id} ${JSON.stringify(f.text)}`;
    keysIn(f, FIGURE_KEYS, what, say);
    say(f.id === `f${i + 1}`, () => `${what} stands at ${i + 1}`);
    say(f.start > before, () => `${what} starts at ${f.start}, the one before it at ${before}`);
    before = f.start;
    say(
      f.start < f.end && f.end <= source.length,
      () => `${what} goes from ${f.start} to ${f.end} of ${source.length}`,
    );
    const printed = source.slice(f.start, f.end);
    say(f.split === true || printed === f.text, () => `${what} has ${JSON.stringify(printed)} at its place`);
    const { where } = f;
    const counts = "table" in where ? [where.table, where.row, where.column] : [where.paragraph];
    say(
      counts.every((n) => Number.isInteger(n) && n >= 1),
      () => `${what} is at ${JSON.stringify(where)}`,
    );
    if (MEASURES.includes(f.kind)) measurementPromises(f, what, say);
    else {
      say(OTHERS.includes(f.kind), () => `${what} has the kind ${f.kind}`);
      for (const key of [...MEASURED_KEYS, "low", "high", "open", "implied"] as const)
        say(!(key in f), () => `${what} measures nothing and has ${key}`);
    }
    periodPromises(f, what, say);
  });
}

function measurementPromises(f: ReportFigure, what: string, say: Say): void {
  for (const key of MEASURED_KEYS) say(key in f, () => `${what} has no ${key}`);
  say(!("checked" in f), () => `${what} is a measurement and has checked`);
  say(BASES.includes(f.basis!), () => `${what} has the basis ${f.basis}`);
  say(STATES.includes(f.status!), () => `${what} has the status ${f.status}`);
  const value = number(f.value!, what, say);
  const low = f.low === undefined ? undefined : number(f.low, what, say);
  const high = f.high === undefined ? undefined : number(f.high, what, say);
  if (value !== undefined && low !== undefined)
    say(compare(low, value) <= 0, () => `${what} is ${f.value}, below its low end ${f.low}`);
  if (value !== undefined && high !== undefined)
    say(compare(value, high) <= 0, () => `${what} is ${f.value}, above its high end ${f.high}`);
  if (f.open !== undefined) {
    say(["low", "high", "both"].includes(f.open), () => `${what} is open at ${f.open}`);
    say(f.open === "high" || f.low !== undefined, () => `${what} is open at a low end that is not there`);
    say(f.open === "low" || f.high !== undefined, () => `${what} is open at a high end that is not there`);
  }
  if (f.implied !== undefined) {
    say(Object.keys(f.implied).length > 0, () => `${what} has an implied interval without ends`);
    for (const end of Object.values(f.implied)) number(end, `${what}, implied`, say);
  }
}

function periodPromises({ period }: ReportFigure, what: string, say: Say): void {
  if (period === undefined) return;
  keysIn(period, "start? end", `the period of ${what}`, say);
  say(DAY.test(period.end), () => `${what} has a period that ends on ${period.end}`);
  if (period.start === undefined) return;
  say(DAY.test(period.start), () => `${what} has a period that starts on ${period.start}`);
  say(period.start <= period.end, () => `${what} has a period from ${period.start} to ${period.end}`);
}

/** An exact number in the one way to write it. */
function number(text: string, what: string, say: Say): Rational | undefined {
  const read = typeof text === "string" ? parse(text) : undefined;
  say(read !== undefined, () => `${what} has the number ${JSON.stringify(text)}`);
  say(!/^-?0\d|^-0$|\.\d*0$|\.$|^-?\./.test(text), () => `${what} has a number with needless characters: ${text}`);
  return read;
}

function relationPromises({ figures, relations }: Report, say: Say): void {
  const order = new Map(figures.map((f, i) => [f.id, i]));
  const kinds = new Map(figures.map((f) => [f.id, f.kind]));
  relations.forEach((r: ReportRelation, i) => {
    const what = `relation ${r.id} (${r.rule} ${r.text})`;
    keysIn(r, RELATION_KEYS, what, say);
    say(r.id === `r${i + 1}`, () => `${what} stands at ${i + 1}`);
    say(/^T\d\d$/.test(r.rule), () => `${what} has the rule ${r.rule}`);
    say(VERDICTS.includes(r.verdict), () => `${what} has the verdict ${r.verdict}`);
    say(["strong", "fair", "weak"].includes(r.strength), () => `${what} has the strength ${r.strength}`);
    say(r.text !== "" && r.evidence !== "", () => `${what} has no text or no evidence`);
    say(r.figures.length >= 1, () => `${what} names no figure`);
    const places = r.figures.map((id) => order.get(id));
    say(
      places.every((p) => p !== undefined),
      () => `${what} names figures that are not there: ${r.figures.join(" ")}`,
    );
    const operands = places.slice(0, -1) as number[];
    say(
      operands.every((p, n) => n === 0 || operands[n - 1]! < p),
      () => `${what} has operands out of reading order, or twice: ${r.figures.join(" ")}`,
    );
    say(new Set(r.figures).size === r.figures.length, () => `${what} names a figure twice: ${r.figures.join(" ")}`);
    if (r.computed === undefined) return;
    keysIn(r.computed, "point? low? high?", `what ${what} computes`, say);
    for (const text of Object.values(r.computed)) number(text, what, say);
    say(
      r.figures.every((id) => MEASURES.includes(kinds.get(id) ?? "")),
      () => `${what} computes with what measures nothing`,
    );
  });
}

function findingPromises({ figures, relations, findings }: Report, source: string, say: Say): void {
  const kinds = new Map(figures.map((f) => [f.id, f.kind]));
  const states = new Map(figures.map((f) => [f.id, f.status]));
  const known = new Set(relations.map((r) => r.id));
  const named = new Set<string>();
  for (const f of findings as readonly ReportFinding[]) {
    const what = `finding ${f.code} (${f.message})`;
    const [range] = FINDING_CODES[f.code] ?? ["none"];
    say(
      f.about === "rules" || range.split(" or ").includes(f.severity),
      () => `${what} is listed as ${range}, and is of severity ${f.severity}`,
    );
    keysIn(f, FINDING_KEYS, what, say);
    say(/^[a-z]+(?:-[a-z]+)*$/.test(f.code), () => `${what} has the code ${f.code}`);
    say(["figures", "rules"].includes(f.about), () => `${what} is about ${f.about}`);
    say(SEVERITIES.includes(f.severity), () => `${what} has the severity ${f.severity}`);
    say(f.message !== "" && f.remedy !== "", () => `${what} has no message or no remedy`);
    for (const id of f.figures) say(kinds.has(id), () => `${what} names ${id}, which is not there`);
    for (const id of [...f.relations, ...f.certificate.map((line) => line.relation)])
      say(known.has(id), () => `${what} names ${id}, which is not there`);
    for (const line of f.certificate) number(line.times, what, say);
    say(0 <= f.start && f.start <= f.end && f.end <= source.length, () => `${what} goes from ${f.start} to ${f.end}`);
    if (f.about !== "figures" || f.severity !== "error" || f.waived !== null) continue;
    for (const id of f.figures) named.add(id);
  }
  for (const [id, status] of states)
    say(status !== "contradicted" || named.has(id), () => `${id} is contradicted, but no error names it`);
}

function summaryPromises({ summary, figures, findings }: Report, say: Say): void {
  keysIn(summary, SUMMARY_KEYS, "the summary", say);
  const count = (what: keyof typeof summary, found: number): void =>
    say(summary[what] === found, () => `the summary counts ${summary[what]} ${what}; there are ${found}`);
  count("figures", figures.length);
  count("measurements", figures.filter((f) => MEASURES.includes(f.kind)).length);
  for (const state of STATES) count(state, figures.filter((f) => f.status === state).length);
  for (const severity of SEVERITIES)
    count(`${severity}s`, findings.filter((f) => f.severity === severity && f.waived === null).length);
  count("waived", findings.filter((f) => f.waived !== null).length);
}
