import { isOfCounted } from "../names/without.ts";
import { anyCase, type Pattern } from "../pattern.ts";

/**
 * "An increase of 20%, driven by organic growth": a cause of other growth, with no rate of its own. Among several causes another one may have a rate, from
 * which a word that joins them parts it: "led by 7% growth in the north, including organic growth of the old stores".
 */
export const isCause = (text: string, { index, 0: words }: RegExpExecArray): boolean =>
  CAUSED.test(text.slice(0, index)) &&
  !/\d ?(?:%|percent|basis points)/.test(text.slice(index, index + words.length + RATE_NEAR));
const CAUSED = anyCase(
  /\b(?:driven|led|supported|fueled|due|owing|thanks|because|attributable|result\w*|benefit\w*|through|reflect\w*|offset|help\w*|aided|boosted)\b(?:[^.;%]{0,80}|(?:[^;]{0,120}%)[^.;%]{0,60}\b(?:including|as well as|along with|together with|plus|and)\b[^.;%]{0,40})$/,
);
/**
 * "Net sales grew 7.4%, and 5.1% organically": the rate stands right by the word, or the growth does. Of loans, of assets that are managed, and of what is
 * counted, it is no growth of an amount under GAAP.
 */
export const ORGANICALLY: Pattern = anyCase(
  /\d[\d.]{0,5} ?(?:%|percent),? organically\b|\b(?:grew|grow|growing|grown|increas(?:ed|ing)|rose|declin(?:ed|ing)|decreas(?:ed|ing)|fell|up|down) organically(?: by)?(?: approximately| about)? \d[\d.]{0,5} ?(?:%|percent)|\borganically (?:up|down|by)(?: approximately| about)? \d[\d.]{0,5} ?(?:%|percent)/,
);
/** Whether it is the organic growth of what is counted, or a way to grow. */
export const isOfOthers = (text: string, { index, 0: words }: RegExpExecArray): boolean =>
  isOfCounted(text, index, index + words.length) || OF_COUNT.test(text.slice(index)) || IS_WAY.test(text.slice(index));
/** "Progress on our organic growth plan": a way to grow, and no rate of it. */
const IS_WAY = anyCase(
  /^organic (?:(?:loan|deposit|revenue|sales|store|unit) )?growth (?:plans?|strateg(?:y|ies)|initiatives?|investments?|opportunit(?:y|ies)|models?|programs?|programmes?|agendas?|efforts?|engines?|platforms?|priorit(?:y|ies)|projects?|pipelines?|objectives?|algorithms?)\b/,
);
/** Whether a rate is that of the organic growth itself: "organic growth of 4%", "4% on an organic basis", and not "rose 5%, on acquisitions and organic growth". */
export const hasRate = (text: string, { index, 0: words }: RegExpExecArray): boolean => {
  const behind = RATE_BEHIND.exec(text.slice(index + words.length))?.[0];
  return (
    /\d ?(?:%|percent)/.test(words) ||
    (behind !== undefined &&
      !MOVES_OTHER.test(behind) &&
      !OTHER_GROWS.test(behind) &&
      !WAY_BEFORE.test(text.slice(0, index))) ||
    RATE_BEFORE.test(text.slice(0, index))
  );
};
const RATE_BEHIND = anyCase(/^(?:[^%;.]|\.(?=\d)){0,90}?\d ?(?:%|percent|points?\b)/);
const RATE_BEFORE = anyCase(
  /\d ?(?:%|percent|(?:percentage )?points?)(?:, |(?: was| were| came from| of| from| in| on)?(?: (?:an?|the|our|its|their|both))? ?[(]?(?:[a-z-]+ )?)$/,
);
/** "With our focus on organic growth, loans rose 3%": the rate is that of the next subject, and the words name a way to grow. */
const OTHER_GROWS = anyCase(
  /,(?: and| with| as| while)? (?!(?:up|down|which|at|or|reaching|to|we|it|that)\b)(?:[a-z’'-]+ ){1,5}(?:grew|rose|increased|improved|fell|declined|decreased|were|was|reached|totall?ed)\b/,
);
const WAY_BEFORE = anyCase(
  /\b(?:strateg(?:y|ies)|focus(?:ed|ing)?|approach(?:es)?|plans?|priorit(?:y|ies)|models?|paths?|investments?|investing) (?:of|on|for|to|in|is|through|towards?) (?:our |the |driving |accelerating )?$/,
);
/** "Organic growth and price lifted sales by 5%": the rate is that of what it has moved. */
const MOVES_OTHER = anyCase(
  /\b(?:lifted|drove|driving|raised|pushed|brought|boosted|helped|contributed to|led to|resulted in|resulting in)\b/,
);
/** "Organic case count increased 6%": what is counted is no amount under GAAP. */
const OF_COUNT = anyCase(
  /^organic (?:[a-z]+ )?(?:cases?|pounds|units?|customers?|subscribers?|members?|users?|patients?|tons|tonnage|traffic|headcount)\b/,
);
/** How far behind its words, in code units, the rate of a growth stands. */
const RATE_NEAR = 40;
