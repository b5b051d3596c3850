import { arch, availableParallelism, platform } from "node:os";
import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { type Rational, rational, tenTo } from "../exact/rational.ts";

/** What an engine is allowed to do: the folders it may read and write below, as real paths, and what it may take of the machine. */
export interface EngineLimits {
  readonly readable: readonly string[];
  /** Where what does not fit into memory is laid aside; undefined where nothing may be written. */
  readonly spill: string | undefined;
  /** "2GB" by default. */
  readonly memory?: string;
  /** The machine's cores by default. */
  readonly threads?: number;
}

/** A cell of an answer: text, a whole number, an exact decimal, or nothing. */
export type Cell = string | number | bigint | boolean | Rational | null;

export interface Engine {
  /** Carries out a statement and gives its answer column by column: plain SQL text in, exact values out. */
  readonly ask: (sql: string) => Promise<readonly (readonly Cell[])[]>;
  readonly close: () => void;
}

export const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/**
 * DuckDB in this process, with nothing in its memory. It reads the folders that it is given and no other file, loads no extension, opens no address, and
 * nothing that is asked of it later can change that. Throws an Error that says what to do where this platform has no binary of it.
 */
export async function openEngine(limits: EngineLimits): Promise<Engine> {
  const { DuckDBInstance } = await nativeModule();
  const instance = await DuckDBInstance.create(":memory:", {
    threads: `${limits.threads ?? availableParallelism()}`,
    memory_limit: limits.memory ?? "2GB",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    temp_directory: limits.spill ?? "",
  });
  const connection = await instance.connect();
  const folders = limits.readable.map((folder) => text(folder.endsWith("/") ? folder : `${folder}/`));
  await connection.run(`SET allowed_directories = [${folders.join(", ")}]`);
  await connection.run("SET enable_external_access = false");
  await connection.run("SET lock_configuration = true");
  return { ask: (sql) => ask(connection, sql), close: () => closeAll(connection, instance) };
}

async function nativeModule(): Promise<typeof import("@duckdb/node-api")> {
  try {
    return await import("@duckdb/node-api");
  } catch (cause) {
    throw new Error(
      `The engine that reads journal lines (DuckDB) has no binary for this machine (${platform()}-${arch()}). Install the package "@duckdb/node-bindings-${platform()}-${arch()}" beside tickmark, or install tickmark again without leaving optional packages out.`,
      { cause },
    );
  }
}

function closeAll(connection: DuckDBConnection, instance: DuckDBInstance): void {
  connection.closeSync();
  instance.closeSync();
}

async function ask(connection: DuckDBConnection, sql: string): Promise<readonly (readonly Cell[])[]> {
  const result = await connection.run(sql);
  const columns: Cell[][] = Array.from({ length: result.columnCount }, () => []);
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const { rowCount } = chunk;
    columns.forEach((column, c) => {
      const vector = chunk.getColumnVector(c);
      for (let row = 0; row < rowCount; row++) column.push(plain(vector.getItem(row)));
    });
  }
  return columns;
}

const TEN_THOUSAND = 10_000n;
/** What a fraction with this rest over ten thousand can be shortened by. */
const SHORTEN: readonly bigint[] = Array.from({ length: 10_000 }, (_, rest) => {
  let [a, b] = [10_000, rest];
  while (b !== 0) [a, b] = [b, a % b];
  return BigInt(a);
});

/** value / 10^scale. Sums have four decimals as a rule, and there may be a million of them: then the divisor is looked up, not searched for. */
export function scaled(value: bigint, scale: number): Rational {
  if (scale !== 4) return rational(value, tenTo(scale));
  const rest = Number(value % TEN_THOUSAND);
  const by = SHORTEN[rest < 0 ? -rest : rest]!;
  return { n: value / by, d: TEN_THOUSAND / by };
}

/** A value of the engine's own kinds as one of ours; an amount never passes through a binary fraction. */
function plain(item: unknown): Cell {
  if (typeof item === "object" && item !== null && "scale" in item && "value" in item)
    return scaled(item.value as bigint, item.scale as number);
  if (item === null || typeof item === "string" || typeof item === "bigint" || typeof item === "boolean") return item;
  if (typeof item === "number") return item;
  throw new TypeError(`the engine answered with a value of a kind that no statement asks for: ${String(item)}`);
}
