import { type AddedForm, FORMS } from "../tieout/marks/mark.ts";
import type { PointedDeed } from "./desk-ask.ts";
import { Refused } from "./reply.ts";

/** The bytes of a request, no more than `most`; what is longer is refused before it is read to its end. */
export async function bytesOf(request: Request, most: number): Promise<Uint8Array> {
  const tooLarge = new Refused(413, "too-large", `This is more than the ${most} bytes that the studio takes here.`);
  if (Number(request.headers.get("content-length") ?? "0") > most) throw tooLarge;
  if (request.body === null) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
      length += part.length;
      if (length > most) break;
      parts.push(part);
    }
  } catch {
    throw new Refused(400, "cut-short", "The request ended before it was whole.");
  }
  if (length > most) throw tooLarge;
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const MOST_JSON = 256 * 1024;

export type Fields = Readonly<Record<string, unknown>>;

/** The fields of a request. Only JSON is taken: no form of a page can send it. */
export async function fieldsOf(request: Request): Promise<Fields> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\b/.test(type)) throw new Refused(415, "not-json", "The studio takes JSON here.");
  const bytes = await bytesOf(request, MOST_JSON);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new Refused(400, "not-json", "The request is no JSON.");
  }
  if (!isFields(value)) throw new Refused(400, "not-fields", "The request is JSON, and no record of fields.");
  return value;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const wrong = (key: string, expected: string): Refused =>
  new Refused(400, "wrong-field", `The field "${key}" is to hold ${expected}.`);

/** Words of a person, on one line and without what commands a terminal. */
export function wordsIn(fields: Fields, key: string, most: number, isNeeded: boolean): string {
  const value = fields[key] ?? "";
  if (typeof value !== "string") throw wrong(key, "text");
  const text = value.replace(/[\p{Cc}\u2028\u2029\s]+/gu, " ").trim();
  if (text === "" && isNeeded) throw wrong(key, NEEDED[key] ?? "some words");
  if (text.length > most) throw wrong(key, `at most ${most} characters, and not ${text.length}`);
  return text;
}

const NEEDED: Readonly<Record<string, string>> = {
  author: "the name of whoever decides this",
  by: "the name of whoever signs",
  reason: "the reason, in a sentence; a mark without one is not taken",
};

export function textIn(fields: Fields, key: string): string {
  const value = fields[key];
  if (typeof value !== "string" || value.length > 200) throw wrong(key, "a short text");
  return value;
}

/** A whole number from 0. */
export function countIn(fields: Fields, key: string): number {
  const value = fields[key];
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) throw wrong(key, "a whole number");
  return value;
}

export function listIn<T>(
  fields: Fields,
  key: string,
  most: number,
  isOne: (value: unknown) => value is T,
): readonly T[] {
  const value = fields[key];
  if (!Array.isArray(value) || value.length > most || !value.every(isOne))
    throw wrong(key, `a list of at most ${most}`);
  return value;
}

export const isText = (value: unknown): value is string => typeof value === "string" && value.length <= 200;
export const isCount = (value: unknown): value is number => typeof value === "number" && Number.isSafeInteger(value);

const MOST_OPERANDS = 200;
const REMARKS = ["accept", "question", "comment"] as const;

/** What somebody pointed at. */
export function deedIn(fields: Fields): PointedDeed {
  const kind = textIn(fields, "kind");
  const remark = REMARKS.find((one) => one === kind);
  if (remark !== undefined) return { kind: "remark", remark, figure: textIn(fields, "figure") };
  if (kind === "waive") return { kind, finding: countIn(fields, "finding") };
  if (kind === "forbid") return { kind, relation: textIn(fields, "relation") };
  if (kind !== "add") throw wrong("kind", `one of ${[...REMARKS, "waive", "forbid", "add"].join(", ")}`);
  const form = textIn(fields, "form");
  if (!isForm(form)) throw wrong("form", `one of ${Object.keys(FORMS).join(", ")}`);
  const figures = listIn(fields, "figures", MOST_OPERANDS, isText);
  const minus = fields["minus"] === undefined ? [] : listIn(fields, "minus", MOST_OPERANDS, isCount);
  const { least, most } = FORMS[form];
  if (figures.length < least || figures.length > (most ?? figures.length))
    throw wrong(
      "figures",
      `${most === least ? least : `at least ${least}`} figures for a ${form}, the result the last`,
    );
  return { kind, form, figures, minus };
}

const isForm = (text: string): text is AddedForm => Object.hasOwn(FORMS, text);
