import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** A line of the file of sign-offs: what somebody has signed, or a signature taken back. */
export type SignOff = Signature | Withdrawal;

interface Lined {
  /** Its line in the file, from 1. */
  readonly n: number;
  /** Coordinated universal time to the second: "2007-10-30T21:04:00Z". */
  readonly at: string;
  /** The name that was given; nothing vouches for it but the file's keeper. */
  readonly by: string;
  /** What was said beside it; may be empty. */
  readonly note: string;
  /** The document that it was given for: its file name, and the SHA-256 of its bytes. */
  readonly document: { readonly name: string; readonly sha256: string };
  /** The `hash` of the line before; of the first line 64 zeros. */
  readonly previous: string;
  /** The SHA-256 of this line's own text without this field. */
  readonly hash: string;
}

export interface Signature extends Lined {
  readonly kind: "signature";
  /** The figure that it is about; undefined where it is about the whole document. */
  readonly figure: SignedFigure | undefined;
  /** The SHA-256 of what was signed: of the figure's content, or of the document's bytes. */
  readonly content: string;
}

export interface Withdrawal extends Lined {
  readonly kind: "withdrawal";
  /** The line of the signature that is taken back. */
  readonly withdraws: number;
}

/** A figure as it stood when it was signed, in words that find it again in another draft. */
export interface SignedFigure {
  readonly print: string;
  readonly label: string;
  readonly column: string;
  readonly table: string;
  readonly sentence: string;
  readonly period: string;
  /** Which of several like it: "2 of 3"; empty where its words name no other. */
  readonly nth: string;
  /** The relations it stood in, with the printed numbers set in. */
  readonly relations: readonly string[];
}

type WithoutChain<S> = S extends unknown ? Omit<S, "n" | "previous" | "hash"> : never;

/** What is to be signed, before it has its place in the chain. */
export type Unchained = WithoutChain<SignOff>;

/** How a file of sign-offs stands. After a break nothing of the file is relied on, and nothing may be added to it. */
export type Chain = {
  /** The lines up to the break, in order. */
  readonly signOffs: readonly SignOff[];
  /** The hash of the last of them; 64 zeros where there is none. */
  readonly last: string;
  readonly break: ChainBreak | undefined;
};

export interface ChainBreak {
  /** From 1. */
  readonly line: number;
  readonly why: string;
}

const SCHEMA = "tickmark-signoff/1";
export const FIRST: string = "0".repeat(64);
/** A file with more characters than this is not read. */
const MOST_CHARACTERS = 32 * 1024 * 1024;

const hashOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** The text that the sign-offs add to a file which ends as `chain` says; each ends with a line break. */
export function chained(chain: Pick<Chain, "signOffs" | "last">, added: readonly Unchained[]): string {
  let previous = chain.last;
  let n = chain.signOffs.length;
  let text = "";
  for (const one of added) {
    const body = JSON.stringify(bodyOf(one, ++n, previous));
    previous = hashOf(body);
    text += `${body.slice(0, -1)},"hash":"${previous}"}\n`;
  }
  return text;
}

function bodyOf(one: Unchained, n: number, previous: string): object {
  const { kind, at, by, note, document } = one;
  const { name, sha256: bytes } = document;
  const about =
    one.kind === "withdrawal"
      ? { withdraws: one.withdraws }
      : { ...(one.figure === undefined ? {} : { figure: figureBody(one.figure) }), content: one.content };
  return { schema: SCHEMA, n, kind, at, by, note, document: { name, sha256: bytes }, ...about, previous };
}

function figureBody(figure: SignedFigure): object {
  const { print, label, column, table, sentence, period, nth, relations } = figure;
  const words = { label, column, table, sentence, period, nth };
  return { print, ...Object.fromEntries(Object.entries(words).filter(([, text]) => text !== "")), relations };
}

/** Reads a file of sign-offs and follows its chain from the first line. Nothing throws. */
export function chainOf(text: string): Chain {
  if (text.length > MOST_CHARACTERS)
    return broken([], 1, `The file has ${text.length} characters; it may have ${MOST_CHARACTERS}.`);
  const signOffs: SignOff[] = [];
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  for (const [i, line] of lines.entries()) {
    const read = lineOf(line.endsWith("\r") ? line.slice(0, -1) : line);
    if ("why" in read) return broken(signOffs, i + 1, read.why);
    const why = misplaced(read, signOffs);
    if (why !== undefined) return broken(signOffs, i + 1, why);
    signOffs.push(read);
  }
  return { signOffs, last: signOffs.at(-1)?.hash ?? FIRST, break: undefined };
}

const broken = (signOffs: readonly SignOff[], line: number, why: string): Chain => ({
  signOffs,
  last: signOffs.at(-1)?.hash ?? FIRST,
  break: { line, why },
});

const SEALED = /^(\{.*),"hash":"([0-9a-f]{64})"\}$/s;

function lineOf(line: string): SignOff | { readonly why: string } {
  const [, body, hash] = SEALED.exec(line) ?? [];
  if (body === undefined || hash === undefined)
    return { why: "This line does not end with its own hash: it was cut short, or is no sign-off." };
  if (hashOf(`${body}}`) !== hash)
    return { why: "This line was changed after it was written: its text no longer has the hash it ends with." };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { why: "This line is no JSON." };
  }
  return signOffOf(value) ?? { why: `This line is no sign-off of the form ${SCHEMA}.` };
}

/** A line whose own hash is right and which still does not follow on the one before it. */
function misplaced({ n, previous }: SignOff, before: readonly SignOff[]): string | undefined {
  const last = before.at(-1)?.hash ?? FIRST;
  if (previous === last && n === before.length + 1) return undefined;
  const behind = before.length === 0 ? "It does not begin the file" : `It does not follow on line ${before.length}`;
  return `${behind}: it was written as line ${n}, and lines were taken out, put in or moved before it.`;
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string";

function signOffOf(value: unknown): SignOff | undefined {
  if (!isFields(value) || value["schema"] !== SCHEMA) return undefined;
  const { n, kind, at, by, note, document, previous, hash } = value;
  if (typeof n !== "number" || ![at, by, note, previous, hash].every(isText) || !isFields(document)) return undefined;
  const { name, sha256: bytes } = document;
  if (!isText(name) || !isText(bytes)) return undefined;
  const texts = { at, by, note, previous, hash } as Record<"at" | "by" | "note" | "previous" | "hash", string>;
  const lined: Lined = { n, ...texts, document: { name, sha256: bytes } };
  if (kind === "withdrawal") {
    const { withdraws } = value;
    return typeof withdraws === "number" ? { kind, ...lined, withdraws } : undefined;
  }
  const { content } = value;
  if (kind !== "signature" || !isText(content)) return undefined;
  const figure = value["figure"] === undefined ? undefined : signedFigure(value["figure"]);
  return figure === null ? undefined : { kind, ...lined, figure, content };
}

function signedFigure(value: unknown): SignedFigure | null {
  if (!isFields(value)) return null;
  const { print, label = "", column = "", table = "", sentence = "", period = "", nth = "", relations } = value;
  const words = { print, label, column, table, sentence, period, nth };
  if (!Object.values(words).every(isText) || !Array.isArray(relations) || !relations.every(isText)) return null;
  return { ...(words as Record<keyof typeof words, string>), relations };
}
