import type { FindingCode } from "../finding-code.ts";

/** What is to be said of a text, with its place in it: `line` and `column` from 1, in UTF-16 code units; undefined where the whole file is meant. */
export interface TextTrouble {
  readonly code: FindingCode;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly message: string;
  readonly remedy: string;
}

/** What could be made of the bytes. After a trouble the text may hold U+FFFD, or nothing: it serves to find the next trouble, never to be used. */
export interface PlainText {
  readonly text: string;
  readonly troubles: readonly TextTrouble[];
}

const MEBIBYTE = 1024 * 1024;

/** The text of a file that must be UTF-8, a byte order mark taken off. Nothing is guessed: another encoding is told with its first byte. */
export function plainText(bytes: Uint8Array, mostBytes: number = 32 * MEBIBYTE): PlainText {
  if (bytes.length > mostBytes)
    return refused(
      "file-too-large",
      `The file has ${bytes.length} bytes; at most ${mostBytes} are read.`,
      "Look whether it is the file that is meant; journal lines stand in books/journals/, where there is no such bound.",
    );
  const other = otherKind(bytes);
  if (other !== undefined) return refused("file-in-other-encoding", other[0], other[1]);
  const whole = strictly(bytes);
  const text = whole ?? new TextDecoder("utf-8").decode(bytes);
  const troubles = whole === undefined ? [brokenByte(bytes, text)] : [];
  const control = controlTrouble(text);
  return { text, troubles: control === undefined ? troubles : [...troubles, control] };
}

const refused = (code: FindingCode, message: string, remedy: string): PlainText => ({
  text: "",
  troubles: [{ code, line: undefined, column: undefined, message, remedy }],
});

/** What the first bytes say where they are not those of a text in UTF-8. */
function otherKind(bytes: Uint8Array): readonly [string, string] | undefined {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
    return [
      "The file is UTF-16, as its first two bytes say; UTF-8 was expected.",
      'Save it as UTF-8 (in Excel: "CSV UTF-8").',
    ];
  if (a === 0x50 && b === 0x4b && c === 0x03 && d === 0x04)
    return [
      "The file is a zip archive, as Excel workbooks are; text in UTF-8 was expected.",
      'Save the sheet as "CSV UTF-8" under this name.',
    ];
  return undefined;
}

function strictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // The decoder can say "not UTF-8" in no other way, and not where.
    return undefined;
  }
}

function brokenByte(bytes: Uint8Array, text: string): TextTrouble {
  const offset = firstBroken(bytes);
  const before = new TextDecoder("utf-8").decode(bytes.subarray(0, offset));
  const { line, column } = endOf(before);
  const byte = bytes[offset] ?? 0;
  const latin = byte >= 0xa0 ? `, in Latin-1 and windows-1252 "${String.fromCharCode(byte)}"` : "";
  const count = text.split("\ufffd").length - 1;
  const others = count > 1 ? ` About ${count} places of the file are broken so.` : "";
  return {
    code: "file-in-other-encoding",
    line,
    column,
    message: `The byte ${byte.toString(16).toUpperCase().padStart(2, "0")} (hexadecimal) at the offset ${offset} is not UTF-8${latin}.${others}`,
    remedy: 'Save the file as UTF-8 (in Excel: "CSV UTF-8").',
  };
}

/** The offset of the first byte that no well-formed sequence of UTF-8 holds; the length where all are well formed. */
function firstBroken(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i]!;
    const length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (length === 0 || !continues(bytes, i, length)) return i;
    i += length;
  }
  return bytes.length;
}

function continues(bytes: Uint8Array, at: number, length: number): boolean {
  const lead = bytes[at]!;
  // Overlong forms, surrogates and what lies above U+10FFFF differ from the rest in their second byte.
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  for (let k = 1; k < length; k++) {
    const byte = bytes[at + k] ?? 0;
    if (k === 1 ? byte < low || byte > high : byte < 0x80 || byte > 0xbf) return false;
  }
  return true;
}

function endOf(text: string): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c !== 10 && (c !== 13 || text.charCodeAt(i + 1) === 10)) continue;
    line++;
    start = i + 1;
  }
  return { line, column: text.length - start + 1 };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not pass.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

function controlTrouble(text: string): TextTrouble | undefined {
  let first: number | undefined;
  let count = 0;
  for (const found of text.matchAll(CONTROL)) {
    first ??= found.index;
    count++;
  }
  if (first === undefined) return undefined;
  const code = text.charCodeAt(first).toString(16).toUpperCase().padStart(4, "0");
  return {
    code: "file-not-text",
    ...endOf(text.slice(0, first)),
    message: `The control character U+${code} stands here${count > 1 ? `, the first of ${count}` : ""}; the file is plain text.`,
    remedy: "Take it out, or export the file again as UTF-8 text.",
  };
}
