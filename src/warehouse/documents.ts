import type { Books } from "../books/books.ts";
import type { BooksFinding } from "../books/books-finding.ts";
import { format } from "../exact/decimal.ts";
import type { Rational } from "../exact/rational.ts";
import { counted, MOST_TOLD, quoted } from "./_finding.ts";
import { bitsSet, lineBit } from "./dialect.ts";
import { type Cell, type Engine, text } from "./engine.ts";
import { FEW_LINES, twoAtATime } from "./groups.ts";
import { type FoundLine, type LineName, placeOf, placesIn } from "./place.ts";
import { fileKey, journalSelect } from "./relation.ts";
import type { Source } from "./source.ts";

/**
 * Documents that do not add to zero within an entity, and lines whose name stands twice, over all files. The lines are grouped by document file by file,
 * which takes the memory of one file; where the documents of an entity in one file may stand in another as well, such files are grouped together. Every
 * answer is exact: what a pass suspects is counted line by line.
 * Where lines were refused or belong to nobody (`isWhole` is false), documents lack them, and that these do not balance would only say so again; the same holds of one
 * that has a line twice.
 */
export async function documentFindings(
  engine: Engine,
  books: Books,
  sources: readonly Source[],
  isWhole: boolean,
): Promise<readonly BooksFinding[]> {
  await findBroken(engine, sources);
  const [unequal, suspected] = await engine.ask(
    `SELECT count(CASE WHEN difference <> 0 THEN 1 END), count(CASE WHEN is_suspect THEN 1 END) FROM ${BROKEN}`,
  );
  await engine.ask(doubledLines(suspected![0] !== 0n));
  const unbalanced = isWhole && unequal![0] !== 0n ? await unbalancedFindings(engine, books, sources) : [];
  const doubled = suspected![0] === 0n ? [] : await doubledFindings(engine, sources);
  for (const table of [BROKEN, DOUBLED, RANGES]) await engine.ask(`DROP TABLE IF EXISTS ${table}`);
  return [...unbalanced, ...doubled];
}

/** Documents that do not add to zero, or in which a line may stand twice (`is_suspect`). */
const BROKEN = "broken_documents";
/** Lines that do stand twice, and how often. */
const DOUBLED = "doubled_lines";
/** Of each entity in each unit of files: its first and its last document, and those of them that are broken. */
const RANGES = "document_ranges";

/**
 * Every document: what it adds to, and whether its lines must have different names. That they have costs no group for each line: each name is one of the 64 bits of a
 * word, the same name the same bit, and where as many bits are set as there are lines no two names are the same.
 */
const documentsSql = (relation: string): string => `
  SELECT entity, document, CAST(sum(functional) AS DECIMAL(38, 4)) AS difference, count(*) AS lines, count(*) > ${bitsSet("bit_or(bit)")} AS is_suspect
  FROM (SELECT entity, document, functional, ${lineBit("line")} AS bit FROM (${relation}) AS raw) AS line
  GROUP BY entity, document`;

const isBroken = "difference <> 0 OR is_suspect";

/** Fills the table of broken documents. */
async function findBroken(engine: Engine, sources: readonly Source[]): Promise<void> {
  const units = unitsOf(sources);
  const create = (query: string): Promise<unknown> => engine.ask(`CREATE OR REPLACE TABLE ${BROKEN} AS ${query}`);
  const together = (some: readonly Source[]): string =>
    `SELECT * FROM (${documentsSql(journalSelect(some))}) AS every WHERE ${isBroken}`;
  if (units.length === 1) return void (await create(together(sources)));
  await engine.ask(createRanges);
  await twoAtATime(
    units.map((unit, u) => () => engine.ask(insertRanges(u, unit))),
    () => {},
  );
  const [crossing] = await engine.ask(CROSSING);
  const isCrossing = new Set(crossing!.map(Number));
  const chosen = isCrossing.size === 0 ? "TRUE" : `unit NOT IN (${[...isCrossing].join(", ")})`;
  const apart = `SELECT entity, one.* FROM (SELECT entity, unnest(broken) AS one FROM ${RANGES} WHERE ${chosen}) AS every`;
  const crossed = units.flatMap((unit, u) => (isCrossing.has(u) ? unit : []));
  await create(crossed.length === 0 ? apart : `${apart} UNION ALL ${together(crossed)}`);
}

/** Files that are looked at by themselves, and the small ones as one: each statement has a price of its own. */
function unitsOf(sources: readonly Source[]): readonly (readonly Source[])[] {
  const small = sources.filter(({ lines }) => lines < FEW_LINES);
  const large = sources.filter(({ lines }) => lines >= FEW_LINES).map((source) => [source]);
  return small.length === 0 && large.length > 0 ? large : [...large, small];
}

const createRanges = `
  CREATE OR REPLACE TABLE ${RANGES} (unit INTEGER, entity VARCHAR, first VARCHAR, last VARCHAR,
    broken STRUCT(document VARCHAR, difference DECIMAL(38, 4), lines BIGINT, is_suspect BOOLEAN)[])`;

const insertRanges = (unit: number, sources: readonly Source[]): string => `
  INSERT INTO ${RANGES} SELECT ${unit}, entity, min(document), max(document),
    list(struct_pack(document := document, difference := difference, lines := lines, is_suspect := is_suspect)) FILTER (WHERE ${isBroken})
  FROM (${documentsSql(journalSelect(sources))}) AS every GROUP BY entity`;

/** Units of which an entity has a document that may stand in another unit as well: names are ordered by their bytes. */
const CROSSING = `
  SELECT DISTINCT one.unit FROM ${RANGES} AS one JOIN ${RANGES} AS other
  ON one.entity = other.entity AND one.unit <> other.unit AND one.first <= other.last AND other.first <= one.last ORDER BY 1`;

/** The lines that stand twice, among the documents where one may. */
const doubledLines = (isAny: boolean): string => `
  CREATE OR REPLACE TABLE ${DOUBLED} AS
  SELECT entity, document, line, count(*) AS n FROM journal
  WHERE ${isAny ? `(entity, document) IN (SELECT (entity, document) FROM ${BROKEN} WHERE is_suspect)` : "FALSE"}
  GROUP BY entity, document, line HAVING count(*) > 1`;

async function unbalancedFindings(
  engine: Engine,
  books: Books,
  sources: readonly Source[],
): Promise<readonly BooksFinding[]> {
  const [entities, documents, differences, lines, all] = await engine.ask(`
    SELECT entity, document, difference, lines, count(*) OVER () FROM ${BROKEN}
    WHERE difference <> 0 AND (entity, document) NOT IN (SELECT (entity, document) FROM ${DOUBLED})
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
    SELECT entity, document, line, n, count(*) OVER () FROM ${DOUBLED}
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
