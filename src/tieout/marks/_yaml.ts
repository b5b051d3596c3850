import { CST, isMap, isScalar, isSeq, Lexer, type ParsedNode, parseDocument } from "yaml";
import type { MarkTrouble } from "./mark.ts";

/** A value of the file with its place; all scalars are text as written, so that "371.20" keeps its last digit. */
export type Value = Text | List | Fields;

interface At {
  readonly start: number;
  readonly end: number;
}

export interface Text extends At {
  readonly kind: "text";
  readonly text: string;
}

export interface List extends At {
  readonly kind: "list";
  readonly items: readonly Value[];
}

export interface Fields extends At {
  readonly kind: "fields";
  readonly fields: readonly Field[];
}

export interface Field {
  readonly key: Text;
  readonly value: Value;
}

const MOST_CHARACTERS = 512 * 1024;
const LONGEST_LINE = 4000;
const MOST_TOKENS = 80_000;
const DEEPEST = 12;

/** The value of a YAML text, or why there is none. Aliases, tags and directives are refused, and so is what is too large. */
export function yamlValue(text: string): {
  readonly value: Value | undefined;
  readonly troubles: readonly MarkTrouble[];
} {
  const refused = sizeTrouble(text) ?? tokenTrouble(text);
  if (refused !== undefined) return { value: undefined, troubles: [refused] };
  const parsed = parseDocument(text, {
    schema: "failsafe",
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
  });
  const [error] = parsed.errors;
  if (error !== undefined) {
    const [start, end] = error.pos;
    return { value: undefined, troubles: [syntaxTrouble(error.message, start, Math.max(end, start + 1))] };
  }
  if (parsed.contents === null) return { value: undefined, troubles: [] };
  const troubles: MarkTrouble[] = [];
  const value = recordOf(parsed.contents, 0, troubles);
  return { value, troubles };
}

function syntaxTrouble(message: string, start: number, end: number): MarkTrouble {
  return {
    code: "marks-not-yaml",
    message: `The file is no YAML from here on: ${message.replace(/\s+/g, " ")}.`.replace("..", "."),
    remedy: "Look at the indentation, the brackets and the quotation marks of this line and the one above it.",
    start,
    end,
  };
}

const tooLarge = (message: string, start: number): MarkTrouble => ({
  code: "marks-too-large",
  message,
  remedy:
    "Share the marks out over several files, one for each release, and name the one that belongs to the document.",
  start,
  end: start + 1,
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not pass.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

function sizeTrouble(text: string): MarkTrouble | undefined {
  if (text.length > MOST_CHARACTERS)
    return tooLarge(`The file has ${text.length} characters; marks have at most ${MOST_CHARACTERS}.`, 0);
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    const c = i === text.length ? 10 : text.charCodeAt(i);
    if (c !== 10 && c !== 13) continue;
    if (i - from > LONGEST_LINE)
      return tooLarge(`This line has ${i - from} characters; a line of marks has at most ${LONGEST_LINE}.`, from);
    from = i + 1;
  }
  const control = CONTROL.exec(text);
  if (control === null) return undefined;
  return {
    code: "marks-not-text",
    message: "A control character stands here; marks are plain text.",
    remedy: "Take it out, or save the file as UTF-8 text.",
    start: control.index,
    end: control.index + 1,
  };
}

/** What a mark has no use for, and why each can do harm: a name for it, and what to write instead. */
const UNUSED: Readonly<Record<string, readonly [string, string]>> = {
  alias: ["an alias", "Write out what it stands for."],
  anchor: ["an anchor", "Take it out; marks do not refer to each other."],
  tag: ["a tag", "Take it out; every value of a mark is text."],
  "directive-line": ["a directive", "Take the line out."],
};

/** Goes through the tokens before a tree is built of them, so that what is refused costs no more than reading it. */
function tokenTrouble(text: string): MarkTrouble | undefined {
  let at = 0;
  let count = 0;
  let isPlain = false;
  let documents = 0;
  for (const token of new Lexer().lex(text)) {
    const type: string | null = isPlain ? "scalar" : CST.tokenType(token);
    isPlain = type === "scalar" && token === CST.SCALAR;
    if (token === CST.SCALAR || token === CST.DOCUMENT || token === CST.FLOW_END) continue;
    const unused = type === null ? undefined : UNUSED[type];
    if (unused !== undefined) return unusedTrouble(token, unused, at);
    if (type === "doc-start" && ++documents > 1) return secondDocument(at);
    if (++count > MOST_TOKENS)
      return tooLarge(`Up to here the file has ${MOST_TOKENS} pieces; it may have no more.`, at);
    at += token.length;
  }
  return undefined;
}

const unusedTrouble = (token: string, [what, remedy]: readonly [string, string], at: number): MarkTrouble => ({
  code: "marks-not-plain",
  message: `${JSON.stringify(token.slice(0, 40))} is ${what} of YAML; marks are lists, fields and text, and nothing else. Text that starts so stands in quotation marks.`,
  remedy,
  start: at,
  end: at + token.length,
});

const secondDocument = (at: number): MarkTrouble => ({
  code: "marks-not-plain",
  message: "A second document starts here; the marks of a file are one.",
  remedy: "Put all marks below one line `marks:`.",
  start: at,
  end: at + 3,
});

function recordOf(node: ParsedNode | null, depth: number, troubles: MarkTrouble[]): Value {
  const [start, end] = node === null ? [0, 0] : node.range;
  const nothing: Text = { kind: "text", text: "", start, end };
  if (node === null || isScalar(node))
    return { ...nothing, text: node === null || typeof node.value !== "string" ? "" : node.value };
  if (depth >= DEEPEST) {
    troubles.push(tooLarge(`Lists and fields stand here ${DEEPEST} deep; marks need no more than five.`, start));
    return nothing;
  }
  if (isSeq(node)) {
    const items = (node.items as readonly (ParsedNode | null)[]).map((item) => recordOf(item, depth + 1, troubles));
    return { kind: "list", items, start, end };
  }
  if (!isMap(node)) return nothing;
  const fields: Field[] = [];
  for (const pair of node.items) {
    const key = recordOf(pair.key as ParsedNode | null, depth + 1, troubles);
    if (key.kind === "text") {
      const value = recordOf(pair.value as ParsedNode | null, depth + 1, troubles);
      fields.push({ key, value: pair.value === null ? { ...value, start: key.start, end: key.end } : value });
    } else
      troubles.push({
        code: "mark-field-unknown",
        message: "A list or fields stand here where the name of a field was expected.",
        remedy: "Write the name of the field, a colon, and what it is to hold.",
        start: key.start,
        end: key.end,
      });
  }
  return { kind: "fields", fields, start, end };
}
