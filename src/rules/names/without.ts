/**
 * Whether revenue is named as what is left out of revenue: "excluding sales of vaccines, revenue grew 2.1%". It is no measure that the sentence tells of,
 * and between the words and the revenue that is told of it would take these for its own.
 */
export const isLeftOut = (text: string, from: number, to: number): boolean =>
  LEAVES_OUT.test(text.slice(Math.max(0, from - WITHIN), from)) &&
  TELLS_OF_REVENUE.test(text.slice(to, to + WITHIN)) &&
  FIRST_OR_BEHIND.test(text.slice(0, from));
const WITHIN = 120;
const LEAVES_OUT = /(?:^|[\W])(?:excluding|exclusive of|without) (?:the )?(?:[^,.;$€£%\d]{1,80} )?$/i;
/** The clause of what is left out ends with a comma, and behind it stands revenue or, where that came first, what it did. */
const TELLS_OF_REVENUE =
  /^[^,.;$€£%\d]{0,80}, (?:(?:[\w’'-]+ ){0,3}?(?:sales|revenues?)\b|(?:grew|increased|rose|declined|decreased|fell|was|were|would)\b)/i;
const FIRST_OR_BEHIND =
  /(?:^\W{0,4}|[.;] |, (?:and |but )?|\b(?:sales|revenues?),? )(?:when )?(?:excluding|exclusive of|without) [^,.;]{0,100}$/i;
