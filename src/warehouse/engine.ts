import { arch, availableParallelism, platform } from "node:os";
import type { DuckDBConnection, DuckDBInstance, DuckDBResult } from "@duckdb/node-api";
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

/** A piece of a column of an answer, as the engine hands it over. */
export interface Piece {
  readonly getItem: (row: number) => unknown;
}

export interface Engine {
  /** Carries out a statement and gives its answer column by column: plain SQL text in, exact values out. */
  readonly ask: (sql: string) => Promise<readonly (readonly Cell[])[]>;
  /** The same for answers of very many rows: a few thousand at a time, in pieces that are read where they are. */
  readonly each: (sql: string, take: (pieces: readonly Piece[], rows: number) => void) => Promise<void>;
  /** Waits for the statements that are still carried out, whoever has given up on them, and takes no more. */
  readonly close: () => Promise<void>;
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
  const connections = [await instance.connect(), await instance.connect()];
  const connection = connections[0]!;
  const folders = limits.readable.map((folder) => text(folder.endsWith("/") ? folder : `${folder}/`));
  await connection.run(`SET allowed_directories = [${folders.join(", ")}]`);
  await connection.run("SET enable_external_access = false");
  await connection.run("SET lock_configuration = true");
  const { lend, end } = lending(connections);
  return {
    ask: (sql) => lend((one) => ask(one, sql)),
    each: (sql, take) => lend((one) => each(one, sql, take)),
    close: async () => {
      await end();
      closeAll(connections, instance);
    },
  };
}

interface Lending {
  readonly lend: <T>(work: (connection: DuckDBConnection) => Promise<T>) => Promise<T>;
  /** Lends no more, and waits until all that was lent is back. */
  readonly end: () => Promise<void>;
}

/**
 * Work is given the connection that is free, and waits where none is: two statements at once keep all cores busy while one of them ends. Where one
 * fails, the other is still at work: the process would crash if a connection were closed under it.
 */
function lending(connections: readonly DuckDBConnection[]): Lending {
  const free = [...connections].reverse();
  let waiting: ((connection: DuckDBConnection | undefined) => void)[] = [];
  let hasEnded = false;
  let allBack = (): void => undefined;
  const giveBack = (connection: DuckDBConnection): void => {
    const next = waiting.shift();
    if (next !== undefined) {
      next(connection);
      return;
    }
    free.push(connection);
    if (free.length === connections.length) allBack();
  };
  const taken = (): Promise<DuckDBConnection | undefined> =>
    new Promise<DuckDBConnection | undefined>((resolve) => waiting.push(resolve));
  return {
    lend: async (work) => {
      const connection = hasEnded ? undefined : (free.pop() ?? (await taken()));
      if (connection === undefined) throw new Error("The engine has been closed, and carries out no more statements.");
      try {
        return await work(connection);
      } finally {
        giveBack(connection);
      }
    },
    end: () => {
      hasEnded = true;
      for (const left of waiting) left(undefined);
      waiting = [];
      return new Promise<void>((resolve) => {
        allBack = resolve;
        if (free.length === connections.length) resolve();
      });
    },
  };
}

async function nativeModule(): Promise<typeof import("@duckdb/node-api")> {
  try {
    return await import("@duckdb/node-api");
  } catch (cause) {
    const refused = new Error(
      `The engine that reads journal lines (DuckDB) has no binary for this machine (${platform()}-${arch()}). Install the package "@duckdb/node-bindings-${platform()}-${arch()}" beside tickmark, or install tickmark again without leaving optional packages out.`,
      { cause },
    );
    // What the machine lacks is no mistake of ours, and is said without a trace.
    throw Object.assign(refused, { syscall: "dlopen" });
  }
}

function closeAll(connections: readonly DuckDBConnection[], instance: DuckDBInstance): void {
  for (const connection of connections) connection.closeSync();
  instance.closeSync();
}

async function ask(connection: DuckDBConnection, sql: string): Promise<readonly (readonly Cell[])[]> {
  const result = await connection.run(sql);
  const columns: Cell[][] = Array.from({ length: result.columnCount }, () => []);
  await inPieces(result, (pieces, rows) => {
    columns.forEach((column, c) => {
      for (let row = 0; row < rows; row++) column.push(plain(pieces[c]!.getItem(row)));
    });
  });
  return columns;
}

type Take = (pieces: readonly Piece[], rows: number) => void;

const each = async (connection: DuckDBConnection, sql: string, take: Take): Promise<void> =>
  inPieces(await connection.run(sql), take);

async function inPieces(result: DuckDBResult, take: Take): Promise<void> {
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const { rowCount } = chunk;
    take(
      Array.from({ length: result.columnCount }, (_, c) => chunk!.getColumnVector(c)),
      rowCount,
    );
  }
}

const TEN_THOUSAND = 10_000n;
/** By what a fraction with this rest over ten thousand is shortened, and the denominator that is left. */
const SHORTEN: readonly { readonly by: bigint; readonly d: bigint }[] = Array.from({ length: 10_000 }, (_, rest) => {
  let [a, b] = [10_000, rest];
  while (b !== 0) [a, b] = [b, a % b];
  return { by: BigInt(a), d: BigInt(10_000 / a) };
});

/** value / 10^scale. Sums have four decimals as a rule, and there may be a million of them: then the divisor is looked up, not searched for. */
function scaled(value: bigint, scale: number): Rational {
  if (scale !== 4) return rational(value, tenTo(scale));
  const rest = Number(value % TEN_THOUSAND);
  const { by, d } = SHORTEN[rest < 0 ? -rest : rest]!;
  return { n: value / by, d };
}

/** The engine's own decimal as a fraction. */
export function amountOf(item: unknown): Rational {
  const { value, scale } = item as { readonly value: bigint; readonly scale: number };
  return scaled(value, scale);
}

/** A value of the engine's own kinds as one of ours; an amount never passes through a binary fraction. */
function plain(item: unknown): Cell {
  if (typeof item === "object" && item !== null && "scale" in item) return amountOf(item);
  if (item === null || typeof item === "string" || typeof item === "bigint" || typeof item === "boolean") return item;
  if (typeof item === "number") return item;
  throw new TypeError(`the engine answered with a value of a kind that no statement asks for: ${String(item)}`);
}
