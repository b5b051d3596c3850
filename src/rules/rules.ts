import type { Finding, Place, RuleChoice, Severity } from "../finding.ts";
import type { Outside } from "../tieout/across/other.ts";
import type { Rules } from "../tieout/check.ts";
import { earlierThan } from "./drift/drift.ts";
import { DRIFT } from "./drift/drift-rules.ts";
import { withoutMoot } from "./moot.ts";
import { type Profile, profileOf } from "./profile.ts";
import { FOREIGN } from "./prominence/foreign.ts";
import { PROMINENCE } from "./prominence/prominence.ts";
import { furtherPlaces } from "./reading/also.ts";
import { type Disclosure, disclosureOf } from "./reading/disclosure.ts";
import type { Occasion } from "./reading/occasion.ts";
import { EBITDA_LABEL } from "./reconciliation/ebitda-label.ts";
import { GUIDANCE } from "./reconciliation/guidance.ts";
import { RECONCILIATION } from "./reconciliation/reconciliation.ts";
import type { Found, Rule } from "./rule.ts";
import type { RuleInput } from "./rule-input.ts";
import { CONTRADICTIONS } from "./timing/contradictions.ts";
import { FURNISHING } from "./timing/furnishing.ts";
import { TIMING } from "./timing/timing.ts";
import { DEFINITIONS } from "./wording/definitions.ts";
import { GROWTH } from "./wording/growth.ts";
import { GROWTH_BASE } from "./wording/growth-base.ts";
import { LABEL } from "./wording/label.ts";
import { MISSING_PART } from "./wording/missing-part.ts";
import { REGION } from "./wording/region.ts";
import { RESTATED } from "./wording/restated.ts";
import { SAFE_HARBOUR } from "./wording/safe-harbour.ts";
import { USEFULNESS } from "./wording/usefulness.ts";
import { WORDING } from "./wording/wording.ts";
import { ZERO_CHANGE } from "./wording/zero-change.ts";

/** Every rule, family by family. */
export const RULES: readonly Rule[] = [
  ...PROMINENCE,
  ...RECONCILIATION,
  ...EBITDA_LABEL,
  ...FOREIGN,
  ...GUIDANCE,
  ...GROWTH,
  ...GROWTH_BASE,
  ...USEFULNESS,
  ...DEFINITIONS,
  ...DRIFT,
  ...LABEL,
  ...WORDING,
  ...RESTATED,
  ...REGION,
  ...ZERO_CHANGE,
  ...MISSING_PART,
  ...SAFE_HARBOUR,
  ...TIMING,
  ...FURNISHING,
  ...CONTRADICTIONS,
];

export interface RuleSettings {
  /** Told by the document, where nothing is said. */
  readonly profile?: Profile | undefined;
  readonly choices?: readonly RuleChoice[] | undefined;
  /** When the release goes out, is furnished and talked about, as far as it is known. */
  readonly occasion?: Occasion | undefined;
  /** Whether findings of rules that block are errors. */
  readonly strict?: boolean | undefined;
}

/** Reads documents by the rules of disclosure; the findings stand in the order of their places. The reports tell the choices. */
export function rulesBy({ profile, choices = [], occasion, strict = false }: RuleSettings = {}): Rules {
  const read = (input: RuleInput, outsides: readonly Outside[] = []): readonly Finding[] => {
    const under = profile ?? profileOf(input.document.source);
    const asked = RULES.filter((rule) => rule.profiles.includes(under)).flatMap((rule) => {
      const severity = choices.find(({ code }) => code === rule.code)?.severity ?? severityUnder(under, rule);
      return severity === "off" ? [] : [{ rule, severity }];
    });
    if (asked.length === 0) return [];
    const disclosure = disclosureOf(input, occasion, earlierThan(input, outsides), profile);
    const found = withoutMoot(asked.flatMap(({ rule, severity }) => foundBy(rule, severity, disclosure)));
    const all = strict ? found.map(strictly) : found;
    return all.toSorted((a, b) => a.start - b.start);
  };
  return Object.assign(read, { choices });
}

/** What the SEC has said to break a rule binds nobody outside of its reach: there a person weighs it. */
const severityUnder = (profile: Profile, { state, severity, everywhere }: Rule): Rule["severity"] =>
  profile === "non-us" && state === "BLOCK" && everywhere !== true ? "note" : severity;

const foundBy = (rule: Rule, severity: Severity, disclosure: Disclosure): readonly Finding[] =>
  rule.check(disclosure).map((found) => findingOf(rule, severity, found, furtherPlaces(disclosure, found)));

const findingOf = (
  { code, state, sources }: Rule,
  severity: Severity,
  found: Found,
  places: readonly Place[],
): Finding => ({
  code,
  about: "rules",
  severity,
  message: found.message,
  remedy: found.remedy,
  figures: found.figures,
  relations: [],
  certificate: [],
  start: found.start,
  end: found.end,
  waived: null,
  rule: { state, sources, ...(severity === "error" ? { error: "choice" } : {}) },
  ...(places.length === 0 ? {} : { places }),
});

const BLOCKING: ReadonlySet<string> = new Set(RULES.filter(({ state }) => state === "BLOCK").map(({ code }) => code));

/** Whether a finding is of a rule whose state is BLOCK, and no mere note: what `--strict` makes an error. */
export const isBlocking = ({ about, code, severity, waived }: Finding): boolean =>
  about === "rules" && waived === null && severity !== "note" && BLOCKING.has(code);

/** What the company has made an error already stays so by its choice. */
const strictly = (finding: Finding): Finding =>
  finding.rule !== undefined && finding.severity !== "error" && isBlocking(finding)
    ? { ...finding, severity: "error", rule: { ...finding.rule, error: "strict" } }
    : finding;
