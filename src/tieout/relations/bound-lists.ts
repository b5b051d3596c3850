import type { Period } from "../../calendar/period.ts";
import type { DocumentContext } from "../meaning/document-context.ts";
import type { ProseGroup, ProseReading } from "../meaning/prose-meaning.ts";
import { backFrom } from "../meaning/prose-period.ts";
import { NO_WORDS, type Words } from "../meaning/prose-words.ts";
import type { Basis } from "../meaning/table.ts";
import { basisIn, isComparison, type ListSentence, type PairedList } from "./respectively.ts";

/** The groups of a document with the values of its lists bound to their periods and names. */
export interface BoundLists {
  readonly groups: readonly ProseGroup[];
  /** Each list of one measure over several times as one row might print it: for finding that row, and for nothing else. */
  readonly rows: readonly ProseGroup[];
}

interface Place {
  readonly group: number;
  readonly reading: ProseReading;
}

/**
 * Binds the values of lists (T31): "$12 million and $13 million for the three months ended March 31, 2024 and 2023, respectively".
 * What the sentence was read to say of a value alone gives way to its place in the list.
 */
export function boundLists(
  groups: readonly ProseGroup[],
  lists: readonly ListSentence[],
  context: DocumentContext,
): BoundLists {
  const placeOf = new Map<number, Place>();
  groups.forEach((g, group) => {
    for (const reading of g.readings) placeOf.set(reading.figure, { group, reading });
  });
  const changed = new Map<number, readonly ProseGroup[]>();
  const rows: ProseGroup[] = [];
  for (const { paired } of lists) {
    let said = NO_WORDS;
    for (const list of paired) {
      const places = placesOf(list.values.figures, placeOf);
      if (places === undefined || places.some((p) => changed.has(p.group))) continue;
      if (isOfChanges(places)) {
        changes(list, places, { groups, context, words: said, followers: [], changed, rows });
        continue;
      }
      if (!isFree(places, groups)) continue;
      // "..., respectively, and $55 and $101 for 2023 and 2022, respectively": the second list is of what the first is.
      const { words } = groups[places[0]!.group]!;
      if (words.printed.length > 0) said = words;
      const followers = list.followers.flatMap((f) => {
        const found = placesOf(f.figures, placeOf);
        return found === undefined || found.some((p) => changed.has(p.group)) ? [] : [found];
      });
      bind(list, places, { groups, context, words: said, followers, changed, rows });
    }
  }
  return { groups: renumbered(groups, changed), rows };
}

function placesOf(figures: readonly number[], placeOf: ReadonlyMap<number, Place>): readonly Place[] | undefined {
  const places = figures.map((f) => placeOf.get(f));
  return places.every((p) => p !== undefined) ? places : undefined;
}

/** Whether each value has a group of its own that nothing else has bound, and restates no other. */
function isFree(places: readonly Place[], groups: readonly ProseGroup[]): boolean {
  const own = new Set(places.map((p) => p.group));
  return own.size === places.length && ![...own].some((g) => groups[g]!.twinOf !== undefined);
}

const isChange = ({ role }: ProseReading): boolean => role === "growth" || role === "change" || role === "points";

/** Whether the values are changes of one role in one group ("rose 24% and 28%"). */
const isOfChanges = ([first, ...more]: readonly Place[]): boolean =>
  isChange(first!.reading) && more.every((p) => p.group === first!.group && p.reading.role === first!.reading.role);

interface Binding {
  readonly groups: readonly ProseGroup[];
  readonly context: DocumentContext;
  /** What names the measure of the list. */
  readonly words: Words;
  /** Lists that go on in the same order. */
  readonly followers: readonly (readonly Place[])[];
  /** What has become of groups; of one that was merged into another nothing. */
  readonly changed: Map<number, readonly ProseGroup[]>;
  readonly rows: ProseGroup[];
}

function bind(list: PairedList, places: readonly Place[], binding: Binding): void {
  const { keys } = list;
  if (keys.kind === "amounts") return;
  if (keys.kind === "names") {
    inSlots(places, binding, (k, r) => ({
      reading: bound(r),
      words: keys.names[k]!.words,
      basis: basisIn(keys.names[k]!),
    }));
    return;
  }
  const { kind } = places[0]!.reading;
  const isLevel = places.every(({ reading: r }) => r.role === "current" || r.role === "other" || r.role === "prior");
  if (!isLevel || places.some(({ reading: r }) => r.kind !== kind)) return;
  const level = (k: number, role: "current" | "prior"): ProseReading => ({
    ...bound(places[k]!.reading),
    role,
    period: keys.periods[k]!,
    link: "none",
    back: undefined,
    lead: undefined,
  });
  if (isComparison(keys)) {
    compared(places, keys.periods, level, binding);
    return;
  }
  const { words, groups } = binding;
  inSlots(places, binding, (k) => ({ reading: level(k, "current"), words, basis: "unknown" }));
  const first = groups[places[0]!.group]!;
  binding.rows.push({
    ...first,
    words,
    kind,
    slot: undefined,
    readings: places.map((_, k) => level(k, k === 0 ? "current" : "prior")),
  });
}

const bound = (reading: ProseReading): ProseReading => ({ ...reading, listed: false });

interface Slot {
  readonly reading: ProseReading;
  readonly words: Words;
  readonly basis: Basis;
}

/** Changes that were read as those of one group fall apart into one for each period, name or amount that they belong to. */
function changes({ keys }: PairedList, places: readonly Place[], binding: Binding): void {
  const { groups, context, changed } = binding;
  const { group } = places[0]!;
  const g = groups[group]!;
  const rest = g.readings.filter((r) => !places.some((p) => p.reading === r));
  if (keys.kind === "amounts") {
    const heads = headsBefore(group, places.length, groups);
    if (heads === undefined || heads.some((h) => changed.has(h))) return;
    const figures = places.map((p) => p.reading);
    heads.forEach((h, k) => {
      const own = groups[h]!.readings.filter((r) => !figures.includes(r));
      const current = own.find((r) => r.role === "current")!;
      changed.set(h, [
        { ...groups[h]!, slot: undefined, readings: [...own, timed(figures[k]!, current.period, context)] },
      ]);
    });
    if (!heads.includes(group)) changed.set(group, rest.length === 0 ? [] : [{ ...g, readings: rest }]);
    return;
  }
  // Where a level stands with them, it is not said which of the changes is its own.
  if (rest.length > 0) return;
  const made = places.map(({ reading: r }, k): ProseGroup => {
    if (keys.kind === "periods") return { ...g, readings: [timed(r, keys.periods[k], context)] };
    const { words } = keys.names[k]!;
    return { ...g, words, readings: [bound(r)] };
  });
  changed.set(group, made);
}

/** The last groups of the sentence up to this one that have one current amount each, of one measure and no other's restatement. */
function headsBefore(group: number, count: number, groups: readonly ProseGroup[]): readonly number[] | undefined {
  const heads: number[] = [];
  for (let i = group; i >= 0 && groups[i]!.sentence === groups[group]!.sentence; i--) {
    const { twinOf, readings, words } = groups[i]!;
    if (twinOf !== undefined || readings.filter((r) => r.role === "current").length !== 1) continue;
    if (words.printed.join(" ") === groups[group]!.words.printed.join(" ")) heads.unshift(i);
  }
  return heads.length === count ? heads : undefined;
}

/** A change in a period, against the same length of time before. */
function timed(r: ProseReading, period: Period | undefined, context: DocumentContext): ProseReading {
  if (period === undefined) return bound(r);
  return { ...bound(r), period, against: backFrom(context, period, r.back ?? "year") };
}

/** Each value heads a group of its own, in which the values of further lists follow it. */
function inSlots(
  places: readonly Place[],
  { groups, context, followers, changed }: Binding,
  slotOf: (k: number, reading: ProseReading) => Slot,
): void {
  const taken = new Set([...places, ...followers.flat()].map((p) => p.reading.figure));
  const rest = (g: number): readonly ProseReading[] =>
    (changed.get(g)?.[0] ?? groups[g]!).readings
      .filter((r) => !taken.has(r.figure))
      .map((r): ProseReading => ({ ...r, listed: true }));
  places.forEach(({ group, reading }, k) => {
    const { reading: head, words, basis } = slotOf(k, reading);
    const follow = followers.flatMap((f) => following(f, k, head, context));
    const readings = [head, ...follow].map((r) => (basis === "unknown" ? r : { ...r, basis }));
    const g = groups[group]!;
    changed.set(group, [{ ...g, words, kind: head.kind, slot: undefined, readings: [...readings, ...rest(group)] }]);
  });
  for (const { group } of followers.flat())
    if (!places.some((p) => p.group === group))
      changed.set(group, withoutEmpty({ ...groups[group]!, readings: rest(group) }));
}

const withoutEmpty = (g: ProseGroup): readonly ProseGroup[] => (g.readings.length === 0 ? [] : [g]);

/** The k-th value of a further list, which does what the first of it does; nothing where that is not plain. */
function following(
  list: readonly Place[],
  k: number,
  head: ProseReading,
  context: DocumentContext,
): readonly ProseReading[] {
  const first = list[0]!.reading;
  const r = bound({ ...list[k]!.reading, role: first.role, direction: first.direction, unsure: first.unsure });
  const before = head.period === undefined ? undefined : backFrom(context, head.period, first.back ?? "year");
  if (first.role === "prior" && r.kind === head.kind)
    return [{ ...r, period: before, back: first.back, link: "prior" }];
  if (first.role === "growth" || first.role === "change" || first.role === "points")
    return [{ ...r, period: head.period, against: before, back: first.back }];
  return [];
}

/** Two values of one measure at two times of one length: one is what the other is compared with. */
function compared(
  places: readonly Place[],
  periods: readonly Period[],
  level: (k: number, role: "current" | "prior") => ProseReading,
  { groups, words, changed }: Binding,
): void {
  const now = periods[0]!.end > periods[1]!.end ? 0 : 1;
  const values = places.map((p) => p.reading);
  const rest = places.flatMap((p) => groups[p.group]!.readings).filter((r) => !values.includes(r));
  // A growth behind the two is that from one to the other, unless it says otherwise.
  const against = rest.map((r) =>
    r.against === undefined || r.back === "quarter" ? r : { ...r, period: periods[now], against: periods[1 - now] },
  );
  const [first, second] = [places[0]!.group, places[1]!.group];
  const readings = [level(now, "current"), level(1 - now, "prior"), ...against];
  changed.set(first, [{ ...groups[first]!, words, kind: values[0]!.kind, slot: undefined, readings }]);
  changed.set(second, []);
}

/** Without the groups that are left without readings; what restates a group still points to it. */
function renumbered(
  groups: readonly ProseGroup[],
  changed: ReadonlyMap<number, readonly ProseGroup[]>,
): readonly ProseGroup[] {
  if (changed.size === 0) return groups;
  const kept: ProseGroup[] = [];
  const number = new Map<number, number>();
  groups.forEach((g, i) => {
    const now = changed.get(i) ?? [g];
    // What was merged is found where it went: into the group right before.
    number.set(i, now.length === 0 ? kept.length - 1 : kept.length);
    kept.push(...now);
  });
  return kept.map((g) => (g.twinOf === undefined ? g : { ...g, twinOf: number.get(g.twinOf)! }));
}
