/** Of each entity in each unit of files: its first and its last document, and those of them that are broken. */
export const RANGES = "document_ranges";

/** Must be there before a file is taken in. */
export const createRanges: string = `CREATE OR REPLACE TABLE ${RANGES} (unit INTEGER, entity VARCHAR, first VARCHAR, last VARCHAR,
  broken STRUCT(document VARCHAR, difference DECIMAL(38, 4), lines BIGINT, is_suspect BOOLEAN)[])`;

/** Writes down the ranges of a unit; `documents` are at least its broken ones, and for each entity its first and its last. */
export const insertRanges = (unit: number, documents: string): string => `
  INSERT INTO ${RANGES} SELECT ${unit}, entity, min(first_document), max(last_document),
    list(struct_pack(document := document, difference := CAST(difference AS DECIMAL(38, 4)), lines := lines, is_suspect := is_suspect)) FILTER (WHERE is_broken)
  FROM (${documents}) AS every GROUP BY entity`;
