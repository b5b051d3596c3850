import type { Refusal } from "../finding.ts";

/** The bytes as text. `encoding` is the WHATWG name; a byte order mark stays in `source`, as its first character. */
export interface Decoded {
  readonly source: string;
  readonly encoding: string;
}

const MOST_BYTES = 48 * 1024 * 1024;
const DECLARED_WITHIN = 4096;

const refusal = (code: string, message: string): Refusal => ({ code, message });

/**
 * Text from bytes: what a byte order mark says; else UTF-8 where every byte fits; else UTF-8 where nearly all do (each
 * broken byte becomes one U+FFFD, so that later places stay true); else the charset that the page declares; else windows-1252.
 */
export function decode(bytes: Uint8Array): Decoded | Refusal {
  if (bytes.length === 0)
    return refusal("document-empty", "The document has no bytes. Check the path, and export it again.");
  if (bytes.length > MOST_BYTES) {
    const size = (bytes.length >> 20).toString();
    return refusal(
      "document-too-large",
      `The document has ${size} MiB; at most 48 MiB are read. Split it, or leave out embedded pictures and fonts.`,
    );
  }
  const binary = binaryKind(bytes);
  if (binary !== undefined) return refusal("document-is-binary", binary);
  const decoded = decodeText(bytes);
  if ("code" in decoded) return decoded;
  if (!/\S/.test(decoded.source))
    return refusal(
      "document-empty",
      "The document holds nothing but white space. Check the path, and export it again.",
    );
  return decoded;
}

/** What a binary file is, and what to do about it; undefined for text. */
function binaryKind(bytes: Uint8Array): string | undefined {
  const head = latin(bytes, 0, 1024);
  if (head.includes("%PDF-"))
    return "This is a PDF file; PDF is not yet read. Export it as HTML or plain text, or take the release from the filing.";
  if (head.startsWith("PK\u0003\u0004"))
    return "This is a zip archive, as Word (.docx) and Excel (.xlsx) files are; Word is not yet read. Save it as HTML or plain text.";
  if (head.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"))
    return "This is an old Office file (.doc or .xls); Word is not yet read. Save it as HTML or plain text.";
  if (head.startsWith("{\\rtf"))
    return "This is a rich text (RTF) file, which is not read. Save it as HTML or plain text.";
  if (head.startsWith("\u001f\u008b")) return "This is a gzip archive. Unpack it first.";
  if (head.startsWith("\u0089PNG") || head.startsWith("\u00ff\u00d8\u00ff") || head.startsWith("GIF8"))
    return "This is a picture. Check a text of the release instead: HTML, markdown or plain text.";
  return undefined;
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  let text = "";
  const end = Math.min(to, bytes.length);
  for (let i = from; i < end; i++) text += String.fromCharCode(bytes[i]!);
  return text;
}

function decodeText(bytes: Uint8Array): Decoded | Refusal {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return lenient(bytes, "utf-16le");
  if (a === 0xfe && b === 0xff) return lenient(bytes, "utf-16be");
  if (isBinary(bytes))
    return refusal(
      "document-is-binary",
      "The document is full of NUL bytes, so it is no plain text. If it is UTF-16, save it as UTF-8 or with a byte order mark; else export it as HTML or plain text.",
    );
  if (a === 0xef && b === 0xbb && c === 0xbf) return lenient(bytes, "utf-8");
  const strict = strictUtf8(bytes);
  if (strict !== undefined) return { source: strict, encoding: "utf-8" };
  const patched = lenient(bytes, "utf-8");
  if (mostlyWhole(patched.source)) return patched;
  return lenient(bytes, declaredCharset(bytes) ?? "windows-1252");
}

/** A few NUL bytes stand where an extraction from PDF knew no letter ("\0rst" for "first"); text has no more of them. */
function isBinary(bytes: Uint8Array): boolean {
  let nul = 0;
  for (let i = bytes.indexOf(0); i >= 0 && nul * 50 <= bytes.length; i = bytes.indexOf(0, i + 1)) nul++;
  return nul * 50 > bytes.length;
}

function lenient(bytes: Uint8Array, encoding: string): Decoded {
  // Node takes Latin-1 for windows-1252 and so loses dashes, quotes and the euro sign.
  if (encoding === "windows-1252") return { source: windows1252(bytes), encoding };
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return { source: decoder.decode(bytes), encoding: decoder.encoding };
}

/** The bytes 0x80 to 0x9f of windows-1252, as the WHATWG Encoding standard has them. */
const HIGH_CONTROLS =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
  "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";
const AT_ONCE = 8192;

function windows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += AT_ONCE) {
    const codes = Uint16Array.from(bytes.subarray(from, from + AT_ONCE), (byte) =>
      byte >= 0x80 && byte < 0xa0 ? HIGH_CONTROLS.charCodeAt(byte - 0x80) : byte,
    );
    parts.push(String.fromCharCode(...codes));
  }
  return parts.join("");
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // The decoder can say "not UTF-8" in no other way.
    return undefined;
  }
}

/** Text in another encoding hardly ever forms a whole multi-byte sequence, so whole ones must clearly outnumber the broken. */
function mostlyWhole(source: string): boolean {
  let whole = 0;
  let broken = 0;
  for (let i = 0; i < source.length; i++) {
    const c = source.charCodeAt(i);
    if (c === 0xfffd) broken++;
    else if (c > 0x7f) whole++;
  }
  return whole >= 3 * broken;
}

/** The charset that a meta element or an XML declaration names, where the platform knows it. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = latin(bytes, 0, DECLARED_WITHIN).toLowerCase();
  for (const key of ["charset", "encoding"]) {
    for (let at = head.indexOf(key); at >= 0; at = head.indexOf(key, at + key.length)) {
      const named = /^\s{0,8}=\s{0,8}["']?([a-z0-9_:.-]{2,40})/.exec(head.slice(at + key.length, at + key.length + 64));
      const encoding = named === null ? undefined : knownEncoding(named[1]!);
      if (encoding !== undefined) return encoding;
    }
  }
  return undefined;
}

function knownEncoding(label: string): string | undefined {
  // A page that could be scanned for this word byte by byte is not UTF-16, whatever it says (HTML standard, prescan).
  if (label.startsWith("utf-16")) return "utf-8";
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
