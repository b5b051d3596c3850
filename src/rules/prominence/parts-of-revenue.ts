import { anyCase, find } from "../pattern.ts";
import type { Mention } from "../reading/mention.ts";
import { remembered } from "../remembered.ts";

/** "Organic subscription growth", "organic transactional revenues": what part of revenue is meant stands between the basis and the noun. */
const PART = anyCase(
  /^(?:organic(?:ally)?|like[- ]for[- ]like|underlying|constant[- ]currency) ((?:[a-z]+(?:-[a-z]+)? ){1,2})(?:net )?(?:revenues?|sales|growth)\b/d,
);
/** Words there that name no part, but the whole, a period or a further basis. */
const OF_NONE = anyCase(
  /^(?:(?:total|net|gross|revenues?|sales|core|growth|rate|annual|quarterly|daily|average|consolidated|company|group|business|operating|top-?line|constant|local|currency|neutral|adjusted|organic|underlying|year-over-year|sequential|comparable|reported|overall|and|or|of) )+$/,
);

/** What part of revenue a mention is of, by the words in its name; undefined is one of the whole. */
export const partOfRevenue: (m: Mention) => string | undefined = remembered(({ family, name }: Mention) => {
  const words = family === "revenue" ? find(PART, name)?.[1] : undefined;
  return words === undefined || OF_NONE.test(words) ? undefined : words.trim().toLowerCase();
});

/** Whether what is told as reported can be of the part that growth on another basis is told of: the growth of the whole is no growth of it. */
export function isOfSamePart(own: Mention, { sentence, from, to }: Mention): boolean {
  const part = partOfRevenue(own);
  if (part === undefined) return true;
  const near = sentence.slice(Math.max(0, from - NEAR), to + NEAR).replace(own.name, " ");
  return near.toLowerCase().includes(part.split(" ")[0]!);
}
/** So near to a name the word for its part stands. */
const NEAR = 40;
