import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { format, parse } from "../exact/decimal.ts";
import type { Control, MonthDays } from "./control.ts";
import type { GroupsCopy } from "./source.ts";
import type { Hashed, Stamp } from "./stamp.ts";

/** What is remembered of a file in which there was nothing to find fault with. */
export interface Seen extends Stamp {
  /** The hash of its bytes; null where nobody has asked for it. Then a file with another stamp is another file. */
  readonly sha256: string | null;
  /** Not changed for a while when it was read: else a change within one tick of the clock could hide. */
  readonly isSettled: boolean;
  readonly lines: number;
  /** The copy, and its own bytes; null where the file is read where it stands. */
  readonly copy: Hashed | null;
  /** The sums by the keys of a movement; null where nobody has asked for them. */
  readonly groups: GroupsCopy | null;
  readonly control: Control | null;
}

/** What earlier runs have read, in `.tickmark/warehouse/catalogue.json`. Whatever there is not as it must be counts for nothing, and is made again. */
export interface Catalogue {
  /** By path in the workspace. */
  readonly files: ReadonlyMap<string, Seen>;
  /** The hash of the hashes of all files whose documents were found to add to zero, each line once. */
  readonly soundDocuments: string | undefined;
}

const NAME = "catalogue.json";
/** Changes with every change in what a copy or a summary means. */
const SCHEMA = "tickmark-warehouse/4";
const EMPTY: Catalogue = { files: new Map(), soundDocuments: undefined };

export async function readCatalogue(kept: string): Promise<Catalogue> {
  try {
    const json: unknown = JSON.parse(await readFile(join(kept, NAME), "utf8"));
    if (!isRecord(json) || json["schema"] !== SCHEMA) return EMPTY;
    return {
      files: entries(json["files"], seenFile),
      soundDocuments: typeof json["soundDocuments"] === "string" ? json["soundDocuments"] : undefined,
    };
  } catch {
    // There is none yet, or somebody has changed it.
    return EMPTY;
  }
}

export async function writeCatalogue(kept: string, own: string, catalogue: Catalogue): Promise<void> {
  const json = {
    schema: SCHEMA,
    files: Object.fromEntries(
      [...catalogue.files].map(([path, seen]) => [path, { ...seen, control: written(seen.control) }]),
    ),
    soundDocuments: catalogue.soundDocuments ?? null,
  };
  const whole = join(own, NAME);
  await writeFile(whole, `${JSON.stringify(json)}\n`);
  await rename(whole, join(kept, NAME));
}

const written = (control: Control | null): unknown =>
  control && { ...control, debits: format(control.debits), credits: format(control.credits) };

type Json = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function entries<T>(value: unknown, read: (entry: Json) => T | undefined): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  if (!isRecord(value)) return found;
  for (const [key, entry] of Object.entries(value)) {
    const known = isRecord(entry) ? read(entry) : undefined;
    if (known !== undefined) found.set(key, known);
  }
  return found;
}

const HASH = /^[0-9a-f]{64}$/;

function stamp(entry: Json): Stamp | undefined {
  const { size, modified, changed, inode } = entry;
  const texts = [size, modified, changed, inode];
  return texts.every((text) => typeof text === "string") ? ({ size, modified, changed, inode } as Stamp) : undefined;
}

function withoutHash(entry: Json): (Stamp & Pick<Seen, "sha256">) | undefined {
  const stamped = stamp(entry);
  return stamped && { ...stamped, sha256: null };
}

function hashed(entry: Json): Hashed | undefined {
  const stamped = stamp(entry);
  const { sha256 } = entry;
  return stamped !== undefined && typeof sha256 === "string" && HASH.test(sha256) ? { ...stamped, sha256 } : undefined;
}

function seenFile(entry: Json): Seen | undefined {
  const stamped = entry["sha256"] === null ? withoutHash(entry) : hashed(entry);
  const copy = entry["copy"] === null ? null : isRecord(entry["copy"]) ? hashed(entry["copy"]) : undefined;
  const { lines } = entry;
  if (stamped === undefined || copy === undefined || !isCount(lines)) return undefined;
  const isSettled = entry["isSettled"] === true;
  return {
    ...stamped,
    isSettled,
    lines,
    copy,
    groups: seenGroups(entry["groups"]),
    control: seenControl(entry["control"]),
  };
}

function seenGroups(value: unknown): GroupsCopy | null {
  const copy = isRecord(value) ? hashed(value) : undefined;
  return copy !== undefined && isRecord(value) && typeof value["stage"] === "string"
    ? { ...copy, stage: value["stage"] }
    : null;
}

function seenControl(value: unknown): Control | null {
  if (!isRecord(value) || !Array.isArray(value["months"])) return null;
  const debits = parse(`${value["debits"]}`);
  const credits = parse(`${value["credits"]}`);
  const months: readonly unknown[] = value["months"];
  return debits !== undefined && credits !== undefined && months.every(isMonth) ? { debits, credits, months } : null;
}

const isMonth = (value: unknown): value is MonthDays =>
  isRecord(value) && [value["period"], value["first"], value["last"]].every((text) => typeof text === "string");

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
