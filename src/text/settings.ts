import { CST, isMap, isScalar, isSeq, Lexer, type ParsedNode, parseDocument } from "yaml";

/** A value of a settings file with its place; all scalars are text as written, so that "371.20" keeps its last digit. */
export type Value = Text | List | Fields;

/** Offsets in UTF-16 code units. */
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

export interface SettingsTrouble extends At {
  readonly kind: "too-large" | "not-text" | "not-plain" | "not-yaml" | "key-not-text";
  readonly message: string;
  readonly remedy: string;
}

/** What the messages call the values of a file. */
export interface SettingsWords {
  /** "settings": several of them. */
  readonly all: string;
  /** "a setting": one of them. */
  readonly one: string;
  /** What to do where the file is too large. */
  readonly divide: string;
  /** What a file holds one of ("the settings of a file are one"), and what to do where there are two. */
  readonly second: readonly [message: string, remedy: string];
}

const MOST_CHARACTERS = 512 * 1024;
const LONGEST_LINE = 4000;
const MOST_TOKENS = 80_000;
const DEEPEST = 12;

/** The text with a space for its byte order mark, so that every place in it stays. */
export const unmarked = (text: string): string => (text.startsWith("\ufeff") ? ` ${text.slice(1)}` : text);

/**
 * The value of a YAML text, or why there is none. Aliases, anchors, tags and directives are refused, and so is what is too large. Of fields with one name
 * all are given: what to say of the second knows whoever reads them.
 */
export function settingsValue(
  text: string,
  words: SettingsWords,
): { readonly value: Value | undefined; readonly troubles: readonly SettingsTrouble[] } {
  const refused = sizeTrouble(text, words) ?? tokenTrouble(text, words);
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
  const troubles: SettingsTrouble[] = [];
  const value = recordOf(parsed.contents, 0, words, troubles);
  return { value, troubles };
}

function syntaxTrouble(message: string, start: number, end: number): SettingsTrouble {
  return {
    kind: "not-yaml",
    message: `The file is no YAML from here on: ${message.replace(/\s+/g, " ")}.`.replace("..", "."),
    remedy: "Look at the indentation, the brackets and the quotation marks of this line and the one above it.",
    start,
    end,
  };
}

const tooLarge = (message: string, start: number, words: SettingsWords): SettingsTrouble => ({
  kind: "too-large",
  message,
  remedy: words.divide,
  start,
  end: start + 1,
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not pass.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

function sizeTrouble(text: string, words: SettingsWords): SettingsTrouble | undefined {
  const { all } = words;
  if (text.length > MOST_CHARACTERS)
    return tooLarge(`The file has ${text.length} characters; ${all} have at most ${MOST_CHARACTERS}.`, 0, words);
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    const c = i === text.length ? 10 : text.charCodeAt(i);
    if (c !== 10 && c !== 13) continue;
    if (i - from > LONGEST_LINE)
      return tooLarge(
        `This line has ${i - from} characters; a line of ${all} has at most ${LONGEST_LINE}.`,
        from,
        words,
      );
    from = i + 1;
  }
  const control = CONTROL.exec(text);
  if (control === null) return undefined;
  return {
    kind: "not-text",
    message: `A control character stands here; ${all} are plain text.`,
    remedy: "Take it out, or save the file as UTF-8 text.",
    start: control.index,
    end: control.index + 1,
  };
}

/** What settings have no use for, and why each can do harm: a name for it, and what to write instead. */
const UNUSED: Readonly<Record<string, readonly [string, (words: SettingsWords) => string]>> = {
  alias: ["an alias", () => "Write out what it stands for."],
  anchor: ["an anchor", ({ all }) => `Take it out; ${all} do not refer to each other.`],
  tag: ["a tag", ({ one }) => `Take it out; every value of ${one} is text.`],
  "directive-line": ["a directive", () => "Take the line out."],
};

/** Goes through the tokens before a tree is built of them, so that what is refused costs no more than reading it. */
function tokenTrouble(text: string, words: SettingsWords): SettingsTrouble | undefined {
  let at = 0;
  let count = 0;
  let isPlain = false;
  let documents = 0;
  for (const token of new Lexer().lex(text)) {
    const type: string | null = isPlain ? "scalar" : CST.tokenType(token);
    isPlain = type === "scalar" && token === CST.SCALAR;
    if (token === CST.SCALAR || token === CST.DOCUMENT || token === CST.FLOW_END) continue;
    const unused = type === null ? undefined : UNUSED[type];
    if (unused !== undefined)
      return {
        kind: "not-plain",
        message: `${JSON.stringify(token.slice(0, 40))} is ${unused[0]} of YAML; ${words.all} are lists, fields and text, and nothing else. Text that starts so stands in quotation marks.`,
        remedy: unused[1](words),
        start: at,
        end: at + token.length,
      };
    if (type === "doc-start" && ++documents > 1) {
      const [message, remedy] = words.second;
      return { kind: "not-plain", message, remedy, start: at, end: at + 3 };
    }
    if (++count > MOST_TOKENS)
      return tooLarge(`Up to here the file has ${MOST_TOKENS} pieces; it may have no more.`, at, words);
    at += token.length;
  }
  return undefined;
}

function recordOf(node: ParsedNode | null, depth: number, words: SettingsWords, troubles: SettingsTrouble[]): Value {
  const [start, end] = node === null ? [0, 0] : node.range;
  const nothing: Text = { kind: "text", text: "", start, end };
  if (node === null || isScalar(node))
    return { ...nothing, text: node === null || typeof node.value !== "string" ? "" : node.value };
  if (depth >= DEEPEST) {
    const message = `Lists and fields stand here ${DEEPEST} deep; ${words.all} need no more than five.`;
    troubles.push(tooLarge(message, start, words));
    return nothing;
  }
  const inside = (inner: ParsedNode | null): Value => recordOf(inner, depth + 1, words, troubles);
  if (isSeq(node)) {
    const items = (node.items as readonly (ParsedNode | null)[]).map(inside);
    return { kind: "list", items, start, end };
  }
  if (!isMap(node)) return nothing;
  const fields: Field[] = [];
  for (const pair of node.items) {
    const key = inside(pair.key as ParsedNode | null);
    if (key.kind === "text") {
      const value = inside(pair.value as ParsedNode | null);
      fields.push({ key, value: pair.value === null ? { ...value, start: key.start, end: key.end } : value });
    } else
      troubles.push({
        kind: "key-not-text",
        message: "A list or fields stand here where the name of a field was expected.",
        remedy: "Write the name of the field, a colon, and what it is to hold.",
        start: key.start,
        end: key.end,
      });
  }
  return { kind: "fields", fields, start, end };
}
