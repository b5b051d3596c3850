import { MOMENTS, momentText, type Occasion } from "./reading/occasion.ts";
import type { Rule } from "./rule.ts";
import { RULES } from "./rules.ts";

const HEAD = `# The rules of disclosure

\`tickmark check\` also reads a release as the regulator would. What it finds is a warning or a note; with \`--strict\` what a rule
of the state BLOCK finds is an error (unless it is a note), which makes the exit status 1, and the answer says which rules have done so. A finding says where, which measure, and what stands in the other place. It is said
once for each measure and cause.

What a check proves and what not: a rule sees one document, and earlier ones of the issuer where \`--with\` names them. It says nothing where the part that it asks for may stand in another, and it
judges names and places, not whether a measure misleads. \`--profile\` says under whose rules the release goes out (\`us-domestic\`,
\`foreign-private\`, \`non-us\`); without it the forms and the standards that the document names tell. What the SEC has said
to break a rule is a note for an issuer beyond its reach (\`non-us\`), where a person weighs it. \`--rules FILE\` changes the severity of a
rule (\`error\`, \`warning\` or \`note\`; an error blocks with or without \`--strict\`) or puts it off (\`off\`), with the reason: the answer, the JSON report
(\`ruleChoices\`: code, severity and reason of each), the SARIF log and the page of evidence say so. \`--sent\`, \`--furnished\` and \`--call\` tell when the release goes out, is furnished on Form 8-K and is talked
about, by the clocks of New York (\`2025-11-04T16:15\`, or the day alone); what they do not tell is not judged. A file of choices:

    rules:
      - code: gaap-ratio-missing
        severity: note
        reason: counsel has agreed to it, 2025-10-30

\`tickmark rules\` lists what stands here, \`tickmark rules --json\` for programs, and \`tickmark rules --markdown\` prints this page. A finding is waived by a mark, as any other ([marks](marks.md)).
`;

/** The reference page of the rules, docs/rules.md. */
export const rulesPage = (): string => `${HEAD}\n${RULES.map(sectionOf).join("\n")}`;

const sectionOf = ({
  code,
  title,
  text,
  sources,
  severity,
  state,
  profiles,
  occasion,
  earlier,
  breaks,
  keeps,
}: Rule): string =>
  [
    `## ${code}`,
    "",
    `${title}. ${text}`,
    "",
    `Source: ${sources.join("; ")}. Severity: ${severity}, ${state}. Profiles: ${profiles.join(", ")}.`,
    "",
    ...(earlier === undefined ? [] : ["The earlier release, given with `--with`:", "", quotedText(earlier), ""]),
    `Breaks it${toldBy(occasion)}:`,
    "",
    quotedText(breaks),
    "",
    `Keeps it${toldBy(occasion)}:`,
    "",
    quotedText(keeps[0]!),
    "",
  ].join("\n");

/** The options of the command line that tell an occasion. */
function toldBy(occasion: Occasion = {}): string {
  const told = MOMENTS.flatMap((name) => {
    const moment = occasion[name];
    return moment === undefined ? [] : [`--${name} ${momentText(moment)}`];
  });
  return told.length === 0 ? "" : `, with \`${told.join(" ")}\``;
}

/** As Markdown shows text that it does not read. */
const quotedText = (text: string): string =>
  text
    .trim()
    .split("\n")
    .map((line) => (line === "" ? "" : `    ${line}`))
    .join("\n");
