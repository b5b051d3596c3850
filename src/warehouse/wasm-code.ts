/** What is written out of the binary format of WebAssembly: a module of one function over a memory of its own. */

export type Code = readonly number[];

/** A whole number of 32 bits or of 64, seven bits a byte, the lowest first, and their sign. */
function signed(value: bigint): Code {
  const [low, rest] = [Number(value & 127n), value >> 7n];
  return (rest === 0n && low < 64) || (rest === -1n && low >= 64) ? [low] : [low | 128, ...signed(rest)];
}

const unsigned = (value: number): Code => (value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)]);

const sized = (code: Code): Code => [...unsigned(code.length), ...code];
const section = (id: number, ...code: Code): Code => [id, ...sized(code)];
const word = (name: string): Code => sized([...new TextEncoder().encode(name)]);

export const get = (local: number): Code => [0x20, local];
export const set = (local: number): Code => [0x21, local];
export const tee = (local: number): Code => [0x22, local];
export const constant = (value: number): Code => [0x41, ...signed(BigInt(value))];
export const wideConstant = (value: bigint): Code => [0x42, ...signed(value)];

/** What is read and written stands so many bytes behind the address. */
export const load = (offset = 0): Code => [0x28, 2, ...unsigned(offset)];
export const loadByte: Code = [0x2d, 0, 0];
export const loadWide = (offset = 0): Code => [0x29, 3, ...unsigned(offset)];
export const store = (offset = 0): Code => [0x36, 2, ...unsigned(offset)];
export const storeByte: Code = [0x3a, 0, 0];
export const storeTwoBytes: Code = [0x3b, 0, 0];
export const storeWide = (offset = 0): Code => [0x37, 0, ...unsigned(offset)];

export const EQUAL_ZERO = 0x45;
export const EQUAL = 0x46;
export const LESS_SIGNED = 0x48;
export const LESS = 0x49;
export const MORE = 0x4b;
export const AT_LEAST_SIGNED = 0x4e;
export const AT_LEAST = 0x4f;
export const ADD = 0x6a;
export const SUBTRACT = 0x6b;
export const AND = 0x71;
export const OR = 0x72;
export const EXCLUSIVE_OR = 0x73;
export const SHIFT = 0x74;
export const WIDE_DIFFERS = 0x52;
export const WIDE_ADD = 0x7c;
export const WIDE_SUBTRACT = 0x7d;
export const WIDE_MULTIPLY = 0x7e;
export const WIDE_OR = 0x84;
export const WIDE_EXCLUSIVE_OR = 0x85;
export const WIDE_SHIFT_RIGHT = 0x88;
export const NARROW = 0xa7;
export const WIDEN = 0xad;
export const RETURN = 0x0f;
export const UNREACHABLE = 0x00;
export const ELSE = 0x05;

const VOID = 0x40;
const END = 0x0b;
export const block = (...code: Code): Code => [0x02, VOID, ...code, END];
export const loop = (...code: Code): Code => [0x03, VOID, ...code, END];
/** Carried out where what is on the stack is not zero. */
export const when = (...code: Code): Code => [0x04, VOID, ...code, END];
/** Out of so many blocks, or to the front of a loop. */
export const leave = (depth: number): Code => [0x0c, depth];
export const leaveIf = (depth: number): Code => [0x0d, depth];

const I32 = 0x7f;
const I64 = 0x7e;

/** A function of so many whole numbers of 32 bits that answers with so many; its locals stand behind its parameters, narrow ones first. */
export interface OneFunction {
  readonly name: string;
  readonly parameters: number;
  readonly results: number;
  readonly narrow: number;
  readonly wide: number;
  readonly body: Code;
}

/** Its memory begins with nothing. */
function moduleOf({ name, parameters, results, narrow, wide, body }: OneFunction): Uint8Array {
  const words = (count: number): Code => sized(Array.from({ length: count }, () => I32));
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, 1, 0x60, ...words(parameters), ...words(results)),
    ...section(3, 1, 0),
    ...section(5, 1, 0, 0),
    ...section(7, 2, ...word("memory"), 2, 0, ...word(name), 0, 0),
    ...section(10, 1, ...sized([2, ...unsigned(narrow), I32, ...unsigned(wide), I64, ...body, END])),
  ]);
}

const PAGE = 1 << 16;

export interface Memory {
  readonly buffer: ArrayBuffer;
  readonly grow: (pages: number) => number;
}

/** What is needed of it; it is missing where a program is run without its compilers. */
declare const WebAssembly:
  | undefined
  | {
      readonly Module: new (bytes: Uint8Array) => object;
      readonly Instance: new (module: object) => { readonly exports: object };
    };

/** Makes instances of a module with so many bytes of memory at least; undefined where nothing can carry it out. The module is compiled once, when it is first wanted: what the engine finds out of it while it runs is then there for all that run it. */
export function instancesOf(one: OneFunction): (bytes: number) => (object & { readonly memory: Memory }) | undefined {
  let module: object | undefined;
  return (bytes) => {
    const engine = typeof WebAssembly === "undefined" ? undefined : WebAssembly;
    if (engine === undefined) return undefined;
    module ??= new engine.Module(moduleOf(one));
    const exports = new engine.Instance(module).exports as { readonly memory: Memory };
    exports.memory.grow(Math.ceil(bytes / PAGE));
    return exports;
  };
}
