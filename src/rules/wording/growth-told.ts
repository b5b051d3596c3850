import type { Figure } from "../../tieout/figures/figure.ts";
import { anyCase, type Pattern, says } from "../pattern.ts";
import type { Mention } from "../reading/mention.ts";

/** "Gross profit growth of 8%", "net earnings growth": the word before says which line of the statement it is. */
export const BARE_GROWTH: Pattern = anyCase(
  /\d[\d.]{0,12} ?(?:%|percent) (?:earnings|profit) growth\b|(?<!\b(?:gross|operating|net|pre-?tax|underwriting|segment|trading)[ -])\b(?:earnings|profit) growth of (?:approximately |about )?\d[\d.]{0,12} ?(?:%|percent)/,
);

export const GROWS: Pattern = anyCase(
  /\b(?:up|down|increas\w+|grew|grow\w*|declin\w+|decreas\w+|rose|fell|higher|lower)\b[^.;]{0,40}\d[\d.]* ?(?:%|percent)|\d[\d.]* ?(?:%|percent) (?:[a-z-]+ ){0,2}?(?:growth|increase|decrease|decline|rise|improvement)\b/,
);
/** The earlier amount beside it. */
export const FROM: Pattern = anyCase(
  /\b(?:from|compared? (?:to|with)|versus|vs\.?|against) (?:[a-z-]+ ){0,6}(?:us|c|a)?[$€£]/,
);

/** Where no word of a change stands by a rate, it is the margin, the part or the utilization of something. */
export const isOfChange = ({ text }: Figure, { said }: Mention): boolean => {
  const at = said.search(new RegExp(String.raw`(?<![\d.,])${text.replace(/\W/g, "\\$&")} ?(?:%|percent)`, "i"));
  if (at < 0) return true;
  return (
    says(CHANGED, said.slice(Math.max(0, at - CHANGED_WITHIN), at)) ||
    says(IS_CHANGE, said.slice(at + text.length, at + text.length + CHANGED_WITHIN))
  );
};
const CHANGED_WITHIN = 60;
const CHANGED = anyCase(
  /\b(?:up|down|increas\w+|grew|grow\w*|declin\w+|decreas\w+|rose|rise|risen|fell|fall\w*|gain\w*|higher|lower|improv\w+|chang\w+|climb\w*|expand\w*|jump\w*|drop\w*)(?:[^.;]|\.\d){0,50}$/,
);
const IS_CHANGE = anyCase(
  /^ ?(?:%|percent)(?:[^.;]|\.\d){0,40}\b(?:growth|increase|decrease|decline|rise|improvement|higher|lower|up|down|yoy|y\/y|year[- ]over[- ]year|from|over|versus|vs|compared|sequential\w*)\b/,
);

/** "Revenue (44.6% of total) decreased $2.2 million, or 5.1%": the first is what part it is, and the second by how much it has changed. */
export const isShare = ({ text }: Figure, { said }: Mention): boolean =>
  OF_TOTAL.test(said.slice(Math.max(0, said.indexOf(text)) + text.length));
const OF_TOTAL = anyCase(
  /^ ?(?:%|percent) of (?:(?:our|its|the) )?(?:total|consolidated|net|company|revenues?|sales)\b/,
);
/** "Digital sales rose to 14%": what part it has come to be, and not by how much it has changed; "growth rose to 14%" is a change itself. */
export const isLevel = ({ text }: Figure, { said }: Mention): boolean =>
  says(COME_TO, said.slice(0, Math.max(0, said.indexOf(text))));
const COME_TO = anyCase(/^(?!.*\bgrowth\b).*\bto (?:approximately |about |a record )?$/);

/** "Tools sales grew, with a 12% increase in gross profit": the rate says itself of what it is. It is read in the sentence, since the next name ends what is said of this one. */
export const isOfOther = ({ text }: Figure, { sentence, to }: Mention): boolean => {
  const at = sentence.indexOf(text, to);
  return at >= 0 && says(OF_OTHER, sentence.slice(at + text.length, at + text.length + OTHER_WITHIN));
};
const OTHER_WITHIN = 90;
const OF_OTHER = anyCase(
  /^ ?(?:%|percent) (?:[a-z-]+ ){0,2}?(?:increase|decrease|improvement|growth|rise|decline|gain|reduction|drop) in (?!(?:[\w&’'-]+ ){0,4}(?:sales|revenues?)\b)[a-z]/,
);
export const isChange = ({ text }: Figure, { said }: Mention): boolean => {
  const at = said.indexOf(text);
  return at > 0 && CHANGED_BY.test(said.slice(0, at));
};
const CHANGED_BY = anyCase(
  /\b(?:increased|decreased|grew|rose|fell|declined|up|down)(?: by)?(?: approximately| about)? [$€£]?$/,
);
