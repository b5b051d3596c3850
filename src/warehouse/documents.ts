import type { Books } from "../books/books.ts";
import type { BooksFinding } from "../books/books-finding.ts";
import { format } from "../exact/decimal.ts";
import type { Rational } from "../exact/rational.ts";
import { counted, MOST_TOLD, quoted } from "./_finding.ts";
import { bitsSet, lineBit } from "./dialect.ts";
import { type Cell, type Engine, text } from "./engine.ts";
import { type FoundLine, type LineName, placeOf, placesIn } from "./place.ts";
import { fileKey } from "./relation.ts";
import type { Source } from "./source.ts";

/**
 * Documents that do not add to zero within an entity, and lines whose name stands twice, over all files. One pass groups the lines by document. That the
 * lines of a document have different names costs no group for each line: the names 0 to 63 are bits of one word, which must be as many as there are lines.
 * Where lines were refused or belong to nobody (`isWhole` is false), documents lack them, and that these do not balance would only say so again; the same holds of one
 * that has a line twice.
 */
export async function documentFindings(
  engine: Engine,
  books: Books,
  sources: readonly Source[],
  isWhole: boolean,
): Promise<readonly BooksFinding[]> {
  await engine.ask(BROKEN);
  const unbalanced = isWhole ? await unbalancedFindings(engine, books, sources) : [];
  const doubled = await doubledFindings(engine, sources);
  await engine.ask("DROP TABLE broken_documents");
  return [...unbalanced, ...doubled];
}

const BROKEN = `
  CREATE OR REPLACE TABLE broken_documents AS
  SELECT entity, document, sum(functional) AS difference, count(*) AS lines, count(bit) > ${bitsSet("bit_or(bit)")} AS doubled
  FROM (SELECT entity, document, functional, ${lineBit("line")} AS bit FROM journal) AS line
  GROUP BY entity, document
  HAVING sum(functional) <> 0 OR count(bit) > ${bitsSet("bit_or(bit)")}`;

async function unbalancedFindings(
  engine: Engine,
  books: Books,
  sources: readonly Source[],
): Promise<readonly BooksFinding[]> {
  const [entities, documents, differences, lines, all] = await engine.ask(`
    SELECT entity, document, difference, lines, count(*) OVER () FROM broken_documents WHERE difference <> 0 AND NOT doubled
    ORDER BY document, entity LIMIT ${MOST_TOLD}`);
  const broken = entities!.map((entity, i) => ({ entity: `${entity}`, document: `${documents![i]}` }));
  const found = await linesOf(engine, sources, broken);
  const findings = broken.map(({ entity, document }, i): BooksFinding => {
    const first = found.find((line) => line.entity === entity && line.document === document);
    const currency = books.entities.get(entity)?.currency;
    const difference = format(differences![i] as Rational);
    return {
      code: "document-does-not-balance",
      about: "books",
      severity: "error",
      message: `The ${counted(lines![i] as bigint, "line")} of the document ${quoted(document)} in the entity ${quoted(entity)} add to ${difference}${currency === undefined ? "" : ` ${currency}`} in \`functional\`; 0 was expected.`,
      remedy: "Look for the line that is missing or wrong, in the system that the journals come from.",
      places: first === undefined ? [] : [placeOf(first)],
    };
  });
  return withRest(findings, all, "So it is with", "document");
}

async function doubledFindings(engine: Engine, sources: readonly Source[]): Promise<readonly BooksFinding[]> {
  const [entities, documents, lines, counts, all] = await engine.ask(`
    SELECT entity, document, line, n, count(*) OVER () FROM (
      SELECT entity, document, line, count(*) AS n FROM journal
      WHERE (entity, document) IN (SELECT (entity, document) FROM broken_documents WHERE doubled)
      GROUP BY entity, document, line HAVING count(*) > 1
      UNION
      SELECT entity, document, line, count(*) AS n FROM journal WHERE ${lineBit("line")} IS NULL
      GROUP BY entity, document, line HAVING count(*) > 1) AS doubled
    ORDER BY document, entity, line LIMIT ${MOST_TOLD}`);
  const names = entities!.map(
    (entity, i): LineName => ({ entity: `${entity}`, document: `${documents![i]}`, line: `${lines![i]}` }),
  );
  const found = await linesOf(engine, sources, names);
  const groups = new Map<string, DoubledLine[]>();
  for (const [i, name] of names.entries()) {
    const key = JSON.stringify([name.entity, name.document]);
    groups.set(key, [...(groups.get(key) ?? []), { ...name, count: counts![i] as bigint }]);
  }
  const findings = [...groups.values()].map((lines) => doubledFinding(lines, found));
  const told = BigInt(names.length);
  return withRest(findings, all, "So do", "line", told);
}

interface DoubledLine extends LineName {
  readonly count: bigint;
}

/** One document that was sent twice is one cause, however many lines it has. */
function doubledFinding(lines: readonly DoubledLine[], found: readonly FoundLine[]): BooksFinding {
  const { entity, document, count } = lines[0]!;
  const same = found.filter(
    (other) => other.entity === entity && other.document === document && lines.some(({ line }) => line === other.line),
  );
  const names = lines.map(({ line }) => quoted(line));
  const said = names.length === 1 ? `Line ${names[0]}` : `Lines ${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  const often = lines.every((line) => line.count === count) ? `${count} times` : "more than once";
  return {
    code: "journal-line-doubled",
    about: "books",
    severity: "error",
    message: `${said} of the document ${quoted(document)} in the entity ${quoted(entity)} ${names.length === 1 ? "stands" : "stand"} ${often}; a line stands once in an entity.`,
    remedy: "Take the lines that were sent twice out, or give each its own number.",
    places: same.slice(0, MOST_TOLD).map(placeOf),
  };
}

function withRest(
  findings: readonly BooksFinding[],
  all: readonly Cell[] | undefined,
  words: string,
  noun: string,
  told: bigint = BigInt(findings.length),
): readonly BooksFinding[] {
  const more = BigInt((all?.[0] as bigint | undefined) ?? 0n) - told;
  const last = findings.at(-1);
  if (last === undefined || more <= 0n) return findings;
  return [
    ...findings.slice(0, -1),
    { ...last, message: `${last.message} ${words} ${counted(more, `other ${noun}`)}.` },
  ];
}

/** More lines than these of a few broken documents are not looked for. */
const MOST_LINES = 10_000;

/** The lines of the documents with their places, in the order of the files and within a file of its lines. */
async function linesOf(
  engine: Engine,
  sources: readonly Source[],
  documents: readonly { readonly entity: string; readonly document: string }[],
): Promise<readonly FoundLine[]> {
  if (documents.length === 0) return [];
  const pairs = documents.map(({ entity, document }) => `(${text(entity)}, ${text(document)})`).join(", ");
  const [keys, entities, names, lines] = await engine.ask(`
    SELECT DISTINCT file, entity, document, line FROM journal WHERE (entity, document) IN (${pairs})
    ORDER BY document, entity, line, file LIMIT ${MOST_LINES}`);
  const found: FoundLine[] = [];
  for (const source of sources) {
    const own = keys!.flatMap((key, i): LineName[] =>
      key === fileKey(source) ? [{ entity: `${entities![i]}`, document: `${names![i]}`, line: `${lines![i]}` }] : [],
    );
    if (own.length === 0) continue;
    const placesOf = await placesIn(source, own);
    const { path, format: kind } = source.file;
    const here = own.flatMap((name): FoundLine[] =>
      kind === "csv"
        ? placesOf(name).map((fileLine) => ({ ...name, path, fileLine }))
        : [{ ...name, path, fileLine: undefined }],
    );
    found.push(...here.sort((a, b) => (a.fileLine ?? 0) - (b.fileLine ?? 0)));
  }
  return found;
}
