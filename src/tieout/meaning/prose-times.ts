import type { Period } from "../../calendar/period.ts";
import type { DocumentContext } from "./document-context.ts";
import type { Atom } from "./prose-atom.ts";
import type { Back } from "./prose-back.ts";
import type { Group, Member } from "./prose-group.ts";
import { backFrom, currentPeriod, periodsOf, priorPeriod } from "./prose-period.ts";
import type { Mention } from "./prose-role.ts";
import { againstOf, comparisonAt, type When, whenOf } from "./prose-when.ts";

/** The time of one figure, and of what a growth or a change is measured against. */
export interface Time {
  readonly period: Period | undefined;
  readonly against: Period | undefined;
  readonly back: Back | undefined;
}

export interface Times {
  /** By group and member. */
  readonly times: readonly (readonly Time[])[];
  /** The period that the sentence leaves in the air for the next one. */
  readonly spoken: Period | undefined;
}

/** The first duration that the atoms name. */
export function firstPeriod(atoms: readonly Atom[], context: DocumentContext): Period | undefined {
  const tokens = atoms.flatMap((a) => (a.kind === "when" ? [a.token] : []));
  return periodsOf(context, tokens, undefined).find((p) => p.start !== undefined);
}

/** The periods of all members, by group: own words, then the sentence's, then what was spoken of before. */
export function timesOf(
  atoms: readonly Atom[],
  groups: readonly Group[],
  context: DocumentContext,
  before: Period | undefined,
): Times {
  const sentence = firstPeriod(atoms.slice(0, comparisonAt(atoms)), context);
  const current = groups.map((g, k) => {
    const lead =
      g.members.find((m) => m.role === "current" || m.role === "part") ?? g.members.find((m) => m.role !== "prior");
    const said = lead === undefined ? [] : periodsOf(context, whenOf(atoms, lead.mention).tokens, undefined);
    const twin = said.length === 0 ? twinTime(atoms, groups, k, context) : said;
    return twin.length > 0 ? twin : currentPeriod(context, { tokens: [], back: undefined }, sentence ?? before);
  });
  const times = groups.map((g, k) => {
    const own = current[k]!;
    const period = own.length > 1 && g.slot !== undefined ? own[g.slot] : (slotTime(groups, current, k) ?? own[0]);
    return bound(
      g,
      g.members.map((m) => timeOf(atoms, m, groups, period, context)),
    );
  });
  return { times, spoken: sentence ?? before };
}

/** A growth right in front of "from" and its comparative is measured against that one's period. */
function bound(group: Group, times: readonly Time[]): readonly Time[] {
  return times.map((time, i) => {
    const role = group.members[i]!.role;
    if (role !== "growth" && role !== "change" && role !== "points") return time;
    const restated = group.members[i + 1]?.mention.link === "or" ? i + 2 : i + 1;
    const next = group.members[restated];
    if (next?.role !== "prior" || next.mention.link !== "from") return time;
    return { ...time, against: times[restated]!.period, back: times[restated]!.back };
  });
}

/** A restatement takes the time of what it restates, and the other way round. */
function twinTime(
  atoms: readonly Atom[],
  groups: readonly Group[],
  k: number,
  context: DocumentContext,
): readonly Period[] {
  for (let g = 0; g < groups.length; g++) {
    if (groups[k]!.twinOf !== g && groups[g]!.twinOf !== k) continue;
    const lead = groups[g]!.members.find((m) => m.role === "current");
    if (lead === undefined) continue;
    const said = periodsOf(context, whenOf(atoms, lead.mention).tokens, undefined);
    if (said.length > 0) return said;
  }
  return [];
}

/** The k-th of a list takes the k-th period that stands behind the list. */
function slotTime(groups: readonly Group[], current: readonly (readonly Period[])[], k: number): Period | undefined {
  const slot = groups[k]!.slot;
  if (slot === undefined) return undefined;
  for (let g = k; g < groups.length && groups[g]!.slot !== undefined; g++) {
    if (g > k && groups[g]!.slot === 0) break;
    if (current[g]!.length > slot && current[g]!.length > 1) return current[g]![slot];
  }
  return undefined;
}

function timeOf(
  atoms: readonly Atom[],
  member: Member,
  groups: readonly Group[],
  period: Period | undefined,
  context: DocumentContext,
): Time {
  const { mention, role } = member;
  if (role === "prior") {
    let when = whenOf(atoms, mention);
    if (when.tokens.length === 0 && when.back === undefined) when = twinWhen(atoms, groups, mention) ?? when;
    return { period: priorPeriod(context, when, period), against: undefined, back: when.back };
  }
  if (role === "growth" || role === "change" || role === "points") {
    const against = againstOf(atoms, mention);
    const base = against.tokens.length > 0 ? priorPeriod(context, against, period) : undefined;
    const back = against.back;
    return {
      period,
      against: base ?? (period === undefined ? undefined : backFrom(context, period, back ?? "year")),
      back,
    };
  }
  return { period, against: undefined, back: undefined };
}

/** The time of what restates a figure, or is restated by it: the figure right behind or in front. */
function twinWhen(atoms: readonly Atom[], groups: readonly Group[], mention: Mention, hops = 2): When | undefined {
  for (const g of groups)
    for (const { mention: other } of g.members) {
      const restates = other.join === "twin" && other.from === mention.atom + 1;
      const restated = mention.join === "twin" && mention.from === other.atom + 1;
      if (!restates && !restated) continue;
      const when = whenOf(atoms, other);
      if (when.tokens.length > 0 || when.back !== undefined) return when;
      if (restates && hops > 0) return twinWhen(atoms, groups, other, hops - 1);
    }
  return undefined;
}
