import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Finding, RuleChoice } from "../../finding.ts";
import { FINDING_CODES } from "../../finding-code.ts";
import { type LineTable, lineAndColumn, lines } from "../../text/place.ts";
import { piecesOf } from "./_pieces.ts";
import type { Checked, CheckedDocument } from "./checked.ts";

const CODES = Object.keys(FINDING_CODES);
const FINGERPRINT = "findingAndFigures/v1";
const HASH_DIGITS = 32;

/** What one document adds to the log: its results, one a line with commas between, and what must wait for the end of the log. */
export interface SarifPart {
  /** In pieces, none of them empty. */
  readonly results: readonly string[];
  readonly aside: SarifAside;
}

/** Plain data. */
export interface SarifAside {
  readonly artifact: object;
  /** Why the document could not be read. */
  readonly notification: object | undefined;
  readonly leftOut: number | undefined;
  /** What has been decided about rules, the same for all documents of a command. */
  readonly choices?: readonly RuleChoice[] | undefined;
}

/** The start of a SARIF 2.1.0 log of one run, up to its results. */
export function sarifHead(version: string): string {
  const rules = Object.entries(FINDING_CODES).map(([id, [severity, meaning]]) => ({
    id,
    shortDescription: { text: meaning },
    defaultConfiguration: { level: severity.split(" ")[0] },
  }));
  const driver = { name: "Tickmark", version, semanticVersion: version, rules };
  return (
    `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":${JSON.stringify({ driver })},` +
    `"columnKind":"utf16CodeUnits","newlineSequences":["\\r\\n","\\n","\\r"],"results":[\n`
  );
}

/** The results of one document. */
export function sarifPart(checked: Checked): SarifPart {
  const location = locationOf(checked.path);
  const hashes = checked.sha256 === null ? {} : { hashes: { "sha-256": checked.sha256 } };
  if (checked.kind === "refused") {
    const { code, message } = checked.refusal;
    const locations = [{ physicalLocation: { artifactLocation: location } }];
    const notification = { descriptor: { id: code }, level: "error", message: { text: plain(message) }, locations };
    return { results: [], aside: { artifact: { location, ...hashes }, notification, leftOut: undefined } };
  }
  const artifact = { location, encoding: checked.document.encoding, ...hashes };
  return {
    results: piecesOf(resultsOf(checked, location)),
    aside: { artifact, notification: undefined, leftOut: checked.leftOut, choices: checked.ruleChoices },
  };
}

/** The end of the log behind the results of all documents. */
export function sarifTail(asides: readonly SarifAside[], exitCode: number): string {
  const toolExecutionNotifications = asides.flatMap((a) => a.notification ?? []);
  const overrides = (asides.find((a) => a.choices !== undefined)?.choices ?? []).map(overrideOf);
  const ruleConfigurationOverrides = overrides.length === 0 ? {} : { ruleConfigurationOverrides: overrides };
  const invocation = {
    executionSuccessful: exitCode < 2,
    exitCode,
    ...ruleConfigurationOverrides,
    toolExecutionNotifications,
  };
  const leftOut = asides.flatMap((a) => a.leftOut ?? []);
  const properties = leftOut.length === 0 ? {} : { properties: { leftOut: leftOut.reduce((sum, n) => sum + n, 0) } };
  const rest = { artifacts: asides.map((a) => a.artifact), invocations: [invocation], ...properties };
  return `\n],${JSON.stringify(rest).slice(1)}]}\n`;
}

const overrideOf = ({ code, severity, reason }: RuleChoice): object => ({
  configuration: severity === "off" ? { enabled: false } : { level: severity },
  descriptor: { id: code, index: CODES.indexOf(code) },
  properties: { reason },
});

function* resultsOf(checked: CheckedDocument, location: object): Iterable<string> {
  const { findings, document, figures } = checked;
  if (findings.length === 0) return;
  const table = lines(document.source);
  const at = (start: number, end: number): object => ({
    physicalLocation: { artifactLocation: location, region: regionOf(document.source, table, start, end) },
  });
  const byId = new Map(figures.map(({ figure }) => [figure.id, figure]));
  const fingerprint = fingerprints(checked);
  let before = "";
  for (const finding of findings) {
    const { code, severity, message, remedy, start, end, waived, rule } = finding;
    const others = finding.figures.flatMap((id) => byId.get(id) ?? []).filter((f) => f.start !== start);
    const relatedLocations = others.map((f, i) => ({
      id: i + 1,
      ...at(f.start, f.end),
      message: { text: plain(f.label === "" ? f.text : `${f.text} (${f.label})`) },
    }));
    const result = {
      ruleId: code,
      ruleIndex: CODES.indexOf(code),
      level: severity,
      message: { text: plain(`${message} ${remedy}`.trimEnd()) },
      locations: [at(start, end)],
      ...(relatedLocations.length === 0 ? {} : { relatedLocations }),
      partialFingerprints: { [FINGERPRINT]: fingerprint(finding) },
      ...(rule === undefined ? {} : { properties: { state: rule.state, sources: rule.sources } }),
      suppressions: waived === null ? [] : [{ kind: "external", status: "accepted", justification: waived.reason }],
    };
    yield `${before}${JSON.stringify(result)}`;
    before = ",\n";
  }
}

/** SARIF takes braces and links in a message for its own. */
const plain = (message: string): string => message.replaceAll("{", "{{").replaceAll("}", "}}").replaceAll("](", "] (");

/** A byte order mark counts for SARIF neither as a character nor as a column (SARIF 2.1.0, 3.30.2). */
function regionOf(source: string, table: LineTable, start: number, end: number): object {
  const mark = source.startsWith("\ufeff") ? 1 : 0;
  const place = (offset: number): { line: number; column: number } => {
    const { line, column } = lineAndColumn(table, Math.max(offset, mark));
    return { line, column: line === 1 ? column - mark : column };
  };
  const first = place(start);
  const last = place(end);
  return {
    startLine: first.line,
    startColumn: first.column,
    endLine: last.line,
    endColumn: last.column,
    charOffset: Math.max(0, start - mark),
    charLength: Math.max(end, mark) - Math.max(start, mark),
  };
}

/**
 * A print of what a finding says and not of where: its code, the words of its first relation, and the label, print and period
 * of the likeliest culprit. A finding keeps it while text above it comes and goes; those that are alike are numbered in order.
 */
function fingerprints({ figures, relations }: CheckedDocument): (finding: Finding) => string {
  const byId = new Map(figures.map(({ figure }) => [figure.id, figure]));
  const words = new Map(relations.map(({ id, relation }) => [id, relation.text]));
  const seen = new Map<string, number>();
  return (finding) => {
    const culprit = byId.get(finding.figures[0] ?? "");
    const facts = [
      finding.code,
      words.get(finding.relations[0] ?? "") ?? finding.message,
      culprit === undefined ? [] : [culprit.label, culprit.text, culprit.period?.start, culprit.period?.end],
    ];
    const print = bytesToHex(sha256(utf8ToBytes(JSON.stringify(facts)))).slice(0, HASH_DIGITS);
    const times = (seen.get(print) ?? 0) + 1;
    seen.set(print, times);
    return `${print}:${times}`;
  };
}

/** The document as a URI: a path that stands alone stays relative to wherever the command was run. */
function locationOf(path: string): { readonly uri: string; readonly description?: object } {
  if (path === "-") return { uri: "-", description: { text: "standard input" } };
  // A lone surrogate has no percent encoding. A backslash parts folders on Windows, and hardly ever stands in a name elsewhere.
  const parts = path.replace(/\p{Surrogate}/gu, "\ufffd").split(/[\\/]/);
  const encoded = parts.map(encodeURIComponent).join("/");
  if (/^[A-Za-z]:$/.test(parts[0]!)) return { uri: `file:///${parts[0]}${encoded.slice(parts[0]!.length + 2)}` };
  return { uri: path.startsWith("/") ? `file://${encoded}` : encoded };
}
