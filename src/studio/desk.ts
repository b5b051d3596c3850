import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { DeskEntry } from "./desk-view.ts";
import type { DeskFiles } from "./effects.ts";
import { Refused } from "./reply.ts";

/** A document of the desk: a file, or bytes that were dropped into the browser. */
export interface Held {
  readonly entry: DeskEntry;
  /** Its bytes as they are now; of a file as they are on the disk. */
  readonly read: () => Promise<Uint8Array>;
  readonly marks: Kept;
  readonly signOffs: Kept;
  /** The document as it was, each state once, the latest first; its present state is not among them. */
  readonly versions: Version[];
  /** What it is to be laid beside: a choice of the reader, or the version before, where nothing was chosen. */
  chosen: string | null | undefined;
  /** The state that was shown last. */
  shown: Version | undefined;
}

export interface Version {
  /** "d3@1". */
  readonly id: string;
  readonly at: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** A text that is kept beside a document, or in memory where the document is. */
export interface Kept {
  readonly name: string;
  /** The empty text where there is none yet. */
  readonly read: () => Promise<string>;
  /** Both write upon what was looked at, and say false where that is no longer what is there. */
  readonly replace: (text: string, was: string) => Promise<boolean>;
  readonly append: (text: string, was: string) => Promise<boolean>;
  readonly stamp: () => Promise<string>;
}

export const MARKS = "marks.yaml";
export const SIGN_OFFS = "signoffs.jsonl";

/** So many earlier states of a document are kept. */
const MOST_VERSIONS = 8;
/** Dropped documents and earlier states take no more memory than this, in bytes. */
const MOST_HELD = 256 * 1024 * 1024;
const MOST_DOCUMENTS = 500;

export interface Desk {
  readonly all: () => readonly Held[];
  readonly find: (id: string) => Held;
  /** Lays a dropped document on the desk; one of the same name is the next state of it. */
  readonly drop: (name: string, bytes: Uint8Array, at: string) => Held;
  /** Keeps what was shown before, where the bytes are others than those. */
  readonly show: (held: Held, bytes: Uint8Array, at: string) => Version;
  /** The bytes and the name of what a document can be laid beside. */
  readonly earlier: (id: string) => Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
}

export function deskOf(paths: readonly string[], files: DeskFiles): Desk {
  const all: Held[] = [];
  const dropped = new Map<string, { held: Held; bytes: Uint8Array }>();
  for (const path of paths) all.push(onDisk(`d${all.length + 1}`, path, files));
  const find = (id: string): Held => {
    const held = all.find(({ entry }) => entry.id === id);
    if (held === undefined) throw new Refused(404, "no-document", "There is no document of this name on the desk.");
    return held;
  };
  const heldBytes = (): number =>
    all.reduce((sum, { versions }) => sum + versions.reduce((s, v) => s + v.bytes.length, 0), 0) +
    [...dropped.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
  const drop = (name: string, bytes: Uint8Array, at: string): Held => {
    const known = dropped.get(name);
    if (heldBytes() + bytes.length > MOST_HELD || (known === undefined && all.length >= MOST_DOCUMENTS))
      throw new Refused(
        413,
        "desk-full",
        "The desk holds as much as it can. Stop the studio and start it again to clear it.",
      );
    if (known !== undefined) {
      known.bytes = bytes;
      known.held.chosen = undefined;
      return known.held;
    }
    const slot = { bytes } as { held: Held; bytes: Uint8Array };
    slot.held = inMemory(`d${all.length + 1}`, name, async () => slot.bytes);
    dropped.set(name, slot);
    all.push(slot.held);
    show(slot.held, bytes, at);
    return slot.held;
  };
  const earlier = async (id: string) => {
    const [own = ""] = id.split("@");
    const held = find(own);
    if (own === id) return { name: held.entry.name, bytes: await held.read() };
    const version = held.versions.find((v) => v.id === id);
    if (version === undefined) throw new Refused(404, "no-draft", "This earlier draft is no longer kept.");
    return { name: held.entry.name, bytes: version.bytes };
  };
  return { all: () => all, find, drop, show, earlier };
}

export const hashOf = (bytes: Uint8Array | string): string =>
  bytesToHex(sha256(typeof bytes === "string" ? utf8ToBytes(bytes) : bytes));

function show(held: Held, bytes: Uint8Array, at: string): Version {
  const sha = hashOf(bytes);
  const { shown } = held;
  if (shown?.sha256 === sha) return shown;
  const known = held.versions.findIndex((version) => version.sha256 === sha);
  if (known >= 0) held.versions.splice(known, 1);
  if (shown !== undefined) held.versions.unshift(shown);
  held.versions.length = Math.min(held.versions.length, MOST_VERSIONS);
  const count = Math.max(0, ...held.versions.map(({ id }) => Number(id.split("@")[1])));
  held.shown = { id: `${held.entry.id}@${count + 1}`, at, bytes, sha256: sha };
  return held.shown;
}

const fileName = (path: string): string => path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);

function onDisk(id: string, path: string, files: DeskFiles): Held {
  const read = async (): Promise<Uint8Array> => {
    const bytes = await files.read(path);
    if (bytes === undefined) throw new Refused(410, "file-gone", `There is no file ${path} any more.`);
    return bytes;
  };
  const kept = (name: string): Kept => keptBeside(path, name, files);
  return fresh({ id, name: fileName(path), path }, read, kept);
}

const fresh = (entry: DeskEntry, read: Held["read"], kept: (name: string) => Kept): Held => ({
  entry,
  read,
  marks: kept(MARKS),
  signOffs: kept(SIGN_OFFS),
  versions: [],
  chosen: undefined,
  shown: undefined,
});

function keptBeside(document: string, name: string, files: DeskFiles): Kept {
  const path = files.beside(document, name);
  const read = async (): Promise<string> => {
    const bytes = await files.read(path);
    if (bytes === undefined) return "";
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw new Refused(409, "not-text", `The file ${path} is not UTF-8 text; save it as UTF-8.`);
    }
  };
  return {
    name,
    read,
    replace: (text, was) => files.replace(path, text, was, document),
    append: (text, was) => files.append(path, text, was, document),
    stamp: () => files.stamp(path),
  };
}

function inMemory(id: string, name: string, read: () => Promise<Uint8Array>): Held {
  const kept = (file: string): Kept => {
    let text = "";
    return {
      name: file,
      read: async () => text,
      replace: async (next, was) => {
        const isSame = text === was;
        if (isSame) text = next;
        return isSame;
      },
      append: async (more, was) => {
        const isSame = text === was;
        if (isSame) text += more;
        return isSame;
      },
      stamp: async () => hashOf(text),
    };
  };
  return fresh({ id, name, path: null }, read, kept);
}
