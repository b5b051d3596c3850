import { compare } from "../../exact/rational.ts";
import type { Figure } from "../figures/figure.ts";
import { intervalOf } from "../figures/interval.ts";
import type { Lead } from "../meaning/prose-lead.ts";
import type { ProseGroup, ProseReading } from "../meaning/prose-meaning.ts";
import type { Relation } from "./relation.ts";
import { broken, doubtful, holding, type Saying } from "./saying.ts";

const LOSS: ReadonlySet<string> = new Set("loss losses deficit outflow outflows used shortfall".split(" "));
/** Measures of which less is better, by stem. */
const LESS_IS_BETTER: ReadonlySet<string> = new Set(
  (
    "cost expense loss debt leverage dso day churn turnover ratio delinquency charge charge-off default downtime attrition " +
    "inventory tax nonperforming non-performing nonaccrual overhead"
  ).split(" "),
);
/** Measures of which more is better, by stem. */
const MORE_IS_BETTER: ReadonlySet<string> = new Set(
  "revenue income margin ebitda eps cash flow backlog booking order yield retention occupancy production volume".split(
    " ",
  ),
);

/**
 * Words of direction against the two levels they stand with (T30): "rose from $4 million to $5 million", "$5 million, down from
 * $4 million". That the words fit proves no digit, so it ties nothing.
 */
export function proseDirections(groups: readonly ProseGroup[], figures: readonly Figure[]): readonly Relation[] {
  return groups.flatMap((g) => {
    if (g.forward || g.tabular || g.kind === undefined || g.slot !== undefined) return [];
    const found = directionOf(g, figures);
    return found === undefined ? [] : [found];
  });
}

interface Pair {
  readonly now: ProseReading;
  readonly then: ProseReading;
  readonly lead: Lead;
}

/** The group's only level of now and its only one of before, where a word of direction leads to one of them. */
function pairOf({ readings, kind }: ProseGroup): Pair | undefined {
  const [now, ...others] = readings.filter((r) => r.role === "current");
  const [then, ...more] = readings.filter((r) => r.role === "prior");
  if (now === undefined || then === undefined || others.length + more.length > 0) return undefined;
  if (now.kind !== kind || then.kind !== kind || isDoubtful(now) || isDoubtful(then)) return undefined;
  if (then.link === "from" && then.lead !== undefined) return { now, then, lead: then.lead };
  return now.link === "to" && now.lead !== undefined ? { now, then, lead: now.lead } : undefined;
}

const isDoubtful = (r: ProseReading): boolean => r.loose || r.cause || r.listed;

function directionOf(group: ProseGroup, figures: readonly Figure[]): Relation | undefined {
  const pair = pairOf(group);
  const wanted = pair === undefined ? 0 : wantedOf(group, pair.lead);
  if (pair === undefined || wanted === 0) return undefined;
  const { now, then, lead } = pair;
  const [c, p] = [figures[now.figure]!, figures[then.figure]!];
  if (c.measured!.unit !== p.measured!.unit) return undefined;
  // Of losses some say that they rose, others that the result fell: only amounts above zero leave no choice.
  if (now.loss || then.loss || group.words.printed.some((w) => LOSS.has(w))) return undefined;
  if (c.measured!.value.n <= 0n || p.measured!.value.n <= 0n) return undefined;
  const name = group.words.printed.slice(-6).join(" ");
  const saying: Saying = {
    rule: "T30",
    kind: "direction",
    text: `${name === "" ? "the amount" : `"${name}"`} is ${WORDED[lead]} at ${c.text} than at ${p.text}`,
    evidence: "a word of direction with the two amounts it compares",
    strength: "weak",
    figures: [now.figure, then.figure],
  };
  const order = orderOf(c, p);
  if (order === wanted) return holding(saying);
  if (order === 0) return undefined;
  const sure = (lead === "more" || lead === "less") && isSure(pair);
  return (sure ? broken : doubtful)(
    { ...saying, strength: sure ? "strong" : "weak" },
    {
      code: "direction-differs",
      severity: sure ? "error" : "warning",
      message: `${saying.text}, by the words; ${c.text} is ${order > 0 ? "more" : "less"} than ${p.text}.`,
      remedy: "Check both amounts and the word of direction; one of the three is wrong.",
    },
  );
}

const WORDED: Readonly<Record<Lead, string>> = { more: "higher", less: "lower", better: "better", worse: "worse" };

/** Which way the level must have gone by the words; 0 where the measure does not say what is better. */
function wantedOf({ words }: ProseGroup, lead: Lead): -1 | 0 | 1 {
  if (lead === "more") return 1;
  if (lead === "less") return -1;
  const stems = [...words.stems];
  const turned = stems.some((s) => LESS_IS_BETTER.has(s));
  const plain = stems.some((s) => MORE_IS_BETTER.has(s));
  // "Income tax" and "cost of revenue" have a word of either kind.
  if (turned === plain) return 0;
  return (lead === "better") === plain ? 1 : -1;
}

/** 1 or -1 where every amount that prints so is above or below every amount of the other print. */
function orderOf(c: Figure, p: Figure): -1 | 0 | 1 {
  const a = intervalOf(c, "halfEven");
  const b = intervalOf(p, "halfEven");
  if (a.low !== null && b.high !== null && compare(a.low.at, b.high.at) >= 0) return 1;
  if (a.high !== null && b.low !== null && compare(a.high.at, b.low.at) <= 0) return -1;
  return 0;
}

/** "From" names the base of the move; behind "compared to" it must be another time than the current amount's. */
const isSure = ({ now, then }: Pair): boolean =>
  then.link === "from" || (then.back === "year" && now.back !== "quarter") || now.back === then.back;
