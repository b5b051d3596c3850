import { sentences } from "../meaning/sentence.ts";
import type { Relation } from "./relation.ts";
import { doubtful, holding } from "./saying.ts";
import { type Scene, tokensWithin } from "./scene.ts";

const REPLAY = /\b(?:replay|rebroadcast|re-broadcast|playback|recording|archived call)\b/gi;
const CALL = /\b(?:conference call|live call|dial-?in|to participate|to join|the call)\b/gi;
const LABEL = /\b(?:pass ?code|code|id|pin|number|confirmation|conference)\b/i;

/** The event that a code belongs to is named no further before it. */
const FAR = 400;

/** One code of one event, with the sentences that print it. */
interface Prints {
  readonly figures: number[];
  readonly print: string;
  readonly sentences: Set<string>;
}

/** The code that a replay asks for, printed twice (T53). */
export function confirmations(scene: Scene): readonly Relation[] {
  const codes = new Map<string, Prints>();
  scene.lines.forEach((line, i) => {
    if (!line.tokens.some((t) => t.kind === "code" || t.kind === "number")) return;
    if (!/replay|rebroadcast|re-broadcast|playback|recording/i.test(line.text)) return;
    for (const span of sentences(line.text))
      for (const token of tokensWithin(line, span)) {
        if (token.kind !== "code") continue;
        const print = line.text.slice(token.from, token.to);
        const figure = scene.figureOf.get(token);
        const before = line.text.slice(Math.max(span.from, token.from - FAR), token.from);
        if (figure === undefined || !/^\d{4,10}$/.test(print) || !LABEL.test(before.slice(-48)) || !isReplay(before))
          continue;
        const prints = codes.get(print) ?? { figures: [], print, sentences: new Set<string>() };
        prints.figures.push(figure);
        prints.sentences.add(`${i} ${span.from}`);
        codes.set(print, prints);
      }
  });
  return told([...codes.values()]);
}

/** Whether the last event named before the code is the replay. */
function isReplay(before: string): boolean {
  const last = (pattern: RegExp): number => [...before.matchAll(pattern)].at(-1)?.index ?? -1;
  const replay = last(REPLAY);
  return replay >= 0 && replay >= last(CALL) - 24;
}

function told(codes: readonly Prints[]): readonly Relation[] {
  const relations = codes
    .filter((c) => c.figures.length > 1)
    .map(({ print, figures }) =>
      holding({
        rule: "T53",
        kind: "code",
        text: `${print} opens the replay in ${figures.length} places`,
        evidence: "the same digits",
        figures,
      }),
    );
  const [a, b, more] = codes;
  if (a === undefined || b === undefined || more !== undefined) return relations;
  // Two numbers of one sentence may have a code each.
  if ([...a.sentences].some((s) => b.sentences.has(s))) return relations;
  const saying = {
    rule: "T53",
    kind: "code",
    text: `${a.print} = ${b.print}`,
    evidence: "the word replay before both",
    figures: [...a.figures, ...b.figures],
  };
  return [
    ...relations,
    doubtful(saying, {
      code: "code-differs",
      severity: "warning",
      message: `The replay is opened by ${a.print} in one place and by ${b.print} in another.`,
      remedy: "Check the code with the host of the call.",
    }),
  ];
}
